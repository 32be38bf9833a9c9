import { anybody, type Statement } from '../../policy/iam/statement';
import { names } from '../../schema/facts/names';
import { type LogPolicies, type LogPolicyIds, ownerControl } from './log-policies';

/**
 * Config: each account's recorder role, which AWS recommends for a bucket that an organization shares, and the service
 * itself, to which Config falls back. Source: Config Developer Guide, s3-bucket-policy.
 */
export function configPolicies(ids: LogPolicyIds): LogPolicies {
  const writers = writersOf(ids);
  return {
    bucket: (arn) => writers.flatMap((writer) => [check(arn, writer), put(arn, writer)]),
    key: writers.map(encrypt),
  };
}

interface Writer extends Pick<Statement, 'Principal' | 'Condition'> {
  readonly sids: { readonly check: string; readonly put: string; readonly encrypt: string };
}

const writersOf = ({ zone, organizationId }: LogPolicyIds): readonly Writer[] => [
  {
    sids: { check: 'RecordersCheckBucket', put: 'RecordersWrite', encrypt: 'RecordersEncrypt' },
    Principal: anybody,
    Condition: {
      StringEquals: { 'aws:PrincipalOrgID': organizationId },
      ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${names.configRecorderRole(zone)}` },
    },
  },
  {
    sids: { check: 'ConfigChecksBucket', put: 'ConfigWrites', encrypt: 'ConfigEncrypts' },
    Principal: { Service: 'config.amazonaws.com' },
    Condition: { StringEquals: { 'aws:SourceOrgID': organizationId } },
  },
];

const check = (arn: string, { sids, Principal, Condition }: Writer): Statement => ({
  Sid: sids.check,
  Effect: 'Allow',
  Principal,
  Action: ['s3:GetBucketAcl', 's3:ListBucket'],
  Resource: arn,
  Condition,
});

const put = (arn: string, { sids, Principal, Condition = {} }: Writer): Statement => ({
  Sid: sids.put,
  Effect: 'Allow',
  Principal,
  Action: 's3:PutObject',
  Resource: `${arn}/AWSLogs/*/Config/*`,
  Condition: { ...Condition, StringEquals: { ...Condition.StringEquals, ...ownerControl } },
});

const encrypt = ({ sids, Principal, Condition }: Writer): Statement => ({
  Sid: sids.encrypt,
  Effect: 'Allow',
  Principal,
  Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
  Resource: '*',
  Condition,
});
