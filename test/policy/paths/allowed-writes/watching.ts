import { type AllowedByService, adds, creates, managementOnly, tags } from './reasons';

/** Of what watches, records and tells. */
export const watching: AllowedByService = {
  'access-analyzer': [
    { actions: 'CreateAnalyzer CreateServiceLinkedAnalyzer DeleteArchiveRule StartResourceScan', reason: adds },
    { actions: 'DeleteServiceLinkedAnalyzer', reason: 'The analyzer of the organization is none of these.' },
    {
      actions: 'CancelPolicyGeneration StartPolicyGeneration CreateAccessPreview GenerateFindingRecommendation',
      reason: 'It proposes policies, and writes none.',
    },
    { actions: 'TagResource UntagResource', reason: tags },
  ],
  athena: [{ actions: 'CreateWorkGroup', reason: creates }],
  chatbot: [
    {
      actions: 'Create*ChannelConfiguration',
      reason: 'A new channel hears only of topics that it may subscribe to, and ours are guarded.',
    },
  ],
  cloudtrail: [
    {
      actions:
        '*EventDataStore *Dashboard *DashboardRefresh *Federation *Import *EventDataStoreIngestion CancelQuery GenerateQuery StartQuery',
      reason: 'CloudTrail Lake, in which the landing zone keeps nothing; trails and their buckets are guarded.',
    },
    { actions: '*Channel', reason: "It takes events in from elsewhere, or is a service's own; no trail loses any." },
    {
      actions: '*ResourcePolicy',
      reason: 'Of event data stores, dashboards and channels, of which the landing zone has none.',
    },
    { actions: 'CreateTrail StartLogging', reason: adds },
    { actions: '*OrganizationDelegatedAdmin', reason: managementOnly },
    { actions: 'AddTags RemoveTags', reason: tags },
  ],
  config: [
    {
      actions: 'PutConfigRule DeleteConfigRule PutConformancePack DeleteConformancePack *RemediationConfiguration*',
      reason:
        'Those of a team; Config keeps rules, packs and remediations of the organization from members (PutRemediationConfigurations).',
    },
    {
      actions: 'DeleteRemediationExceptions StartRemediationExecution StartConfig* AssociateResourceTypes',
      reason: adds,
    },
    { actions: 'StartResourceEvaluation *StoredQuery', reason: 'It asks, and changes no record.' },
    {
      actions: 'PutEvaluations PutExternalEvaluation',
      reason: 'It takes the token that Config gives to the function of a rule, or is about rules of services.',
    },
    {
      actions: '*ResourceConfig *Connector',
      reason: 'Resources of third parties, which no rule of the landing zone looks at.',
    },
    { actions: '*ServiceLinkedConfigurationRecorder', reason: "A service's own recorder beside that of the account." },
    { actions: 'DeletePendingAggregationRequest', reason: 'A request of a stranger is refused.' },
    { actions: 'TagResource UntagResource', reason: tags },
  ],
  events: [
    { actions: 'EnableRule', reason: adds },
    { actions: 'CreateEventBus', reason: creates },
  ],
  glue: [{ actions: 'CreateDatabase CreateTable', reason: creates }],
  guardduty: [
    {
      actions: 'CreateDetector CreateMembers InviteMembers CreateMalwareProtectionPlan StartMonitoringMembers',
      reason: adds,
    },
    { actions: 'DeleteFilter DeleteIPSet DeleteTrustedEntitySet UnarchiveFindings', reason: adds },
    {
      actions: '*Threat*Set *CustomDetectionRule*',
      reason: 'Lists and rules of a team; the landing zone has none, and what GuardDuty finds by itself stays.',
    },
    {
      actions: 'CreatePublishingDestination',
      reason: 'A detector has one destination, which is there and guarded; the administrator decides for members.',
    },
    {
      actions:
        'CreateInvestigation CreateSampleFindings StartMalwareScan SendObjectMalwareScan SendSecurityTelemetry UpdateFindingsFeedback',
      reason: adds,
    },
    { actions: 'DeclineInvitations DeleteInvitations', reason: 'An invitation of a stranger is refused.' },
    { actions: '*OrganizationAdminAccount', reason: managementOnly },
    { actions: 'TagResource UntagResource', reason: tags },
  ],
  lambda: [
    { actions: 'CreateFunction', reason: creates },
    { actions: 'DeleteFunctionConcurrency', reason: 'A function has more room then.' },
    { actions: 'InvokeFunction', reason: 'A check that runs once more finds the same.' },
  ],
  logs: [
    { actions: 'CreateLogGroup CreateLogStream', reason: creates },
    {
      actions: 'DeleteAccountPolicy',
      reason: 'What a policy of the account did to logs ends; the landing zone makes none.',
    },
    { actions: 'DeleteSubscriptionFilter', reason: 'Less is sent elsewhere; the landing zone reads no log by one.' },
    { actions: 'TagLogGroup UntagLogGroup', reason: tags },
  ],
  macie2: [
    {
      actions:
        'CreateAllowList CreateClassificationJob CreateCustomDataIdentifier CreateMember CreateInvitations EnableMacie CreateSampleFindings TestCustomDataIdentifier',
      reason: adds,
    },
    { actions: 'DeleteAllowList DeleteFindingsFilter', reason: adds },
    { actions: 'DeclineInvitations DeleteInvitations', reason: 'An invitation of a stranger is refused.' },
    {
      actions: 'UpdateRevealConfiguration',
      reason: 'It shows samples to those who may read the findings and the objects themselves already.',
    },
    { actions: 'EnableOrganizationAdminAccount', reason: managementOnly },
    { actions: 'TagResource UntagResource', reason: tags },
  ],
  securityhub: [
    {
      actions:
        'EnableSecurityHub* *EnableStandards EnableImportFindingsForProduct CreateMembers InviteMembers Create*Aggregator* CreateConfigurationPolicy DeleteAutomationRuleV2 BatchDeleteAutomationRules',
      reason: adds,
    },
    {
      actions: 'BatchUpdateFindings UpdateFindings BatchImportFindings',
      reason: 'The work on findings: teams resolve their own, and the archive of findings keeps each as it came.',
    },
    { actions: '*Insight *ActionTarget CreateTicketV2', reason: 'Views and buttons of the console.' },
    {
      actions: '*Connector* ConnectorRegistrationsV2',
      reason: 'Tickets in other systems; the landing zone sends findings by EventBridge.',
    },
    {
      actions: 'AllowVendedLogDeliveryForResource GenerateRecommendedPolicyV2',
      reason: 'It sends findings to one more place, or proposes a policy.',
    },
    { actions: 'DeclineInvitations DeleteInvitations', reason: 'An invitation of a stranger is refused.' },
    { actions: '*OrganizationAdminAccount', reason: managementOnly },
    { actions: 'TagResource UntagResource', reason: tags },
  ],
  sns: [
    { actions: 'CreateTopic', reason: creates },
    { actions: 'ConfirmSubscription', reason: 'It takes the token that AWS sends to the address of a subscription.' },
    { actions: 'Publish', reason: "A message of one's own takes none away; the policy of the topic says who may." },
    {
      actions: '*Platform* *SMS* *Endpoint* OptInPhoneNumber',
      reason: 'Messages to telephones, which findings are not sent to.',
    },
    { actions: 'TagResource UntagResource', reason: tags },
  ],
  sqs: [
    { actions: 'CreateQueue', reason: creates },
    { actions: 'TagQueue UntagQueue', reason: tags },
  ],
  ssm: [
    { actions: 'CreateDocument', reason: creates },
    { actions: 'DeleteActivation', reason: 'A machine elsewhere ceases to hold a role.' },
  ],
};
