import type { App } from 'cdktf';
import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import type { Producer } from '../kernel/contract';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import type { managementContract } from '../management/contract';
import { AccessLogBucket } from '../parts/access-log-bucket';
import { logTags } from '../parts/log-tags';
import { promptTags } from '../parts/prompt-tags';
import { configPolicies } from './config-policies';
import { logArchiveContract } from './contract';
import { findingsPolicies } from './findings-policies';
import { logArchiveInputs } from './inputs';
import { LogBucket } from './log-bucket';
import { promptPolicies } from './prompt-policies';
import { trailPolicies } from './trail-policies';

export interface LogArchiveStackProps {
  readonly zone: LandingZone;
  readonly management: Producer<typeof managementContract>;
}

/** Every log of every account: trails, configuration history, findings, and who read them. */
export class LogArchiveStack extends LandingZoneStack<typeof logArchiveContract> {
  constructor(app: App, { zone, management }: LogArchiveStackProps) {
    super(app, 'log-archive', logArchiveContract, {
      zone,
      account: zone.logArchiveAccount,
      management,
      inputs: () => logArchiveInputs(zone.accounts),
    });
    const { organizationId } = this.read(management);
    const ids = {
      zone,
      organizationId,
      managementId: this.accountId(zone.managementAccount),
      securityId: this.accountId(zone.securityAccount),
      archiveId: this.here.id,
    };
    const { archiveAfterDays, retentionDays: deleteAfterDays, objectLock } = zone.logs;
    const retention = { archiveAfterDays, deleteAfterDays };
    const accessLog = new AccessLogBucket(this, 'access-log', {
      placement: this.here.home,
      name: `${names.logBucketPrefix(zone, 'access-log')}${this.here.id}`,
      retention,
      sourcePrefix: `${zone.name}-`,
      tags: logTags,
    });
    const common = { organizationId, retention, accessLog, tags: logTags };
    const trails = new LogBucket(this, 'trails', {
      ...common,
      description: 'Events that CloudTrail records',
      policies: trailPolicies(ids),
      // With one, S3 encrypts under a context of its own, and the key could not tell our trails from others.
      bucketKey: false,
      // The trails alone: Config delivers to no bucket with default retention, and the findings are copies.
      objectLock,
    });
    const config = new LogBucket(this, 'config', {
      ...common,
      description: 'Configuration history of every account',
      policies: configPolicies(ids),
    });
    const findings = new LogBucket(this, 'findings', {
      ...common,
      description: 'Findings of GuardDuty and results of Macie',
      policies: findingsPolicies(ids),
    });
    // There with or without an account that uses it: it outlives the last one.
    const prompts = new LogBucket(this, 'prompts', {
      ...common,
      description: 'What was asked of models, and what they answered',
      policies: promptPolicies(ids),
      retention: { ...retention, folders: this.promptFolders() },
      tags: promptTags,
    });
    this.publish(bucketsAndKeys({ trails, config, findings, prompts }));
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
}

/** What other stacks know of the buckets. */
const bucketsAndKeys = ({ trails, config, findings, prompts }: Readonly<Record<LogKind, LogBucket>>) => ({
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

type LogKind = 'trails' | 'config' | 'findings' | 'prompts';
