import { createAuthorization } from '../../../emulator/authorization/authorization';
import type { Input } from '../../../emulator/authorization/judged-call';
import type { Protocol } from '../../../emulator/gateway/wire';
import type { Caller, Session } from '../../../emulator/toolkit/call';
import { everything, type FakeIam, type FakeIdentity, fakeIam, policyOf } from '../../support/fake-iam';
import { fakeWorld, MANAGEMENT, refusal } from '../../support/world';

const region = 'eu-central-1';
const arn = `arn:aws:iam::${MANAGEMENT}:role/worker`;

const caller = (session?: Session): Caller => ({
  account: MANAGEMENT,
  arn: `arn:aws:sts::${MANAGEMENT}:assumed-role/worker/test`,
  userId: 'AROA:test',
  principal: arn,
  ...(session && { session }),
});

interface Judged {
  readonly service: string;
  readonly operation: string;
  readonly input?: Input;
  readonly protocol?: Protocol;
  readonly as?: Caller;
}

/** Judges calls of one role of the management account. */
function judgeOf(role: FakeIdentity, more: Partial<FakeIam> = {}) {
  const iam = fakeIam({ ...more, identities: { [arn]: role, ...more.identities } });
  const world = fakeWorld({
    moto: (request) => (request.service === 'iam' ? iam(request) : { status: 404, body: '' }),
  });
  const authorization = createAuthorization(world);
  const callOf = ({ service, operation, input = {} }: Judged) => ({
    service,
    operation,
    input,
    account: MANAGEMENT,
    region,
  });
  const judge = (judged: Judged) =>
    authorization.tryRefusal(judged.as ?? caller(), judged.protocol ?? 'json', callOf(judged));
  return { judge, world, answered: (judged: Judged) => authorization.answered(callOf(judged)) };
}

const allowing = (statement: object): FakeIdentity => ({
  policies: { own: policyOf({ Effect: 'Allow', ...statement }) },
});

const denying = (statement: object): FakeIdentity => ({
  policies: { everything, deny: policyOf({ Effect: 'Deny', ...statement }) },
});

describe('a call is judged', () => {
  it('by the resource that it is about', async () => {
    const { judge } = judgeOf(allowing({ Action: 'athena:*', Resource: `arn:aws:athena:*:*:workgroup/own` }));
    const update = (WorkGroup: string) =>
      judge({ service: 'athena', operation: 'UpdateWorkGroup', input: { WorkGroup } });
    expect(await update('own')).toBeUndefined();
    expect(await update('theirs')).toEqual(refusal('AccessDeniedException'));
    expect((await update('theirs'))?.message).toBe(
      `User: arn:aws:sts::${MANAGEMENT}:assumed-role/worker/test is not authorized to perform: athena:UpdateWorkGroup on resource: ` +
        `arn:aws:athena:${region}:${MANAGEMENT}:workgroup/theirs because no identity-based policy allows the athena:UpdateWorkGroup action`,
    );
  });

  it('by what its request carries', async () => {
    const Condition = { StringNotEquals: { 'sagemaker:RootAccess': 'Disabled' } };
    const { judge } = judgeOf(denying({ Action: 'sagemaker:CreateNotebookInstance', Resource: '*', Condition }));
    const create = (input: Input) => judge({ service: 'sagemaker', operation: 'CreateNotebookInstance', input });
    expect(await create({ NotebookInstanceName: 'n', RootAccess: 'Disabled' })).toBeUndefined();
    expect(await create({ NotebookInstanceName: 'n' })).toEqual(refusal('AccessDeniedException'));
  });

  it('by who asks: role, account and organization', async () => {
    for (const Condition of [
      { ArnNotLike: { 'aws:PrincipalArn': arn } },
      { StringNotEquals: { 'aws:PrincipalAccount': MANAGEMENT } },
      { StringNotEquals: { 'aws:PrincipalOrgID': 'o-0000000001' } },
      { StringNotLike: { 'aws:PrincipalOrgPaths': 'o-0000000001/r-*/' } },
      { StringNotEquals: { 'aws:PrincipalTag/team': 'platform' } },
      { Bool: { 'aws:SecureTransport': 'false' } },
      { StringNotEquals: { 'aws:RequestedRegion': region } },
      { Null: { 'aws:CalledVia': 'false' } },
    ]) {
      const { judge } = judgeOf({ ...denying({ Action: '*', Resource: '*', Condition }), tags: { team: 'platform' } });
      expect([Condition, await judge({ service: 'config', operation: 'DescribeConfigRules' })]).toEqual([
        Condition,
        undefined,
      ]);
    }
  });

  it('by the tags that it puts on something', async () => {
    const Condition = { Null: { 'aws:RequestTag/owner': 'true' } };
    const { judge } = judgeOf(denying({ Action: 'bedrock:CreateGuardrail', Resource: '*', Condition }));
    const create = (tags: object[]) =>
      judge({ service: 'bedrock', operation: 'CreateGuardrail', protocol: 'rest-json', input: { name: 'g', tags } });
    expect(await create([{ key: 'owner', value: 'me' }])).toBeUndefined();
    expect(await create([])).toEqual(refusal('AccessDeniedException'));
  });

  it('by the tags of what it is about, where a policy asks for them', async () => {
    const Condition = { StringEquals: { 'aws:ResourceTag/kept': 'yes' } };
    const other = (name: string) => `arn:aws:iam::${MANAGEMENT}:role/${name}`;
    const identities = { [other('kept')]: { tags: { kept: 'yes' } }, [other('free')]: {} };
    const { judge } = judgeOf(denying({ Action: '*', Resource: '*', Condition }), { identities });
    const remove = (RoleName: string) => judge({ service: 'iam', operation: 'DeleteRole', input: { RoleName } });
    expect(await remove('free')).toBeUndefined();
    expect(await remove('kept')).toEqual(refusal('AccessDeniedException'));
    const workgroup: Judged = { service: 'athena', operation: 'DeleteWorkGroup', input: { WorkGroup: 'w' } };
    await expect(judge(workgroup)).rejects.toThrow('aws:ResourceTag/kept');
  });

  it('by nothing where AWS asks for no permission', async () => {
    const { judge } = judgeOf(denying({ Action: '*', Resource: '*' }));
    expect(await judge({ service: 'sts', operation: 'GetCallerIdentity' })).toBeUndefined();
  });

  it('by the groups of a user and by the policies that a session was given', async () => {
    const user = `arn:aws:iam::${MANAGEMENT}:user/alice`;
    const alice: Caller = { account: MANAGEMENT, arn: user, userId: 'AIDA', principal: user };
    const readOnly = 'arn:aws:iam::aws:policy/ReadOnly';
    const { judge } = judgeOf(
      {},
      {
        identities: { [user]: { policies: {}, groups: ['auditors'] } },
        groups: { auditors: { read: policyOf({ Effect: 'Allow', Action: 'config:Describe*', Resource: '*' }) } },
        managed: { [readOnly]: policyOf({ Effect: 'Allow', Action: 'config:Describe*', Resource: '*' }) },
      },
    );
    const session = caller({ policyArns: [readOnly], tags: new Map() });
    for (const as of [alice, session]) {
      expect(await judge({ service: 'config', operation: 'DescribeConfigRules', as })).toBeUndefined();
      expect(await judge({ service: 'config', operation: 'StopConfigurationRecorder', as })).toEqual(
        refusal('AccessDeniedException'),
      );
    }
  });

  it('by no identity-based policy where the role is gone', async () => {
    const { judge } = judgeOf({});
    const gone = { ...caller(), principal: `arn:aws:iam::${MANAGEMENT}:role/gone` };
    expect(await judge({ service: 'config', operation: 'DescribeConfigRules', as: gone })).toEqual(
      refusal('AccessDeniedException'),
    );
  });
});

describe('what belongs to another account', () => {
  const [there, OTHER] = ['eu-central-1:999999999999', '999999999999'];

  it('needs its own policy where it can have one', async () => {
    const { judge } = judgeOf({});
    const publish: Judged = { service: 'sns', operation: 'Publish', input: { TopicArn: `arn:aws:sns:${there}:t` } };
    expect(await judge(publish)).toEqual(refusal('AccessDeniedException'));
    expect((await judge(publish))?.message).toContain('because no resource-based policy allows the sns:Publish action');
  });

  it('is for the service to decide where it can have none, and known as the other account’s', async () => {
    const start: Judged = {
      service: 'cloudtrail',
      operation: 'StartLogging',
      input: { Name: `arn:aws:cloudtrail:${there}:trail/t` },
    };
    expect(await judgeOf({}).judge(start)).toBeUndefined();
    const Condition = { StringEquals: { 'aws:ResourceAccount': OTHER } };
    const { judge } = judgeOf(denying({ Action: 'cloudtrail:*', Resource: '*', Condition }));
    expect(await judge(start)).toEqual(refusal('AccessDeniedException'));
  });
});

describe('what cannot be told denies', () => {
  it('a Deny on a resource applies where the request does not say which resource it is about', async () => {
    const deleteQuery: Judged = { service: 'athena', operation: 'DeleteNamedQuery', input: { NamedQueryId: 'q' } };
    const denied = judgeOf(denying({ Action: 'athena:*', Resource: 'arn:aws:athena:*:*:workgroup/audit' }));
    expect(await denied.judge(deleteQuery)).toEqual(refusal('AccessDeniedException'));
    const other = judgeOf(denying({ Action: 'athena:*', Resource: 'arn:aws:s3:::audit' }));
    expect(await other.judge(deleteQuery)).toBeUndefined();
  });

  it('an Allow on a resource does not', async () => {
    const { judge } = judgeOf(allowing({ Action: 'athena:*', Resource: 'arn:aws:athena:*:*:workgroup/audit' }));
    expect(await judge({ service: 'athena', operation: 'DeleteNamedQuery', input: { NamedQueryId: 'q' } })).toEqual(
      refusal('AccessDeniedException'),
    );
  });

  it('a condition key that nothing reads ends the run by name, on the actions that the statement is about', async () => {
    const Condition = { StringEquals: { 'sagemaker:TargetModel': 'm' } };
    const { judge } = judgeOf(denying({ Action: 'sagemaker:InvokeEndpoint', Resource: '*', Condition }));
    await expect(
      judge({ service: 'sagemaker', operation: 'InvokeEndpoint', input: { EndpointName: 'e' } }),
    ).rejects.toThrow('sagemaker:TargetModel');
    expect(
      await judge({ service: 'sagemaker', operation: 'DescribeEndpoint', input: { EndpointName: 'e' } }),
    ).toBeUndefined();
  });
});

describe('whoever hands a role to a service', () => {
  const passed = `arn:aws:iam::${MANAGEMENT}:role/execution`;
  const create: Judged = {
    service: 'lambda',
    operation: 'CreateFunction',
    protocol: 'rest-json',
    input: { FunctionName: 'f', Role: passed },
  };

  it('needs iam:PassRole on it', async () => {
    const withoutPass = judgeOf(allowing({ Action: 'lambda:*', Resource: '*' }));
    expect((await withoutPass.judge(create))?.message).toContain(`iam:PassRole on resource: ${passed}`);
    const Condition = { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } };
    const pass = policyOf({ Effect: 'Allow', Action: 'iam:PassRole', Resource: passed, Condition });
    const both = judgeOf({
      policies: { lambda: policyOf({ Effect: 'Allow', Action: 'lambda:*', Resource: '*' }), pass },
    });
    expect(await both.judge(create)).toBeUndefined();
  });

  it.each<[string, string, Input]>([
    ['config', 'PutConfigurationRecorder', { ConfigurationRecorder: { name: 'default', roleARN: passed } }],
    ['cloudtrail', 'CreateTrail', { Name: 't', CloudWatchLogsRoleArn: passed }],
    ['s3', 'PutBucketReplication', { Bucket: 'b', Role: passed }],
    ['events', 'PutTargets', { Rule: 'r', Targets: [{ Id: '1', RoleArn: passed }] }],
    ['lakeformation', 'RegisterResource', { ResourceArn: 'arn:aws:s3:::b', RoleArn: passed }],
    ['bedrock', 'PutModelInvocationLoggingConfiguration', { loggingConfig: { cloudWatchConfig: { roleArn: passed } } }],
  ])('is judged so for %s %s', async (service, operation, input) => {
    const { judge } = judgeOf(denying({ Action: 'iam:PassRole', Resource: passed }));
    expect((await judge({ service, operation, input }))?.message).toContain('iam:PassRole');
  });
});

describe('what IAM says is remembered', () => {
  it('until somebody writes to IAM', async () => {
    const { judge, world, answered } = judgeOf({});
    const describe: Judged = { service: 'config', operation: 'DescribeConfigRules' };
    await judge(describe);
    const asked = world.motoRequests.length;
    await judge(describe);
    expect(world.motoRequests).toHaveLength(asked);
    answered({ service: 'iam', operation: 'PutRolePolicy', input: { RoleName: 'another' } });
    await judge(describe);
    expect(world.motoRequests).toHaveLength(asked);
    answered({ service: 'iam', operation: 'PutRolePolicy', input: { RoleName: 'worker' } });
    await judge(describe);
    expect(world.motoRequests.length).toBeGreaterThan(asked);
  });
});

describe('a refusal', () => {
  it.each<[Protocol, string, string, string, number]>([
    ['json', 'config', 'DescribeConfigRules', 'AccessDeniedException', 400],
    ['rest-json', 'macie2', 'GetMacieSession', 'AccessDeniedException', 403],
    ['rest-xml', 's3', 'ListBuckets', 'AccessDenied', 403],
    ['query', 'iam', 'ListRoles', 'AccessDenied', 403],
    ['query', 'sns', 'ListTopics', 'AuthorizationError', 403],
    ['ec2', 'ec2', 'DescribeVpcs', 'UnauthorizedOperation', 403],
  ])('has the code and the status of the protocol: %s', async (protocol, service, operation, code, status) => {
    const { judge } = judgeOf({ policies: {} });
    expect(await judge({ service, operation, protocol })).toMatchObject({ code, status });
  });
});
