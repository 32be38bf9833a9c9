import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { S3BucketReplicationConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration';
import type { Construct } from 'constructs';
import { policyDocument, type Statement } from '../../../policy/iam/statement';
import { names } from '../../../schema/facts/names';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import { serviceTrust } from '../../parts/service-trust';
import type { AiContext } from '../context';
import type { PromptBucket } from './prompt-bucket';

export interface PromptReplicationProps extends Pick<AiContext, 'logArchive'> {
  readonly buckets: readonly PromptBucket[];
}

/**
 * Copies every record to the log archive, which owns the copy and encrypts it with its own key. Deletions are not copied. Sources:
 * S3 User Guide, setting-repl-config-perm-overview and replication-config-for-kms-objects.
 */
export class PromptReplication extends Part {
  constructor(scope: Construct, id: string, { buckets, logArchive }: PromptReplicationProps) {
    super(scope, id);
    const stack = LandingZoneStack.of(this);
    const { zone, here } = stack;
    const { promptBucket, promptKeyArn } = stack.read(logArchive);
    const archiveArn = `arn:aws:s3:::${promptBucket}`;
    const name = names.promptReplicationRole(zone);
    const role = new IamRole(this, id, {
      ...here.home,
      name,
      description: 'Lets S3 copy what was asked of models to the log archive',
      assumeRolePolicy: policyDocument([serviceTrust('s3.amazonaws.com', here.id)]),
    });
    const permissions = new IamRolePolicy(this, `${id}-policy`, {
      ...here.home,
      name,
      role: role.name,
      policy: policyDocument([...reading(buckets), ...writing(archiveArn, promptKeyArn, here.id, zone.homeRegion)]),
    });
    const destination = {
      account: stack.accountId(zone.logArchiveAccount),
      bucket: archiveArn,
      accessControlTranslation: { owner: 'Destination' },
      encryptionConfiguration: { replicaKmsKeyId: promptKeyArn },
    };
    for (const { region, bucket } of buckets)
      new S3BucketReplicationConfigurationA(this, `${id}-${region}`, {
        ...here.in(region),
        bucket: bucket.id,
        role: role.arn,
        rule: [
          {
            id: 'log-archive',
            status: 'Enabled',
            priority: 1,
            filter: { prefix: '' },
            deleteMarkerReplication: { status: 'Disabled' },
            sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
            destination,
          },
        ],
        dependsOn: [bucket.versioning, permissions],
      });
  }
}

/** One statement of each kind for the buckets of all regions: with one for each, seventeen regions are more than a role may have. */
const reading = (buckets: readonly PromptBucket[]): Statement[] => [
  {
    Sid: 'List',
    Effect: 'Allow',
    Action: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
    Resource: buckets.map(({ bucket }) => bucket.arn),
  },
  {
    Sid: 'Read',
    Effect: 'Allow',
    Action: ['s3:GetObjectVersionAcl', 's3:GetObjectVersionForReplication', 's3:GetObjectVersionTagging'],
    Resource: buckets.map(({ bucket }) => `${bucket.arn}/*`),
  },
  {
    Sid: 'Decrypt',
    Effect: 'Allow',
    Action: 'kms:Decrypt',
    Resource: buckets.map(({ keyArn }) => keyArn),
    // A key answers in its own region only, so no pair of the two lists is too many.
    Condition: { StringEquals: { 'kms:ViaService': buckets.map(({ region }) => `s3.${region}.amazonaws.com`) } },
  },
];

const writing = (archiveArn: string, keyArn: string, accountId: string, homeRegion: string): Statement[] => [
  {
    Sid: 'WriteCopies',
    Effect: 'Allow',
    Action: ['s3:ObjectOwnerOverrideToBucketOwner', 's3:ReplicateObject', 's3:ReplicateTags'],
    Resource: `${archiveArn}/${names.promptFolder(accountId)}/*`,
  },
  {
    Sid: 'EncryptCopies',
    Effect: 'Allow',
    Action: ['kms:Encrypt', 'kms:GenerateDataKey'],
    Resource: keyArn,
    Condition: { StringEquals: { 'kms:ViaService': `s3.${homeRegion}.amazonaws.com` } },
  },
];
