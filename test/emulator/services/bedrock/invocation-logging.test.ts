import { bedrock } from '../../../../emulator/services/bedrock';
import type { Json } from '../../../../emulator/toolkit/untyped';
import { motoWith } from '../../../support/moto-with';
import { callOf, fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

const REGION = 'eu-west-1';
const KEY = `arn:aws:kms:${REGION}:${MANAGEMENT}:key/1`;
const ROLE = `arn:aws:iam::${MANAGEMENT}:role/writer`;
const object = `AWSLogs/${MANAGEMENT}/BedrockModelInvocationLogs/*`;

const allow = (Action: string, Resource: string, Condition: Json = source): Json => ({
  ...{ Effect: 'Allow', Principal: { Service: 'bedrock.amazonaws.com' }, Action, Resource, Condition },
});
const source = {
  StringEquals: { 'aws:SourceAccount': MANAGEMENT },
  ArnLike: { 'aws:SourceArn': `arn:aws:bedrock:${REGION}:${MANAGEMENT}:*` },
};
const put = allow('s3:PutObject', `arn:aws:s3:::prompts/prompts/${object}`);

interface Place {
  readonly bucketPolicy?: Json;
  readonly keyPolicy?: Json;
  readonly bucketRegion?: string;
  readonly owned?: boolean;
  readonly keyEnabled?: boolean;
  readonly trust?: Json;
}

/** Bedrock beside a moto with the bucket `prompts`, its key, the log group `prompts` and the role `writer`. */
function setUp(place: Place = {}) {
  const { bucketPolicy = put, keyPolicy = allow('kms:GenerateDataKey', '*'), bucketRegion = REGION } = place;
  const { owned = true, keyEnabled = true, trust = allow('sts:AssumeRole', ROLE) } = place;
  const document = (Statement: Json) => ({ Version: '2012-10-17', Statement: [Statement] });
  const known = motoWith({
    buckets: { prompts: { region: bucketRegion, policy: document(bucketPolicy) } },
    keys: { [KEY]: { policy: document(keyPolicy), enabled: keyEnabled } },
    roles: { [ROLE]: document({ ...trust, Resource: undefined }) },
    logGroups: ['prompts'],
  });
  const world = fakeWorld({
    moto: (request) => {
      if (request.path === '/' && request.service === 's3')
        return { status: 200, body: owned ? '<Name>prompts</Name>' : '' };
      if (request.path === '/prompts?encryption')
        return { status: 200, body: `<KMSMasterKeyID>${KEY}</KMSMasterKeyID>` };
      return known(request);
    },
  });
  const service = bedrock(world);
  const call = (operation: string, input: Json = {}) => callOf(service)(operation, input, MANAGEMENT, REGION);
  const save = (loggingConfig: Json) => call('PutModelInvocationLoggingConfiguration', { loggingConfig });
  return { world, service, call, save };
}

const toBucket = { s3Config: { bucketName: 'prompts', keyPrefix: 'prompts' } };
const toGroup = { cloudWatchConfig: { logGroupName: 'prompts', roleArn: ROLE } };

describe('the logging of model invocations', () => {
  it('is none at first, then one that a second replaces, and none after its deletion', async () => {
    const { service, call, save } = setUp();
    const read = () => call('GetModelInvocationLoggingConfiguration');
    expect(await read()).toEqual({});
    await save(toBucket);
    await save({ ...toGroup, textDataDeliveryEnabled: false });
    expect(await read()).toEqual({
      loggingConfig: expect.objectContaining({
        ...toGroup,
        textDataDeliveryEnabled: false,
        imageDataDeliveryEnabled: true,
      }),
    });
    expect(service.leftovers()).toEqual([{ account: MANAGEMENT, resource: `${REGION} model-invocation-logging` }]);
    await call('DeleteModelInvocationLoggingConfiguration');
    expect(await read()).toEqual({});
  });

  it('leaves the object of its test write in the bucket, which is not empty from then on', async () => {
    const { world, save } = setUp();
    await save(toBucket);
    expect(world.motoRequests.filter(({ method }) => method === 'PUT')).toEqual([
      expect.objectContaining({
        path: `/prompts/prompts/${object.replace('*', 'amazon-bedrock-logs-permission-check')}`,
        account: MANAGEMENT,
      }),
    ]);
  });

  it.each<[string, Place]>([
    ['the bucket belongs to another account', { owned: false }],
    ['the bucket is in another region', { bucketRegion: 'us-east-1' }],
    [
      'the bucket policy grants another folder',
      { bucketPolicy: allow('s3:PutObject', `arn:aws:s3:::prompts/${object}`) },
    ],
    [
      'the bucket policy is for another account',
      { bucketPolicy: { ...put, Condition: { StringEquals: { 'aws:SourceAccount': '222222222222' } } } },
    ],
    ['the key does not admit Bedrock', { keyPolicy: allow('kms:Decrypt', '*') }],
    [
      'the key admits Bedrock of another region',
      {
        keyPolicy: allow('kms:GenerateDataKey', '*', {
          ArnLike: { 'aws:SourceArn': `arn:aws:bedrock:us-east-1:${MANAGEMENT}:*` },
        }),
      },
    ],
    ['the key is disabled', { keyEnabled: false }],
  ])('is refused when %s, for the bucket and for large records alike', async (_, place) => {
    const { save } = setUp(place);
    const failed = expect.objectContaining({
      code: 'ValidationException',
      message: expect.stringContaining('Failed to validate permissions for S3 bucket: prompts'),
    });
    await expect(save(toBucket)).rejects.toEqual(failed);
    const large = { cloudWatchConfig: { ...toGroup.cloudWatchConfig, largeDataDeliveryS3Config: toBucket.s3Config } };
    await expect(save(large)).rejects.toEqual(failed);
  });

  it('is refused when the bucket does not exist', async () => {
    await expect(setUp().save({ s3Config: { bucketName: 'missing' } })).rejects.toEqual(refusal('ValidationException'));
  });

  it.each<[string, Place, Json]>([
    ['the log group does not exist', {}, { logGroupName: 'missing' }],
    ['the role does not exist', {}, { roleArn: `${ROLE}s` }],
    ['the role is of another account', {}, { roleArn: ROLE.replace(MANAGEMENT, '222222222222') }],
    [
      'the role does not trust Bedrock',
      { trust: { ...allow('sts:AssumeRole', ROLE), Principal: { Service: 's3.amazonaws.com' } } },
      {},
    ],
  ])('is refused when %s', async (_, place, change) => {
    const { save } = setUp(place);
    await expect(save({ cloudWatchConfig: { ...toGroup.cloudWatchConfig, ...change } })).rejects.toEqual(
      expect.objectContaining({
        code: 'ValidationException',
        message: expect.stringContaining('Verify the IAM role permissions are correct.'),
      }),
    );
  });
});
