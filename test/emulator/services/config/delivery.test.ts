import { config } from '../../../../emulator/services/config';
import { type MotoResources, motoWith } from '../../../support/moto-with';
import { callOf, fakeWorld } from '../../../support/world';

const trust = {
  Statement: [{ Effect: 'Allow', Principal: { Service: 'config.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
const key = 'arn:aws:kms:us-east-1:999999999999:key/1';
const topic = 'arn:aws:sns:us-east-1:999999999999:config';

/** A member account with a recorder, and a way to put its delivery channel. */
async function start(own: MotoResources, roleName = 'recorder') {
  const resources: MotoResources = {};
  const locked = { rule: '' };
  const lock = () => ({
    status: 200,
    body: `<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled>${locked.rule}</ObjectLockConfiguration>`,
  });
  const answer = motoWith(resources);
  const world = fakeWorld({ moto: (request) => (request.path?.endsWith('?object-lock') ? lock() : answer(request)) });
  const member = await world.vend('work');
  const roleARN = `arn:aws:iam::${member}:role/${roleName}`;
  Object.assign(resources, { roles: { [roleARN]: trust }, ...own });
  const call = callOf(config(world));
  await call('PutConfigurationRecorder', { ConfigurationRecorder: { name: 'default', roleARN } }, member);
  const put = (channel: object = {}) =>
    call('PutDeliveryChannel', { DeliveryChannel: { name: 'default', s3BucketName: 'logs', ...channel } }, member);
  return { member, put, resources, locked, organization: world.organization.find()?.id ?? '' };
}

const statement = (principal: object | string, actions: string[], resources: string[], condition: object = {}) => ({
  Effect: 'Allow',
  Principal: principal,
  Action: actions,
  Resource: resources,
  Condition: condition,
});
const inBucket = (...statements: object[]) => ({ buckets: { logs: { policy: { Statement: statements } } } });
const SERVICE = { Service: 'config.amazonaws.com' };
const LOOK = ['s3:GetBucketAcl', 's3:ListBucket'];
const refusal = { code: 'InsufficientDeliveryPolicyException' };

describe('a bucket policy that names the service', () => {
  const policy = (account: string, folder: string) =>
    inBucket(
      statement(SERVICE, LOOK, ['arn:aws:s3:::logs'], { StringEquals: { 'AWS:SourceAccount': account } }),
      statement(SERVICE, ['s3:PutObject'], [`arn:aws:s3:::logs/${folder}/Config/*`], {
        StringEquals: { 'AWS:SourceAccount': account, 's3:x-amz-acl': 'bucket-owner-full-control' },
      }),
    );

  test('lets the source account deliver under its own folder', async () => {
    const { member, put, resources } = await start({});
    Object.assign(resources, policy(member, `AWSLogs/${member}`));
    await expect(put()).resolves.toEqual({});
  });

  test('refuses another source account, another folder and another prefix', async () => {
    const { member, put, resources } = await start(policy('999999999999', 'AWSLogs/999999999999'));
    await expect(put()).rejects.toMatchObject(refusal);
    Object.assign(resources, policy(member, 'AWSLogs/999999999999'));
    await expect(put()).rejects.toMatchObject(refusal);
    Object.assign(resources, policy(member, `AWSLogs/${member}`));
    await expect(put({ s3KeyPrefix: 'config' })).rejects.toMatchObject({
      ...refusal,
      message:
        "Insufficient delivery policy to s3 bucket: logs, unable to write to bucket, provided s3 key prefix is 'config', provided kms key is 'null'.",
    });
  });

  test('is refused where it does not let the service look at the bucket', async () => {
    const { put } = await start(inBucket(statement(SERVICE, ['s3:PutObject'], ['*'])));
    await expect(put()).rejects.toMatchObject(refusal);
  });
});

describe('a bucket policy that names the organization', () => {
  const policy = (organization: string) =>
    inBucket(
      statement('*', [...LOOK, 's3:PutObject'], ['arn:aws:s3:::logs', 'arn:aws:s3:::logs/*'], {
        StringEquals: { 'aws:PrincipalOrgID': organization },
      }),
    );

  test('lets the recorder’s role deliver', async () => {
    const { put, resources, organization } = await start({});
    Object.assign(resources, policy(organization));
    await expect(put()).resolves.toEqual({});
  });

  test('refuses the roles of another organization', async () => {
    const { put } = await start(policy('o-other'));
    await expect(put()).rejects.toMatchObject(refusal);
  });

  test('refuses a role that does not trust AWS Config', async () => {
    const { member, put, resources, organization } = await start({});
    Object.assign(resources, policy(organization), {
      roles: { [`arn:aws:iam::${member}:role/recorder`]: { Statement: [] } },
    });
    await expect(put()).rejects.toMatchObject(refusal);
  });

  test('refuses the service-linked role, in whose name AWS Config does not write', async () => {
    const linked = 'aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig';
    const { put, resources, organization } = await start({}, linked);
    Object.assign(resources, policy(organization));
    await expect(put()).rejects.toMatchObject(refusal);
  });
});

test('refuses a bucket in which Object Lock has a default retention, and takes one in which it has none', async () => {
  const { put, locked } = await start(inBucket(statement(SERVICE, ['s3:*'], ['*'])));
  locked.rule = '<Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>30</Days></DefaultRetention></Rule>';
  await expect(put()).rejects.toMatchObject(refusal);
  locked.rule = '';
  await expect(put()).resolves.toEqual({});
});

describe('the other destinations', () => {
  const bucket = inBucket(statement(SERVICE, ['s3:*'], ['*']));
  const allowed = (principal: object, actions: string[]) => ({ Statement: [statement(principal, actions, ['*'])] });

  test('refuse a bucket, a key or a topic that does not exist', async () => {
    const { put } = await start(bucket);
    await expect(put({ s3BucketName: 'missing' })).rejects.toMatchObject({ code: 'NoSuchBucketException' });
    await expect(put({ s3KmsKeyArn: key })).rejects.toMatchObject({ code: 'InvalidS3KmsKeyArnException' });
    await expect(put({ snsTopicARN: topic })).rejects.toMatchObject({ code: 'InvalidSNSTopicARNException' });
  });

  test('refuse a key whose policy does not let the same writer encrypt', async () => {
    const { put, resources } = await start({
      ...bucket,
      keys: { [key]: { policy: allowed({ AWS: '*' }, ['kms:Decrypt']) } },
    });
    await expect(put({ s3KmsKeyArn: key })).rejects.toMatchObject(refusal);
    Object.assign(resources, {
      keys: { [key]: { policy: allowed(SERVICE, ['kms:Decrypt', 'kms:GenerateDataKey*']) } },
    });
    await expect(put({ s3KmsKeyArn: key })).resolves.toEqual({});
  });

  test('refuse a topic whose policy does not let AWS Config publish', async () => {
    const { put, resources } = await start({ ...bucket, topics: { [topic]: { Statement: [] } } });
    await expect(put({ snsTopicARN: topic })).rejects.toMatchObject(refusal);
    Object.assign(resources, { topics: { [topic]: allowed(SERVICE, ['sns:Publish']) } });
    await expect(put({ snsTopicARN: topic })).resolves.toEqual({});
  });
});
