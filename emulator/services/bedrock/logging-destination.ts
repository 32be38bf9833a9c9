import { allowsService } from '../../../policy/iam/resource-policy';
import { findBucket, findKey, findTrustPolicy, logGroupExists } from '../../resource-policy-lookup';
import type { AwsError } from '../../toolkit/errors';
import type { Call } from '../../toolkit/untyped';
import { elementsOf, tryElement } from '../../toolkit/xml';
import type { Moto } from '../../world';
import { invalid } from './errors';

const SERVICE = 'bedrock.amazonaws.com';

/**
 * Writes the object by which Bedrock finds out whether it may deliver to a bucket, which stays there. Bucket and key have to be of
 * the caller's own account and region. Source: Bedrock User Guide, model-invocation-logging.
 */
export async function testWrite(moto: Moto, call: Call, bucketName: string, prefix: string): Promise<void> {
  const refused = (reason: string): AwsError =>
    invalid(`Failed to validate permissions for S3 bucket: ${bucketName}, with key prefix: ${prefix}. ${reason}`);
  const { account, region } = call;
  const bucket = await findBucket(moto, bucketName, account);
  if (!bucket) throw refused('The bucket does not exist.');
  if (!(await owns(moto, account, bucketName))) throw refused('The bucket belongs to another account.');
  if (bucket.region !== region) throw refused('The bucket is in another Region.');

  const folder = `${prefix === '' ? '' : `${prefix}/`}AWSLogs/${account}/BedrockModelInvocationLogs`;
  const object = `${bucketName}/${folder}/amazon-bedrock-logs-permission-check`;
  const request = { service: SERVICE, context: contextOf(call) };
  if (!allowsService(bucket.policy, { ...request, action: 's3:PutObject', resource: `arn:aws:s3:::${object}` }))
    throw refused(`Verify that the bucket policy lets ${SERVICE} put objects.`);
  const keyId = await defaultKey(moto, account, bucketName);
  if (keyId !== undefined) {
    const key = await findKey(moto, keyId, call);
    if (!key?.enabled) throw refused(`The KMS key ${keyId} cannot be used.`);
    if (!allowsService(key.policy, { ...request, action: 'kms:GenerateDataKey', resource: key.arn }))
      throw refused(`Verify that the policy of the KMS key lets ${SERVICE} generate data keys.`);
  }
  await moto.request({ account, region, service: 's3', method: 'PUT', path: `/${object}` });
}

/** Refuses a log group that is not there, and a role that Bedrock cannot assume. */
export async function testLogGroup(moto: Moto, call: Call, name: string, roleArn: string): Promise<void> {
  const refused = (): AwsError =>
    invalid(
      `Failed to validate permissions for log group: ${name}, with role: ${roleArn}. Verify the IAM role permissions are correct.`,
    );
  const { account, region } = call;
  if (!(await logGroupExists(moto, `arn:aws:logs:${region}:${account}:log-group:${name}`))) throw refused();
  const request = { service: SERVICE, action: 'sts:AssumeRole', resource: roleArn, context: contextOf(call) };
  const trust = roleArn.split(':')[4] === account ? await findTrustPolicy(moto, roleArn) : undefined;
  if (!allowsService(trust, request)) throw refused();
}

const contextOf = ({ account, region }: Call) => ({
  'aws:SourceAccount': account,
  'aws:SourceArn': `arn:aws:bedrock:${region}:${account}:model-invocation-logging`,
});

async function owns(moto: Moto, account: string, bucketName: string): Promise<boolean> {
  const { body } = await moto.request({ account, region: 'us-east-1', service: 's3', path: '/' });
  return elementsOf(body, 'Name').includes(bucketName);
}

/** The customer managed key of the bucket's default encryption. */
async function defaultKey(moto: Moto, account: string, bucketName: string): Promise<string | undefined> {
  const path = `/${bucketName}?encryption`;
  const { body } = await moto.request({ account, region: 'us-east-1', service: 's3', path });
  return tryElement(body, 'KMSMasterKeyID');
}
