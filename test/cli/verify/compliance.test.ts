import { complianceOf } from '../../../cli/verify/compliance';
import { Resolver } from '../../../cli/verify/resolver';
import type { Stack, Stacks } from '../../../cli/verify/written-stacks';
import type { ConformancePack, PackRule } from '../../../policy/conformance/conformance-pack';
import type { Account } from '../../../schema/landing-zone';
import { FakeLiveAws } from '../../support/fake-live-aws';
import { smallZone } from '../../support/synth';

const region = 'eu-central-1';
const zone = smallZone();
const [one, other] = zone.activeAccounts as readonly [Account, Account];
const ids = new Map([
  [one, '111111111111'],
  [other, '222222222222'],
]);
const rule = (name: string): PackRule => ({
  ...{ name, controls: [name], description: name, where: {} as PackRule['where'], regions: [region] },
  source: { managedRule: 'X' } as unknown as PackRule['source'],
});
const pack: ConformancePack = {
  ...{ name: 'pack', region, accounts: [one, other], excluded: [], parameters: {}, template: '' },
  rules: [rule('tls'), rule('tags')],
};
const stacks: Stacks = new Map<string, Stack>([
  [
    'security',
    {
      provider: { aws: [{ region, allowed_account_ids: ['333333333333'] }] },
      resource: { aws_config_configuration_aggregator: { all: { name: 'all' } } },
    },
  ],
]);

const row = (name: string, AccountId: string, ComplianceType: string) => ({
  ...{ ConfigRuleName: `${name}-conformance-pack-abc`, AccountId, AwsRegion: region },
  Compliance: { ComplianceType, ComplianceContributorCount: { CappedCount: 2 } },
});

/** What is found where the aggregator has these rows; AWS filters them where it is asked to. */
function judged(rows: readonly ReturnType<typeof row>[], isAsked: (name: string) => boolean = () => true) {
  const aws = new FakeLiveAws(({ operation, input }) => {
    if (operation !== 'DescribeAggregateComplianceByConfigRules') return { ConfigurationAggregators: [] };
    const type = (input as { Filters?: { ComplianceType?: string } }).Filters?.ComplianceType;
    const asked = rows.filter(({ Compliance }) => type === undefined || Compliance.ComplianceType === type);
    return { AggregateComplianceByConfigRules: asked };
  });
  return complianceOf({
    ...{ packs: [pack], stacks, resolver: new Resolver(stacks, aws), aws, isAsked },
    names: { byResource: () => ({ account: 'security', accountId: '333333333333', region }) },
    idOf: (account) => ids.get(account),
  });
}

const everywhere = (name: string, type: string) => [...ids.values()].map((id) => row(name, id, type));

describe('a rule of a pack', () => {
  it('holds where it has judged every account and region, and nothing breaks it', async () => {
    const findings = await judged([...everywhere('tls', 'COMPLIANT'), ...everywhere('tags', 'COMPLIANT')]);
    expect(findings.map(({ status }) => status)).toEqual(['holds', 'holds']);
  });

  it('is unknown where the aggregator is empty', async () => {
    const [finding] = await judged([]);
    expect(finding).toMatchObject({
      status: 'unknown',
      reason: expect.stringMatching('nothing is reported for 2 of 2 accounts and regions'),
    });
  });

  it('is unknown where it is not heard of in one account, or has judged nothing there', async () => {
    const [unheard] = await judged([row('tls', '111111111111', 'COMPLIANT')]);
    expect(unheard).toMatchObject({
      status: 'unknown',
      found: [{ path: `${other.name} ${region}`, found: 'nothing is reported' }],
    });
    const rows = [row('tls', '111111111111', 'COMPLIANT'), row('tls', '222222222222', 'INSUFFICIENT_DATA')];
    expect((await judged(rows))[0]?.status).toBe('unknown');
  });

  it('differs where a resource breaks it, and keeps the reply about itself only', async () => {
    const rows = [...everywhere('tls', 'NON_COMPLIANT'), ...everywhere('tags', 'COMPLIANT')];
    const [tls, tags] = await judged(rows);
    expect(tls).toMatchObject({ status: 'differs', deviations: [{ found: '2 resources are reported' }, {}] });
    expect(tls?.raw).toEqual([{ call: expect.stringContaining('DescribeAggregate'), output: rows.slice(0, 2) }]);
    expect(JSON.stringify(tags?.raw)).not.toContain('tls');
  });

  it('is judged for the accounts that are asked about, and for no other', async () => {
    const rows = [row('tls', '111111111111', 'COMPLIANT'), row('tls', '222222222222', 'NON_COMPLIANT')];
    expect((await judged(rows, (name) => name === one.name))[0]?.status).toBe('holds');
    expect((await judged(rows, (name) => name === other.name))[0]?.status).toBe('differs');
    expect(await judged(rows, () => false)).toEqual([]);
  });
});
