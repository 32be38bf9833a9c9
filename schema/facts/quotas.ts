/** A limit of AWS: data with a date, because AWS moves it (SCPs doubled in May 2026). */
export interface Quota {
  readonly value: number;
  readonly unit: string;
  /** When the source was read, ISO date. */
  readonly asOf: string;
  /** Title of the AWS page, or of what stood in for it. */
  readonly source: string;
}

const organizations = 'AWS Organizations User Guide, "Quotas and service limits" (orgs_reference_limits)';
const cloudFormation = 'AWS CloudFormation User Guide, "Understand CloudFormation quotas" (cloudformation-limits)';
const s3 = 'Amazon S3 User Guide, "Bucket policies" (bucket-policies): 20 KB';
const config = 'AWS Config Developer Guide, "Service limits" (configlimits)';
const organizationPack = 'AWS Config API Reference, PutOrganizationConformancePack';

/** Quotas that the landing zone is checked against before anything is written. */
export const quotas = {
  /** Accounts of an organization before an increase is asked for; `organization.accountQuota` raises it. */
  accounts: { value: 10, unit: 'accounts', asOf: '2026-11-20', source: organizations },
  organizationalUnits: { value: 2000, unit: 'OUs', asOf: '2026-11-20', source: organizations },
  /** Levels of OUs below the root. */
  nesting: { value: 5, unit: 'levels', asOf: '2026-11-20', source: organizations },
  aiOptOutPolicy: { value: 2500, unit: 'characters', asOf: '2026-11-20', source: organizations },
  declarativePolicy: { value: 10_000, unit: 'characters', asOf: '2026-11-20', source: organizations },
  chatbotPolicy: { value: 10_000, unit: 'characters', asOf: '2026-11-20', source: organizations },
  tagPolicy: { value: 10_000, unit: 'characters', asOf: '2026-11-20', source: organizations },
  backupPolicy: { value: 10_000, unit: 'characters', asOf: '2026-11-20', source: organizations },
  /** AWS gives none for this type: that of the other types of its kind. */
  bedrockPolicy: { value: 10_000, unit: 'characters', asOf: '2026-11-28', source: organizations },
  /** Ten may be attached, and a second one would put its guardrail in the place of the first. */
  bedrockPoliciesPerTarget: {
    value: 1,
    unit: 'policies',
    asOf: '2026-11-28',
    source: 'AWS Organizations User Guide, "Amazon Bedrock policy syntax and examples": config_1 has one identifier',
  },
  /** Tag policies, and backup policies, that are attached to one root, OU or account. */
  managementPoliciesPerTarget: { value: 10, unit: 'policies', asOf: '2026-11-20', source: organizations },
  rulesPerPack: { value: 130, unit: 'rules', asOf: '2026-11-20', source: config },
  /** Rules of an account in one region, whoever made them. */
  rulesPerAccount: { value: 1000, unit: 'rules', asOf: '2026-11-20', source: config },
  /** Packs of an organization in one region; an account takes as many. */
  packsPerOrganization: { value: 50, unit: 'conformance packs', asOf: '2026-11-20', source: config },
  packTemplate: { value: 51_200, unit: 'bytes', asOf: '2026-11-20', source: organizationPack },
  packParameters: { value: 60, unit: 'parameters', asOf: '2026-11-20', source: organizationPack },
  /** A template that is sent with the request, not from a bucket. */
  templateBody: { value: 51_200, unit: 'bytes', asOf: '2026-11-20', source: cloudFormation },
  bucketPolicy: { value: 20_480, unit: 'bytes', asOf: '2026-11-20', source: s3 },
  /** Of one budget. */
  budgetNotifications: {
    value: 10,
    unit: 'notifications',
    asOf: '2026-11-27',
    source: 'Budgets API model, NotificationWithSubscribersList; Notification: "up to ten"',
  },
  lakeAdministrators: {
    value: 30,
    unit: 'administrators',
    asOf: '2026-11-20',
    source: 'Lake Formation API Reference, DataLakeSettings',
  },
  /** Before an increase is asked for. */
  managedPoliciesOfRole: {
    value: 10,
    unit: 'managed policies',
    asOf: '2026-11-27',
    source: 'IAM User Guide, reference_iam-quotas, as AWS re:Post quotes it (iam-increase-policy-size)',
  },
  packExcludedAccounts: { value: 1000, unit: 'excluded accounts', asOf: '2026-11-20', source: organizationPack },
} as const satisfies Record<string, Quota>;

/** Quotas of service control policies; which set holds is `organization.scpQuota`. */
export const scpQuotas = {
  'since-2026-05': {
    characters: {
      value: 10_240,
      unit: 'characters',
      asOf: '2026-05-15',
      source: 'Third-party reports; LocalStack docs',
    },
    perTarget: { value: 10, unit: 'policies per target', asOf: '2026-05-15', source: 'Third-party reports' },
  },
  'before-2026-05': {
    characters: { value: 5_120, unit: 'characters', asOf: '2026-11-20', source: organizations },
    perTarget: { value: 5, unit: 'policies per target', asOf: '2026-11-20', source: organizations },
  },
} as const satisfies Record<string, Record<string, Quota>>;

/** Quotas of resource control policies. */
export const rcpQuotas = {
  characters: { value: 5_120, unit: 'characters', asOf: '2026-11-20', source: organizations },
  perTarget: { value: 5, unit: 'policies per target', asOf: '2026-11-20', source: organizations },
} as const satisfies Record<string, Quota>;
