import { macie2 } from '../../../../emulator/services/macie2';
import type { Json } from '../../../support/json';
import { callOf, fakeWorld, MANAGEMENT } from '../../../support/world';

const BUCKET = 'arn:aws:s3:::results';
const KEY = `arn:aws:kms:eu-west-1:${MANAGEMENT}:key/1`;
const SOURCE = {
  StringEquals: { 'aws:SourceAccount': MANAGEMENT },
  ArnLike: { 'aws:SourceArn': `arn:aws:macie2:eu-west-1:${MANAGEMENT}:export-configuration:*` },
};

const allow = (Action: string, Resource: string): Json => ({
  ...{ Effect: 'Allow', Principal: { Service: 'macie.amazonaws.com' }, Action, Resource },
  Condition: SOURCE,
});
const locate = allow('s3:GetBucketLocation', BUCKET);
const put = allow('s3:PutObject', `${BUCKET}/macie/*`);
const generate = allow('kms:GenerateDataKey', '*');
const encrypt = allow('kms:Encrypt', '*');
const unencrypted = {
  ...{ Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: `${BUCKET}/*` },
  Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
};

interface Destination {
  readonly bucketPolicy?: readonly Json[];
  readonly keyPolicy?: readonly Json[];
  readonly bucketRegion?: string;
  readonly key?: Json;
}

/** Macie beside a moto that has one bucket, `results`, and one key, which Macie may use unless told otherwise. */
async function setUp(destination: Destination = {}) {
  const { bucketPolicy = [locate, put, unencrypted], keyPolicy = [generate, encrypt] } = destination;
  const policy = (Statement: readonly Json[]) => JSON.stringify({ Version: '2012-10-17', Statement });
  const metadata = { Arn: KEY, KeyId: '1', Enabled: true, KeySpec: 'SYMMETRIC_DEFAULT', ...destination.key };
  const answers: Readonly<Record<string, string>> = {
    '/results?location': `<LocationConstraint>${destination.bucketRegion ?? 'eu-west-1'}</LocationConstraint>`,
    '/results?policy': policy(bucketPolicy),
    'TrentService.DescribeKey': JSON.stringify({ KeyMetadata: metadata }),
    'TrentService.GetKeyPolicy': JSON.stringify({ Policy: policy(keyPolicy) }),
  };
  const world = fakeWorld({
    moto: ({ path, headers, body = '{}' }) => {
      const known = headers === undefined || JSON.parse(body).KeyId !== `${KEY}0`;
      const answer = known ? answers[headers?.['x-amz-target'] ?? path ?? ''] : undefined;
      return answer === undefined ? { status: 404, body: '' } : { status: 200, body: answer };
    },
  });
  const ask = callOf(macie2(world));
  const call = (operation: string, input: Json = {}) => ask(operation, input, MANAGEMENT, 'eu-west-1');
  await call('EnableMacie');
  const save = (s3Destination: Json = {}) => {
    const configuration = {
      s3Destination: { bucketName: 'results', keyPrefix: 'macie/', kmsKeyArn: KEY, ...s3Destination },
    };
    return call('PutClassificationExportConfiguration', { configuration });
  };
  return { call, save };
}

describe('the repository of discovery results', () => {
  it('is saved when Macie can write there, and taken back with an empty configuration', async () => {
    const { call, save } = await setUp();
    const { configuration } = await save();
    expect(await call('GetClassificationExportConfiguration')).toEqual({ configuration });
    await call('PutClassificationExportConfiguration', { configuration: {} });
    expect(await call('GetClassificationExportConfiguration')).toEqual({ configuration: {} });
  });

  it.each<[string, Destination]>([
    ['s3:GetBucketLocation', { bucketPolicy: [put] }],
    ['s3:PutObject', { bucketPolicy: [locate] }],
    ['s3:PutObject', { bucketPolicy: [locate, allow('s3:PutObject', `${BUCKET}/other/*`)] }],
    ['kms:GenerateDataKey', { keyPolicy: [encrypt] }],
    ['kms:Encrypt', { keyPolicy: [generate] }],
  ])('is refused when Macie may not do %s', async (action, destination) => {
    const { save } = await setUp(destination);
    await expect(save()).rejects.toMatchObject({
      code: 'AccessDeniedException',
      message: expect.stringContaining(action),
      status: 403,
    });
  });

  it.each<[string, Destination, Json]>([
    ['the bucket does not exist', {}, { bucketName: 'missing' }],
    ['the key does not exist', {}, { kmsKeyArn: `${KEY}0` }],
    ['no key is named', {}, { kmsKeyArn: undefined }],
    ['the key is in another region than the bucket', { bucketRegion: 'us-west-2' }, {}],
    ['the key is asymmetric', { key: { KeySpec: 'RSA_2048' } }, {}],
    ['the key is disabled', { key: { Enabled: false } }, {}],
  ])('is refused when %s', async (_, destination, change) => {
    const { save } = await setUp(destination);
    await expect(save(change)).rejects.toMatchObject({ code: 'ValidationException', status: 400 });
  });
});
