import type { LandingZone } from '../../schema/landing-zone';

/** Names that two stacks have to agree on before either exists: one of them stands in the other's policy. */
export const names = {
  organizationTrail: (zone: LandingZone): string => `${zone.name}-organization`,
  /** The trail of AI data events in each account. */
  accountTrail: (zone: LandingZone): string => `${zone.name}-ai-data-events`,
  /** Folder of the account trails in the trail bucket. */
  accountTrailPrefix: 'ai-data-events',
  configRecorderRole: (zone: LandingZone): string => `${zone.name}-config-recorder`,
  /** Workgroup, and the role that alone reads the trails, both in the security account. */
  audit: (zone: LandingZone): string => `${zone.name}-audit`,
  auditRoleArn: (zone: LandingZone, securityId: string): string =>
    `arn:aws:iam::${securityId}:role/${names.audit(zone)}`,
  /** Glue databases are called without hyphens, so that SQL needs no quotes. */
  auditDatabase: (zone: LandingZone): string => `${zone.name.replaceAll('-', '_')}_audit`,
  /** Buckets of the data lake begin with it, so that a trail can select them before they exist. */
  dataBucketPrefix: (zone: LandingZone): string => `${zone.name}-data-`,
  /** Folder of what Bedrock logs, in the account's bucket and in the log archive. */
  promptPrefix: 'prompts',
  /** What is in it of one account: twelve digits, their token, or a policy variable. */
  promptFolder: (accountId: string): string => `${names.promptPrefix}/AWSLogs/${accountId}`,
  /** Copies what Bedrock logs to the log archive. */
  promptReplicationRole: (zone: LandingZone): string => `${zone.name}-prompt-replication`,
};
