import { allowsPrincipal, allowsService } from '../../../policy/iam/resource-policy';
import {
  findBucket,
  findKey,
  findTopicPolicy,
  findTrustPolicy,
  hasDefaultRetention,
  type Key,
} from '../../resource-policy-lookup';
import { AwsError } from '../../toolkit/errors';
import type { Json } from '../../toolkit/untyped';
import type { World } from '../../world';
import { configArn, type Place } from './state';

/** Tells whether a policy lets one of the two writers of AWS Config do an action. */
type Writer = (policy: string | undefined, action: string, resource: string) => boolean;

/** Refuses a delivery channel to whose bucket, key or topic AWS Config could not write. */
export async function testDelivery(world: World, place: Place, roleArn: string, channel: Json): Promise<void> {
  const { s3BucketName, s3KeyPrefix, s3KmsKeyArn, snsTopicARN } = channel;
  const bucket = await findBucket(world.moto, s3BucketName, place.account);
  if (bucket === undefined) throw noSuchBucket(s3BucketName);
  const key = s3KmsKeyArn && (await findKey(world.moto, s3KmsKeyArn, place));
  if (s3KmsKeyArn && !key) throw invalidKey(s3KmsKeyArn);

  const bucketArn = `arn:aws:s3:::${s3BucketName}`;
  const prefix = s3KeyPrefix ? `${s3KeyPrefix}/` : '';
  const object = `${bucketArn}/${prefix}AWSLogs/${place.account}/Config/ConfigWritabilityCheckFile`;
  const writers = await writersOf(world, place, roleArn, key);
  const canWrite = writers.some(
    (allows) =>
      allows(bucket.policy, 's3:GetBucketAcl', bucketArn) &&
      allows(bucket.policy, 's3:ListBucket', bucketArn) &&
      allows(bucket.policy, 's3:PutObject', object) &&
      (!key || (allows(key.policy, 'kms:GenerateDataKey', key.arn) && allows(key.policy, 'kms:Decrypt', key.arn))),
  );
  // The Developer Guide says only that such a bucket is not supported; that the test write meets it is the harsher reading.
  if (!canWrite || (await hasDefaultRetention(world.moto, s3BucketName, place.account)))
    throw insufficientPolicy(channel);

  if (!snsTopicARN) return;
  const topicPolicy = await findTopicPolicy(world.moto, snsTopicARN);
  if (topicPolicy === undefined) throw invalidTopic(snsTopicARN);
  if (!writers.some((allows) => allows(topicPolicy, 'sns:Publish', snsTopicARN))) throw insufficientTopic(snsTopicARN);
}

/** AWS Config writes as the recorder's role, and where that may not, as the service itself. */
async function writersOf(world: World, place: Place, roleArn: string, key: Key | undefined): Promise<Writer[]> {
  const service = 'config.amazonaws.com';
  const put = {
    's3:x-amz-acl': 'bucket-owner-full-control',
    'aws:SourceOwner': place.account,
    ...(key && {
      's3:x-amz-server-side-encryption': 'aws:kms',
      's3:x-amz-server-side-encryption-aws-kms-key-id': key.arn,
    }),
  };
  const id = world.organization.isActiveMember(place.account) ? world.organization.find()?.id : undefined;
  const source = {
    'aws:SourceAccount': place.account,
    'aws:SourceArn': configArn(place, 'delivery-channel'),
    // Control Tower's own bucket policy relies on it (Control Tower User Guide, logging-s3-audit-bucket).
    ...(id && { 'aws:SourceOrgID': id }),
  };
  const asService: Writer = (policy, action, resource) =>
    allowsService(policy, { service, action, resource, context: { ...put, ...source } });

  // The service-linked role has no permission to write to a bucket.
  if (roleArn.includes(':role/aws-service-role/')) return [asService];
  const trust = await findTrustPolicy(world.moto, roleArn);
  const assume = { service, action: 'sts:AssumeRole', resource: roleArn, context: source };
  if (!allowsService(trust, assume)) return [asService];
  const context = { ...put, ...(id && { 'aws:PrincipalOrgID': id }) };
  const asRole: Writer = (policy, action, resource) =>
    allowsPrincipal(policy, { principal: roleArn, action, resource, context });
  return [asRole, asService];
}

const noSuchBucket = (name: string): AwsError =>
  new AwsError('NoSuchBucketException', `Cannot find a S3 bucket with name ${name}.`);

const invalidKey = (arn: string): AwsError =>
  new AwsError('InvalidS3KmsKeyArnException', `The arn '${arn}' is not a valid kms key or alias arn.`);

const invalidTopic = (arn: string): AwsError =>
  new AwsError('InvalidSNSTopicARNException', `The sns topic arn '${arn}' is not valid.`);

const insufficientTopic = (arn: string): AwsError =>
  new AwsError('InsufficientDeliveryPolicyException', `Insufficient delivery policy to sns topic: ${arn}.`);

function insufficientPolicy({ s3BucketName, s3KeyPrefix = 'null', s3KmsKeyArn = 'null' }: Json): AwsError {
  const where = `provided s3 key prefix is '${s3KeyPrefix}', provided kms key is '${s3KmsKeyArn}'`;
  return new AwsError(
    'InsufficientDeliveryPolicyException',
    `Insufficient delivery policy to s3 bucket: ${s3BucketName}, unable to write to bucket, ${where}.`,
  );
}
