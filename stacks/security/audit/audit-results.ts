import type { Construct } from 'constructs';
import { anybody } from '../../../policy/iam/statement';
import { names } from '../../../schema/facts/names';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import { AccessLogBucket } from '../../parts/access-log-bucket';
import { EncryptionKey } from '../../parts/encryption-key';
import { HardenedBucket } from '../../parts/hardened-bucket';
import { logTags } from '../../parts/log-tags';
import { macieReads } from '../../parts/macie-reads';

/** A bucket for the answers, which say who did what: only the audit role reads them, and they are deleted after some days. */
export class AuditResults extends Part {
  /** Read from the policy: whoever learns the name may write at once. */
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly keyArn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const sourcePrefix = names.logBucketPrefix(zone, 'audit');
    const placement = here.home;
    const key = new EncryptionKey(this, 'audit-key', {
      placement,
      alias: names.logKeyAlias(zone, 'audit'),
      description: 'Results of audit queries',
      statements: [macieReads(here.id)],
    });
    const accessLog = new AccessLogBucket(this, 'audit-access-log', {
      placement,
      name: `${sourcePrefix}access-log-${here.id}`,
      retention: { deleteAfterDays: zone.logs.retentionDays },
      sourcePrefix,
      tags: logTags,
    });
    const name = `${sourcePrefix}results-${here.id}`;
    const bucket = new HardenedBucket(this, 'audit-results', {
      placement,
      name,
      keyArn: key.arn,
      retention: { deleteAfterDays: zone.audit.resultRetentionDays },
      accessLog,
      tags: logTags,
      statements: [
        {
          Sid: 'OnlyAuditors',
          Effect: 'Deny',
          Principal: anybody,
          Action: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
          Resource: `arn:aws:s3:::${name}/*`,
          Condition: { ArnNotEquals: { 'aws:PrincipalArn': names.auditRoleArn(zone, here.id) } },
        },
      ],
    });
    this.bucketName = bucket.policy.bucket;
    this.bucketArn = bucket.arn;
    this.keyArn = key.arn;
  }
}
