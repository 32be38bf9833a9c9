import type { Construct } from 'constructs';
import { HardenedBucket, type HardenedBucketProps } from './hardened-bucket';

export interface AccessLogBucketProps
  extends Pick<HardenedBucketProps, 'place' | 'name' | 'retention' | 'forceDestroy' | 'lifecycle'> {
  /** The account whose buckets are logged, twelve digits or their token. */
  readonly accountId: string;
  /** What the names of the logged buckets begin with. */
  readonly sourcePrefix: string;
}

/**
 * Where S3 writes who read which bucket. It is encrypted with SSE-S3 and never locked: S3 delivers access logs neither under a
 * customer managed key nor into a bucket with a default lock. Source: S3 User Guide, enable-server-access-logging.
 */
export function accessLogBucket(scope: Construct, id: string, props: AccessLogBucketProps): HardenedBucket {
  const { accountId, sourcePrefix, ...bucket } = props;
  return new HardenedBucket(scope, id, {
    ...bucket,
    statements: [
      {
        Sid: 'AccessLogDelivery',
        Effect: 'Allow',
        Principal: { Service: 'logging.s3.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${props.name}/*`,
        Condition: {
          StringEquals: { 'aws:SourceAccount': accountId },
          ArnLike: { 'aws:SourceArn': `arn:aws:s3:::${sourcePrefix}*` },
        },
      },
    ],
  });
}
