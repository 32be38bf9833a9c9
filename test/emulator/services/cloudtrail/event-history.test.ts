import type { ManagementEvent } from '../../../../emulator/event-record';
import { cloudtrail } from '../../../../emulator/services/cloudtrail';
import { callOf, fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

const day = 24 * 60 * 60;
const user = {
  account: MANAGEMENT,
  arn: `arn:aws:iam::${MANAGEMENT}:user/admins/alice`,
  userId: 'AIDA1',
  principal: `arn:aws:iam::${MANAGEMENT}:user/alice`,
};
const session = {
  account: MANAGEMENT,
  arn: `arn:aws:sts::${MANAGEMENT}:assumed-role/deploy/pipeline`,
  userId: 'AROA1:pipeline',
  principal: `arn:aws:iam::${MANAGEMENT}:role/deploy`,
};
const root = { account: MANAGEMENT, arn: `arn:aws:iam::${MANAGEMENT}:root`, userId: MANAGEMENT, principal: '' };

function setUp() {
  const world = fakeWorld();
  const now = world.clock.seconds();
  const call = callOf(cloudtrail(world));
  const happened = (event: Partial<ManagementEvent>) =>
    world.events.add({
      ...{ time: now, account: MANAGEMENT, region: 'us-east-1', caller: user, accessKey: 'AKIA1' },
      ...{ service: 'kms', operation: 'CreateKey', input: {} },
      ...event,
    });
  const names = async (input: object = {}, region = 'us-east-1'): Promise<string[]> => {
    const { Events } = await call('LookupEvents', input, MANAGEMENT, region);
    return Events.map(({ EventName }: { EventName: string }) => EventName);
  };
  const by = (AttributeKey: string, AttributeValue: string) =>
    names({ LookupAttributes: [{ AttributeKey, AttributeValue }] });
  const record = async (event: Partial<ManagementEvent>) => {
    happened(event);
    return JSON.parse((await call('LookupEvents')).Events[0].CloudTrailEvent);
  };
  return { call, now, happened, names, by, record };
}

describe('the event history', () => {
  it('has the events of the account and region, newest first', async () => {
    const { happened, names } = setUp();
    happened({ operation: 'CreateKey' });
    happened({ operation: 'DescribeKey' });
    happened({ operation: 'ListKeys', region: 'eu-west-1' });
    happened({ operation: 'CreateAlias', account: '222222222222' });
    expect(await names()).toEqual(['DescribeKey', 'CreateKey']);
    expect(await names({}, 'eu-west-1')).toEqual(['ListKeys']);
  });

  it('has an identifier for each event that no event of another account has', async () => {
    const { call, happened } = setUp();
    for (const account of [MANAGEMENT, '222222222222', MANAGEMENT]) happened({ account });
    const ids = async (account: string): Promise<string[]> =>
      (await call('LookupEvents', {}, account)).Events.map(({ EventId }: { EventId: string }) => EventId);
    expect(new Set([...(await ids(MANAGEMENT)), ...(await ids('222222222222'))]).size).toBe(3);
  });

  it('has what is called of a global service in us-east-1, whatever region was signed for', async () => {
    const { happened, names } = setUp();
    happened({ service: 'iam', operation: 'CreateRole', region: 'eu-west-1' });
    expect([await names(), await names({}, 'eu-west-1')]).toEqual([['CreateRole'], []]);
  });

  it('leaves out data events, and insights, which nothing here draws', async () => {
    const { happened, names } = setUp();
    for (const [service, operation] of [
      ['s3', 'GetObject'],
      ['s3', 'ListObjects'],
      ['s3', 'UploadPart'],
      ['sqs', 'SendMessage'],
      ['lambda', 'Invoke'],
      ['dynamodb', 'PutItem'],
    ] as const)
      happened({ service, operation });
    happened({ service: 's3', operation: 'PutObjectLockConfiguration' });
    happened({ service: 's3', operation: 'PutBucketPolicy' });
    expect(await names()).toEqual(['PutBucketPolicy', 'PutObjectLockConfiguration']);
    expect(await names({ EventCategory: 'insight' })).toEqual([]);
  });

  it('begins 90 days ago, or where it is asked to begin and end', async () => {
    const { happened, names, now } = setUp();
    for (const days of [91, 89, 2, 0]) happened({ operation: `Before${days}`, time: now - days * day });
    expect(await names()).toEqual(['Before0', 'Before2', 'Before89']);
    expect(await names({ StartTime: now - 3 * day, EndTime: now - day })).toEqual(['Before2']);
    expect(await names({ StartTime: now - 100 * day })).toHaveLength(3);
    await expect(names({ StartTime: now, EndTime: now - day })).rejects.toEqual(refusal('InvalidTimeRangeException'));
  });

  it('is searched by one attribute', async () => {
    const { call, happened, by } = setUp();
    happened({ operation: 'CreateKey' });
    happened({ operation: 'GetRole', service: 'iam', caller: session, accessKey: 'ASIA2' });
    const [{ EventId }] = (await call('LookupEvents')).Events;
    for (const [key, value] of [
      ['EventName', 'GetRole'],
      ['EventSource', 'iam.amazonaws.com'],
      ['Username', 'pipeline'],
      ['ReadOnly', 'true'],
      ['AccessKeyId', 'ASIA2'],
      ['EventId', EventId],
    ] as const)
      expect([key, await by(key, value)]).toEqual([key, ['GetRole']]);
    expect(await by('ReadOnly', 'false')).toEqual(['CreateKey']);
    expect(await by('EventName', 'getrole')).toEqual([]);
  });

  it('refuses what it is not searched by, and says of resources that it does not know them', async () => {
    const { call, by } = setUp();
    await expect(by('Colour', 'red')).rejects.toEqual(refusal('InvalidLookupAttributesException'));
    await expect(by('ResourceName', 'key')).rejects.toEqual(refusal('NotImplementedException'));
    const two = [1, 2].map(() => ({ AttributeKey: 'EventName', AttributeValue: 'x' }));
    await expect(call('LookupEvents', { LookupAttributes: two })).rejects.toEqual(
      refusal('InvalidLookupAttributesException'),
    );
    await expect(call('LookupEvents', { EventCategory: 'data' })).rejects.toEqual(
      refusal('InvalidEventCategoryException'),
    );
  });

  it('comes in pages of up to 50', async () => {
    const { call, happened, names } = setUp();
    for (let serial = 1; serial <= 51; serial += 1) happened({ operation: `Create${serial}` });
    const { Events, NextToken } = await call('LookupEvents');
    expect(Events).toHaveLength(50);
    expect(await names({ NextToken })).toEqual(['Create1']);
    expect(await names({ MaxResults: 2 })).toEqual(['Create51', 'Create50']);
    for (const MaxResults of [0, 51])
      await expect(names({ MaxResults })).rejects.toEqual(refusal('InvalidMaxResultsException'));
    await expect(names({ NextToken: 'x' })).rejects.toEqual(refusal('InvalidNextTokenException'));
  });
});

describe('the record of an event', () => {
  it('says what was called, when, where and with what result', async () => {
    const { record } = setUp();
    const event = await record({ input: { KeyId: 'k' }, error: { code: 'AccessDenied', message: 'No.' } });
    expect(event).toMatchObject({
      eventTime: '2026-01-01T00:00:00Z',
      eventSource: 'kms.amazonaws.com',
      eventName: 'CreateKey',
      awsRegion: 'us-east-1',
      errorCode: 'AccessDenied',
      errorMessage: 'No.',
      requestParameters: { keyId: 'k' },
      readOnly: false,
      recipientAccountId: MANAGEMENT,
      eventCategory: 'Management',
    });
    expect(await record({ operation: 'AssumeRole' })).toMatchObject({ requestParameters: null, readOnly: true });
  });

  it('knows a user, the session of a role and the root user', async () => {
    const { record } = setUp();
    expect((await record({})).userIdentity).toEqual({
      type: 'IAMUser',
      principalId: 'AIDA1',
      arn: user.arn,
      accountId: MANAGEMENT,
      accessKeyId: 'AKIA1',
      userName: 'alice',
    });
    const issuer = { type: 'Role', principalId: 'AROA1', arn: session.principal, accountId: MANAGEMENT };
    expect((await record({ caller: session })).userIdentity).toMatchObject({
      type: 'AssumedRole',
      principalId: 'AROA1:pipeline',
      sessionContext: { sessionIssuer: { ...issuer, userName: 'deploy' } },
    });
    expect((await record({ caller: root })).userIdentity).toMatchObject({ type: 'Root', principalId: MANAGEMENT });
  });

  it('keeps secrets for itself', async () => {
    const { record } = setUp();
    const sent = async (input: object, operation = 'CreateSecret') =>
      (await record({ input, operation })).requestParameters;
    const hidden = 'HIDDEN_DUE_TO_SECURITY_REASONS';
    const secret = { Name: 'n', SecretString: 's', Tags: [{ Key: 'a', Value: 'b' }] };
    expect(await sent(secret)).toEqual({ name: 'n', secretString: hidden, tags: [{ Key: 'a', Value: 'b' }] });
    expect(await sent({ Code: { ZipFile: 'UEsDB' } }, 'CreateFunction')).toEqual({ code: { ZipFile: hidden } });
    expect(await sent({ Name: 'n', Value: 'v' }, 'PutParameter')).toEqual({ name: 'n', value: hidden });
    for (const name of [
      ...['plaintext', 'masterUserPassword', 'privateKey', 'apiKeyValue', 'keyPassphrase'],
      ...['webIdentityToken', 'authToken', 'samlAssertion', 'clientSecret'],
    ])
      expect(await sent({ [name]: 's' })).toEqual({ [name]: hidden });
    expect(await sent({ passwords: ['s', 't'] })).toEqual({ passwords: [hidden, hidden] });
    const environment = { Variables: { KEY: 's' } };
    expect(await sent({ environment })).toEqual({ environment: { Variables: hidden } });
  });

  it('shows what only looks like a secret', async () => {
    const { record } = setUp();
    for (const name of ['nextToken', 'clientToken', 'clientRequestToken', 'secretId', 'secretArn', 'secretName'])
      expect((await record({ input: { [name]: 'v' } })).requestParameters).toEqual({ [name]: 'v' });
    const input = { passwordResetRequired: true, variables: { KEY: 'v' } };
    expect((await record({ input })).requestParameters).toEqual(input);
  });

  it('has of long texts the beginning, so that a long run has room for all events', async () => {
    const { record } = setUp();
    const { requestParameters } = await record({ input: { policy: 'p'.repeat(1000), script: 's'.repeat(1001) } });
    expect(requestParameters).toEqual({ policy: 'p'.repeat(1000), script: `${'s'.repeat(1000)}…` });
  });
});
