import type { Statement } from '../../policy/iam/statement';
import { names } from '../../schema/facts/names';
import { type LogPolicies, type LogPolicyIds, ownerControl } from './log-policies';

/**
 * CloudTrail: the organization trail, whose ARN is of the management account whoever makes it, and one trail per account.
 * Sources: CloudTrail User Guide, create-s3-bucket-policy-for-cloudtrail; Control Tower User Guide, logging-s3-audit-bucket
 * (`aws:SourceOrgID` on what CloudTrail writes); CloudTrail User Guide, create-kms-key-policy-for-cloudtrail (without `kms:Decrypt` no
 * trail is made or changed while the bucket has a bucket key).
 */
export function trailPolicies(ids: LogPolicyIds): LogPolicies {
  return {
    bucket: (arn) => [...trailsWrite(arn, ids), auditorsRead(arn, ids)],
    key: [...trailsEncrypt(ids), auditorsDecrypt(ids)],
  };
}

const Principal = { Service: 'cloudtrail.amazonaws.com' };

const trailsOf = ({ zone, managementId }: LogPolicyIds) => ({
  organizationTrail: `arn:aws:cloudtrail:${zone.homeRegion}:${managementId}:trail/${names.organizationTrail(zone)}`,
  accountTrails: `arn:aws:cloudtrail:${zone.homeRegion}:*:trail/${names.accountTrail(zone)}`,
});

function trailsWrite(arn: string, ids: LogPolicyIds): readonly Statement[] {
  const { organizationId, managementId } = ids;
  const { organizationTrail, accountTrails } = trailsOf(ids);
  return [
    {
      Sid: 'TrailsCheckBucket',
      Effect: 'Allow',
      Principal,
      Action: 's3:GetBucketAcl',
      Resource: arn,
      Condition: { ArnLike: { 'aws:SourceArn': [organizationTrail, accountTrails] } },
    },
    {
      Sid: 'OrganizationTrailWrites',
      Effect: 'Allow',
      Principal,
      Action: 's3:PutObject',
      Resource: [`${arn}/AWSLogs/${managementId}/*`, `${arn}/AWSLogs/${organizationId}/*`],
      Condition: { StringEquals: { ...ownerControl, 'aws:SourceArn': organizationTrail } },
    },
    {
      Sid: 'AccountTrailsWrite',
      Effect: 'Allow',
      Principal,
      Action: 's3:PutObject',
      Resource: `${arn}/${names.accountTrailPrefix}/AWSLogs/*`,
      Condition: {
        StringEquals: { ...ownerControl, 'aws:SourceOrgID': organizationId },
        ArnLike: { 'aws:SourceArn': accountTrails },
      },
    },
  ];
}

function trailsEncrypt(ids: LogPolicyIds): readonly Statement[] {
  const { organizationTrail, accountTrails } = trailsOf(ids);
  return [
    {
      Sid: 'TrailsEncrypt',
      Effect: 'Allow',
      Principal,
      Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
      Resource: '*',
      Condition: {
        ArnLike: { 'aws:SourceArn': [organizationTrail, accountTrails] },
        StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': [organizationTrail, accountTrails] },
      },
    },
    { Sid: 'TrailsDescribeKey', Effect: 'Allow', Principal, Action: 'kms:DescribeKey', Resource: '*' },
  ];
}

/** The role is made after this policy, which could not name it as principal yet. */
const auditors = ({ zone, securityId }: LogPolicyIds) => ({
  Principal: { AWS: `arn:aws:iam::${securityId}:root` },
  Condition: { ArnEquals: { 'aws:PrincipalArn': names.auditRoleArn(zone, securityId) } },
});

const auditorsRead = (arn: string, ids: LogPolicyIds): Statement => ({
  Sid: 'AuditorsRead',
  Effect: 'Allow',
  Principal: auditors(ids).Principal,
  Action: ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'],
  Resource: [arn, `${arn}/*`],
  Condition: auditors(ids).Condition,
});

const auditorsDecrypt = (ids: LogPolicyIds): Statement => ({
  Sid: 'AuditorsDecrypt',
  Effect: 'Allow',
  Principal: auditors(ids).Principal,
  Action: 'kms:Decrypt',
  Resource: '*',
  // Not by CloudTrail's encryption context: what was written while the bucket had a bucket key has S3's own.
  Condition: {
    ...auditors(ids).Condition,
    StringEquals: { 'kms:ViaService': `s3.${ids.zone.homeRegion}.amazonaws.com` },
  },
});
