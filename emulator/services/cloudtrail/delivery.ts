import { allowsService } from '../../../policy/iam/resource-policy';
import {
  type Bucket,
  findBucket,
  findKey,
  findTopicPolicy,
  findTrustPolicy,
  hasBucketKey,
  type Key,
  logGroupExists,
} from '../../resource-policy-lookup';
import { arnOf, readArn } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { World } from '../../world';
import type { Input } from './api';
import { principal } from './state';

/** What a request asks a trail to be. */
export type Wish = Omit<Input<'UpdateTrail'>, 'Name' | 'S3BucketName'> & { readonly S3BucketName: string };

/** Refuses destinations to which CloudTrail could not write, and gives their full names. */
export async function resolveDestinations(world: World, scope: Scope, arn: string, wish: Wish) {
  const { S3BucketName, KmsKeyId, SnsTopicName } = wish;
  const bucket = await findBucket(world.moto, S3BucketName, scope.account);
  if (bucket === undefined)
    throw new AwsError('S3BucketDoesNotExistException', `S3 bucket ${S3BucketName} does not exist!`);
  checkBucket(world, arn, wish, bucket);
  const key = KmsKeyId ? await findKeyOf(world, scope, KmsKeyId, bucket) : undefined;
  if (key !== undefined) {
    const { trailsNeedDecrypt } = world.settings;
    const alsoDecrypts = trailsNeedDecrypt && (await hasBucketKey(world.moto, S3BucketName, scope.account));
    checkKey(arn, S3BucketName, key, alsoDecrypts);
  }
  const topic = SnsTopicName ? await topicArn(world, scope, arn, SnsTopicName) : '';
  await checkLogGroup(world, wish);
  return { KmsKeyId: key?.arn ?? '', SnsTopicARN: topic, SnsTopicName: readArn(topic).resource };
}

/** CloudTrail writes under the account's id, and for an organization trail under the organization's id too. */
function checkBucket({ organization }: World, arn: string, wish: Wish, { policy }: Bucket): void {
  const owner = readArn(arn).account;
  const folders = [owner, ...(wish.IsOrganizationTrail ? [organization.find()?.id] : [])];
  const kinds = ['CloudTrail', ...(wish.EnableLogFileValidation ? ['CloudTrail-Digest'] : [])];
  const bucket = `arn:aws:s3:::${wish.S3BucketName}`;
  const prefix = wish.S3KeyPrefix ? `${wish.S3KeyPrefix}/` : '';
  const objects = folders.flatMap((folder) => kinds.map((kind) => `${bucket}/${prefix}AWSLogs/${folder}/${kind}/`));
  // Control Tower's own bucket policy relies on it (Control Tower User Guide, logging-s3-audit-bucket).
  const id = organization.isActiveMember(owner) ? organization.find()?.id : undefined;
  const context = { 'aws:SourceArn': arn, ...(id && { 'aws:SourceOrgID': id }) };
  const put = { ...context, 's3:x-amz-acl': 'bucket-owner-full-control' };
  const allowed =
    allowsService(policy, { service: principal, action: 's3:GetBucketAcl', resource: bucket, context }) &&
    objects.every((resource) =>
      allowsService(policy, { service: principal, action: 's3:PutObject', resource, context: put }),
    );
  if (!allowed)
    throw new AwsError(
      'InsufficientS3BucketPolicyException',
      `Incorrect S3 bucket policy is detected for bucket: ${wish.S3BucketName}`,
    );
}

async function findKeyOf({ moto }: World, scope: Scope, id: string, bucket: Bucket): Promise<Key> {
  const key = await findKey(moto, id, scope);
  if (key === undefined || key.region !== bucket.region)
    throw new AwsError(
      'KmsKeyNotFoundException',
      `The KMS key ${id} does not exist in the bucket's region ${bucket.region}.`,
    );
  if (!key.enabled) throw new AwsError('KmsKeyDisabledException', `The KMS key ${id} is disabled.`);
  return key;
}

/**
 * "If you are using an existing S3 bucket with an S3 Bucket Key, kms:Decrypt permission is required to create or update a trail with
 * SSE-KMS encryption enabled" (CloudTrail User Guide, create-kms-key-policy-for-cloudtrail).
 */
function checkKey(arn: string, bucketName: string, { arn: resource, policy }: Key, alsoDecrypts: boolean): void {
  const describing = { 'aws:SourceArn': arn };
  const encrypting = { ...describing, 'kms:EncryptionContext:aws:cloudtrail:arn': arn };
  const request = { service: principal, resource };
  const allowed =
    allowsService(policy, { ...request, action: 'kms:GenerateDataKey', context: encrypting }) &&
    allowsService(policy, { ...request, action: 'kms:DescribeKey', context: describing }) &&
    (!alsoDecrypts || allowsService(policy, { ...request, action: 'kms:Decrypt', context: encrypting }));
  if (!allowed)
    throw new AwsError(
      'InsufficientEncryptionPolicyException',
      `Insufficient permissions to access S3 bucket ${bucketName} or KMS key ${resource}.`,
    );
}

async function topicArn({ moto }: World, scope: Scope, trail: string, name: string): Promise<string> {
  const resource = name.startsWith('arn:') ? name : arnOf('sns', scope, name);
  const publish = { service: principal, action: 'SNS:Publish', resource, context: { 'aws:SourceArn': trail } };
  if (allowsService(await findTopicPolicy(moto, resource), publish)) return resource;
  throw new AwsError(
    'InsufficientSnsTopicPolicyException',
    'SNS Topic does not exist or the topic policy is incorrect!',
  );
}

async function checkLogGroup({ moto }: World, wish: Wish): Promise<void> {
  const { CloudWatchLogsLogGroupArn: group, CloudWatchLogsRoleArn: role = '' } = wish;
  if (!group && !role) return;
  if (!group || !(await logGroupExists(moto, group)))
    throw new AwsError(
      'InvalidCloudWatchLogsLogGroupArnException',
      'CloudTrail cannot validate the specified log group ARN.',
    );
  const trust = role ? await findTrustPolicy(moto, role) : undefined;
  if (!allowsService(trust, { service: principal, action: 'sts:AssumeRole', resource: role, context: {} }))
    throw new AwsError(
      'InvalidCloudWatchLogsRoleArnException',
      'Access denied. Check the trust relationships for your role.',
    );
}
