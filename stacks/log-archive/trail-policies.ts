import type { Statement } from '../../policy/iam/statement';
import { names } from '../../schema/facts/names';
import { type LogPolicies, type LogPolicyIds, ownerControl } from './log-policies';

/**
 * CloudTrail: the organization trail, whose ARN is of the management account whoever makes it, and one trail per account.
 * Sources: CloudTrail User Guide, create-s3-bucket-policy-for-cloudtrail; Control Tower User Guide, logging-s3-audit-bucket
 * (`aws:SourceOrgID` on what CloudTrail writes).
 */
export function trailPolicies({ zone, organizationId, managementId, securityId }: LogPolicyIds): LogPolicies {
  const organizationTrail = `arn:aws:cloudtrail:${zone.homeRegion}:${managementId}:trail/${names.organizationTrail(zone)}`;
  const accountTrails = `arn:aws:cloudtrail:${zone.homeRegion}:*:trail/${names.accountTrail(zone)}`;
  const Principal = { Service: 'cloudtrail.amazonaws.com' };
  // The role is made after this policy, which could not name it as principal yet.
  const reader = { AWS: `arn:aws:iam::${securityId}:root` };
  const auditors = { ArnEquals: { 'aws:PrincipalArn': names.auditRoleArn(zone, securityId) } };
  return {
    bucket: (arn): Statement[] => [
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
      {
        Sid: 'AuditorsRead',
        Effect: 'Allow',
        Principal: reader,
        Action: ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'],
        Resource: [arn, `${arn}/*`],
        Condition: auditors,
      },
    ],
    key: [
      {
        Sid: 'TrailsEncrypt',
        Effect: 'Allow',
        Principal,
        Action: 'kms:GenerateDataKey*',
        Resource: '*',
        Condition: {
          ArnLike: { 'aws:SourceArn': [organizationTrail, accountTrails] },
          StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': [organizationTrail, accountTrails] },
        },
      },
      { Sid: 'TrailsDescribeKey', Effect: 'Allow', Principal, Action: 'kms:DescribeKey', Resource: '*' },
      {
        Sid: 'AuditorsDecrypt',
        Effect: 'Allow',
        Principal: reader,
        Action: 'kms:Decrypt',
        Resource: '*',
        // Not by CloudTrail's encryption context: with a bucket key, S3 sends its own.
        Condition: { ...auditors, StringEquals: { 'kms:ViaService': `s3.${zone.homeRegion}.amazonaws.com` } },
      },
    ],
  };
}
