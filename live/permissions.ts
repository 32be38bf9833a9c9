/** Every operation of AWS that this room and verify ask for, by the client of the SDK. A test compares them with the source. */
export const operations: Readonly<Record<string, readonly string[]>> = {
  accessanalyzer: ['ListAnalyzers'],
  account: ['GetAlternateContact'],
  athena: ['GetNamedQuery', 'GetWorkGroup', 'ListNamedQueries'],
  bedrock: [
    'GetGuardrail',
    'GetModelInvocationLoggingConfiguration',
    'ListEnforcedGuardrailsConfiguration',
    'ListGuardrails',
    'ListInferenceProfiles',
  ],
  budgets: ['DescribeBudget', 'DescribeNotificationsForBudget', 'DescribeSubscribersForNotification'],
  cloudformation: ['DescribeStacks', 'GetTemplate'],
  cloudtrail: ['DescribeTrails', 'GetEventSelectors', 'GetInsightSelectors', 'GetTrailStatus'],
  cloudwatch: ['DescribeAlarms'],
  'cloudwatch-logs': ['DescribeLogGroups', 'DescribeResourcePolicies'],
  'config-service': [
    'DescribeAggregateComplianceByConfigRules',
    'DescribeConfigRules',
    'DescribeConfigurationAggregatorSourcesStatus',
    'DescribeConfigurationAggregators',
    'DescribeConfigurationRecorderStatus',
    'DescribeConfigurationRecorders',
    'DescribeDeliveryChannelStatus',
    'DescribeDeliveryChannels',
    'DescribeOrganizationConformancePackStatuses',
    'DescribeOrganizationConformancePacks',
    'GetOrganizationConformancePackDetailedStatus',
  ],
  'cost-explorer': ['GetAnomalyMonitors', 'GetAnomalySubscriptions'],
  ec2: [
    'DescribeSecurityGroups',
    'DescribeSubnets',
    'DescribeVpcs',
    'GetEbsEncryptionByDefault',
    'GetImageBlockPublicAccessState',
    'GetInstanceMetadataDefaults',
    'GetSnapshotBlockPublicAccessState',
  ],
  eventbridge: ['DescribeEventBus', 'ListRules', 'ListTargetsByRule'],
  glue: ['GetDataCatalogEncryptionSettings', 'GetDatabase', 'GetTable'],
  guardduty: [
    'DescribeOrganizationConfiguration',
    'DescribePublishingDestination',
    'GetDetector',
    'GetFilter',
    'GetMemberDetectors',
    'ListDetectors',
    'ListMembers',
    'ListOrganizationAdminAccounts',
    'ListPublishingDestinations',
  ],
  iam: [
    'GetAccountAuthorizationDetails',
    'GetAccountPasswordPolicy',
    'GetOpenIDConnectProvider',
    'ListOrganizationsFeatures',
  ],
  kms: ['DescribeKey', 'GetKeyPolicy', 'GetKeyRotationStatus', 'ListAliases', 'ListGrants', 'ListKeys'],
  lakeformation: [
    'DescribeResource',
    'GetDataCellsFilter',
    'GetDataLakeSettings',
    'GetLFTag',
    'GetResourceLFTags',
    'ListPermissions',
  ],
  lambda: ['GetFunctionConfiguration', 'GetPolicy'],
  macie2: [
    'DescribeClassificationJob',
    'DescribeOrganizationConfiguration',
    'GetClassificationExportConfiguration',
    'GetCustomDataIdentifier',
    'GetFindingsFilter',
    'GetMacieSession',
    'ListClassificationJobs',
    'ListCustomDataIdentifiers',
    'ListFindingsFilters',
    'ListMembers',
    'ListOrganizationAdminAccounts',
  ],
  organizations: [
    'DescribeOrganization',
    'DescribePolicy',
    'ListAWSServiceAccessForOrganization',
    'ListAccounts',
    'ListAccountsForParent',
    'ListDelegatedServicesForAccount',
    'ListOrganizationalUnitsForParent',
    'ListParents',
    'ListPolicies',
    'ListRoots',
    'ListTargetsForPolicy',
  ],
  s3: [
    'GetBucketEncryption',
    'GetBucketLifecycleConfiguration',
    'GetBucketLogging',
    'GetBucketOwnershipControls',
    'GetBucketPolicy',
    'GetBucketReplication',
    'GetBucketTagging',
    'GetBucketVersioning',
    'GetObjectLockConfiguration',
    'GetPublicAccessBlock',
    'HeadBucket',
  ],
  's3-control': ['GetPublicAccessBlock'],
  sagemaker: ['DescribeModelCard', 'DescribeModelPackageGroup', 'GetModelPackageGroupPolicy'],
  securityhub: [
    'DescribeHub',
    'DescribeOrganizationConfiguration',
    'GetConfigurationPolicy',
    'GetConfigurationPolicyAssociation',
    'GetFindingAggregator',
    'ListConfigurationPolicies',
    'ListFindingAggregators',
    'ListOrganizationAdminAccounts',
  ],
  'service-quotas': ['GetServiceQuota'],
  sns: ['GetTopicAttributes', 'ListSubscriptionsByTopic'],
  sqs: ['GetQueueAttributes', 'GetQueueUrl'],
  sts: ['GetCallerIdentity'],
};

/** The prefix of actions, where the client is called otherwise. Source: Service Authorization Reference. */
const prefixes: Readonly<Record<string, string>> = {
  accessanalyzer: 'access-analyzer',
  'cloudwatch-logs': 'logs',
  'config-service': 'config',
  'cost-explorer': 'ce',
  eventbridge: 'events',
  's3-control': 's3',
  'service-quotas': 'servicequotas',
};

/** Operations whose action is called otherwise; none where an operation needs no permission. Source: Service Authorization Reference. */
const actions: Readonly<Record<string, readonly string[]>> = {
  'budgets:DescribeBudget': ['budgets:ViewBudget'],
  'budgets:DescribeNotificationsForBudget': ['budgets:ViewBudget'],
  'budgets:DescribeSubscribersForNotification': ['budgets:ViewBudget'],
  's3:GetBucketEncryption': ['s3:GetEncryptionConfiguration'],
  's3:GetBucketLifecycleConfiguration': ['s3:GetLifecycleConfiguration'],
  's3:GetBucketReplication': ['s3:GetReplicationConfiguration'],
  's3:GetObjectLockConfiguration': ['s3:GetBucketObjectLockConfiguration'],
  's3:GetPublicAccessBlock': ['s3:GetBucketPublicAccessBlock', 's3:GetAccountPublicAccessBlock'],
  's3:HeadBucket': ['s3:ListBucket'],
  'sts:GetCallerIdentity': [],
};

function actionsOf(client: string, operation: string): readonly string[] {
  const action = `${prefixes[client] ?? client}:${operation}`;
  return actions[action] ?? [action];
}

/** The least that whoever reads the accounts has to be allowed, in each of them. */
export const readActions: readonly string[] = [
  ...new Set(Object.entries(operations).flatMap(([client, named]) => named.flatMap((each) => actionsOf(client, each)))),
].sort();

/** The same as a policy of IAM; in the management account the credentials also assume the role of the others. */
export const readPolicyOf = (role: string) => ({
  Version: '2012-10-17',
  Statement: [
    { Sid: 'Read', Effect: 'Allow', Action: readActions, Resource: '*' },
    {
      // Model cards and guardrails are encrypted by keys of ours, and their services read them with the caller's permissions.
      Sid: 'ReadEncrypted',
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringLike: { 'kms:ViaService': ['bedrock.*.amazonaws.com', 'sagemaker.*.amazonaws.com'] } },
    },
    { Sid: 'EnterMembers', Effect: 'Allow', Action: 'sts:AssumeRole', Resource: `arn:aws:iam::*:role/${role}` },
  ],
});
