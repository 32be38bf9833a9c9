import type { AwsRequest } from '../../gateway/request';
import type { Reply } from '../../gateway/wire';
import { readArn } from '../../toolkit/arn';
import { AwsError } from '../../toolkit/errors';
import { elementsOf, tryElement } from '../../toolkit/xml';
import type { Moto } from '../../world';

/** Configurations as they were written, by bucket: moto's own answer lacks what is said of encrypted objects. */
const written = new WeakMap<Moto, Map<string, string>>();

/**
 * Refuses a replication to a bucket that S3 could not replicate to. What S3 finds out at the first object only, whether role and
 * policies allow it, stays open, as on AWS. Source: S3 API Reference, PutBucketReplication.
 */
export async function checkReplication(moto: Moto, request: AwsRequest, account: string): Promise<void> {
  for (const arn of elementsOf(request.body.toString(), 'Bucket')) {
    const path = `/${readArn(arn).resource}?versioning`;
    const { status, body } = await moto.request({ account, region: 'us-east-1', service: 's3', path });
    if (status === 404) throw new AwsError('InvalidRequest', 'Destination bucket must exist.');
    if (tryElement(body, 'Status') !== 'Enabled')
      throw new AwsError('InvalidRequest', 'Destination bucket must have versioning enabled.');
  }
}

/** Keeps what moto has accepted, or gives it back in place of moto's answer. */
export function answerReplication(moto: Moto, operation: string, request: AwsRequest, answer: Reply): Reply {
  const configurations = written.get(moto) ?? new Map<string, string>();
  written.set(moto, configurations);
  const bucket = request.path.split('/')[1] ?? '';
  if (answer.status !== 200) return answer;
  if (operation === 'PutBucketReplication') configurations.set(bucket, request.body.toString());
  const body = operation === 'GetBucketReplication' ? configurations.get(bucket) : undefined;
  return body === undefined ? answer : { ...answer, body };
}
