import { unknownWords } from '../../policy/unknown-words';
import { madeControl } from '../support/made-control';
import { zoneOf } from '../support/zone';

describe('what a control names and AWS does not have', () => {
  it('is said all at once: an action, and a managed rule', async () => {
    const control = madeControl({
      prevent: { scp: [{ Action: 's3:CreateBuckt' }] },
      detect: { managed: 'S3_BUCKET_VERSIONING_ENABLE' },
    });
    const problems = await unknownWords(zoneOf({ controls: [control] }).controls);
    expect(problems.map(({ field }) => field)).toEqual(['prevent.scp[0].Action', 'detect.managed']);
  });
});
