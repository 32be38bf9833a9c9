import { isObject } from '../toolkit/json';
import type { JudgedCall } from './judged-call';

/** A role that a call hands to a service. */
export interface PassedRole {
  readonly roleArn: string;
  /** `iam:PassedToService`. */
  readonly service: string;
}

/**
 * Operations that pass a role, by IAM prefix, with the service that gets it. Sources: IAM User Guide, "Grant a user permissions to
 * pass a role to an AWS service"; the entries `iam:PassRole` in the column "Dependent actions" of the Service Authorization
 * Reference; S3 User Guide, "Setting up permissions for live replication"; CloudTrail, Config and Lake Formation API references.
 */
const passing: Readonly<Record<string, { readonly operations: RegExp; readonly service: string }>> = {
  athena: { operations: /^(Create|Update)WorkGroup$/, service: 'athena.amazonaws.com' },
  backup: { operations: /^(CreateBackupSelection|Start(Backup|Restore|Copy)Job)$/, service: 'backup.amazonaws.com' },
  bedrock: {
    operations:
      /^(PutModelInvocationLoggingConfiguration|Create(Agent|Flow|KnowledgeBase|EvaluationJob|Model\w+Job)|Update(Agent|Flow|KnowledgeBase))$/,
    service: 'bedrock.amazonaws.com',
  },
  budgets: { operations: /^(Create|Update)BudgetAction$/, service: 'budgets.amazonaws.com' },
  cloudformation: {
    operations: /^((Create|Update|Delete|Rollback)Stack|CreateChangeSet|ContinueUpdateRollback)$/,
    service: 'cloudformation.amazonaws.com',
  },
  cloudtrail: { operations: /^(Create|Update)Trail$/, service: 'cloudtrail.amazonaws.com' },
  config: { operations: /^Put(ConfigurationRecorder|ConfigurationAggregator)$/, service: 'config.amazonaws.com' },
  events: { operations: /^Put(Rule|Targets)$/, service: 'events.amazonaws.com' },
  glue: { operations: /^(Create|Update)(Job|Crawler|DevEndpoint|MLTransform)$/, service: 'glue.amazonaws.com' },
  guardduty: {
    operations: /^(Create|Update)MalwareProtectionPlan$/,
    service: 'malware-protection-plan.guardduty.amazonaws.com',
  },
  lakeformation: { operations: /^(Register|Update)Resource$/, service: 'lakeformation.amazonaws.com' },
  lambda: { operations: /^(CreateFunction|UpdateFunctionConfiguration)$/, service: 'lambda.amazonaws.com' },
  logs: { operations: /^Put(SubscriptionFilter|Destination)$/, service: 'logs.amazonaws.com' },
  s3: { operations: /^PutBucketReplication$/, service: 's3.amazonaws.com' },
  sagemaker: { operations: /^(Create|Update)/, service: 'sagemaker.amazonaws.com' },
  ssm: {
    operations: /^(StartAutomationExecution|(Register|Update)\w*MaintenanceWindow\w*)$/,
    service: 'ssm.amazonaws.com',
  },
};

/** The roles of the caller's account that a call hands to a service; the caller needs iam:PassRole for each. */
export function passedRoles({ service, operation, account, input }: JudgedCall): readonly PassedRole[] {
  const passes = passing[service];
  if (!passes?.operations.test(operation)) return [];
  const arns = roleArns(input).filter((arn) => arn.split(':')[4] === account);
  return [...new Set(arns)].map((roleArn) => ({ roleArn, service: passes.service }));
}

/** ARNs of roles under members that are called after a role, at any depth. */
function roleArns(value: unknown, name = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => roleArns(item, name));
  if (isObject(value)) return Object.entries(value).flatMap(([key, item]) => roleArns(item, key));
  return typeof value === 'string' && /role/i.test(name) && /^arn:aws:iam::\d{12}:role\/\S+$/.test(value)
    ? [value]
    : [];
}
