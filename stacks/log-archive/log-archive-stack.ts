import type { App } from 'cdktf';
import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import type { Contract, Producer } from '../kernel/contract';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import type { managementContract } from '../management/management-stack';
import { accessLogBucket } from '../parts/access-log-bucket';
import { EncryptionKey } from '../parts/encryption-key';
import { HardenedBucket } from '../parts/hardened-bucket';
import { configPolicies } from './config-policies';
import { findingsPolicies } from './findings-policies';
import { type LogPolicies, perimeter } from './log-policies';
import { promptPolicies, promptTags } from './prompt-policies';
import { trailPolicies } from './trail-policies';

export const logArchiveContract = {
  trailBucket: 'text',
  trailKeyArn: 'text',
  configBucket: 'text',
  configKeyArn: 'text',
  findingsBucket: 'text',
  findingsBucketArn: 'text',
  findingsKeyArn: 'text',
  promptBucket: 'text',
  promptKeyArn: 'text',
} as const satisfies Contract;

/** Every log of every account: trails, configuration history, findings, and who read them. */
export class LogArchiveStack extends LandingZoneStack<typeof logArchiveContract> {
  constructor(app: App, zone: LandingZone, management: Producer<typeof managementContract>) {
    super(app, 'log-archive', logArchiveContract, { zone, account: zone.logArchiveAccount, management });
    const { organizationId } = this.read(management);
    const ids = {
      zone,
      organizationId,
      managementId: this.accountId(zone.managementAccount),
      securityId: this.accountId(zone.securityAccount),
    };
    const accessLog = accessLogBucket(this, 'access-log', {
      ...this.common('access-log'),
      accountId: this.here.accountId,
      sourcePrefix: `${zone.name}-`,
    });
    const log = (kind: string, description: string, policies: LogPolicies) =>
      this.log(kind, description, organizationId, policies, accessLog);
    const trails = log('trails', 'Events that CloudTrail records', trailPolicies(ids));
    const config = log('config', 'Configuration history of every account', configPolicies(ids));
    const findings = log('findings', 'Findings of GuardDuty and results of Macie', findingsPolicies(ids));
    // There with or without an account that uses it: it outlives the last one.
    const prompts = log('prompts', 'What was asked of models, and what they answered', promptPolicies(ids));
    this.publish({
      trailBucket: trails.name,
      trailKeyArn: trails.keyArn,
      configBucket: config.name,
      configKeyArn: config.keyArn,
      findingsBucket: findings.name,
      findingsBucketArn: findings.arn,
      findingsKeyArn: findings.keyArn,
      promptBucket: prompts.name,
      promptKeyArn: prompts.keyArn,
    });
  }

  /** A log bucket with the key that encrypts it. */
  private log(
    kind: string,
    description: string,
    organizationId: string,
    policies: LogPolicies,
    accessLog: HardenedBucket,
  ) {
    const key = new EncryptionKey(this, `${kind}-key`, {
      place: this.here.home,
      alias: `${this.zone.name}-${kind}`,
      description,
      accountId: this.here.accountId,
      statements: policies.key,
      lifecycle: this.keep,
    });
    const common = this.common(kind);
    const arn = `arn:aws:s3:::${common.name}`;
    const { bucket, policy } = new HardenedBucket(this, kind, {
      ...common,
      keyArn: key.arn,
      accessLog,
      // Config delivers to no bucket with default retention; the findings are copies.
      objectLock: kind === 'trails' ? this.zone.logs.objectLock : undefined,
      ...(kind === 'prompts' && { tags: promptTags }),
      statements: [perimeter(arn, organizationId), ...policies.bucket(arn, key.arn)],
    });
    // The name is read from the policy: whoever learns it may write at once.
    return { name: policy.bucket, arn: bucket.arn, keyArn: key.arn };
  }

  /** Prompts and answers are kept as long as in the account that they come from. */
  private promptFolders() {
    return this.zone.accounts.flatMap((account) => {
      const { on, archive, retentionDays } = account.ai?.bedrock?.invocationLogging ?? {};
      if (!on || !archive || retentionDays === undefined) return [];
      const prefix = `${names.promptFolder(this.accountId(account))}/`;
      return [{ id: account.name, prefix, deleteAfterDays: retentionDays }];
    });
  }

  private common(kind: string) {
    const { name, logs, protection } = this.zone;
    return {
      place: this.here.home,
      name: `${name}-${kind}-${this.here.accountId}`,
      retention: {
        archiveAfterDays: logs.archiveAfterDays,
        deleteAfterDays: logs.retentionDays,
        ...(kind === 'prompts' && { folders: this.promptFolders() }),
      },
      forceDestroy: protection === 'off',
      lifecycle: this.keep,
    };
  }
}
