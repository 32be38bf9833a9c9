import { allowsService } from '../../../policy/iam/resource-policy';
import { findBucket, findKey } from '../../resource-policy-lookup';
import type { Json } from '../../toolkit/untyped';
import { tryElement } from '../../toolkit/xml';
import type { Moto } from '../../world';
import { PRINCIPAL } from './delegation';
import { badRequest } from './errors';
import type { Detector } from './state';

/** Tries what GuardDuty tries before it accepts a destination: bucket, folder and key are there and let it write. */
export async function checkDestination(moto: Moto, detector: Detector, properties: Json): Promise<void> {
  const { account, region } = detector;
  const { destinationArn = '', kmsKeyArn = '' } = properties;
  const [, name, folder = ''] = /^arn:aws[\w-]*:s3:::([^/]+)(?:\/(.*))?$/.exec(destinationArn) ?? [];
  if (name === undefined) throw failed('the value specified for the destinationArn parameter is not valid.');
  const bucket = await findBucket(moto, name, account);
  if (!bucket) throw failed('the resource specified in the destinationArn parameter does not exist.');
  const key = /^arn:aws[\w-]*:kms:/.test(kmsKeyArn) ? await findKey(moto, kmsKeyArn, detector) : undefined;
  if (key?.region !== bucket.region) throw failed('the value specified for the kmsKeyArn parameter is not valid.');
  const prefix = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  if (prefix !== '' && !(await hasObject(moto, detector, name, prefix))) {
    throw failed('the resource folder specified in the destinationArn parameter does not exist.');
  }

  const bucketArn = `arn:aws:s3:::${name}`;
  const object = `${bucketArn}/${prefix}AWSLogs/${account}/GuardDuty/${region}/findings.jsonl.gz`;
  const source = {
    'aws:SourceAccount': account,
    'aws:SourceArn': `arn:aws:guardduty:${region}:${account}:detector/${detector.id}`,
  };
  const encryption = {
    's3:x-amz-server-side-encryption': 'aws:kms',
    's3:x-amz-server-side-encryption-aws-kms-key-id': key.arn,
  };
  const may = (policy: string | undefined, action: string, resource: string, context: Record<string, string>) =>
    allowsService(policy, { service: PRINCIPAL, action, resource, context });
  const permitted =
    key.enabled &&
    may(bucket.policy, 's3:GetBucketLocation', bucketArn, source) &&
    may(bucket.policy, 's3:PutObject', object, { ...source, ...encryption }) &&
    may(key.policy, 'kms:GenerateDataKey', key.arn, source);
  if (permitted) return;
  throw failed(
    'the GuardDuty service principal does not have permission to the KMS key or the resource specified by the destinationArn parameter. Refer to https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html',
  );
}

/** A prefix exists as the empty object that the S3 console makes for a folder, or as any other object below it. */
async function hasObject(moto: Moto, place: Detector, bucket: string, prefix: string): Promise<boolean> {
  const path = `/${bucket}?list-type=2&max-keys=1&prefix=${encodeURIComponent(prefix)}`;
  const listed = await moto.request({ account: place.account, region: place.region, service: 's3', path });
  return tryElement(listed.body, 'Key') !== undefined;
}

const failed = (reason: string) => badRequest(`The request failed because ${reason}`);
