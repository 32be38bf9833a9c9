import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging';
import { S3BucketObjectLockConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import type { TerraformResourceLifecycle } from 'cdktf';
import type { Construct } from 'constructs';
import { anybody, policyDocument, type Statement } from '../../policy/iam/statement';
import type { Place } from '../kernel/places';

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
  readonly place: Place;
  readonly name: string;
  /** ARN of a customer managed key. @default - SSE-S3, which is all that server access logs can be written with */
  readonly keyArn?: string;
  readonly retention: Retention;
  /** What the bucket policy grants or denies, beside the refusal of unencrypted connections. @default - nothing */
  readonly statements?: readonly Statement[];
  /** Where server access logs go, under a folder called like the bucket. @default - no access log */
  readonly accessLog?: HardenedBucket;
  /** @default - objects can be deleted */
  readonly objectLock?: { readonly mode: 'GOVERNANCE' | 'COMPLIANCE'; readonly days: number };
  /** Let Terraform delete the bucket with all that is in it. @default false */
  readonly forceDestroy?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
  readonly lifecycle?: TerraformResourceLifecycle;
}

/** A bucket that is private, versioned, encrypted, reached by TLS only, and whose owner owns every object in it. */
export class HardenedBucket {
  readonly bucket: S3Bucket;
  /** Present once the policy is: what writes to the bucket depends on it. */
  readonly policy: S3BucketPolicy;
  /** Present once versions are kept: replication depends on it. */
  readonly versioning: S3BucketVersioningA;

  constructor(
    private readonly scope: Construct,
    private readonly id: string,
    private readonly props: HardenedBucketProps,
  ) {
    const { place, name, forceDestroy, tags, lifecycle, objectLock } = props;
    this.bucket = new S3Bucket(this.scope, `${this.id}-bucket`, {
      ...place,
      bucket: name,
      forceDestroy,
      objectLockEnabled: objectLock ? true : undefined,
      tags: { ...tags },
      lifecycle,
    });
    const block = this.closeToPublic();
    this.versioning = this.keepObjects();
    this.encrypt();
    this.policy = new S3BucketPolicy(this.scope, `${this.id}-policy`, {
      ...place,
      bucket: this.bucket.id,
      policy: policyDocument([tlsOnly(this.bucket.arn), ...(props.statements ?? [])]),
      dependsOn: [block],
    });
    if (props.accessLog)
      new S3BucketLoggingA(this.scope, `${this.id}-access-log`, {
        ...place,
        bucket: this.bucket.id,
        targetBucket: props.accessLog.bucket.id,
        targetPrefix: `${name}/`,
        dependsOn: [props.accessLog.policy],
      });
  }

  private closeToPublic(): S3BucketPublicAccessBlock {
    const bucket = { ...this.props.place, bucket: this.bucket.id };
    new S3BucketOwnershipControls(this.scope, `${this.id}-ownership`, {
      ...bucket,
      rule: { objectOwnership: 'BucketOwnerEnforced' },
    });
    return new S3BucketPublicAccessBlock(this.scope, `${this.id}-public-access-block`, {
      ...bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
  }

  private keepObjects(): S3BucketVersioningA {
    const { place, retention, objectLock } = this.props;
    const bucket = { ...place, bucket: this.bucket.id };
    const versioning = new S3BucketVersioningA(this.scope, `${this.id}-versioning`, {
      ...bucket,
      versioningConfiguration: { status: 'Enabled' },
    });
    if (objectLock)
      new S3BucketObjectLockConfigurationA(this.scope, `${this.id}-object-lock`, {
        ...bucket,
        rule: { defaultRetention: { mode: objectLock.mode, days: objectLock.days } },
        dependsOn: [versioning],
      });
    const { archiveAfterDays, deleteAfterDays, folders = [] } = retention;
    new S3BucketLifecycleConfiguration(this.scope, `${this.id}-lifecycle`, {
      ...bucket,
      rule: [
        {
          id: 'retention',
          status: 'Enabled',
          filter: [{ prefix: '' }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
          noncurrentVersionExpiration: [{ noncurrentDays: 90 }],
          ...(archiveAfterDays && { transition: [{ days: archiveAfterDays, storageClass: 'GLACIER' }] }),
          ...(deleteAfterDays && { expiration: [{ days: deleteAfterDays }] }),
        },
        ...folders.map(({ id, prefix, deleteAfterDays: days }) => ({
          id,
          status: 'Enabled',
          filter: [{ prefix }],
          expiration: [{ days }],
        })),
      ],
      dependsOn: [versioning],
    });
    return versioning;
  }

  private encrypt(): void {
    const { place, keyArn } = this.props;
    new S3BucketServerSideEncryptionConfigurationA(this.scope, `${this.id}-encryption`, {
      ...place,
      bucket: this.bucket.id,
      rule: [
        {
          applyServerSideEncryptionByDefault: keyArn
            ? { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn }
            : { sseAlgorithm: 'AES256' },
          bucketKeyEnabled: keyArn ? true : undefined,
        },
      ],
    });
  }
}

const tlsOnly = (bucketArn: string): Statement => ({
  Sid: 'TlsOnly',
  Effect: 'Deny',
  Principal: anybody,
  Action: 's3:*',
  Resource: [bucketArn, `${bucketArn}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});
