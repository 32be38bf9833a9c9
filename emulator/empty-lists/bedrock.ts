import type { EmptyLists } from './empty-list';

/** Source: botocore's model bedrock/2023-04-20. */
export const bedrock: EmptyLists = {
  ListAdvancedPromptOptimizationJobs: [
    'jobSummaries',
    'CreateAdvancedPromptOptimizationJob',
    'GET /advanced-prompt-optimization-jobs',
  ],
  ListAutomatedReasoningPolicies: [
    'automatedReasoningPolicySummaries',
    'CreateAutomatedReasoningPolicy',
    'GET /automated-reasoning-policies',
  ],
  ListCustomModelDeployments: [
    'modelDeploymentSummaries',
    'CreateCustomModelDeployment',
    'GET /model-customization/custom-model-deployments',
  ],
  ListCustomModels: ['modelSummaries', 'CreateCustomModel', 'GET /custom-models'],
  ListEvaluationJobs: ['jobSummaries', 'CreateEvaluationJob', 'GET /evaluation-jobs'],
  ListImportedModels: ['modelSummaries', 'CreateModelImportJob', 'GET /imported-models'],
  ListMarketplaceModelEndpoints: [
    'marketplaceModelEndpoints',
    'CreateMarketplaceModelEndpoint',
    'GET /marketplace-model/endpoints',
  ],
  ListModelCopyJobs: ['modelCopyJobSummaries', 'CreateModelCopyJob', 'GET /model-copy-jobs'],
  ListModelCustomizationJobs: [
    'modelCustomizationJobSummaries',
    'CreateModelCustomizationJob',
    'GET /model-customization-jobs',
  ],
  ListModelImportJobs: ['modelImportJobSummaries', 'CreateModelImportJob', 'GET /model-import-jobs'],
  ListModelInvocationJobs: ['invocationJobSummaries', 'CreateModelInvocationJob', 'GET /model-invocation-jobs'],
  ListProvisionedModelThroughputs: [
    'provisionedModelSummaries',
    'CreateProvisionedModelThroughput',
    'GET /provisioned-model-throughputs',
  ],
};
