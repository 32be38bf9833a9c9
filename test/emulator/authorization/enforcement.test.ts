import { spawnSync } from 'node:child_process';
import * as accessanalyzer from '@aws-sdk/client-accessanalyzer';
import * as cloudtrail from '@aws-sdk/client-cloudtrail';
import * as ec2 from '@aws-sdk/client-ec2';
import * as iam from '@aws-sdk/client-iam';
import * as organizations from '@aws-sdk/client-organizations';
import * as s3 from '@aws-sdk/client-s3';
import * as sns from '@aws-sdk/client-sns';
import * as sts from '@aws-sdk/client-sts';
import { type EmulatedAws, startEmulatedAws } from '../../../emulator/emulated-aws';
import { organizationPolicies } from '../../../policy/guardrails/organization-policies';
import { organizationIdMarker } from '../../../schema/forms/control';
import { everything, policyOf } from '../../support/fake-iam';
import { zoneOf } from '../../support/zone';

// Skipped where moto_server is not on PATH: users, roles and buckets are its own.
const withMoto = spawnSync('moto_server', ['--help']).error ? describe.skip : describe;

const OUTSIDE = '999999999999';
const region = 'eu-central-1';

interface Key {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

withMoto('the policies of the sample, in an organization that is founded through the API', () => {
  let aws: EmulatedAws;
  let sandbox = '';
  const policyIds = new Map<string, string>();
  const targets = new Map<string, string>();

  const optionsOf = (credentials: Key) => ({
    endpoint: `http://127.0.0.1:${aws.port}`,
    region,
    credentials,
    maxAttempts: 1,
  });
  const administrator = (): Key => ({ accessKeyId: aws.environment.AWS_ACCESS_KEY_ID ?? '', secretAccessKey: 'x' });
  const iamOf = (key: Key) => new iam.IAMClient(optionsOf(key));
  const s3Of = (key: Key) => new s3.S3Client({ ...optionsOf(key), forcePathStyle: true });
  const organizationsClient = () => new organizations.OrganizationsClient(optionsOf(administrator()));

  const assume = async (
    account: string,
    role = 'OrganizationAccountAccessRole',
    as = administrator(),
    more = {},
  ): Promise<Key> => {
    const client = new sts.STSClient(optionsOf(as));
    const RoleArn = `arn:aws:iam::${account}:role/${role}`;
    const { Credentials } = await client.send(new sts.AssumeRoleCommand({ RoleArn, RoleSessionName: 'test', ...more }));
    return { accessKeyId: Credentials?.AccessKeyId ?? '', secretAccessKey: Credentials?.SecretAccessKey ?? '' };
  };

  /** A role that its own account may assume, and a session of it. */
  const worker = async (account: string, name: string, policy: object, PermissionsBoundary?: string): Promise<Key> => {
    const deployer = iamOf(await assume(account));
    const trust = policyOf({
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: 'sts:AssumeRole',
    });
    await deployer.send(
      new iam.CreateRoleCommand({
        RoleName: name,
        AssumeRolePolicyDocument: JSON.stringify(trust),
        PermissionsBoundary,
      }),
    );
    await deployer.send(
      new iam.PutRolePolicyCommand({ RoleName: name, PolicyName: 'own', PolicyDocument: JSON.stringify(policy) }),
    );
    return assume(account, name, await assume(account));
  };

  const refused = (sentence: string | RegExp, name = 'AccessDenied') =>
    expect.objectContaining({ name, message: expect.stringMatching(sentence) });

  beforeAll(async () => {
    aws = await startEmulatedAws({ settings: { outsideAccounts: [{ id: OUTSIDE, email: 'out@example.com' }] } });
    const client = organizationsClient();
    const { Organization } = await client.send(new organizations.CreateOrganizationCommand({ FeatureSet: 'ALL' }));
    const { Roots: [root] = [] } = await client.send(new organizations.ListRootsCommand({}));
    for (const PolicyType of ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const)
      await client.send(new organizations.EnablePolicyTypeCommand({ RootId: root?.Id, PolicyType }));
    const { OrganizationalUnit } = await client.send(
      new organizations.CreateOrganizationalUnitCommand({ ParentId: root?.Id, Name: 'Sandbox' }),
    );
    await client.send(new organizations.CreateAccountCommand({ AccountName: 'sandbox', Email: 'sandbox@example.com' }));
    const { Accounts = [] } = await client.send(new organizations.ListAccountsCommand({}));
    sandbox = Accounts.find(({ Name }) => Name === 'sandbox')?.Id ?? '';
    const move = { AccountId: sandbox, SourceParentId: root?.Id, DestinationParentId: OrganizationalUnit?.Id };
    await client.send(new organizations.MoveAccountCommand(move));
    targets.set('Root', root?.Id ?? '').set('Sandbox', OrganizationalUnit?.Id ?? '');
    for (const { type, name, content, targets: nodes } of organizationPolicies(zoneOf())) {
      if (!nodes.some((node) => targets.has(node.name))) continue;
      const Content = content.replaceAll(organizationIdMarker, Organization?.Id ?? '');
      const { Policy } = await client.send(
        new organizations.CreatePolicyCommand({ Type: type, Name: name, Description: '', Content }),
      );
      policyIds.set(name, Policy?.PolicySummary?.Id ?? '');
      for (const node of nodes) {
        const TargetId = targets.get(node.name);
        if (TargetId)
          await client.send(new organizations.AttachPolicyCommand({ PolicyId: policyIds.get(name), TargetId }));
      }
    }
  }, 120_000);
  afterAll(() => aws.close());

  const createUser = (key: Key, UserName: string) => iamOf(key).send(new iam.CreateUserCommand({ UserName }));
  const detach = (name: string, node: string) =>
    organizationsClient().send(
      new organizations.DetachPolicyCommand({ PolicyId: policyIds.get(name), TargetId: targets.get(node) }),
    );
  const attach = (name: string, node: string) =>
    organizationsClient().send(
      new organizations.AttachPolicyCommand({ PolicyId: policyIds.get(name), TargetId: targets.get(node) }),
    );

  test('a service control policy binds an administrator and the deploy role of a member, and not the management account', async () => {
    const engineer = await worker(sandbox, 'Engineer', everything);
    await expect(createUser(engineer, 'mallory')).rejects.toEqual(
      refused(
        /assumed-role\/Engineer\/test is not authorized to perform: iam:CreateUser .* with an explicit deny in a service control policy/,
      ),
    );
    await expect(createUser(await assume(sandbox), 'mallory')).rejects.toEqual(refused('service control policy'));
    await expect(createUser(administrator(), 'alice')).resolves.toMatchObject({ User: { UserName: 'alice' } });

    const names = [...policyIds.keys()].filter((name) => name.startsWith('sandbox'));
    for (const name of names) await detach(name, 'Sandbox');
    await expect(createUser(engineer, 'bob')).resolves.toMatchObject({ User: { UserName: 'bob' } });
    for (const name of names) await attach(name, 'Sandbox');
    await expect(createUser(engineer, 'carol')).rejects.toEqual(refused('service control policy'));
  });

  test('a region that is not governed is denied, with the code that the SDK of each protocol reads', async () => {
    const far = { ...optionsOf(await assume(sandbox, 'Engineer', await assume(sandbox))), region: 'ap-south-1' };
    const topic = new sns.SNSClient(far).send(new sns.CreateTopicCommand({ Name: 'far' }));
    await expect(topic).rejects.toEqual(refused('sns:CreateTopic', 'AuthorizationErrorException'));
    const regions = new ec2.EC2Client(far).send(new ec2.DescribeVpcsCommand({}));
    await expect(regions).rejects.toEqual(
      refused('You are not authorized to perform this operation.', 'UnauthorizedOperation'),
    );
    const analyzers = new accessanalyzer.AccessAnalyzerClient(far).send(new accessanalyzer.ListAnalyzersCommand({}));
    await expect(analyzers).rejects.toEqual(refused('access-analyzer:ListAnalyzers', 'AccessDeniedException'));
    const trails = new cloudtrail.CloudTrailClient(far).send(new cloudtrail.DescribeTrailsCommand({}));
    await expect(trails).rejects.toEqual(refused('cloudtrail:DescribeTrails', 'AccessDeniedException'));
  });

  test('a policy of a bucket binds an administrator', async () => {
    const key = await worker(sandbox, 'BucketOwner', everything);
    const client = s3Of(key);
    await client.send(
      new s3.CreateBucketCommand({ Bucket: 'guarded', CreateBucketConfiguration: { LocationConstraint: region } }),
    );
    await client.send(new s3.PutObjectCommand({ Bucket: 'guarded', Key: 'one', Body: 'x' }));
    const deny = {
      Sid: 'NoReads',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::guarded/*',
    };
    await client.send(new s3.PutBucketPolicyCommand({ Bucket: 'guarded', Policy: JSON.stringify(policyOf(deny)) }));
    await expect(client.send(new s3.GetObjectCommand({ Bucket: 'guarded', Key: 'one' }))).rejects.toEqual(
      refused('with an explicit deny in a resource-based policy'),
    );
    await client.send(new s3.DeleteBucketPolicyCommand({ Bucket: 'guarded' }));
    await expect(client.send(new s3.GetObjectCommand({ Bucket: 'guarded', Key: 'one' }))).resolves.toBeDefined();
  });

  test('a resource control policy denies an account outside the organization what the bucket grants it', async () => {
    const owner = s3Of(await worker(sandbox, 'Sharer', everything));
    await owner.send(
      new s3.CreateBucketCommand({ Bucket: 'shared', CreateBucketConfiguration: { LocationConstraint: region } }),
    );
    const grant = {
      Effect: 'Allow',
      Principal: { AWS: OUTSIDE },
      Action: 's3:ListBucket',
      Resource: 'arn:aws:s3:::shared',
    };
    await owner.send(new s3.PutBucketPolicyCommand({ Bucket: 'shared', Policy: JSON.stringify(policyOf(grant)) }));
    const foreign = s3Of(await assume(OUTSIDE));
    const list = () => foreign.send(new s3.ListObjectsV2Command({ Bucket: 'shared' }));
    await expect(list()).rejects.toEqual(refused('with an explicit deny in a resource control policy'));
    const perimeter = [...policyIds.keys()].filter((name) => name.startsWith('root-resources'));
    for (const name of perimeter) await detach(name, 'Root');
    await expect(list()).resolves.toBeDefined();
    for (const name of perimeter) await attach(name, 'Root');
    await owner.send(new s3.DeleteBucketPolicyCommand({ Bucket: 'shared' }));
  });

  test('a trust policy that does not name the caller refuses AssumeRole, to an administrator too', async () => {
    const deployer = iamOf(await assume(sandbox));
    const trust = policyOf({
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    });
    const role = { RoleName: 'ForLambda', AssumeRolePolicyDocument: JSON.stringify(trust) };
    await deployer.send(new iam.CreateRoleCommand(role));
    await expect(assume(sandbox, 'ForLambda')).rejects.toEqual(
      refused('because no role trust policy allows the sts:AssumeRole action'),
    );
    const engineer = await assume(sandbox, 'Engineer', await assume(sandbox));
    await expect(assume(sandbox, 'ForLambda', engineer)).rejects.toEqual(refused('no role trust policy'));
  });

  test('an identity-based policy without the action denies, and so does a boundary or a session policy', async () => {
    const read = policyOf({ Effect: 'Allow', Action: 'iam:Get*', Resource: '*' });
    const reader = await worker(sandbox, 'Reader', read);
    const list = (key: Key) => iamOf(key).send(new iam.ListRolesCommand({}));
    await expect(list(reader)).rejects.toEqual(
      refused('because no identity-based policy allows the iam:ListRoles action'),
    );
    const deployer = iamOf(await assume(sandbox));
    await deployer.send(
      new iam.PutRolePolicyCommand({
        RoleName: 'Reader',
        PolicyName: 'more',
        PolicyDocument: JSON.stringify(everything),
      }),
    );
    await expect(list(reader)).resolves.toBeDefined();

    const { Policy } = await deployer.send(
      new iam.CreatePolicyCommand({ PolicyName: 'Limit', PolicyDocument: JSON.stringify(read) }),
    );
    const bounded = await worker(sandbox, 'Bounded', everything, Policy?.Arn);
    await expect(list(bounded)).rejects.toEqual(
      refused('because no permissions boundary allows the iam:ListRoles action'),
    );

    const session = await assume(sandbox, 'Engineer', await assume(sandbox), { Policy: JSON.stringify(read) });
    await expect(list(session)).rejects.toEqual(refused('because no session policy allows the iam:ListRoles action'));
  });

  test('a privileged session opens a bucket that locked everybody out, and does nothing else', async () => {
    const owner = s3Of(await worker(sandbox, 'Locker', everything));
    const location = { LocationConstraint: region } as const;
    await owner.send(new s3.CreateBucketCommand({ Bucket: 'locked', CreateBucketConfiguration: location }));
    const lock = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::locked' };
    await owner.send(new s3.PutBucketPolicyCommand({ Bucket: 'locked', Policy: JSON.stringify(policyOf(lock)) }));
    const unlock = { Bucket: 'locked' };
    await expect(owner.send(new s3.DeleteBucketPolicyCommand(unlock))).rejects.toEqual(
      refused('resource-based policy'),
    );

    const trusted = { ServicePrincipal: 'iam.amazonaws.com' };
    await organizationsClient().send(new organizations.EnableAWSServiceAccessCommand(trusted));
    const privileged = async (as: Key): Promise<Key> => {
      const arn = 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy';
      const { Credentials } = await new sts.STSClient(optionsOf(as)).send(
        new sts.AssumeRootCommand({ TargetPrincipal: sandbox, TaskPolicyArn: { arn } }),
      );
      return { accessKeyId: Credentials?.AccessKeyId ?? '', secretAccessKey: 'x' };
    };
    await expect(privileged(administrator())).rejects.toEqual(refused('sts:AssumeRoot'));
    await iamOf(administrator()).send(new iam.EnableOrganizationsRootSessionsCommand({}));
    await expect(privileged(await assume(sandbox))).rejects.toEqual(refused('sts:AssumeRoot'));
    const root = await privileged(administrator());
    await expect(createUser(root, 'root-made')).rejects.toEqual(refused('iam:CreateUser'));
    await expect(s3Of(root).send(new s3.DeleteBucketPolicyCommand(unlock))).resolves.toBeDefined();
  });
});
