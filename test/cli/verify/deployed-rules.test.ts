import { deployedRules } from '../../../cli/verify/deployed-rules';
import { rulesWrittenIn } from '../../../cli/verify/written-rules';
import { conformancePacks } from '../../../policy/conformance/conformance-packs';
import { awsError, FakeLiveAws } from '../../support/fake-live-aws';
import { zoneOf } from '../../support/zone';

const [pack] = conformancePacks(zoneOf()).filter(({ template }) => template.includes('CUSTOM_LAMBDA'));
if (!pack) throw new Error('no pack has a rule of our own');
const [account] = pack.accounts;
if (!account) throw new Error('the pack is in no account');
const id = '444455556666';

/** A rule as AWS describes it. */
type Described = Readonly<Record<string, unknown>>;

/** The rules of the pack as AWS describes them where all of it stands. */
const standing: readonly Described[] = Object.entries(rulesWrittenIn(pack, id)).map(([name, rule]) => ({
  ConfigRuleName: `${name}-conformance-pack-abc123`,
  Source: {
    ...{ Owner: rule.owner, SourceIdentifier: rule.identifier ?? undefined },
    SourceDetails: rule.triggers ?? undefined,
  },
  Scope: rule.types ? { ComplianceResourceTypes: rule.types } : undefined,
  InputParameters: rule.parameters,
  ConfigRuleState: 'ACTIVE',
}));

async function judged(ConfigRules: readonly Described[] | Error) {
  const aws = new FakeLiveAws(() => (ConfigRules instanceof Error ? ConfigRules : { ConfigRules }));
  const isAsked = (name: string) => name === account?.name;
  const [finding] = await deployedRules({ packs: pack ? [pack] : [], aws, isAsked, idOf: () => id });
  return finding;
}

/** The rules, where one of them is changed. */
const changed = (is: (rule: Described) => boolean, change: (rule: Described) => Described) => {
  const at = standing.findIndex(is);
  expect(at).toBeGreaterThanOrEqual(0);
  return standing.map((rule, index) => (index === at ? change(rule) : rule));
};
const hasParameters = ({ InputParameters }: Described): boolean => InputParameters !== '{}';

describe('the rules of a pack in an account', () => {
  it('hold where each stands as the template makes it, whatever other rules there are', async () => {
    const theirs = { ConfigRuleName: 'own-rule', Source: { Owner: 'AWS', SourceIdentifier: 'X' } };
    expect(await judged([...standing, theirs])).toMatchObject({
      status: 'holds',
      id: `compliance/pack.${pack.name}.${account.name}.${pack.region}`,
      deviations: [],
    });
  });

  it('know a function of their own account and region', () => {
    const own = Object.values(rulesWrittenIn(pack, id)).find(({ owner }) => owner === 'CUSTOM_LAMBDA');
    expect(own?.identifier).toMatch(new RegExp(`^arn:aws:lambda:${pack.region}:${id}:function:`));
  });

  it('differ where one is gone, or another stands by its name alone', async () => {
    const [first, ...others] = standing;
    const name = String(first?.ConfigRuleName).replace(/-conformance-pack-.*$/, '');
    expect(await judged(others)).toMatchObject({
      status: 'differs',
      deviations: [{ path: name, expected: 'is there' }],
    });
    expect(await judged([...others, { ...first, ConfigRuleName: name }])).toMatchObject({ status: 'differs' });
  });

  it('differ where one has another parameter, or one more', async () => {
    const other = changed(hasParameters, (rule) => ({
      ...rule,
      InputParameters: String(rule.InputParameters).replace(/":"[^"]*"/, '":"weaker"'),
    }));
    expect((await judged(other))?.deviations).toMatchObject([{ found: 'weaker' }]);
    const more = changed(
      () => true,
      (rule) => ({ ...rule, InputParameters: '{"exclude":"everything"}' }),
    );
    expect((await judged(more))?.deviations).toContainEqual(expect.objectContaining({ found: 'everything' }));
  });

  it('differ where one asks something else, or looks at other types', async () => {
    const identified = ({ Source }: Described) => (Source as { Owner: string }).Owner === 'AWS';
    const other = changed(identified, (rule) => ({
      ...rule,
      Source: { ...(rule.Source as object), SourceIdentifier: 'SOMETHING_ELSE' },
    }));
    expect((await judged(other))?.deviations).toMatchObject([{ found: 'SOMETHING_ELSE' }]);
    const narrowed = changed(
      ({ Scope }) => Scope !== undefined,
      (rule) => ({ ...rule, Scope: { ComplianceResourceTypes: ['AWS::Made::Up'] } }),
    );
    expect((await judged(narrowed))?.status).toBe('differs');
  });

  it('are unknown where the account does not say, or is not known', async () => {
    expect(await judged(awsError('AccessDeniedException'))).toMatchObject({ status: 'unknown', deviations: [] });
    const nobody = new FakeLiveAws(() => ({}));
    const [finding] = await deployedRules({ packs: [pack], aws: nobody, isAsked: () => true, idOf: () => undefined });
    expect(finding).toMatchObject({ status: 'unknown', reason: expect.stringContaining('is not known') });
    expect(nobody.asked).toEqual([]);
  });

  it('are asked for in accounts that are asked about alone', async () => {
    const aws = new FakeLiveAws(() => ({ ConfigRules: standing }));
    expect(await deployedRules({ packs: [pack], aws, isAsked: () => false, idOf: () => id })).toEqual([]);
    expect(aws.asked).toEqual([]);
  });
});
