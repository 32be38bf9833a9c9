import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { S3BucketReplicationConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration';
import { policyDocument, type Statement } from '../../../policy/iam/statement';
import { names } from '../../../schema/facts/names';
import type { AiContext } from '../context';
import type { PromptBucket } from './prompt-bucket';

/**
 * Copies every record to the log archive, which owns the copy and encrypts it with its own key. Deletions are not copied. Sources:
 * S3 User Guide, setting-repl-config-perm-overview and replication-config-for-kms-objects.
 */
export function replicatePrompts(context: AiContext, buckets: readonly PromptBucket[]): void {
  const { stack, zone, here, accountId, logArchive } = context;
  const { promptBucket, promptKeyArn } = logArchive();
  const archiveArn = `arn:aws:s3:::${promptBucket}`;
  const name = names.promptReplicationRole(zone);
  const role = new IamRole(stack, 'prompt-replication', {
    ...here.home,
    name,
    description: 'Lets S3 copy what was asked of models to the log archive',
    // Without a condition: S3 is not documented to say for which account it replicates. A role is passed within its account only.
    assumeRolePolicy: policyDocument([
      { Sid: 'Service', Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ]),
  });
  const permissions = new IamRolePolicy(stack, 'prompt-replication-policy', {
    ...here.home,
    name,
    role: role.name,
    policy: policyDocument([
      ...buckets.flatMap(reading),
      {
        Sid: 'WriteCopies',
        Effect: 'Allow',
        Action: ['s3:ObjectOwnerOverrideToBucketOwner', 's3:ReplicateObject', 's3:ReplicateTags'],
        Resource: `${archiveArn}/${names.promptFolder(here.accountId)}/*`,
      },
      {
        Sid: 'EncryptCopies',
        Effect: 'Allow',
        Action: ['kms:Encrypt', 'kms:GenerateDataKey'],
        Resource: promptKeyArn,
        Condition: { StringEquals: { 'kms:ViaService': `s3.${zone.homeRegion}.amazonaws.com` } },
      },
    ]),
  });
  for (const { region, bucket } of buckets)
    new S3BucketReplicationConfigurationA(stack, `prompt-replication-${region}`, {
      ...here.at(region),
      bucket: bucket.bucket.id,
      role: role.arn,
      rule: [
        {
          id: 'log-archive',
          status: 'Enabled',
          priority: 1,
          filter: { prefix: '' },
          deleteMarkerReplication: { status: 'Disabled' },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
          destination: {
            account: accountId(zone.logArchiveAccount),
            bucket: archiveArn,
            accessControlTranslation: { owner: 'Destination' },
            encryptionConfiguration: { replicaKmsKeyId: promptKeyArn },
          },
        },
      ],
      dependsOn: [bucket.versioning, permissions],
    });
}

const reading = ({ region, bucket: { bucket }, keyArn }: PromptBucket): Statement[] => {
  const sid = (verb: string) => `${verb}${region.replace(/-/g, '')}`;
  return [
    {
      Sid: sid('List'),
      Effect: 'Allow',
      Action: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
      Resource: bucket.arn,
    },
    {
      Sid: sid('Read'),
      Effect: 'Allow',
      Action: ['s3:GetObjectVersionAcl', 's3:GetObjectVersionForReplication', 's3:GetObjectVersionTagging'],
      Resource: `${bucket.arn}/*`,
    },
    {
      Sid: sid('Decrypt'),
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      Resource: keyArn,
      Condition: { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } },
    },
  ];
};
