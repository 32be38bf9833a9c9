/** The versions of botocore, whose models name the reads, and of moto, which answers some, that this was written for. */
export const knownVersions = '1.43.11 5.2.1';

/** Reads of several services that nobody answers, and why that hides nothing that a landing zone promises. */
interface Unanswered {
  readonly reason: string;
  readonly reads: Readonly<Record<string, string>>;
}

const groups: readonly Unanswered[] = [
  {
    reason: 'what AWS itself has to offer, which changes from week to week',
    reads: {
      bedrock: 'ListFoundationModels ListPromptRouters',
      'bedrock-agentcore-control': 'ListBrowsers ListCodeInterpreters ListEvaluators',
      cloudformation: 'DescribeAccountLimits ListTypes ListTypeVersions',
      ec2: 'DescribeElasticGpus DescribeHostReservationOfferings GetVpnConnectionDeviceTypes',
      glue: 'ListConnectionTypes',
      macie2: 'ListManagedDataIdentifiers',
      ram: 'ListPermissions ListResourceTypes',
      sagemaker: 'ListHubs ListModelMetadata ListResourceCatalogs SearchTrainingPlanOfferings',
      securityhub: 'DescribeProducts DescribeProductsV2 ListSecurityControlDefinitions',
      ssm: 'DescribeAvailablePatches GetDefaultPatchBaseline GetInventorySchema',
    },
  },
  {
    reason: 'they ask about something that has to be named after all, whatever the model says',
    reads: {
      cloudformation: 'DescribeEvents DescribePublisher DescribeType GetHookResult GetTemplateSummary ListHookResults',
      cloudtrail: 'DescribeQuery GetEventConfiguration',
      glue: 'GetDataflowGraph ListEntities',
      inspector2: 'GetFindingsReportStatus',
      logs: 'GetLogGroupFields',
      sagemaker: 'ListPipelineExecutionSteps',
      ssm: 'DescribeAssociation DescribeMaintenanceWindowSchedule',
    },
  },
  {
    reason: 'moto makes such things and cannot list them by this operation; another one shows most of them',
    reads: {
      dynamodb: 'ListExports ListImports',
      glue: 'GetCatalogs GetResourcePolicies ListDevEndpoints ListSchemas',
      lambda: 'GetAccountSettings',
      logs: 'ListLogGroups',
      ssm: 'DescribePatchGroups ListCommandInvocations',
    },
  },
  {
    reason: 'counts, costs and states of what runs: nothing runs here',
    reads: {
      cloudwatch: 'DescribeAlarmHistory',
      dynamodb: 'ListContributorInsights',
      ec2: 'DescribeInstanceImageMetadata DescribeInstanceTopology DescribeSnapshotTierStatus DescribeVolumeStatus',
      glue: 'GetCrawlerMetrics ListDataQualityStatisticAnnotations ListDataQualityStatistics',
      guardduty: 'GetOrganizationStatistics',
      inspector2: 'ListCoverageStatistics',
      macie2: 'DescribeBuckets GetBucketStatistics GetUsageStatistics GetUsageTotals SearchResources',
      ssm: 'DescribeInstanceProperties GetOpsSummary ListComplianceSummaries ListNodes ListResourceComplianceSummaries',
    },
  },
  {
    reason: 'features and defaults of an account that no landing zone here touches',
    reads: {
      account: 'GetGovCloudAccountInformation',
      athena: 'ListApplicationDPUSizes',
      'bedrock-agentcore-control': 'GetTokenVault',
      chatbot: [
        'DescribeSlackUserIdentities DescribeSlackWorkspaces GetAccountPreferences ListMicrosoftTeamsConfiguredTeams',
        'ListMicrosoftTeamsUserIdentities',
      ].join(' '),
      cloudformation: 'DescribeOrganizationsAccess',
      cloudtrail: 'ListPublicKeys',
      cloudwatch: 'DescribeAnomalyDetectors GetOTelEnrichment ListAlarmMuteRules ListMetricStreams',
      ec2: [
        'DescribeAggregateIdFormat DescribeCapacityBlockExtensionHistory DescribeCapacityBlockStatus',
        'DescribeClassicLinkInstances DescribeIdFormat DescribeInstanceEventNotificationAttributes',
        'DescribeInstanceSqlHaHistoryStates DescribeInstanceSqlHaStates DescribeIpamByoasn DescribeLocalGateways',
        'DescribeMacHosts DescribeMovingAddresses DescribeOutpostLags DescribePrincipalIdFormat DescribeSecondaryInterfaces',
        'DescribeServiceLinkVirtualInterfaces DescribeSpotDatafeedSubscription DescribeVpcBlockPublicAccessOptions',
        'DescribeVpcEndpointAssociations DescribeVpcEndpointConnections GetAwsNetworkPerformanceData',
        'GetCapacityManagerAttributes GetCapacityManagerMonitoredTagKeys GetEnabledIpamPolicy GetManagedResourceVisibility',
        'ListImagesInRecycleBin ListSnapshotsInRecycleBin ListVolumesInRecycleBin',
      ].join(' '),
      ecr: 'GetSigningConfiguration',
      events: 'ListEventSources',
      glue: 'DescribeInboundIntegrations GetCatalogImportStatus GetGlueIdentityCenterConfiguration',
      iam: 'GetOutboundWebIdentityFederationInfo',
      inspector2: [
        'BatchGetMemberEc2DeepInspectionStatus DescribeOrganizationConfiguration GetConfiguration',
        'GetEc2DeepInspectionConfiguration ListAccountPermissions ListMembers',
      ].join(' '),
      lakeformation:
        'DescribeLakeFormationIdentityCenterConfiguration GetDataLakePrincipal GetTemporaryDataLocationCredentials',
      logs: 'DescribeConfigurationTemplates',
      macie2: 'ListAutomatedDiscoveryAccounts ListClassificationScopes ListSensitivityInspectionTemplates',
      ram: 'GetResourceShareInvitations ListPermissionAssociations ListReplacePermissionAssociationsWork ListSourceAssociations',
      resourcegroupstaggingapi: 'DescribeReportCreation GetComplianceSummary ListRequiredTags',
      sagemaker: 'GetSagemakerServicecatalogPortfolioStatus ListLineageGroups ListSubscribedWorkteams',
      securityhub:
        'DescribeSecurityHubV2 GetFindingsV2 GetResourcesV2 ListAggregatorsV2 ListAutomationRulesV2 ListConnectorsV2',
      'service-quotas': [
        'GetAssociationForServiceQuotaTemplate GetAutoManagementConfiguration ListServiceQuotaIncreaseRequestsInTemplate',
      ].join(' '),
      sns: 'GetSMSSandboxAccountStatus ListOriginationNumbers ListSMSSandboxPhoneNumbers',
      ssm: 'DescribeInventoryDeletions',
      sts: 'GetSessionToken',
    },
  },
];

/** The reads of a service that are answered with 501, in the order of their names. */
export const unansweredOf = (service: string): readonly string[] =>
  groups.flatMap(({ reads }) => reads[service]?.split(' ') ?? []).sort();
