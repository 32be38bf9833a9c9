import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging';
import { S3BucketObjectLockConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import type { Construct } from 'constructs';
import { anybody, policyDocument, type Statement } from '../../policy/iam/statement';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import type { Placement } from '../kernel/placement';

/** When objects move and go, in days after they were written. */
interface Retention {
  /** @default - they are not archived */
  readonly archiveAfterDays?: number;
  /** @default - they are kept */
  readonly deleteAfterDays?: number;
  /** Folders whose objects go earlier than the others. @default - none */
  readonly folders?: readonly { readonly id: string; readonly prefix: string; readonly deleteAfterDays: number }[];
}

export interface HardenedBucketProps {
  readonly placement: Placement;
  readonly name: string;
  /** ARN of a customer managed key. @default - SSE-S3, which is all that server access logs can be written with */
  readonly keyArn?: string;
  /** Whether S3 keeps a data key of its own for many objects, which spares calls of KMS. @default true */
  readonly bucketKey?: boolean;
  readonly retention: Retention;
  /** What the bucket policy grants or denies, beside the refusal of unencrypted connections. @default - nothing */
  readonly statements?: readonly Statement[];
  /** Where server access logs go, under a folder named after the bucket. @default - no access log */
  readonly accessLog?: HardenedBucket;
  /** @default - objects can be deleted */
  readonly objectLock?: { readonly mode: 'GOVERNANCE' | 'COMPLIANCE'; readonly days: number };
  /** @default - none besides those of the account */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A bucket that is private, versioned, encrypted, reached by TLS only, and whose owner owns every object in it. */
export class HardenedBucket extends Part {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  /** Present once the policy is: what writes to the bucket depends on it. */
  readonly policy: S3BucketPolicy;
  /** Present once versions are kept: replication depends on it. */
  readonly versioning: S3BucketVersioningA;

  constructor(scope: Construct, id: string, props: HardenedBucketProps) {
    super(scope, id);
    const { lifecycle, forceDestroy } = LandingZoneStack.of(this).protection;
    const { placement, name, tags, statements = [], accessLog } = props;
    const bucket = new S3Bucket(this, `${id}-bucket`, {
      ...placement,
      bucket: name,
      forceDestroy,
      tags: { ...tags },
      lifecycle,
    });
    this.id = bucket.id;
    this.name = bucket.bucket;
    this.arn = bucket.arn;
    const block = this.closeToPublic(props);
    this.versioning = this.keepObjects(props);
    this.encrypt(props);
    this.policy = new S3BucketPolicy(this, `${id}-policy`, {
      ...placement,
      bucket: this.id,
      policy: policyDocument([tlsOnly(this.arn), ...statements]),
      dependsOn: [block],
    });
    if (accessLog)
      new S3BucketLoggingA(this, `${id}-access-log`, {
        ...placement,
        bucket: this.id,
        targetBucket: accessLog.id,
        targetPrefix: `${name}/`,
        dependsOn: [accessLog.policy],
      });
  }

  private closeToPublic({ placement }: HardenedBucketProps): S3BucketPublicAccessBlock {
    const bucket = { ...placement, bucket: this.id };
    new S3BucketOwnershipControls(this, `${this.node.id}-ownership`, {
      ...bucket,
      rule: { objectOwnership: 'BucketOwnerEnforced' },
    });
    return new S3BucketPublicAccessBlock(this, `${this.node.id}-public-access-block`, {
      ...bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
  }

  private keepObjects({ placement, retention, objectLock }: HardenedBucketProps): S3BucketVersioningA {
    const bucket = { ...placement, bucket: this.id };
    const versioning = new S3BucketVersioningA(this, `${this.node.id}-versioning`, {
      ...bucket,
      versioningConfiguration: { status: 'Enabled' },
    });
    // It switches the lock on too, for a bucket that exists as well (S3 User Guide, "Configuring S3 Object Lock"), while the bucket's own
    // argument would replace the bucket.
    if (objectLock)
      new S3BucketObjectLockConfigurationA(this, `${this.node.id}-object-lock`, {
        ...bucket,
        rule: { defaultRetention: { mode: objectLock.mode, days: objectLock.days } },
        dependsOn: [versioning],
      });
    new S3BucketLifecycleConfiguration(this, `${this.node.id}-lifecycle`, {
      ...bucket,
      rule: lifecycleRules(retention),
      dependsOn: [versioning],
    });
    return versioning;
  }

  private encrypt({ placement, keyArn, bucketKey = true }: HardenedBucketProps): void {
    new S3BucketServerSideEncryptionConfigurationA(this, `${this.node.id}-encryption`, {
      ...placement,
      bucket: this.id,
      rule: [
        {
          applyServerSideEncryptionByDefault: keyArn
            ? { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn }
            : { sseAlgorithm: 'AES256' },
          bucketKeyEnabled: keyArn ? bucketKey : undefined,
        },
      ],
    });
  }
}

// Athena skips what is in GLACIER. Athena User Guide, querying-glacier.
const archive = 'GLACIER_IR';

const lifecycleRules = ({ archiveAfterDays, deleteAfterDays, folders = [] }: Retention) => [
  {
    id: 'retention',
    status: 'Enabled',
    filter: [{ prefix: '' }],
    abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
    noncurrentVersionExpiration: [{ noncurrentDays: 90 }],
    ...(archiveAfterDays && { transition: [{ days: archiveAfterDays, storageClass: archive }] }),
    ...(deleteAfterDays && { expiration: [{ days: deleteAfterDays }] }),
  },
  ...folders.map(({ id, prefix, deleteAfterDays: days }) => ({
    id,
    status: 'Enabled',
    filter: [{ prefix }],
    expiration: [{ days }],
  })),
];

const tlsOnly = (bucketArn: string): Statement => ({
  Sid: 'TlsOnly',
  Effect: 'Deny',
  Principal: anybody,
  Action: 's3:*',
  Resource: [bucketArn, `${bucketArn}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});
