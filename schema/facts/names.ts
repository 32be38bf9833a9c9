/** Whatever carries the prefix of a landing zone: its settings, or the landing zone itself. */
interface Named {
  readonly name: string;
}

/**
 * What follows the prefix in the names of the roles that stacks make for services. No control may be named so: the role of its remediation
 * has the name that the control's id makes.
 */
export const ownRoles: readonly string[] = [
  'apply',
  'audit',
  'config-aggregator',
  'config-recorder',
  'config-rules',
  'data-catalog',
  'data-lake',
  'findings-chat',
  'findings-digest',
  'forward-compliance',
  'forward-findings',
  'forward-management',
  'model-invocations',
  'plan',
  'prompt-replication',
  'read',
  'read-roles',
];

/** Log buckets of the log archive, with the keys that encrypt them. */
export const logKinds = ['trails', 'config', 'findings', 'prompts'] as const;
export type LogKind = (typeof logKinds)[number];

/** Tables of the audit by their names in SQL. */
export const auditTables = { management: 'management_events', data: 'data_events' } as const;

/**
 * Names of resources that two rooms have to agree on: a policy or a control speaks of a resource by its name before it exists, and a
 * command looks for it afterwards.
 */
export const names = {
  organizationTrail: ({ name }: Named): string => `${name}-organization`,
  /** Role of the management account by which runs plan. */
  planRole: ({ name }: Named): string => `${name}-plan`,
  /** Role of the management account by which runs apply. */
  applyRole: ({ name }: Named): string => `${name}-apply`,
  /** Role of each other account by which plans read it. */
  readRole: ({ name }: Named): string => `${name}-read`,
  /** StackSet of the management account that makes the read roles, and the role by which it does. */
  readRoles: ({ name }: Named): string => `${name}-read-roles`,

  /** The trail of AI data events in each account. */
  accountTrail: ({ name }: Named): string => `${name}-ai-data-events`,
  /** Folder of the account trails in the trail bucket. */
  accountTrailPrefix: 'ai-data-events',
  configRecorderRole: ({ name }: Named): string => `${name}-config-recorder`,
  /** The Lambda function of each account and region that runs the custom rules. */
  configRulesFunction: ({ name }: Named): string => `${name}-config-rules`,
  /** A remediation's role in each account, and its document where AWS has none. */
  remediation: ({ name }: Named, control: string): string => `${name}-${control}`,

  /** The account id follows; of a bucket for server access logs, `access-log` is the kind. */
  logBucketPrefix: ({ name }: Named, kind: LogKind | 'access-log' | 'audit'): string => `${name}-${kind}-`,
  /** Without `alias/`. */
  logKeyAlias: ({ name }: Named, kind: LogKind | 'audit'): string => `${name}-${kind}`,

  /** Workgroup, and the role that alone reads the trails, both in the security account. */
  audit: ({ name }: Named): string => `${name}-audit`,
  auditRoleArn: (zone: Named, securityId: string): string => `arn:aws:iam::${securityId}:role/${names.audit(zone)}`,
  /** Glue databases are named without hyphens, so that SQL needs no quotes. */
  auditDatabase: ({ name }: Named): string => `${name.replaceAll('-', '_')}_audit`,
  /** Key of a table parameter that holds the id of the account of this name: who asks by name looks it up there. */
  auditAccountParameter: (account: string): string => `account.${account}`,

  /** Bus and topic of the security account. */
  findings: ({ name }: Named): string => `${name}-findings`,
  /** Topic, and channel configurations, of those who hear from a severity on. */
  findingsRoute: (zone: Named, route: string): string => `${names.findings(zone)}-${route}`,
  /** Queue of events that did not reach the findings bus. */
  unforwarded: (zone: Named, purpose: string): string => `${names.forwardingRule(zone, purpose)}-undelivered`,
  /** Queue of messages that reached no topic. */
  undelivered: (zone: Named): string => `${names.findings(zone)}-undelivered`,
  /** Queue of what the digest of a route has not told yet: not delivered, and protected by its ending like all that is not. */
  untold: (zone: Named, route: string): string => `${names.findingsRoute(zone, route)}-undelivered`,
  /** Function that writes digests, and its role. */
  digest: (zone: Named): string => `${names.findings(zone)}-digest`,
  /** EventBridge rule by whose clock the digest of a route is sent. */
  digestSchedule: ({ name }: Named, route: string): string => `${name}-digest-${route}`,
  /** Rule by whose clock each account and region says that it can still be heard, and log group of who was. */
  heartbeats: ({ name }: Named): string => `${name}-heartbeats`,
  /** CloudWatch alarm that something of the landing zone fails. */
  alarm: ({ name }: Named, of: string): string => `${name}-alarm-${of}`,
  /** Role of chat channels, which may do nothing. */
  chatRole: ({ name }: Named): string => `${name}-findings-chat`,
  /** EventBridge rule that sends events to the findings bus. */
  forwardingRule: ({ name }: Named, events: string): string => `${name}-forward-${events}`,
  /** EventBridge rule on the findings bus that sends messages. */
  notifyingRule: ({ name }: Named, events: string): string => `${name}-notify-${events}`,

  /** Buckets of the data lake begin with it, so that a trail can select them before they exist. */
  dataBucketPrefix: ({ name }: Named): string => `${name}-data-`,
  /** Buckets of the access logs of the data lake, in every region, begin with it. */
  accessLogBucketPrefix: (zone: Named): string => `${names.dataBucketPrefix(zone)}access-`,
  trainingBucket: (zone: Named, accountId: string): string => `${names.dataBucketPrefix(zone)}training-${accountId}`,
  /** Alias, without `alias/`, of the key that encrypts training data and models. */
  dataKeyAlias: ({ name }: Named): string => `${name}-data`,
  /** Folder of what Bedrock logs, in the account's bucket and in the log archive. */
  promptPrefix: 'prompts',
  /** What is in it of one account: twelve digits, their token, or a policy variable. */
  promptFolder: (accountId: string): string => `${names.promptPrefix}/AWSLogs/${accountId}`,
  /** Log group of what Bedrock logs, where it goes to CloudWatch too, and the role that writes it. */
  promptLogGroup: ({ name }: Named): string => `${name}-model-invocations`,
  /** Copies what Bedrock logs to the log archive. */
  promptReplicationRole: ({ name }: Named): string => `${name}-prompt-replication`,
};
