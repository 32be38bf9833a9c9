import { anybody } from '../../policy/iam/statement';
import { names } from '../../schema/facts/names';
import { literal } from '../kernel/literal';
import type { LogPolicies, LogPolicyIds } from './log-policies';

/**
 * Prompts: what S3 replicates out of the accounts that call models. Those come later than the archive, so their roles are told by
 * name and organization; each reaches the folder of its own account only. Source: S3 User Guide, replication-config-for-kms-objects.
 */
export function promptPolicies({ zone, organizationId }: LogPolicyIds): LogPolicies {
  const organization = { 'aws:PrincipalOrgID': organizationId };
  const replication = { 'aws:PrincipalArn': `arn:aws:iam::*:role/${names.promptReplicationRole(zone)}` };
  const ownFolder = names.promptFolder(literal(`\${aws:PrincipalAccount}`));
  return {
    bucket: (arn) => [
      {
        Sid: 'ReplicationWrites',
        Effect: 'Allow',
        Principal: anybody,
        Action: ['s3:ObjectOwnerOverrideToBucketOwner', 's3:ReplicateObject', 's3:ReplicateTags'],
        Resource: `${arn}/${ownFolder}/*`,
        Condition: { StringEquals: organization, ArnLike: replication },
      },
    ],
    key: [
      {
        Sid: 'ReplicationEncrypts',
        Effect: 'Allow',
        Principal: anybody,
        Action: ['kms:Encrypt', 'kms:GenerateDataKey'],
        Resource: '*',
        Condition: {
          StringEquals: { ...organization, 'kms:ViaService': `s3.${zone.homeRegion}.amazonaws.com` },
          ArnLike: replication,
        },
      },
    ],
  };
}
