import type { Statement } from '../../policy/iam/statement';

/** Lets CloudWatch Logs use a key for one log group. CloudWatch Logs User Guide, encrypt-log-data-kms. */
export const logGroupEncrypts = (region: string, accountId: string, logGroup: string): Statement => ({
  Sid: 'LogGroupEncrypts',
  Effect: 'Allow',
  Principal: { Service: `logs.${region}.amazonaws.com` },
  Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
  Resource: '*',
  Condition: {
    ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${accountId}:log-group:${logGroup}` },
  },
});
