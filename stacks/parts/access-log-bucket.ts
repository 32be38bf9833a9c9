import type { Construct } from 'constructs';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { HardenedBucket, type HardenedBucketProps } from './hardened-bucket';

export interface AccessLogBucketProps extends Pick<HardenedBucketProps, 'placement' | 'name' | 'retention' | 'tags'> {
  /** What the names of the logged buckets begin with. */
  readonly sourcePrefix: string;
}

/**
 * Where S3 writes who read which bucket of the stack's account. It is encrypted with SSE-S3 and never locked: S3 delivers access logs
 * neither under a customer managed key nor into a bucket with a default lock. Source: S3 User Guide, enable-server-access-logging.
 */
export class AccessLogBucket extends HardenedBucket {
  constructor(scope: Construct, id: string, { sourcePrefix, ...bucket }: AccessLogBucketProps) {
    super(scope, id, {
      ...bucket,
      statements: [
        {
          Sid: 'AccessLogDelivery',
          Effect: 'Allow',
          Principal: { Service: 'logging.s3.amazonaws.com' },
          Action: 's3:PutObject',
          Resource: `arn:aws:s3:::${bucket.name}/*`,
          Condition: {
            StringEquals: { 'aws:SourceAccount': LandingZoneStack.of(scope).here.id },
            ArnLike: { 'aws:SourceArn': `arn:aws:s3:::${sourcePrefix}*` },
          },
        },
      ],
    });
  }
}
