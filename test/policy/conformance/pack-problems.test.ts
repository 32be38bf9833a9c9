import type { ConformancePack } from '../../../policy/conformance/conformance-pack';
import { conformancePacks } from '../../../policy/conformance/conformance-packs';
import { packProblems } from '../../../policy/conformance/pack-problems';
import type { Problem, SourceFile } from '../../../schema/problems/problem';
import { awsRemediation, detectiveControl, zoneWith } from '../../support/detective-control';
import { problemsThrownBy } from '../../support/problems';

/** The problems that the packs of this catalog have. */
const problemsOf = (...controls: readonly SourceFile[]): readonly Problem[] =>
  problemsThrownBy(() => conformancePacks(zoneWith(...controls)));

const parameters = (count: number, value = 'x') =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, value]));
const withParameters = (id: string, count: number, value?: string) =>
  detectiveControl(id, { detect: { managed: 'SOME_RULE', parameters: parameters(count, value) } });

describe('what AWS does not take', () => {
  it('is a rule of more parameters than a pack has', () => {
    expect(problemsOf(withParameters('a', 60))).toEqual([]);
    expect(problemsOf(withParameters('a', 61))).toEqual([
      {
        file: 'controls/made/a.ts',
        field: 'detect',
        value: '61 parameters',
        rule: expect.stringMatching(/^conformance pack acme-ai-every-account-1 has at most 60 parameters \(.+, \d{4}-/),
        fix: 'make a smaller',
      },
    ]);
  });

  it('is a rule with parameters of more than 1,024 characters as JSON, a pack taking four times as much', () => {
    const around = '{"p0":""}'.length;
    expect(problemsOf(withParameters('a', 1, 'x'.repeat(1_024 - around)))).toEqual([]);
    const long = withParameters('b', 1, 'x'.repeat(1_025 - around));
    expect(problemsOf(detectiveControl('a'), long)).toEqual([
      {
        file: 'controls/made/b.ts',
        field: 'detect.parameters',
        value: '1025 characters',
        rule: expect.stringMatching(
          /^the object of all parameters of rule b has at most 1024 characters \(AWS Config API/,
        ),
        fix: 'make the values of b shorter, here or in the settings that it reads',
      },
    ]);
    expect(problemsOf(withParameters('c', 20, 'x'.repeat(50)))).toHaveLength(1);
  });

  it('is a rule that does not fit a template', () => {
    const large = { ...awsRemediation, parameters: { SSEAlgorithm: 'x'.repeat(60_000) } };
    expect(problemsOf(detectiveControl('a', { respond: large }))).toMatchObject([
      {
        file: 'controls/made/a.ts',
        field: 'detect',
        value: expect.stringMatching(/^60\d{3} bytes$/),
        rule: expect.stringContaining('at most 51200 bytes'),
      },
    ]);
  });

  it('is told all at once, once for all regions, and with the controls by name', () => {
    const problems = problemsOf(withParameters('a', 61), detectiveControl('b'), withParameters('c', 62));
    expect(problems.map(({ file, value }) => [file, value])).toEqual([
      ['controls/made/a.ts', '61 parameters'],
      ['controls/made/c.ts', '62 parameters'],
    ]);
    expect(problems.map(({ fix }) => fix)).toEqual(['make a smaller', 'make c smaller']);
  });
});

describe('what an organization does not take', () => {
  const zone = zoneWith(detectiveControl('made-rule'));
  const [pack] = conformancePacks(zone);
  const times = (count: number, change: Partial<ConformancePack> = {}) =>
    Array.from({ length: count }, (_, index) => ({ ...pack, name: `pack-${index}`, ...change }) as ConformancePack);
  const rules = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...pack?.rules[0],
      name: `rule-${index}`,
      controls: [`rule-${index}`],
    })) as ConformancePack['rules'];

  it('is more than 50 packs in a region', () => {
    expect(packProblems(zone, times(50))).toEqual([]);
    expect(packProblems(zone, times(51))).toMatchObject([
      {
        file: 'accounts/landing-zone.ts',
        field: 'controls',
        value: '51 conformance packs',
        rule: expect.stringContaining('the organization in eu-central-1 has at most 50 conformance packs'),
        fix: expect.stringContaining('made-rule'),
      },
    ]);
    const elsewhere = times(1, { region: 'eu-west-1' });
    expect(packProblems(zone, [...times(50), ...elsewhere])).toEqual([]);
  });

  it('is more than 1,000 rules of an account in a region, over all its packs', () => {
    expect(packProblems(zone, times(10, { rules: rules(100) }))).toEqual([]);
    const [problem] = packProblems(zone, [...times(10, { rules: rules(100) }), ...times(1)]);
    expect(problem).toMatchObject({
      value: '1001 rules',
      rule: expect.stringMatching(/^account [a-z-]+ in eu-central-1 has at most 1000 rules/),
      fix: expect.stringMatching(/: made-rule, rule-0, rule-1, .+ and 91 more$/),
    });
  });

  it('is a pack that more than 1,000 accounts are left out of', () => {
    const excluded = (count: number) => times(1, { excluded: Array(count).fill(zone.managementAccount) });
    expect(packProblems(zone, excluded(1_000))).toEqual([]);
    expect(packProblems(zone, excluded(1_001))).toMatchObject([
      { file: 'controls/made/made-rule.ts', field: 'where', value: '1001 excluded accounts' },
    ]);
  });
});
