import { iam } from '../../../../emulator/services/iam';
import { callOf, fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

const ROLE = `arn:aws:iam::${MANAGEMENT}:role/teams/science`;

/** IAM with one role, which has one inline policy. */
function setUp(statement: object) {
  const document = encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: statement }));
  const answers: Readonly<Record<string, string>> = {
    GetRole: `<Role><Arn>${ROLE}</Arn><RoleId>AROA1</RoleId></Role>`,
    ListRolePolicies: '<PolicyNames><member>inline</member></PolicyNames>',
    GetRolePolicy: `<PolicyDocument>${document}</PolicyDocument>`,
    ListAttachedRolePolicies: '<AttachedPolicies/>',
  };
  const world = fakeWorld({
    moto: ({ body = '' }) => {
      const form = new URLSearchParams(body);
      const action = form.get('Action') ?? '';
      const result = form.get('RoleName') === 'science' ? answers[action] : undefined;
      return result === undefined
        ? { status: 404, body: '' }
        : { status: 200, body: `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>` };
    },
  });
  const call = callOf(iam(world, {}));
  const used = (service: string, role: string, region = 'us-east-1') =>
    world.events.add({
      ...{ time: world.clock.seconds(), account: MANAGEMENT, region, accessKey: 'ASIA1', service },
      ...{ operation: 'ListKeys', input: {} },
      caller: { account: MANAGEMENT, arn: '', userId: '', principal: `arn:aws:iam::${MANAGEMENT}:role/${role}` },
    });
  const generate = async (Arn = ROLE, more = {}) =>
    (await call('GenerateServiceLastAccessedDetails', { Arn, ...more })).JobId;
  const report = async (input = {}) => call('GetServiceLastAccessedDetails', { JobId: await generate(), ...input });
  return { call, used, generate, report };
}

const allow = (Action: string | readonly string[]) => ({ Effect: 'Allow', Action, Resource: '*' });

describe('the report of last access', () => {
  it('names each service that the policies allow something of, and none else', async () => {
    const { report } = setUp([allow(['kms:Decrypt', 'bedrock:Invoke*']), { ...allow('s3:*'), Effect: 'Deny' }]);
    expect(await report()).toEqual({
      JobStatus: 'COMPLETED',
      JobType: 'SERVICE_LEVEL',
      JobCreationDate: '2026-01-01T00:00:00.000Z',
      JobCompletionDate: '2026-01-01T00:00:00.000Z',
      IsTruncated: false,
      Marker: undefined,
      ServicesLastAccessed: [
        { ServiceNamespace: 'bedrock', ServiceName: 'Amazon Bedrock', TotalAuthenticatedEntities: 0 },
        { ServiceNamespace: 'kms', ServiceName: 'AWS Key Management Service', TotalAuthenticatedEntities: 0 },
      ],
    });
  });

  it('says when and where the role used a service last, and of no other role', async () => {
    const { report, used } = setUp(allow(['kms:*', 'cloudwatch:*']));
    used('kms', 'science');
    used('kms', 'science', 'eu-west-1');
    used('kms', 'other', 'eu-north-1');
    used('monitoring', 'science');
    expect((await report()).ServicesLastAccessed).toMatchObject([
      { ServiceNamespace: 'cloudwatch', LastAuthenticatedRegion: 'us-east-1' },
      {
        ServiceNamespace: 'kms',
        LastAuthenticated: '2026-01-01T00:00:00.000Z',
        LastAuthenticatedEntity: ROLE,
        LastAuthenticatedRegion: 'eu-west-1',
        TotalAuthenticatedEntities: 1,
      },
    ]);
  });

  it('leaves out the services that NotAction excepts whole, and comes in pages', async () => {
    const { report } = setUp({ Effect: 'Allow', NotAction: ['a4b:*', 's3:GetObject'], Resource: '*' });
    const { ServicesLastAccessed, IsTruncated, Marker } = await report({ MaxItems: '2' });
    expect([ServicesLastAccessed.length, IsTruncated]).toEqual([2, true]);
    const next = await report({ MaxItems: '1000', Marker });
    const rest = next.ServicesLastAccessed.map(
      ({ ServiceNamespace }: { ServiceNamespace: string }) => ServiceNamespace,
    );
    expect(rest).toContain('s3');
    expect(rest).not.toContain('a4b');
    await expect(report({ Marker: 'x' })).rejects.toEqual(refusal('InvalidInput'));
  });

  it('knows who used a service, if anybody did', async () => {
    const { call, used, generate } = setUp(allow('kms:*'));
    const JobId = await generate();
    const users = async () =>
      (await call('GetServiceLastAccessedDetailsWithEntities', { JobId, ServiceNamespace: 'kms' })).EntityDetailsList;
    expect(await users()).toEqual([]);
    used('kms', 'science');
    expect(await users()).toEqual([
      {
        EntityInfo: { Arn: ROLE, Name: 'science', Type: 'ROLE', Id: 'AROA1', Path: '/teams/' },
        LastAuthenticated: '2026-01-01T00:00:00.000Z',
      },
    ]);
  });

  it('refuses whom the account does not have, and jobs that nobody started', async () => {
    const { call, generate } = setUp([]);
    await expect(generate(`${ROLE}s`)).rejects.toEqual(refusal('NoSuchEntity'));
    await expect(generate(ROLE.replace(MANAGEMENT, '222222222222'))).rejects.toEqual(refusal('NoSuchEntity'));
    await expect(generate(`arn:aws:kms:us-east-1:${MANAGEMENT}:key/k`)).rejects.toEqual(refusal('InvalidInput'));
    await expect(call('GetServiceLastAccessedDetails', { JobId: 'x' })).rejects.toEqual(refusal('NoSuchEntity'));
  });

  it('is not made of groups, of policies or of single actions', async () => {
    const { generate } = setUp([]);
    await expect(generate(`arn:aws:iam::${MANAGEMENT}:group/g`)).rejects.toEqual(refusal('NotImplementedException'));
    await expect(generate(ROLE, { Granularity: 'ACTION_LEVEL' })).rejects.toEqual(refusal('NotImplementedException'));
  });
});
