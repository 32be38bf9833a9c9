import { anybody } from '../../../policy/iam/statement';
import { names } from '../../../schema/facts/names';
import { accessLogBucket } from '../../parts/access-log-bucket';
import { EncryptionKey } from '../../parts/encryption-key';
import { HardenedBucket } from '../../parts/hardened-bucket';
import type { AuditContext } from './context';

/** Where the answers are kept. */
export interface Results {
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly keyArn: string;
}

/** A bucket for the answers, which say who did what: only the audit role reads them, and they are deleted after some days. */
export function keepResults({ scope, zone, here, keep }: AuditContext): Results {
  const prefix = `${names.audit(zone)}-`;
  const common = (kind: string) => ({
    place: here.home,
    name: `${prefix}${kind}-${here.accountId}`,
    forceDestroy: zone.protection === 'off',
    lifecycle: keep,
  });
  const key = new EncryptionKey(scope, 'audit-key', {
    place: here.home,
    alias: names.audit(zone),
    description: 'Results of audit queries',
    accountId: here.accountId,
    statements: [],
    lifecycle: keep,
  });
  const { bucket, policy } = new HardenedBucket(scope, 'audit-results', {
    ...common('results'),
    keyArn: key.arn,
    retention: { deleteAfterDays: zone.audit.resultRetentionDays },
    accessLog: accessLogBucket(scope, 'audit-access-log', {
      ...common('access-log'),
      retention: { deleteAfterDays: zone.logs.retentionDays },
      accountId: here.accountId,
      sourcePrefix: prefix,
    }),
    statements: [
      {
        Sid: 'OnlyAuditors',
        Effect: 'Deny',
        Principal: anybody,
        Action: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
        Resource: `arn:aws:s3:::${common('results').name}/*`,
        Condition: { ArnNotEquals: { 'aws:PrincipalArn': names.auditRoleArn(zone, here.accountId) } },
      },
    ],
  });
  return { bucketName: policy.bucket, bucketArn: bucket.arn, keyArn: key.arn };
}
