import { keepingsOf } from '../../../cli/teardown/keepings';
import { previewText, stackPreviewOf } from '../../../cli/teardown/report';
import { stayingOf } from '../../../cli/teardown/staying';
import type { PlannedChange } from '../../../deployment/plan-judgement';
import type { StackResult } from '../../../deployment/result';
import { smallZone } from '../../support/synth';

const destroy = (address: string): PlannedChange => ({ address, type: address.split('.')[0] ?? '', action: 'destroy' });
const planned = (stack: string, ...addresses: readonly string[]): StackResult => ({
  ...{ stack, outcome: 'planned', seconds: 1 },
  changes: addresses.map(destroy),
});

const results = [
  planned(
    'ai-models',
    'aws_s3_bucket.training-bucket',
    'aws_sns_topic.a',
    'aws_sns_topic.b',
    'terraform_data.x',
    'output.made_of',
  ),
  planned('account-sandbox', 'aws_guardduty_member.m', 'aws_macie2_member.m', 'aws_iam_account_password_policy.p'),
  planned('management', 'aws_organizations_account.account-sandbox'),
];
const zone = smallZone({ regions: ['eu-central-1', 'eu-west-1'] }, ['sandbox', 'partner']);

const stayingWith = async (withLogs = false, changed: Partial<typeof zone> = {}) => {
  const { kept } = await keepingsOf(zone, withLogs);
  return stayingOf({
    zone: { ...zone, ...changed },
    results,
    kept,
    withLogs,
    undeclared: ['stray (444455556666)'],
    today: '2026-11-28',
  });
};

describe('what a teardown is shown to do', () => {
  it('counts what goes by type, and names what is protected otherwise', () => {
    const [first] = results;
    expect(stackPreviewOf(first as StackResult, () => false)).toEqual({
      stack: 'ai-models',
      outcome: 'planned',
      destroys: { aws_s3_bucket: 1, aws_sns_topic: 2 },
      protected: ['aws_s3_bucket.training-bucket'],
    });
  });

  it('names a thing of a kind that is seldom protected, where the ledger has it', () => {
    const role = planned('account-sandbox', 'aws_iam_role.exempt-role-BreakGlass', 'aws_iam_role.other');
    const isBreakGlass = (_: string, address: string) => address.endsWith('BreakGlass');
    expect(stackPreviewOf(role, isBreakGlass).protected).toEqual(['aws_iam_role.exempt-role-BreakGlass']);
  });

  it('says until when AWS keeps closed accounts', async () => {
    expect((await stayingWith()).stays.join('\n')).toContain('1 closed accounts, until 2027-02-26');
  });

  it('names the accounts in which GuardDuty and Macie go on, and are billed: those that are kept, and those outside', async () => {
    const { stays } = await stayingWith();
    expect(stays.find((line) => line.startsWith('GuardDuty'))).toContain('log-archive, partner, security');
    expect((await stayingWith(true)).stays.find((line) => line.startsWith('Macie'))).toContain('Macie in partner:');
  });

  it('says what a setting goes back to that is destroyed, and of no other', async () => {
    const { kept } = await keepingsOf(zone, false);
    const security = [planned('account-security', 'aws_iam_account_password_policy.p')];
    const { goesBack } = stayingOf({
      zone,
      kept,
      results: security,
      withLogs: false,
      undeclared: [],
      today: '2026-11-28',
    });
    expect(goesBack).toEqual(["passwords: AWS's default policy, of eight characters"]);
  });

  it('begins with what a person has to write while protection is on', async () => {
    expect((await stayingWith()).before[0]).toContain("protection: 'off'");
    expect((await stayingWith(false, { protection: 'off' })).before[0]).toContain('administrator');
  });

  it('leaves out the settings of accounts that are closed', async () => {
    const { kept } = await keepingsOf(zone, false);
    const open = results.filter(({ stack }) => stack !== 'management');
    const about = { zone, kept, withLogs: false, undeclared: [], today: '2026-11-28' };
    expect(stayingOf({ ...about, results }).goesBack).toEqual([]);
    expect(stayingOf({ ...about, results: open }).goesBack).toHaveLength(1);
  });

  it('names accounts of the organization that have no file, which hold up their OU', async () => {
    expect((await stayingWith()).before.join('\n')).toContain('stray (444455556666) is in the organization');
  });

  it('is one text with every part of it', async () => {
    const { kept, isProtected } = await keepingsOf(zone, false);
    const text = previewText(
      {
        ...{ landingZone: 'acme-ai', managementAccount: '111122223333', organization: 'o-abc', kept },
        stacks: [...results, { ...planned('cost'), outcome: 'gone' as const }].map((each) =>
          stackPreviewOf(each, isProtected),
        ),
        staying: await stayingWith(),
      },
      120,
    );
    expect(text).toContain('Landing zone acme-ai, organization o-abc, management account 111122223333.');
    expect(text).toContain('1 of 4 stacks hold nothing any more.');
    expect(text).toContain('  ai-models aws_s3_bucket.training-bucket');
    expect(text).toMatch(/log-archive aws_s3_bucket.trails-bucket \(and \d+ with it\): it holds logs/);
  });
});
