import type { S3Destination } from '@aws-sdk/client-macie2';
import { allowsService } from '../../../policy/iam/resource-policy';
import { findBucket, findKey } from '../../resource-policy-lookup';
import { arnOf, readArn } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import { jsonCall } from '../../toolkit/json-call';
import type { Moto } from '../../world';
import type { Shape } from './api';
import { accessDenied, invalid } from './errors';
import { text } from './input';

/** Refuses a destination of discovery results that Macie could not write to, as its test write on saving does. */
export async function testWrite(moto: Moto, scope: Scope, destination: Shape<S3Destination>): Promise<void> {
  const bucketName = text('bucketName', destination.bucketName, 3, 63);
  const kmsKeyArn = text('kmsKeyArn', destination.kmsKeyArn, 1, 2048);
  const bucket = await findBucket(moto, bucketName, scope.account);
  if (bucket === undefined) throw invalid(`the bucket ${bucketName} does not exist`);
  const key = await findKey(moto, kmsKeyArn, scope);
  if (key === undefined || !kmsKeyArn.startsWith('arn:')) throw invalid(`the KMS key ${kmsKeyArn} does not exist`);
  if (!key.enabled) throw invalid(`the KMS key ${kmsKeyArn} is not enabled`);
  if (!(await isSymmetric(moto, kmsKeyArn)))
    throw invalid(`the KMS key ${kmsKeyArn} is not a symmetric encryption key`);
  if (key.region !== bucket.region) throw invalid('the KMS key must be in the same AWS Region as the bucket');

  const arn = `arn:aws:s3:::${bucketName}`;
  const prefix = destination.keyPrefix ? `${destination.keyPrefix.replace(/\/$/, '')}/` : '';
  const object = `${arn}/${prefix}AWSLogs/${scope.account}/Macie/${scope.region}/test-object`;
  requireGrant(bucket.policy, scope, 's3:GetBucketLocation', arn, {});
  requireGrant(bucket.policy, scope, 's3:PutObject', object, {
    's3:x-amz-server-side-encryption': 'aws:kms',
    's3:x-amz-server-side-encryption-aws-kms-key-id': key.arn,
  });
  requireGrant(key.policy, scope, 'kms:GenerateDataKey', key.arn, {});
  requireGrant(key.policy, scope, 'kms:Encrypt', key.arn, {});
}

function requireGrant(
  policy: string | undefined,
  scope: Scope,
  action: string,
  resource: string,
  headers: Readonly<Record<string, string>>,
): void {
  const context = {
    'aws:SourceAccount': scope.account,
    'aws:SourceArn': arnOf('macie2', scope, 'export-configuration:*'),
    ...headers,
  };
  if (!allowsService(policy, { service: 'macie.amazonaws.com', action, resource, context }))
    throw accessDenied(`Macie isn't allowed to perform ${action} on ${resource}`);
}

async function isSymmetric(moto: Moto, keyArn: string): Promise<boolean> {
  const { account, region } = readArn(keyArn);
  const answer = await moto.request({
    ...{ account, region, service: 'kms' },
    ...jsonCall('TrentService.DescribeKey', { KeyId: keyArn }),
  });
  return JSON.parse(answer.body).KeyMetadata?.KeySpec === 'SYMMETRIC_DEFAULT';
}
