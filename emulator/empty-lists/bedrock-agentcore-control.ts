import type { EmptyLists } from './empty-list';

/** Source: botocore's model bedrock-agentcore-control/2023-06-05. */
export const bedrockAgentcoreControl: EmptyLists = {
  ListAgentRuntimes: ['agentRuntimes', 'CreateAgentRuntime', 'POST /runtimes'],
  ListApiKeyCredentialProviders: [
    'credentialProviders',
    'CreateApiKeyCredentialProvider',
    'POST /identities/ListApiKeyCredentialProviders',
  ],
  ListBrowserProfiles: ['profileSummaries', 'CreateBrowserProfile', 'POST /browser-profiles'],
  ListConfigurationBundles: ['bundles', 'CreateConfigurationBundle', 'POST /configuration-bundles'],
  ListGateways: ['items', 'CreateGateway', 'GET /gateways'],
  ListHarnesses: ['harnesses', 'CreateHarness', 'GET /harnesses'],
  ListMemories: ['memories', 'CreateMemory', 'POST /memories'],
  ListOauth2CredentialProviders: [
    'credentialProviders',
    'CreateOauth2CredentialProvider',
    'POST /identities/ListOauth2CredentialProviders',
  ],
  ListOnlineEvaluationConfigs: [
    'onlineEvaluationConfigs',
    'CreateOnlineEvaluationConfig',
    'POST /online-evaluation-configs',
  ],
  ListPaymentCredentialProviders: [
    'credentialProviders',
    'CreatePaymentCredentialProvider',
    'POST /identities/ListPaymentCredentialProviders',
  ],
  ListPaymentManagers: ['paymentManagers', 'CreatePaymentManager', 'POST /payments/managers-list'],
  ListPolicyEngineSummaries: ['policyEngines', 'CreatePolicyEngine', 'GET /policy-engine-summaries'],
  ListPolicyEngines: ['policyEngines', 'CreatePolicyEngine', 'GET /policy-engines'],
  ListRegistries: ['registries', 'CreateRegistry', 'GET /registries'],
  ListWorkloadIdentities: ['workloadIdentities', 'CreateWorkloadIdentity', 'POST /identities/ListWorkloadIdentities'],
};
