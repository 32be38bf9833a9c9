import { cloudtrailOfOrganization, OPEN } from '../../../support/cloudtrail-world';
import { MANAGEMENT } from '../../../support/world';

const trail = `arn:aws:cloudtrail:eu-west-1:${MANAGEMENT}:trail/trail`;
const SERVICE = { Service: 'cloudtrail.amazonaws.com' };
const allow = (Action: string, Resource: string[], equals: object) => ({
  Effect: 'Allow',
  Principal: SERVICE,
  Action,
  Resource,
  Condition: { StringEquals: equals },
});

/** What a bucket policy of these tests allows. */
interface Wanted {
  folders: string[];
  source?: string;
  acl?: string;
}

describe('the bucket of a trail', () => {
  const policy = ({ folders, source = trail, acl = 'bucket-owner-full-control' }: Wanted) => ({
    Statement: [
      allow('s3:GetBucketAcl', ['arn:aws:s3:::logs'], { 'aws:SourceArn': source }),
      allow(
        's3:PutObject',
        folders.map((folder) => `arn:aws:s3:::logs/${folder}/*`),
        { 'aws:SourceArn': source, 's3:x-amz-acl': acl },
      ),
    ],
  });
  const own = `AWSLogs/${MANAGEMENT}`;
  const refusal = {
    code: 'InsufficientS3BucketPolicyException',
    message: 'Incorrect S3 bucket policy is detected for bucket: logs',
  };

  test('has to exist', async () => {
    const { create } = await cloudtrailOfOrganization();
    await expect(create({ S3BucketName: 'missing' })).rejects.toMatchObject({ code: 'S3BucketDoesNotExistException' });
  });

  test('lets CloudTrail write under the account’s folder for this trail', async () => {
    const { create } = await cloudtrailOfOrganization({ buckets: { logs: { policy: policy({ folders: [own] }) } } });
    await expect(create()).resolves.toBeDefined();
  });

  test.each([
    ['another trail’s ARN', { folders: [own], source: `${trail}-2` }],
    ['another folder', { folders: ['AWSLogs/999999999999'] }],
    ['another canned ACL', { folders: [own], acl: 'private' }],
    ['the log files and not the digests', { folders: [`${own}/CloudTrail`] }],
  ])('is refused with a policy for %s', async (_, wanted) => {
    const { create } = await cloudtrailOfOrganization({ buckets: { logs: { policy: policy(wanted) } } });
    await expect(create({ EnableLogFileValidation: true })).rejects.toMatchObject(refusal);
  });

  test('is refused with no policy, and with a policy for another prefix', async () => {
    const { create, resources } = await cloudtrailOfOrganization({ buckets: { logs: {} } });
    await expect(create()).rejects.toMatchObject(refusal);
    resources.buckets = { logs: { policy: policy({ folders: [own] }) } };
    await expect(create({ S3KeyPrefix: 'ai' })).rejects.toMatchObject(refusal);
    resources.buckets = { logs: { policy: policy({ folders: [`ai/${own}`] }) } };
    await expect(create({ S3KeyPrefix: 'ai' })).resolves.toBeDefined();
  });

  test('takes an organization trail only under the organization’s folder too', async () => {
    const { create, trust, resources, world } = await cloudtrailOfOrganization();
    await trust();
    resources.buckets = { logs: { policy: policy({ folders: [own] }) } };
    await expect(create({ IsOrganizationTrail: true })).rejects.toMatchObject(refusal);
    const folders = [own, `AWSLogs/${world.organization.find()?.id}`];
    resources.buckets = { logs: { policy: policy({ folders }) } };
    await expect(create({ IsOrganizationTrail: true })).resolves.toBeDefined();
  });

  test('is tested again by an update', async () => {
    const { call, create, resources } = await cloudtrailOfOrganization();
    await create();
    resources.buckets = { logs: {}, other: { policy: OPEN } };
    await expect(call('UpdateTrail', { Name: 'trail', S3KeyPrefix: 'x' })).rejects.toMatchObject(refusal);
    await expect(call('UpdateTrail', { Name: 'trail', S3BucketName: 'other' })).resolves.toBeDefined();
  });
});

describe('the key of a trail', () => {
  const key = 'arn:aws:kms:eu-west-1:999999999999:key/1';
  const describeKey = { Effect: 'Allow', Principal: SERVICE, Action: 'kms:DescribeKey', Resource: '*' };
  const encrypt = (context: string, source = trail) =>
    allow('kms:GenerateDataKey*', ['*'], {
      'kms:EncryptionContext:aws:cloudtrail:arn': context,
      'aws:SourceArn': source,
    });
  const createWith = async (...Statement: object[]) => {
    const { create } = await cloudtrailOfOrganization({ keys: { [key]: { policy: { Statement } } } });
    return create({ KmsKeyId: key });
  };
  const refusal = { code: 'InsufficientEncryptionPolicyException' };

  test('lets CloudTrail encrypt for this trail', async () => {
    await expect(createWith(describeKey, encrypt(trail))).resolves.toMatchObject({ KmsKeyId: key });
  });

  test('is refused with a policy for another trail, or with half of what CloudTrail needs', async () => {
    await expect(createWith(describeKey, encrypt(`${trail}-2`))).rejects.toMatchObject(refusal);
    await expect(createWith(describeKey, encrypt(trail, `${trail}-2`))).rejects.toMatchObject(refusal);
    await expect(createWith(describeKey)).rejects.toMatchObject(refusal);
    await expect(createWith(encrypt(trail))).rejects.toMatchObject(refusal);
  });

  test('lets CloudTrail decrypt too, where the bucket has a bucket key', async () => {
    const createFor = async (Action: string, bucketKey: boolean, settings = {}) => {
      const policy = { Statement: [describeKey, { ...encrypt(trail), Action }] };
      const buckets = { logs: { policy: OPEN, region: 'eu-west-1', bucketKey } };
      const { create } = await cloudtrailOfOrganization({ buckets, keys: { [key]: { policy } } }, settings);
      return create({ KmsKeyId: key });
    };
    await expect(createFor('kms:GenerateDataKey*', true)).rejects.toMatchObject(refusal);
    await expect(createFor('kms:*', true)).resolves.toBeDefined();
    await expect(createFor('kms:GenerateDataKey*', false)).resolves.toBeDefined();
    // An older release is deployed so, to be upgraded.
    await expect(createFor('kms:GenerateDataKey*', true, { trailsNeedDecrypt: false })).resolves.toBeDefined();
  });

  test('has to exist, in the region of the bucket, and to be enabled', async () => {
    const { create } = await cloudtrailOfOrganization({
      buckets: { logs: { policy: OPEN, region: 'us-east-1' } },
      keys: { [key]: { policy: OPEN }, [key.replace('eu-west-1', 'us-east-1')]: { policy: OPEN, enabled: false } },
    });
    const notFound = { code: 'KmsKeyNotFoundException' };
    await expect(create({ KmsKeyId: `${key}-2` })).rejects.toMatchObject(notFound);
    await expect(create({ KmsKeyId: key })).rejects.toMatchObject(notFound);
    await expect(create({ KmsKeyId: key.replace('eu-west-1', 'us-east-1') })).rejects.toMatchObject({
      code: 'KmsKeyDisabledException',
    });
  });
});

describe('the other destinations of a trail', () => {
  test('refuse a topic that is missing or that CloudTrail may not publish to', async () => {
    const topic = `arn:aws:sns:eu-west-1:${MANAGEMENT}:trail`;
    const { create, resources } = await cloudtrailOfOrganization({ topics: { [topic]: { Statement: [] } } });
    const refusal = { code: 'InsufficientSnsTopicPolicyException' };
    await expect(create({ SnsTopicName: 'missing' })).rejects.toMatchObject(refusal);
    await expect(create({ SnsTopicName: 'trail' })).rejects.toMatchObject(refusal);
    resources.topics = { [topic]: OPEN };
    await expect(create({ SnsTopicName: 'trail' })).resolves.toMatchObject({
      SnsTopicName: 'trail',
      SnsTopicARN: topic,
    });
  });

  test('refuse a log group that is missing, or a role that does not trust CloudTrail', async () => {
    const group = `arn:aws:logs:eu-west-1:${MANAGEMENT}:log-group:trail:*`;
    const role = `arn:aws:iam::${MANAGEMENT}:role/trail`;
    const { create, resources } = await cloudtrailOfOrganization();
    const logs = { CloudWatchLogsLogGroupArn: group, CloudWatchLogsRoleArn: role };
    await expect(create(logs)).rejects.toMatchObject({ code: 'InvalidCloudWatchLogsLogGroupArnException' });
    resources.logGroups = ['trail'];
    await expect(create(logs)).rejects.toMatchObject({ code: 'InvalidCloudWatchLogsRoleArnException' });
    const service = { Service: 'cloudtrail.amazonaws.com' };
    resources.roles = { [role]: { Statement: [{ Effect: 'Allow', Principal: service, Action: 'sts:AssumeRole' }] } };
    await expect(create(logs)).resolves.toMatchObject(logs);
  });
});
