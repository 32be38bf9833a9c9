import type { Construct } from 'constructs';
import { type LogKind, names } from '../../schema/facts/names';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { EncryptionKey } from '../parts/encryption-key';
import { HardenedBucket, type HardenedBucketProps } from '../parts/hardened-bucket';
import { macieReads } from '../parts/macie-reads';
import { type LogPolicies, perimeter } from './log-policies';

export interface LogBucketProps
  extends Pick<HardenedBucketProps, 'accessLog' | 'bucketKey' | 'objectLock' | 'retention' | 'tags'> {
  readonly description: string;
  readonly organizationId: string;
  /** Who may write. */
  readonly policies: LogPolicies;
}

/** The bucket of one kind of log, with the key that encrypts it. */
export class LogBucket extends Part {
  readonly arn: string;
  /** Read from the policy: whoever learns the name may write at once. */
  readonly name: string;
  readonly keyArn: string;

  constructor(scope: Construct, kind: LogKind, props: LogBucketProps) {
    super(scope, kind);
    const { zone, here } = LandingZoneStack.of(this);
    const { description, organizationId, policies, ...settings } = props;
    const key = new EncryptionKey(this, `${kind}-key`, {
      placement: here.home,
      alias: names.logKeyAlias(zone, kind),
      description,
      // Whoever looks for personal data by the tags of the buckets looks here too.
      statements: [...policies.key, macieReads(here.id)],
    });
    const name = `${names.logBucketPrefix(zone, kind)}${here.id}`;
    const arn = `arn:aws:s3:::${name}`;
    const bucket = new HardenedBucket(this, kind, {
      ...settings,
      placement: here.home,
      name,
      keyArn: key.arn,
      statements: [perimeter(arn, organizationId), ...policies.bucket(arn, key.arn)],
    });
    this.arn = bucket.arn;
    this.name = bucket.policy.bucket;
    this.keyArn = key.arn;
  }
}
