import { agentRoles } from '../../../lambda/checks/agent-roles';
import { type Answers, fakeClients, type Input, inPages, serviceError } from '../fake-clients';

const roleArn = (name: string) => `arn:aws:iam::111122223333:role/agents/${name}`;
const runtimeArn = (id: string) => `arn:aws:bedrock-agentcore:eu-central-1:111122223333:runtime/${id}`;
const statement = { Effect: 'Allow', Action: 'bedrock:InvokeModel*', Resource: '*' };
const document = (...Statement: object[]) => encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement }));

/** A region in which each runtime has the role of this name. */
const region = (runtimes: Readonly<Record<string, string>>, change: Answers = {}): Answers => ({
  ListAgents: () => ({}),
  ListGateways: () => ({}),
  ListAgentRuntimes: inPages(
    'agentRuntimes',
    Object.keys(runtimes).map((id) => ({ agentRuntimeId: id, agentRuntimeArn: runtimeArn(id) })),
    'nextToken',
  ),
  GetAgentRuntime: ({ agentRuntimeId }: Input) => ({ roleArn: roleArn(runtimes[String(agentRuntimeId)] ?? '') }),
  ListRolePolicies: () => ({ PolicyNames: ['own'], IsTruncated: false }),
  GetRolePolicy: () => ({ PolicyDocument: document(statement) }),
  ListAttachedRolePolicies: () => ({ AttachedPolicies: [] }),
  ...change,
});

const judged = async (answers: Answers) => {
  const { clients, requests } = fakeClients(answers);
  return {
    verdicts: await agentRoles.onSchedule({ accountId: '111122223333', parameters: {}, clients }),
    requests,
  };
};
const faultOf = async (answers: Answers) => (await judged(answers)).verdicts.map(({ annotation }) => annotation);

/** What is said of a runtime whose role has this statement in a policy of its own. */
const allowing = (...statements: object[]) =>
  faultOf(region({ one: 'One' }, { GetRolePolicy: () => ({ PolicyDocument: document(...statements) }) }));

describe('the role of an agent', () => {
  it('complies where no other agent has it and it may do what it needs', async () => {
    const { verdicts } = await judged(region({ one: 'One', two: 'Two' }));
    expect(verdicts).toEqual(
      ['one', 'two'].map((id) => ({
        resourceType: 'AWS::BedrockAgentCore::Runtime',
        resourceId: runtimeArn(id),
        compliance: 'COMPLIANT',
      })),
    );
  });

  it('is not shared, and both of those that share it are named to each other', async () => {
    expect(await faultOf(region({ one: 'Same', two: 'Same', three: 'Three' }))).toEqual([
      'It shares its role with runtime/two.',
      'It shares its role with runtime/one.',
      undefined,
    ]);
  });

  it('is not shared between an agent of Bedrock, a runtime and a gateway either', async () => {
    const others = {
      ListAgents: () => ({ agentSummaries: [{ agentId: 'A1' }] }),
      GetAgent: () => ({ agent: { agentArn: 'arn:aws:bedrock:x:1:agent/A1', agentResourceRoleArn: roleArn('Same') } }),
      ListGateways: () => ({ items: [{ gatewayId: 'g' }] }),
      GetGateway: () => ({ gatewayArn: 'arn:aws:bedrock-agentcore:x:1:gateway/g', roleArn: roleArn('Same') }),
    };
    const { verdicts } = await judged(region({ one: 'Same' }, others));
    expect(verdicts.map(({ resourceType, compliance }) => [resourceType, compliance])).toEqual([
      ['AWS::Bedrock::Agent', 'NON_COMPLIANT'],
      ['AWS::BedrockAgentCore::Runtime', 'NON_COMPLIANT'],
      ['AWS::BedrockAgentCore::Gateway', 'NON_COMPLIANT'],
    ]);
  });

  it.each([
    ['everything', { Action: '*' }, 'own allows *.'],
    ['all of a service', { Action: ['s3:GetObject', 'dynamodb:*'], Resource: 'arn:aws:x' }, 'own allows dynamodb:*.'],
    ['all but some actions', { NotAction: 'iam:*' }, 'own allows all actions but some.'],
    ['to pass any role', { Action: 'iam:PassRole', Resource: '*' }, 'own allows iam:PassRole.'],
    [
      'to take the token of any agent',
      { Action: 'bedrock-agentcore:GetWorkloadAccessToken', Resource: ['*'] },
      'own allows bedrock-agentcore:GetWorkloadAccessToken.',
    ],
  ])('does not allow %s', async (_what, change, annotation) => {
    expect(await allowing({ Effect: 'Allow', Resource: '*', ...change })).toEqual([annotation]);
  });

  it.each([
    ['what it denies is wide', { Effect: 'Deny', Action: '*', Resource: '*' }],
    ['its wildcard leaves a verb', { Effect: 'Allow', Action: ['s3:Get*', 'logs:Put*'], Resource: '*' }],
    ['it passes one role', { Effect: 'Allow', Action: 'iam:PassRole', Resource: roleArn('Tool') }],
  ])('complies where %s', async (_why, one) => {
    expect(await allowing(one)).toEqual([undefined]);
  });

  it('is looked at in the policies that are attached to it, in the version that is in force', async () => {
    const attached = (Marker: unknown) =>
      Marker
        ? { AttachedPolicies: [{ PolicyName: 'Wide', PolicyArn: 'arn:wide' }], IsTruncated: false }
        : { AttachedPolicies: [{ PolicyName: 'Narrow', PolicyArn: 'arn:narrow' }], IsTruncated: true, Marker: 'more' };
    const { verdicts, requests } = await judged(
      region(
        { one: 'One' },
        {
          ListAttachedRolePolicies: ({ Marker }: Input) => attached(Marker),
          GetPolicy: () => ({ Policy: { DefaultVersionId: 'v7' } }),
          GetPolicyVersion: ({ PolicyArn }: Input) => ({
            PolicyVersion: {
              Document: document({ ...statement, Action: PolicyArn === 'arn:wide' ? 's3:*' : 's3:Get*' }),
            },
          }),
        },
      ),
    );
    expect(verdicts).toMatchObject([{ compliance: 'NON_COMPLIANT', annotation: 'Wide allows s3:*.' }]);
    expect(requests).toContainEqual({ command: 'GetPolicyVersion', input: { PolicyArn: 'arn:wide', VersionId: 'v7' } });
    expect(requests).toContainEqual({ command: 'ListRolePolicies', input: { RoleName: 'One' } });
  });

  it('is read once for all that share it', async () => {
    const { requests } = await judged(region({ one: 'Same', two: 'Same' }));
    expect(requests.filter(({ command }) => command === 'GetRolePolicy')).toHaveLength(1);
  });

  it('allows nothing once it is deleted, and is not guessed where IAM does not answer', async () => {
    const gone = { ListRolePolicies: () => serviceError('NoSuchEntityException') };
    expect(await faultOf(region({ one: 'One' }, gone))).toEqual([undefined]);
    const denied = serviceError('AccessDenied');
    await expect(judged(region({ one: 'One' }, { ListRolePolicies: () => denied }))).rejects.toBe(denied);
  });
});
