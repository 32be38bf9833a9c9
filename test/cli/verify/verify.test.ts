import { verify as command } from '../../../cli/verify';
import { run } from '../../../cli/verify/run';
import { writtenStacks } from '../../../cli/verify/written-stacks';
import { awsError, type FakeAnswers, FakeLiveAws } from '../../support/fake-live-aws';
import { runCli } from '../../support/run-cli';
import { smallZone } from '../../support/synth';

const zone = smallZone();
const stacks = writtenStacks(zone);
const stacksOf = () => stacks;
const caller = { Account: zone.managementAccount.id, Arn: 'arn:aws:iam::111122223333:user/auditor' };

/** Runs the command where AWS answers as told; whoever asks who the caller is gets the management account. */
const verifying = (args: readonly string[], answers: FakeAnswers) => {
  const connect = () => new FakeLiveAws((call) => (call.operation === 'GetCallerIdentity' ? caller : answers(call)));
  const faked: typeof command = {
    ...command,
    run: (options, context) => run(options, context, { zone, connect, stacksOf }),
  };
  return runCli(faked, args);
};

const nothing: FakeAnswers = () => awsError('ResourceNotFoundException');
const denied: FakeAnswers = () => awsError('AccessDeniedException', 'User is not authorized to perform this');

describe('verify', () => {
  it('answers no where AWS has nothing of the landing zone, and names the organization', async () => {
    const { code, stdout } = await verifying(['--account', zone.managementAccount.name], nothing);
    expect(code).toBe(2);
    expect(stdout).toContain('management/aws_organizations_organization.organization');
    expect(stdout).toContain('expected is there, found nothing');
    expect(stdout).toContain('mend: deploy the stack management');
  });

  it('says that nothing is known where AWS denies, once for each reason, and differs nowhere', async () => {
    const { code, stdout } = await verifying(['--json'], denied);
    const { findings } = JSON.parse(stdout) as {
      readonly findings: readonly { readonly status: string; readonly mend: string }[];
    };
    expect(code).toBe(2);
    expect(new Set(findings.map(({ status }) => status))).toEqual(new Set(['unknown']));
    expect(findings[0]?.mend).toContain('--permissions');
  });

  it('answers no where nothing is known, unless it is told to answer no of what differs only', async () => {
    expect((await verifying(['--fail-on', 'unknown'], denied)).code).toBe(2);
    expect((await verifying(['--fail-on', 'differs'], denied)).code).toBe(0);
    const management = ['--account', zone.managementAccount.name];
    expect((await verifying(['--fail-on', 'differs', ...management], nothing)).code).toBe(2);
  });

  it('holds where nothing is expected any more and nothing is there, in accounts that are closed', async () => {
    const closed: FakeAnswers = (call) => {
      if (call.operation === 'ListParents') return { Parents: [{ Id: 'r-root' }] };
      if (call.operation !== 'ListAccounts') return nothing(call);
      const Accounts = zone.accounts.map(({ email: Email, name: Name }, index) => ({
        ...{ Id: `44445555666${index}`, Name, Email, State: 'SUSPENDED' },
      }));
      return { Accounts };
    };
    const { code, stdout } = await verifying(['--expect-empty'], closed);
    expect(stdout).not.toMatch(/Differs|Unknown/);
    expect(code).toBe(0);
  });

  it('knows nothing of accounts that are not there, after a teardown either', async () => {
    const { code, stdout } = await verifying(['--expect-empty'], nothing);
    expect(stdout).not.toContain('Differs');
    expect(stdout).toContain('management/aws_organizations_account.account-security is not there');
    expect(code).toBe(2);
  });

  it('leaves raw replies out of its JSON unless they are asked for', async () => {
    const account = zone.managementAccount.name;
    const plain = JSON.parse((await verifying(['--json', '--account', account], nothing)).stdout);
    const raw = JSON.parse((await verifying(['--json', '--raw', '--account', account], nothing)).stdout);
    expect(plain.findings[0]).not.toHaveProperty('raw');
    expect(raw.findings[0]).toHaveProperty('raw');
    expect(raw).toMatchObject({ accounts: [account], expectEmpty: false });
  });

  it('prints the policy that it needs, for the role that it is told, and asks nobody', async () => {
    const { code, stdout } = await verifying(['--permissions', '--role', 'Reader'], () => new Error('asked'));
    expect(code).toBe(0);
    expect(JSON.parse(stdout).Statement[0].Action).toContain('organizations:ListAccounts');
    expect(stdout).toContain('role/Reader');
  });

  it('refuses an account that the landing zone does not have', async () => {
    const { code, stderr } = await verifying(['--account', 'managment'], nothing);
    expect(code).toBe(1);
    expect(stderr).toContain("did you mean 'management'");
  });

  it('ends at once where the credentials are those of another account, or of nobody', async () => {
    const as = (answer: object) => {
      const faked: typeof command = {
        ...command,
        run: (options, context) =>
          run(options, context, { zone, stacksOf, connect: () => new FakeLiveAws(() => answer) }),
      };
      return runCli(faked, []);
    };
    const other = await as({ Account: '999900001111', Arn: 'arn:aws:iam::999900001111:user/me' });
    expect(other).toMatchObject({ code: 1, stdout: '' });
    expect(other.stderr).toContain('use credentials of that account');
    expect((await as(awsError('CredentialsProviderError', 'Could not load credentials'))).stderr).toContain(
      'AWS_PROFILE',
    );
  });

  it('writes a case of JUnit for each check, and an event of OCSF', async () => {
    const account = zone.managementAccount.name;
    const junit = (await verifying(['--format', 'junit', '--account', account], nothing)).stdout;
    expect(junit).toMatch(/<testsuite name="management" tests="\d+" failures="\d+" errors="\d+"/);
    expect(junit).toContain('<failure message="aws_organizations_organization: expected is there, found nothing">');
    const [event] = JSON.parse((await verifying(['--format', 'ocsf', '--account', account], nothing)).stdout);
    expect(event).toMatchObject({
      class_uid: 2003,
      type_uid: 200301,
      category_uid: 2,
      compliance: { status: expect.any(String) },
    });
  });

  it('says of a subscription that nobody confirmed that it has to be confirmed, not deployed', async () => {
    const subscriptions = Object.values(stacks.get('security')?.resource?.aws_sns_topic_subscription ?? {});
    const replies: Readonly<Record<string, object>> = {
      ListAccounts: {
        Accounts: zone.accounts.map(({ email: Email, name: Name }, index) => ({
          ...{ Id: `44445555666${index}`, Name, Email, State: 'ACTIVE' },
        })),
      },
      DescribeOrganization: { Organization: {} },
      ListRoots: { Roots: [{ Id: 'r-root' }] },
      ListAWSServiceAccessForOrganization: {},
      ListOrganizationalUnitsForParent: {
        OrganizationalUnits: zone.organizationalUnits.flatMap((path) =>
          path.split('/').map((Name) => ({ Id: `ou-${Name}`, Name })),
        ),
      },
      ListAccountsForParent: {},
      ListParents: { Parents: [{ Id: 'r-root' }] },
      ListSubscriptionsByTopic: {
        Subscriptions: subscriptions.map(({ protocol, endpoint }) => ({
          ...{ Protocol: protocol, Endpoint: endpoint, SubscriptionArn: 'PendingConfirmation' },
        })),
      },
    };
    const pending: FakeAnswers = (call) => replies[call.operation] ?? nothing(call);
    const security = zone.securityAccount.name;
    const { findings } = JSON.parse((await verifying(['--json', '--account', security], pending)).stdout);
    const own = findings.filter(({ id }: { readonly id: string }) => id.includes('aws_sns_topic_subscription'));
    expect(own.length).toBeGreaterThan(0);
    for (const { mend } of own) expect(mend).toBe('confirm it from the message that AWS sent');
  });
});
