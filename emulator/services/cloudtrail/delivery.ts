import { allowsService } from '../../../policy/iam/resource-policy';
import {
  type Bucket,
  findBucket,
  findKey,
  findTopicPolicy,
  findTrustPolicy,
  type Key,
  logGroupExists,
} from '../../resource-policy-lookup';
import { AwsError } from '../../toolkit/errors';
import type { Call, Json } from '../../toolkit/untyped';
import type { World } from '../../world';
import { CLOUDTRAIL } from './state';

/** Refuses destinations to which CloudTrail could not write, and gives their full names. */
export async function resolveDestinations(world: World, call: Call, arn: string, wanted: Json): Promise<Json> {
  const { S3BucketName, KmsKeyId, SnsTopicName } = wanted;
  const bucket = await findBucket(world.moto, S3BucketName, call.account);
  if (bucket === undefined) throw noSuchBucket(S3BucketName);
  checkBucket(world, arn, wanted, bucket);
  const key = KmsKeyId ? await findKeyOf(world, call, KmsKeyId, bucket) : undefined;
  if (key !== undefined) checkKey(arn, S3BucketName, key);
  const topic = SnsTopicName ? await topicArn(world, call, arn, SnsTopicName) : undefined;
  await checkLogGroup(world, wanted);
  return { KmsKeyId: key?.arn ?? '', SnsTopicARN: topic ?? '', SnsTopicName: topic?.split(':')[5] ?? '' };
}

/** CloudTrail writes under the account's id, and for an organization trail under the organization's id too. */
function checkBucket({ organization }: World, arn: string, wanted: Json, { policy }: Bucket): void {
  const owner = arn.split(':')[4] ?? '';
  const folders = [owner, ...(wanted.IsOrganizationTrail ? [organization.find()?.id] : [])];
  const kinds = ['CloudTrail', ...(wanted.EnableLogFileValidation ? ['CloudTrail-Digest'] : [])];
  const bucket = `arn:aws:s3:::${wanted.S3BucketName}`;
  const prefix = wanted.S3KeyPrefix ? `${wanted.S3KeyPrefix}/` : '';
  const objects = folders.flatMap((folder) => kinds.map((kind) => `${bucket}/${prefix}AWSLogs/${folder}/${kind}/`));
  // Control Tower's own bucket policy relies on it (Control Tower User Guide, logging-s3-audit-bucket).
  const id = organization.isActiveMember(owner) ? organization.find()?.id : undefined;
  const context = { 'aws:SourceArn': arn, ...(id && { 'aws:SourceOrgID': id }) };
  const put = { ...context, 's3:x-amz-acl': 'bucket-owner-full-control' };
  const allowed =
    allowsService(policy, { service: CLOUDTRAIL, action: 's3:GetBucketAcl', resource: bucket, context }) &&
    objects.every((resource) =>
      allowsService(policy, { service: CLOUDTRAIL, action: 's3:PutObject', resource, context: put }),
    );
  if (!allowed) {
    const message = `Incorrect S3 bucket policy is detected for bucket: ${wanted.S3BucketName}`;
    throw new AwsError('InsufficientS3BucketPolicyException', message);
  }
}

async function findKeyOf({ moto }: World, call: Call, id: string, bucket: Bucket): Promise<Key> {
  const key = await findKey(moto, id, call);
  if (key === undefined || key.region !== bucket.region) {
    throw new AwsError(
      'KmsKeyNotFoundException',
      `The KMS key ${id} does not exist in the bucket's region ${bucket.region}.`,
    );
  }
  if (!key.enabled) throw new AwsError('KmsKeyDisabledException', `The KMS key ${id} is disabled.`);
  return key;
}

function checkKey(arn: string, bucketName: string, { arn: resource, policy }: Key): void {
  const context = { 'aws:SourceArn': arn, 'kms:EncryptionContext:aws:cloudtrail:arn': arn };
  const allowed =
    allowsService(policy, { service: CLOUDTRAIL, action: 'kms:GenerateDataKey', resource, context }) &&
    allowsService(policy, {
      service: CLOUDTRAIL,
      action: 'kms:DescribeKey',
      resource,
      context: { 'aws:SourceArn': arn },
    });
  if (!allowed) {
    throw new AwsError(
      'InsufficientEncryptionPolicyException',
      `Insufficient permissions to access S3 bucket ${bucketName} or KMS key ${resource}.`,
    );
  }
}

async function topicArn({ moto }: World, { account, region }: Call, trail: string, name: string): Promise<string> {
  const resource = name.startsWith('arn:') ? name : `arn:aws:sns:${region}:${account}:${name}`;
  const publish = { service: CLOUDTRAIL, action: 'SNS:Publish', resource, context: { 'aws:SourceArn': trail } };
  if (allowsService(await findTopicPolicy(moto, resource), publish)) return resource;
  throw new AwsError(
    'InsufficientSnsTopicPolicyException',
    'SNS Topic does not exist or the topic policy is incorrect!',
  );
}

async function checkLogGroup({ moto }: World, wanted: Json): Promise<void> {
  const { CloudWatchLogsLogGroupArn: group, CloudWatchLogsRoleArn: role } = wanted;
  if (!group && !role) return;
  if (!group || !(await logGroupExists(moto, group))) {
    throw new AwsError(
      'InvalidCloudWatchLogsLogGroupArnException',
      'CloudTrail cannot validate the specified log group ARN.',
    );
  }
  const trust = role && (await findTrustPolicy(moto, role));
  const assume = { service: CLOUDTRAIL, action: 'sts:AssumeRole', resource: role, context: {} };
  if (!allowsService(trust || undefined, assume)) {
    throw new AwsError(
      'InvalidCloudWatchLogsRoleArnException',
      'Access denied. Check the trust relationships for your role.',
    );
  }
}

const noSuchBucket = (name: string): AwsError =>
  new AwsError('S3BucketDoesNotExistException', `S3 bucket ${name} does not exist!`);
