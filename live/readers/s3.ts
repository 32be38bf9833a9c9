import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketReplicationCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { GetPublicAccessBlockCommand as GetAccountBlockCommand, S3ControlClient } from '@aws-sdk/client-s3-control';
import { orAbsent } from '../answer';
import type { Place } from '../live-aws';
import { type Attributes, block, type Reader, snake, text } from '../reader';
import { lifecycleRules } from './s3-lifecycle';

/** A bucket is asked for as the account's own, so that a stranger's of the same name is no answer. */
const bucketOf = (at: Place, wanted: Attributes) => ({
  Bucket: text(wanted, 'bucket'),
  ExpectedBucketOwner: at.account,
});

const partOf = (read: (at: Place, bucket: ReturnType<typeof bucketOf>) => Promise<Attributes>): Reader => ({
  read: async (at, wanted) => ({ bucket: wanted.bucket, ...(await read(at, bucketOf(at, wanted))) }),
});

const bucket: Reader = {
  async read(at, wanted) {
    await at.ask(S3Client, new HeadBucketCommand(bucketOf(at, wanted)));
    // NoSuchTagSet says that it has no tags, not that there is no bucket.
    const tags =
      wanted.tags === undefined
        ? undefined
        : await orAbsent(at.ask(S3Client, new GetBucketTaggingCommand(bucketOf(at, wanted))));
    const name = wanted.bucket;
    const written = Object.keys((wanted.tags as object | undefined) ?? {});
    return {
      id: name,
      bucket: name,
      arn: `arn:aws:s3:::${name}`,
      // A company may have tags of its own: those that the stack writes, or its provider, are compared.
      tags:
        tags &&
        Object.fromEntries(
          (tags.TagSet ?? []).flatMap(({ Key = '', Value }) => (written.includes(Key) ? [[Key, Value]] : [])),
        ),
    };
  },
  unread: {
    force_destroy: 'is Terraform’s own',
    object_lock_enabled: 'aws_s3_bucket_object_lock_configuration says it',
  },
};

const replication = partOf(async (at, asked) => {
  const { ReplicationConfiguration } = await at.ask(S3Client, new GetBucketReplicationCommand(asked));
  return snake(
    ReplicationConfiguration && { Role: ReplicationConfiguration.Role, Rule: ReplicationConfiguration.Rules },
  ) as Attributes;
});

export const readers: Readonly<Record<string, Reader>> = {
  aws_s3_bucket: bucket,
  aws_s3_bucket_policy: partOf(async (at, asked) => ({
    policy: (await at.ask(S3Client, new GetBucketPolicyCommand(asked))).Policy,
  })),
  aws_s3_bucket_versioning: partOf(async (at, asked) => ({
    versioning_configuration: { status: (await at.ask(S3Client, new GetBucketVersioningCommand(asked))).Status },
  })),
  aws_s3_bucket_server_side_encryption_configuration: partOf(async (at, asked) => {
    const reply = await at.ask(S3Client, new GetBucketEncryptionCommand(asked));
    return {
      rule: (reply.ServerSideEncryptionConfiguration?.Rules ?? []).map((rule) => ({
        apply_server_side_encryption_by_default: {
          sse_algorithm: rule.ApplyServerSideEncryptionByDefault?.SSEAlgorithm,
          kms_master_key_id: rule.ApplyServerSideEncryptionByDefault?.KMSMasterKeyID,
        },
        bucket_key_enabled: rule.BucketKeyEnabled,
      })),
    };
  }),
  aws_s3_bucket_lifecycle_configuration: {
    ...partOf(async (at, asked) => ({
      rule: lifecycleRules((await at.ask(S3Client, new GetBucketLifecycleConfigurationCommand(asked))).Rules ?? []),
    })),
    whole: ['rule'],
  },
  aws_s3_bucket_logging: partOf(async (at, asked) => {
    const { LoggingEnabled } = await at.ask(S3Client, new GetBucketLoggingCommand(asked));
    return { target_bucket: LoggingEnabled?.TargetBucket, target_prefix: LoggingEnabled?.TargetPrefix };
  }),
  aws_s3_bucket_ownership_controls: partOf(async (at, asked) => ({
    rule: snake((await at.ask(S3Client, new GetBucketOwnershipControlsCommand(asked))).OwnershipControls?.Rules),
  })),
  aws_s3_bucket_public_access_block: partOf(
    async (at, asked) =>
      snake(
        (await at.ask(S3Client, new GetPublicAccessBlockCommand(asked))).PublicAccessBlockConfiguration,
      ) as Attributes,
  ),
  aws_s3_bucket_replication_configuration: { ...replication, whole: ['rule'] },
  aws_s3_bucket_object_lock_configuration: partOf(async (at, asked) => {
    const reply = await at.ask(S3Client, new GetObjectLockConfigurationCommand(asked));
    return { rule: { default_retention: snake(block(reply.ObjectLockConfiguration?.Rule).DefaultRetention) } };
  }),
  aws_s3_account_public_access_block: {
    async read(at) {
      const asked = new GetAccountBlockCommand({ AccountId: at.account });
      return snake((await at.ask(S3ControlClient, asked)).PublicAccessBlockConfiguration) as Attributes;
    },
  },
};
