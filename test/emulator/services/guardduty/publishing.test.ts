import { guardDutyWorld, refusal } from '../../../support/guardduty';

const KEY = 'arn:aws:kms:us-east-1:333333333333:key/11111111-2222-3333-4444-555555555555';
const properties = { destinationArn: 'arn:aws:s3:::findings', kmsKeyArn: KEY };
const NO_PERMISSION =
  'the GuardDuty service principal does not have permission to the KMS key or the resource specified by the destinationArn parameter.';

interface Archive {
  bucketActions: string[];
  keyActions: string[];
  keyEnabled: boolean;
  folders: string[];
  sourceAccount?: string;
}

/** GuardDuty beside an S3 and a KMS that hold one bucket and one key with the given policies. */
async function withArchive(change: Partial<Archive> = {}) {
  const archive: Archive = {
    bucketActions: ['s3:GetBucketLocation', 's3:PutObject'],
    keyActions: ['kms:GenerateDataKey'],
    keyEnabled: true,
    folders: [],
    ...change,
  };
  const policy = (Action: string[]) => {
    const Condition = archive.sourceAccount && { StringEquals: { 'aws:SourceAccount': archive.sourceAccount } };
    const Principal = { Service: 'guardduty.amazonaws.com' };
    return JSON.stringify({
      Statement: [{ Effect: 'Allow', Principal, Action, Resource: '*', Condition: Condition ?? {} }],
    });
  };
  const answers: Record<string, () => string> = {
    '/findings?location': () => '<LocationConstraint/>',
    '/findings?policy': () => policy(archive.bucketActions),
    'TrentService.DescribeKey': () =>
      JSON.stringify({ KeyMetadata: { Arn: KEY, KeyId: KEY.split('/')[1], Enabled: archive.keyEnabled } }),
    'TrentService.GetKeyPolicy': () => JSON.stringify({ Policy: policy(archive.keyActions) }),
  };
  const { as, security, leftovers } = await guardDutyWorld({
    moto: ({ service, path = '/', headers = {} }) => {
      if (service === 'iam') return { status: 200, body: '' };
      const found = answers[headers['x-amz-target'] ?? path];
      if (found) return { status: 200, body: found() };
      const prefix = /&prefix=(.*)$/.exec(path)?.[1];
      if (prefix === undefined) return { status: 404, body: '' };
      const listed = archive.folders.includes(decodeURIComponent(prefix));
      return { status: 200, body: listed ? `<Key>${prefix}</Key>` : '' };
    },
  });
  const call = as(security);
  await call('CreateDetector', { enable: true });
  const create = (destinationProperties: object = properties) =>
    call('CreatePublishingDestination', { destinationType: 'S3', destinationProperties });
  return { call, create, security, leftovers };
}

test('publishes to a bucket and with a key that let GuardDuty write', async () => {
  const { call, create, leftovers } = await withArchive();
  const { destinationId } = await create();
  await expect(call('DescribePublishingDestination', { destinationId })).resolves.toMatchObject({
    destinationType: 'S3',
    status: 'PUBLISHING',
    destinationProperties: properties,
  });
  await expect(call('ListPublishingDestinations')).resolves.toEqual({
    destinations: [{ destinationId, destinationType: 'S3', status: 'PUBLISHING' }],
  });
  expect(leftovers()).toContain(`us-east-1 guardduty-publishing-destination ${destinationId}`);
  await call('DeletePublishingDestination', { destinationId });
  expect(leftovers()).toHaveLength(1);
});

test.each([
  ['bucket does not grant s3:PutObject', { bucketActions: ['s3:GetBucketLocation'] }],
  ['bucket does not grant s3:GetBucketLocation', { bucketActions: ['s3:PutObject'] }],
  ['key does not grant kms:GenerateDataKey', { keyActions: ['kms:Decrypt'] }],
  ['key is disabled', { keyEnabled: false }],
  ['policies grant it to another source account only', { sourceAccount: '444444444444' }],
])('refuses a destination when the %s', async (_, change) => {
  const { create, leftovers } = await withArchive(change);
  await expect(create()).rejects.toEqual(refusal(NO_PERMISSION));
  expect(leftovers()).toHaveLength(1);
});

test.each([
  [
    'a bucket that does not exist',
    { destinationArn: 'arn:aws:s3:::none' },
    'specified in the destinationArn parameter does not exist.',
  ],
  [
    'an ARN of something else',
    { destinationArn: 'arn:aws:sns:us-east-1:1:a' },
    'the destinationArn parameter is not valid.',
  ],
  ['a key alias', { kmsKeyArn: 'alias/findings' }, 'the kmsKeyArn parameter is not valid.'],
  [
    'a key in another region than the bucket',
    { kmsKeyArn: KEY.replace('us-east-1', 'eu-west-1') },
    'the kmsKeyArn parameter is not valid.',
  ],
  [
    'a folder that does not exist',
    { destinationArn: 'arn:aws:s3:::findings/guardduty' },
    'the resource folder specified in the destinationArn parameter does not exist.',
  ],
])('refuses %s', async (_, change, message) => {
  const { create } = await withArchive();
  await expect(create({ ...properties, ...change })).rejects.toEqual(refusal(message));
});

test('takes a folder that exists', async () => {
  const { create } = await withArchive({ folders: ['guardduty/'] });
  await expect(create({ ...properties, destinationArn: 'arn:aws:s3:::findings/guardduty' })).resolves.toHaveProperty(
    'destinationId',
  );
});

test('tries a changed destination out as well', async () => {
  const { call, create } = await withArchive();
  const { destinationId } = await create();
  const destinationProperties = { destinationArn: 'arn:aws:s3:::none' };
  await expect(call('UpdatePublishingDestination', { destinationId, destinationProperties })).rejects.toEqual(
    refusal('does not exist.'),
  );
  await expect(
    call('UpdatePublishingDestination', { destinationId, destinationProperties: properties }),
  ).resolves.toEqual({});
});

test.each(['DescribePublishingDestination', 'DeletePublishingDestination'])(
  'refuses %s of a destination that does not exist',
  async (operation) => {
    const { call } = await withArchive();
    await expect(call(operation, { destinationId: 'none' })).rejects.toEqual(
      refusal('The request is rejected because the one or more input parameters have invalid values.'),
    );
  },
);

test('refuses a destination type other than S3', async () => {
  const { call } = await withArchive();
  await expect(
    call('CreatePublishingDestination', { destinationType: 'SQS', destinationProperties: properties }),
  ).rejects.toEqual(refusal('an invalid or out-of-range value is specified'));
});
