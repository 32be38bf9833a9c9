import type { Statement } from '../../policy/iam/statement';
import type { LogPolicies, LogPolicyIds } from './log-policies';

/**
 * Findings: GuardDuty exports and Macie's classification results, both of the security account. The detector's id is known
 * only after the bucket is, so the detector is matched by pattern. Sources: GuardDuty User Guide, guardduty_exportfindings;
 * Macie User Guide, discovery-results-repository-s3.
 */
export function findingsPolicies({ securityId }: LogPolicyIds): LogPolicies {
  const writers = [
    {
      name: 'GuardDuty',
      service: 'guardduty',
      keyActions: ['kms:GenerateDataKey'],
      sources: [`arn:aws:guardduty:*:${securityId}:detector/*`],
    },
    {
      name: 'Macie',
      service: 'macie',
      keyActions: ['kms:GenerateDataKey', 'kms:Encrypt'],
      sources: [
        `arn:aws:macie2:*:${securityId}:export-configuration:*`,
        `arn:aws:macie2:*:${securityId}:classification-job/*`,
      ],
    },
  ].map((writer) => ({
    ...writer,
    Principal: { Service: `${writer.service}.amazonaws.com` },
    Condition: { StringEquals: { 'aws:SourceAccount': securityId }, ArnLike: { 'aws:SourceArn': writer.sources } },
  }));
  return {
    bucket: (arn, keyArn) => [
      ...writers.flatMap(({ name, Principal, Condition }): Statement[] => [
        {
          Sid: `${name}ChecksBucket`,
          Effect: 'Allow',
          Principal,
          Action: 's3:GetBucketLocation',
          Resource: arn,
          Condition,
        },
        { Sid: `${name}Writes`, Effect: 'Allow', Principal, Action: 's3:PutObject', Resource: `${arn}/*`, Condition },
      ]),
      ...otherEncryption(arn, keyArn, writers[0]?.Principal),
    ],
    key: writers.map(({ name, Principal, Condition, keyActions }) => ({
      Sid: `${name}Encrypts`,
      Effect: 'Allow',
      Principal,
      Action: keyActions,
      Resource: '*',
      Condition,
    })),
  };
}

/** GuardDuty must name our key with each object; a default of the bucket would not show a misconfiguration. */
const otherEncryption = (arn: string, keyArn: string, Principal: Statement['Principal']): Statement[] =>
  [
    { Sid: 'GuardDutyEncrypts', key: 's3:x-amz-server-side-encryption', value: 'aws:kms' },
    { Sid: 'GuardDutyUsesOurKey', key: 's3:x-amz-server-side-encryption-aws-kms-key-id', value: keyArn },
  ].map(({ Sid, key, value }) => ({
    Sid,
    Effect: 'Deny',
    Principal,
    Action: 's3:PutObject',
    Resource: `${arn}/*`,
    Condition: { StringNotEquals: { [key]: value } },
  }));
