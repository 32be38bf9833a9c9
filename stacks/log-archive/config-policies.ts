import { anybody, type Statement } from '../../policy/iam/statement';
import { names } from '../../schema/facts/names';
import { type LogPolicies, type LogPolicyIds, ownerControl } from './log-policies';

/**
 * Config: each account's recorder role, which AWS recommends for a bucket that an organization shares, and the service
 * itself, to which Config falls back. Source: Config Developer Guide, s3-bucket-policy.
 */
export function configPolicies({ zone, organizationId }: LogPolicyIds): LogPolicies {
  const recorder = {
    StringEquals: { 'aws:PrincipalOrgID': organizationId },
    ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${names.configRecorderRole(zone)}` },
  };
  const inOrganization = { StringEquals: { 'aws:SourceOrgID': organizationId } };
  const service = { Service: 'config.amazonaws.com' };
  const put = (
    Sid: string,
    arn: string,
    Principal: Statement['Principal'],
    who: Statement['Condition'] = {},
  ): Statement => ({
    Sid,
    Effect: 'Allow',
    Principal,
    Action: 's3:PutObject',
    Resource: `${arn}/AWSLogs/*/Config/*`,
    Condition: { ...who, StringEquals: { ...who.StringEquals, ...ownerControl } },
  });
  const check = ['s3:GetBucketAcl', 's3:ListBucket'];
  return {
    bucket: (arn): Statement[] => [
      {
        Sid: 'RecordersCheckBucket',
        Effect: 'Allow',
        Principal: anybody,
        Action: check,
        Resource: arn,
        Condition: recorder,
      },
      put('RecordersWrite', arn, anybody, recorder),
      {
        Sid: 'ConfigChecksBucket',
        Effect: 'Allow',
        Principal: service,
        Action: check,
        Resource: arn,
        Condition: inOrganization,
      },
      put('ConfigWrites', arn, service, inOrganization),
    ],
    key: [
      {
        Sid: 'RecordersEncrypt',
        Effect: 'Allow',
        Principal: anybody,
        Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
        Resource: '*',
        Condition: recorder,
      },
      {
        Sid: 'ConfigEncrypts',
        Effect: 'Allow',
        Principal: service,
        Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
        Resource: '*',
        Condition: inOrganization,
      },
    ],
  };
}
