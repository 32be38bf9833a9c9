// Written by `npm run generate`.
import type { SourceFile } from '../schema/problems/problem';
import agentcoreBrowserPrivate from './agentcore/agentcore-browser-private';
import agentcoreBrowserRecorded from './agentcore/agentcore-browser-recorded';
import agentcoreGatewayAuthorizer from './agentcore/agentcore-gateway-authorizer';
import agentcoreGatewayEncrypted from './agentcore/agentcore-gateway-encrypted';
import agentcoreInterpreterPrivate from './agentcore/agentcore-interpreter-private';
import agentcoreMemoryEncrypted from './agentcore/agentcore-memory-encrypted';
import agentcoreMemoryExpiry from './agentcore/agentcore-memory-expiry';
import agentcoreOwnerTag from './agentcore/agentcore-owner-tag';
import agentcorePayments from './agentcore/agentcore-payments';
import agentcoreRegistryApproval from './agentcore/agentcore-registry-approval';
import agentcoreResourceSharing from './agentcore/agentcore-resource-sharing';
import agentcoreRuntimePrivate from './agentcore/agentcore-runtime-private';
import agentcoreRuntimeShell from './agentcore/agentcore-runtime-shell';
import agentcoreSystemTools from './agentcore/agentcore-system-tools';
import agentcoreUserIdentity from './agentcore/agentcore-user-identity';
import bedrockAgentRelease from './bedrock/bedrock-agent-release';
import bedrockApiKeys from './bedrock/bedrock-api-keys';
import bedrockApprovedModels from './bedrock/bedrock-approved-models';
import bedrockBearerTokens from './bedrock/bedrock-bearer-tokens';
import bedrockDataRetention from './bedrock/bedrock-data-retention';
import bedrockDataSourceEncrypted from './bedrock/bedrock-data-source-encrypted';
import bedrockDataSourceRetained from './bedrock/bedrock-data-source-retained';
import bedrockExternalClaude from './bedrock/bedrock-external-claude';
import bedrockGuardrailEnforced from './bedrock/bedrock-guardrail-enforced';
import bedrockGuardrailPresent from './bedrock/bedrock-guardrail-present';
import bedrockGuardrailRequired from './bedrock/bedrock-guardrail-required';
import bedrockGuardrailState from './bedrock/bedrock-guardrail-state';
import bedrockInlineAgents from './bedrock/bedrock-inline-agents';
import bedrockInvocationLogging from './bedrock/bedrock-invocation-logging';
import bedrockKnowledgeSources from './bedrock/bedrock-knowledge-sources';
import bedrockMantleEndpoint from './bedrock/bedrock-mantle-endpoint';
import bedrockMantleModels from './bedrock/bedrock-mantle-models';
import bedrockMarketplaceEndpoints from './bedrock/bedrock-marketplace-endpoints';
import bedrockModelAgreements from './bedrock/bedrock-model-agreements';
import bedrockModelImport from './bedrock/bedrock-model-import';
import bedrockOwnerTag from './bedrock/bedrock-owner-tag';
import bedrockProvisionedThroughput from './bedrock/bedrock-provisioned-throughput';
import bedrockResourceSharing from './bedrock/bedrock-resource-sharing';
import bedrockServiceTier from './bedrock/bedrock-service-tier';
import bedrockThirdPartyVectors from './bedrock/bedrock-third-party-vectors';
import dataAccountPublicAccessBlock from './data/data-account-public-access-block';
import dataAthenaLogging from './data/data-athena-logging';
import dataAthenaResultsEncrypted from './data/data-athena-results-encrypted';
import dataBucketDefaultEncryption from './data/data-bucket-default-encryption';
import dataBucketDefaultLock from './data/data-bucket-default-lock';
import dataBucketEncrypted from './data/data-bucket-encrypted';
import dataBucketLifecycle from './data/data-bucket-lifecycle';
import dataBucketLogging from './data/data-bucket-logging';
import dataBucketNoPublicAccess from './data/data-bucket-no-public-access';
import dataBucketNoPublicRead from './data/data-bucket-no-public-read';
import dataBucketNoPublicWrite from './data/data-bucket-no-public-write';
import dataBucketTlsOnly from './data/data-bucket-tls-only';
import dataBucketVersioning from './data/data-bucket-versioning';
import dataCatalogEncryption from './data/data-catalog-encryption';
import dataCatalogPolicy from './data/data-catalog-policy';
import dataClassificationTag from './data/data-classification-tag';
import dataDiscoveryScope from './data/data-discovery-scope';
import dataGlueJobLogging from './data/data-glue-job-logging';
import dataGlueTransformEncrypted from './data/data-glue-transform-encrypted';
import dataImageEncrypted from './data/data-image-encrypted';
import dataImageNotPublished from './data/data-image-not-published';
import dataImageScanning from './data/data-image-scanning';
import dataImageTagsImmutable from './data/data-image-tags-immutable';
import dataKeyDeletion from './data/data-key-deletion';
import dataKeyLockout from './data/data-key-lockout';
import dataKeyNoPublicAccess from './data/data-key-no-public-access';
import dataKeyRotation from './data/data-key-rotation';
import dataLakeBuckets from './data/data-lake-buckets';
import dataLakeDeployerReadsNone from './data/data-lake-deployer-reads-none';
import dataLakeFilters from './data/data-lake-filters';
import dataLakeGrants from './data/data-lake-grants';
import dataLakeSettings from './data/data-lake-settings';
import dataObjectNoCustomerKey from './data/data-object-no-customer-key';
import dataPerimeterIdentity from './data/data-perimeter-identity';
import dataPerimeterResources from './data/data-perimeter-resources';
import dataPerimeterServices from './data/data-perimeter-services';
import dataPerimeterSts from './data/data-perimeter-sts';
import dataPerimeterTls from './data/data-perimeter-tls';
import dataPresignedUrlAge from './data/data-presigned-url-age';
import dataSearchDomainEncrypted from './data/data-search-domain-encrypted';
import dataShareOrganizationOnly from './data/data-share-organization-only';
import dataSnapshotNoPublic from './data/data-snapshot-no-public';
import detectionAccessAnalyzer from './detection/detection-access-analyzer';
import detectionCustomChecks from './detection/detection-custom-checks';
import detectionFindingsBus from './detection/detection-findings-bus';
import detectionGuardduty from './detection/detection-guardduty';
import detectionGuarddutyFindings from './detection/detection-guardduty-findings';
import detectionGuarddutyS3 from './detection/detection-guardduty-s3';
import detectionMacie from './detection/detection-macie';
import detectionNotifications from './detection/detection-notifications';
import detectionSecurityHub from './detection/detection-security-hub';
import detectionSuppression from './detection/detection-suppression';
import identityAccessKeysRotated from './identity/identity-access-keys-rotated';
import identityAccountInstances from './identity/identity-account-instances';
import identityConsoleMfa from './identity/identity-console-mfa';
import identityFederation from './identity/identity-federation';
import identityImdsv2 from './identity/identity-imdsv2';
import identityNoAdminPolicies from './identity/identity-no-admin-policies';
import identityNoUsers from './identity/identity-no-users';
import identityPasswordPolicy from './identity/identity-password-policy';
import identityProtectedRoles from './identity/identity-protected-roles';
import identityRootAccessKeys from './identity/identity-root-access-keys';
import identityRootMfa from './identity/identity-root-mfa';
import identityRootUser from './identity/identity-root-user';
import identityUnusedCredentials from './identity/identity-unused-credentials';
import identityUserPolicies from './identity/identity-user-policies';
import loggingAuditQueries from './logging/logging-audit-queries';
import loggingConfigRecorder from './logging/logging-config-recorder';
import loggingLogBuckets from './logging/logging-log-buckets';
import loggingLogKeys from './logging/logging-log-keys';
import loggingSecurityTrail from './logging/logging-security-trail';
import loggingTrailEnabled from './logging/logging-trail-enabled';
import loggingTrailEncrypted from './logging/logging-trail-encrypted';
import loggingTrailMultiRegion from './logging/logging-trail-multi-region';
import loggingTrailValidation from './logging/logging-trail-validation';
import networkDefaultSecurityGroup from './network/network-default-security-group';
import networkFlowLogs from './network/network-flow-logs';
import networkOpenPorts from './network/network-open-ports';
import networkPrivateInstances from './network/network-private-instances';
import networkPrivateSubnets from './network/network-private-subnets';
import organizationCloseAccount from './organization/organization-close-account';
import organizationContacts from './organization/organization-contacts';
import organizationEbsEncryption from './organization/organization-ebs-encryption';
import organizationLeave from './organization/organization-leave';
import organizationRegionDeny from './organization/organization-region-deny';
import organizationRegionOptIn from './organization/organization-region-opt-in';
import organizationSuspended from './organization/organization-suspended';
import sagemakerAppImageConfigTagged from './sagemaker/sagemaker-app-image-config-tagged';
import sagemakerApproverTrainsNone from './sagemaker/sagemaker-approver-trains-none';
import sagemakerBearerTokens from './sagemaker/sagemaker-bearer-tokens';
import sagemakerDataQualityEncryption from './sagemaker/sagemaker-data-quality-encryption';
import sagemakerDataQualityIsolation from './sagemaker/sagemaker-data-quality-isolation';
import sagemakerDomainKms from './sagemaker/sagemaker-domain-kms';
import sagemakerDomainTagged from './sagemaker/sagemaker-domain-tagged';
import sagemakerDomainVpcOnly from './sagemaker/sagemaker-domain-vpc-only';
import sagemakerEndpointConfigKms from './sagemaker/sagemaker-endpoint-config-kms';
import sagemakerEndpointConfigKmsAtCreate from './sagemaker/sagemaker-endpoint-config-kms-at-create';
import sagemakerEndpointDataCapture from './sagemaker/sagemaker-endpoint-data-capture';
import sagemakerEndpointEncrypted from './sagemaker/sagemaker-endpoint-encrypted';
import sagemakerEndpointInstanceCount from './sagemaker/sagemaker-endpoint-instance-count';
import sagemakerExperimentDataKms from './sagemaker/sagemaker-experiment-data-kms';
import sagemakerExperimentVolumeKms from './sagemaker/sagemaker-experiment-volume-kms';
import sagemakerExplainabilityEncryption from './sagemaker/sagemaker-explainability-encryption';
import sagemakerExplainabilityIsolation from './sagemaker/sagemaker-explainability-isolation';
import sagemakerFeatureGroupTagged from './sagemaker/sagemaker-feature-group-tagged';
import sagemakerFeatureOfflineKms from './sagemaker/sagemaker-feature-offline-kms';
import sagemakerFeatureOnlineKms from './sagemaker/sagemaker-feature-online-kms';
import sagemakerGatedModels from './sagemaker/sagemaker-gated-models';
import sagemakerGovernanceRecords from './sagemaker/sagemaker-governance-records';
import sagemakerGovernanceTags from './sagemaker/sagemaker-governance-tags';
import sagemakerImageDescription from './sagemaker/sagemaker-image-description';
import sagemakerImageTagged from './sagemaker/sagemaker-image-tagged';
import sagemakerInstanceTypes from './sagemaker/sagemaker-instance-types';
import sagemakerJobTrafficEncryption from './sagemaker/sagemaker-job-traffic-encryption';
import sagemakerJobVolumeKms from './sagemaker/sagemaker-job-volume-kms';
import sagemakerJobVpc from './sagemaker/sagemaker-job-vpc';
import sagemakerModelApproval from './sagemaker/sagemaker-model-approval';
import sagemakerModelBiasEncryption from './sagemaker/sagemaker-model-bias-encryption';
import sagemakerModelBiasIsolation from './sagemaker/sagemaker-model-bias-isolation';
import sagemakerModelCardPresent from './sagemaker/sagemaker-model-card-present';
import sagemakerModelIsolation from './sagemaker/sagemaker-model-isolation';
import sagemakerModelPrivateRegistry from './sagemaker/sagemaker-model-private-registry';
import sagemakerModelQualityEncryption from './sagemaker/sagemaker-model-quality-encryption';
import sagemakerModelQualityIsolation from './sagemaker/sagemaker-model-quality-isolation';
import sagemakerModelVpc from './sagemaker/sagemaker-model-vpc';
import sagemakerMonitorScheduleEncryption from './sagemaker/sagemaker-monitor-schedule-encryption';
import sagemakerMonitorScheduleIsolation from './sagemaker/sagemaker-monitor-schedule-isolation';
import sagemakerMonitoringAlive from './sagemaker/sagemaker-monitoring-alive';
import sagemakerNotebookImdsv2 from './sagemaker/sagemaker-notebook-imdsv2';
import sagemakerNotebookKms from './sagemaker/sagemaker-notebook-kms';
import sagemakerNotebookNoInternet from './sagemaker/sagemaker-notebook-no-internet';
import sagemakerNotebookNoRoot from './sagemaker/sagemaker-notebook-no-root';
import sagemakerNotebookPlatform from './sagemaker/sagemaker-notebook-platform';
import sagemakerNotebookStorageKms from './sagemaker/sagemaker-notebook-storage-kms';
import sagemakerNotebookVpc from './sagemaker/sagemaker-notebook-vpc';
import sagemakerOutputKms from './sagemaker/sagemaker-output-kms';
import sagemakerPipelinePrivateRegistry from './sagemaker/sagemaker-pipeline-private-registry';
import sagemakerProcessingIsolation from './sagemaker/sagemaker-processing-isolation';
import sagemakerPublicWorkforce from './sagemaker/sagemaker-public-workforce';
import sagemakerRegistrySharing from './sagemaker/sagemaker-registry-sharing';
import sagemakerRemoteDebug from './sagemaker/sagemaker-remote-debug';
import sagemakerStudioRemoteAccess from './sagemaker/sagemaker-studio-remote-access';
import sagemakerTrainingIsolation from './sagemaker/sagemaker-training-isolation';

const file = (path: string, value: unknown): SourceFile => ({ file: `controls/${path}.ts`, value });

/** The catalog: every control with its file. */
export const controlFiles: readonly SourceFile[] = [
  file('agentcore/agentcore-browser-private', agentcoreBrowserPrivate),
  file('agentcore/agentcore-browser-recorded', agentcoreBrowserRecorded),
  file('agentcore/agentcore-gateway-authorizer', agentcoreGatewayAuthorizer),
  file('agentcore/agentcore-gateway-encrypted', agentcoreGatewayEncrypted),
  file('agentcore/agentcore-interpreter-private', agentcoreInterpreterPrivate),
  file('agentcore/agentcore-memory-encrypted', agentcoreMemoryEncrypted),
  file('agentcore/agentcore-memory-expiry', agentcoreMemoryExpiry),
  file('agentcore/agentcore-owner-tag', agentcoreOwnerTag),
  file('agentcore/agentcore-payments', agentcorePayments),
  file('agentcore/agentcore-registry-approval', agentcoreRegistryApproval),
  file('agentcore/agentcore-resource-sharing', agentcoreResourceSharing),
  file('agentcore/agentcore-runtime-private', agentcoreRuntimePrivate),
  file('agentcore/agentcore-runtime-shell', agentcoreRuntimeShell),
  file('agentcore/agentcore-system-tools', agentcoreSystemTools),
  file('agentcore/agentcore-user-identity', agentcoreUserIdentity),
  file('bedrock/bedrock-agent-release', bedrockAgentRelease),
  file('bedrock/bedrock-api-keys', bedrockApiKeys),
  file('bedrock/bedrock-approved-models', bedrockApprovedModels),
  file('bedrock/bedrock-bearer-tokens', bedrockBearerTokens),
  file('bedrock/bedrock-data-retention', bedrockDataRetention),
  file('bedrock/bedrock-data-source-encrypted', bedrockDataSourceEncrypted),
  file('bedrock/bedrock-data-source-retained', bedrockDataSourceRetained),
  file('bedrock/bedrock-external-claude', bedrockExternalClaude),
  file('bedrock/bedrock-guardrail-enforced', bedrockGuardrailEnforced),
  file('bedrock/bedrock-guardrail-present', bedrockGuardrailPresent),
  file('bedrock/bedrock-guardrail-required', bedrockGuardrailRequired),
  file('bedrock/bedrock-guardrail-state', bedrockGuardrailState),
  file('bedrock/bedrock-inline-agents', bedrockInlineAgents),
  file('bedrock/bedrock-invocation-logging', bedrockInvocationLogging),
  file('bedrock/bedrock-knowledge-sources', bedrockKnowledgeSources),
  file('bedrock/bedrock-mantle-endpoint', bedrockMantleEndpoint),
  file('bedrock/bedrock-mantle-models', bedrockMantleModels),
  file('bedrock/bedrock-marketplace-endpoints', bedrockMarketplaceEndpoints),
  file('bedrock/bedrock-model-agreements', bedrockModelAgreements),
  file('bedrock/bedrock-model-import', bedrockModelImport),
  file('bedrock/bedrock-owner-tag', bedrockOwnerTag),
  file('bedrock/bedrock-provisioned-throughput', bedrockProvisionedThroughput),
  file('bedrock/bedrock-resource-sharing', bedrockResourceSharing),
  file('bedrock/bedrock-service-tier', bedrockServiceTier),
  file('bedrock/bedrock-third-party-vectors', bedrockThirdPartyVectors),
  file('data/data-account-public-access-block', dataAccountPublicAccessBlock),
  file('data/data-athena-logging', dataAthenaLogging),
  file('data/data-athena-results-encrypted', dataAthenaResultsEncrypted),
  file('data/data-bucket-default-encryption', dataBucketDefaultEncryption),
  file('data/data-bucket-default-lock', dataBucketDefaultLock),
  file('data/data-bucket-encrypted', dataBucketEncrypted),
  file('data/data-bucket-lifecycle', dataBucketLifecycle),
  file('data/data-bucket-logging', dataBucketLogging),
  file('data/data-bucket-no-public-access', dataBucketNoPublicAccess),
  file('data/data-bucket-no-public-read', dataBucketNoPublicRead),
  file('data/data-bucket-no-public-write', dataBucketNoPublicWrite),
  file('data/data-bucket-tls-only', dataBucketTlsOnly),
  file('data/data-bucket-versioning', dataBucketVersioning),
  file('data/data-catalog-encryption', dataCatalogEncryption),
  file('data/data-catalog-policy', dataCatalogPolicy),
  file('data/data-classification-tag', dataClassificationTag),
  file('data/data-discovery-scope', dataDiscoveryScope),
  file('data/data-glue-job-logging', dataGlueJobLogging),
  file('data/data-glue-transform-encrypted', dataGlueTransformEncrypted),
  file('data/data-image-encrypted', dataImageEncrypted),
  file('data/data-image-not-published', dataImageNotPublished),
  file('data/data-image-scanning', dataImageScanning),
  file('data/data-image-tags-immutable', dataImageTagsImmutable),
  file('data/data-key-deletion', dataKeyDeletion),
  file('data/data-key-lockout', dataKeyLockout),
  file('data/data-key-no-public-access', dataKeyNoPublicAccess),
  file('data/data-key-rotation', dataKeyRotation),
  file('data/data-lake-buckets', dataLakeBuckets),
  file('data/data-lake-deployer-reads-none', dataLakeDeployerReadsNone),
  file('data/data-lake-filters', dataLakeFilters),
  file('data/data-lake-grants', dataLakeGrants),
  file('data/data-lake-settings', dataLakeSettings),
  file('data/data-object-no-customer-key', dataObjectNoCustomerKey),
  file('data/data-perimeter-identity', dataPerimeterIdentity),
  file('data/data-perimeter-resources', dataPerimeterResources),
  file('data/data-perimeter-services', dataPerimeterServices),
  file('data/data-perimeter-sts', dataPerimeterSts),
  file('data/data-perimeter-tls', dataPerimeterTls),
  file('data/data-presigned-url-age', dataPresignedUrlAge),
  file('data/data-search-domain-encrypted', dataSearchDomainEncrypted),
  file('data/data-share-organization-only', dataShareOrganizationOnly),
  file('data/data-snapshot-no-public', dataSnapshotNoPublic),
  file('detection/detection-access-analyzer', detectionAccessAnalyzer),
  file('detection/detection-custom-checks', detectionCustomChecks),
  file('detection/detection-findings-bus', detectionFindingsBus),
  file('detection/detection-guardduty', detectionGuardduty),
  file('detection/detection-guardduty-findings', detectionGuarddutyFindings),
  file('detection/detection-guardduty-s3', detectionGuarddutyS3),
  file('detection/detection-macie', detectionMacie),
  file('detection/detection-notifications', detectionNotifications),
  file('detection/detection-security-hub', detectionSecurityHub),
  file('detection/detection-suppression', detectionSuppression),
  file('identity/identity-access-keys-rotated', identityAccessKeysRotated),
  file('identity/identity-account-instances', identityAccountInstances),
  file('identity/identity-console-mfa', identityConsoleMfa),
  file('identity/identity-federation', identityFederation),
  file('identity/identity-imdsv2', identityImdsv2),
  file('identity/identity-no-admin-policies', identityNoAdminPolicies),
  file('identity/identity-no-users', identityNoUsers),
  file('identity/identity-password-policy', identityPasswordPolicy),
  file('identity/identity-protected-roles', identityProtectedRoles),
  file('identity/identity-root-access-keys', identityRootAccessKeys),
  file('identity/identity-root-mfa', identityRootMfa),
  file('identity/identity-root-user', identityRootUser),
  file('identity/identity-unused-credentials', identityUnusedCredentials),
  file('identity/identity-user-policies', identityUserPolicies),
  file('logging/logging-audit-queries', loggingAuditQueries),
  file('logging/logging-config-recorder', loggingConfigRecorder),
  file('logging/logging-log-buckets', loggingLogBuckets),
  file('logging/logging-log-keys', loggingLogKeys),
  file('logging/logging-security-trail', loggingSecurityTrail),
  file('logging/logging-trail-enabled', loggingTrailEnabled),
  file('logging/logging-trail-encrypted', loggingTrailEncrypted),
  file('logging/logging-trail-multi-region', loggingTrailMultiRegion),
  file('logging/logging-trail-validation', loggingTrailValidation),
  file('network/network-default-security-group', networkDefaultSecurityGroup),
  file('network/network-flow-logs', networkFlowLogs),
  file('network/network-open-ports', networkOpenPorts),
  file('network/network-private-instances', networkPrivateInstances),
  file('network/network-private-subnets', networkPrivateSubnets),
  file('organization/organization-close-account', organizationCloseAccount),
  file('organization/organization-contacts', organizationContacts),
  file('organization/organization-ebs-encryption', organizationEbsEncryption),
  file('organization/organization-leave', organizationLeave),
  file('organization/organization-region-deny', organizationRegionDeny),
  file('organization/organization-region-opt-in', organizationRegionOptIn),
  file('organization/organization-suspended', organizationSuspended),
  file('sagemaker/sagemaker-app-image-config-tagged', sagemakerAppImageConfigTagged),
  file('sagemaker/sagemaker-approver-trains-none', sagemakerApproverTrainsNone),
  file('sagemaker/sagemaker-bearer-tokens', sagemakerBearerTokens),
  file('sagemaker/sagemaker-data-quality-encryption', sagemakerDataQualityEncryption),
  file('sagemaker/sagemaker-data-quality-isolation', sagemakerDataQualityIsolation),
  file('sagemaker/sagemaker-domain-kms', sagemakerDomainKms),
  file('sagemaker/sagemaker-domain-tagged', sagemakerDomainTagged),
  file('sagemaker/sagemaker-domain-vpc-only', sagemakerDomainVpcOnly),
  file('sagemaker/sagemaker-endpoint-config-kms', sagemakerEndpointConfigKms),
  file('sagemaker/sagemaker-endpoint-config-kms-at-create', sagemakerEndpointConfigKmsAtCreate),
  file('sagemaker/sagemaker-endpoint-data-capture', sagemakerEndpointDataCapture),
  file('sagemaker/sagemaker-endpoint-encrypted', sagemakerEndpointEncrypted),
  file('sagemaker/sagemaker-endpoint-instance-count', sagemakerEndpointInstanceCount),
  file('sagemaker/sagemaker-experiment-data-kms', sagemakerExperimentDataKms),
  file('sagemaker/sagemaker-experiment-volume-kms', sagemakerExperimentVolumeKms),
  file('sagemaker/sagemaker-explainability-encryption', sagemakerExplainabilityEncryption),
  file('sagemaker/sagemaker-explainability-isolation', sagemakerExplainabilityIsolation),
  file('sagemaker/sagemaker-feature-group-tagged', sagemakerFeatureGroupTagged),
  file('sagemaker/sagemaker-feature-offline-kms', sagemakerFeatureOfflineKms),
  file('sagemaker/sagemaker-feature-online-kms', sagemakerFeatureOnlineKms),
  file('sagemaker/sagemaker-gated-models', sagemakerGatedModels),
  file('sagemaker/sagemaker-governance-records', sagemakerGovernanceRecords),
  file('sagemaker/sagemaker-governance-tags', sagemakerGovernanceTags),
  file('sagemaker/sagemaker-image-description', sagemakerImageDescription),
  file('sagemaker/sagemaker-image-tagged', sagemakerImageTagged),
  file('sagemaker/sagemaker-instance-types', sagemakerInstanceTypes),
  file('sagemaker/sagemaker-job-traffic-encryption', sagemakerJobTrafficEncryption),
  file('sagemaker/sagemaker-job-volume-kms', sagemakerJobVolumeKms),
  file('sagemaker/sagemaker-job-vpc', sagemakerJobVpc),
  file('sagemaker/sagemaker-model-approval', sagemakerModelApproval),
  file('sagemaker/sagemaker-model-bias-encryption', sagemakerModelBiasEncryption),
  file('sagemaker/sagemaker-model-bias-isolation', sagemakerModelBiasIsolation),
  file('sagemaker/sagemaker-model-card-present', sagemakerModelCardPresent),
  file('sagemaker/sagemaker-model-isolation', sagemakerModelIsolation),
  file('sagemaker/sagemaker-model-private-registry', sagemakerModelPrivateRegistry),
  file('sagemaker/sagemaker-model-quality-encryption', sagemakerModelQualityEncryption),
  file('sagemaker/sagemaker-model-quality-isolation', sagemakerModelQualityIsolation),
  file('sagemaker/sagemaker-model-vpc', sagemakerModelVpc),
  file('sagemaker/sagemaker-monitor-schedule-encryption', sagemakerMonitorScheduleEncryption),
  file('sagemaker/sagemaker-monitor-schedule-isolation', sagemakerMonitorScheduleIsolation),
  file('sagemaker/sagemaker-monitoring-alive', sagemakerMonitoringAlive),
  file('sagemaker/sagemaker-notebook-imdsv2', sagemakerNotebookImdsv2),
  file('sagemaker/sagemaker-notebook-kms', sagemakerNotebookKms),
  file('sagemaker/sagemaker-notebook-no-internet', sagemakerNotebookNoInternet),
  file('sagemaker/sagemaker-notebook-no-root', sagemakerNotebookNoRoot),
  file('sagemaker/sagemaker-notebook-platform', sagemakerNotebookPlatform),
  file('sagemaker/sagemaker-notebook-storage-kms', sagemakerNotebookStorageKms),
  file('sagemaker/sagemaker-notebook-vpc', sagemakerNotebookVpc),
  file('sagemaker/sagemaker-output-kms', sagemakerOutputKms),
  file('sagemaker/sagemaker-pipeline-private-registry', sagemakerPipelinePrivateRegistry),
  file('sagemaker/sagemaker-processing-isolation', sagemakerProcessingIsolation),
  file('sagemaker/sagemaker-public-workforce', sagemakerPublicWorkforce),
  file('sagemaker/sagemaker-registry-sharing', sagemakerRegistrySharing),
  file('sagemaker/sagemaker-remote-debug', sagemakerRemoteDebug),
  file('sagemaker/sagemaker-studio-remote-access', sagemakerStudioRemoteAccess),
  file('sagemaker/sagemaker-training-isolation', sagemakerTrainingIsolation),
];
