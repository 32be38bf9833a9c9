import { compileControls } from '../../policy/compile';
import { madeControl } from '../support/made-control';
import { problemsThrownBy } from '../support/problems';
import { zoneOf } from '../support/zone';

const problemsOf = (controls: Parameters<typeof madeControl>[0][]) =>
  problemsThrownBy(() => compileControls(zoneOf({ controls: controls.map(madeControl) })));

describe('what the controls compile to', () => {
  it('is said to fit nowhere for policies and packs in one run', () => {
    const tooLong = { prevent: { scp: [{ NotAction: Array.from({ length: 900 }, (_, n) => `s3:GetObject${n}`) }] } };
    const detect = { managed: 'S3_BUCKET_VERSIONING_ENABLED', parameters: { buckets: 'x'.repeat(5_000) } };
    const problems = problemsOf([tooLong, { id: 'other', detect }]);
    expect(problems.map(({ file, field }) => `${file} ${field}`)).toEqual([
      expect.stringContaining('scp'),
      'controls/made/other.ts detect.parameters',
    ]);
  });

  it('is nothing where there is no control, but for the policies that no control writes', () => {
    const compiled = compileControls(zoneOf({ controls: [] }));
    expect(compiled).toMatchObject({ policies: [], packs: [], remediations: [] });
    expect(compiled.declarations.map(({ name }) => name)).toEqual(['ai-opt-out', 'ec2', 'tags']);
  });
});
