import { type AllowedByService, adds, endsOwn } from './reasons';

/** Of what runs models. */
export const models: AllowedByService = {
  bedrock: [
    {
      actions:
        'DeleteAgent DeleteAgentAlias DeleteCustomModel DeleteDataSource DeleteFlow DeleteFlowAlias DeleteInferenceProfile DeleteKnowledgeBase DeletePrompt DeleteProvisionedModelThroughput StopModel*Job DeleteFoundationModelAgreement',
      reason: endsOwn,
    },
    {
      actions: '*MarketplaceModelEndpoint',
      reason: 'Approvers make and change endpoints; whoever runs one may take it away.',
    },
    {
      actions: 'DeleteBlueprint DeleteDataAutomationLibrary DeleteDataAutomationProject',
      reason: endsOwn,
    },
    {
      actions: 'UpdateBlueprint UpdateDataAutomationLibrary UpdateDataAutomationProject',
      reason: 'It says how documents are taken apart, and none is: to make a project and to ask one are denied.',
    },
    {
      actions: 'UpdateAgent UpdateFlow UpdateKnowledgeBase UpdatePrompt',
      reason: 'It changes the draft; the alias that people call is moved by approvers only.',
    },
  ],
  // Of OpenSearch and of what takes documents apart only making and asking is denied, where nobody approved it.
  es: [{ actions: 'DeleteDomain DeleteElasticsearchDomain', reason: endsOwn }],
  'bedrock-agentcore': [
    {
      actions:
        'DeleteAgentRuntime DeleteBrowser DeleteCodeInterpreter DeleteGateway DeleteMemory DeleteHarness Stop*Session',
      reason: endsOwn,
    },
    {
      actions: '*Payment*',
      reason: 'Managers, connectors and sessions of payments cannot be made, so there is none to change or to delete.',
    },
    {
      actions: 'InvokeAgentRuntime InvokeGateway InvokeCodeInterpreter InvokeHarness',
      reason: 'It uses what was made as the controls want it.',
    },
    { actions: 'UpdateMemory', reason: 'The key of a memory cannot be changed (CreateMemory, encryptionKeyArn).' },
  ],
  'bedrock-mantle': [
    {
      actions: 'ArchiveProject CancelFineTuningJob CancelInference DeleteInference DeleteReservation',
      reason: endsOwn,
    },
  ],
  sagemaker: [
    {
      actions:
        'DeleteApp DeleteCluster Delete*JobDefinition DeleteDomain DeleteEndpoint* DeleteFeatureGroup DeleteFlowDefinition Delete*Job DeleteModel DeleteNotebookInstance DeleteSpace DeleteUserProfile Stop*Job* StopNotebookInstance',
      reason: endsOwn,
    },
    { actions: 'Delete*Policy', reason: 'Less is shared then.' },
    { actions: 'CreateAction CreateArtifact CreateContext AddAssociation CreateModelCard', reason: adds },
    {
      actions: 'UpdateAction UpdateArtifact UpdateContext UpdateModelCard',
      reason:
        'A record is written on while its model lives; CloudTrail and the versions of a card keep what it said before.',
    },
    {
      actions: 'CreateLineageGroupPolicy',
      reason: 'IAM lists it and the API has none; PutLineageGroupPolicy is guarded.',
    },
    { actions: 'StartMonitoringSchedule StartNotebookInstance', reason: 'It was made as the controls want it.' },
    {
      actions: 'UpdateEndpoint UpdateFeatureGroup',
      reason: 'It takes another configuration, which was checked when it was made, or more columns.',
    },
  ],
};
