import type { EmptyLists } from './empty-list';

/** Source: botocore's model ce/2017-10-25. */
export const ce: EmptyLists = {
  ListCommitmentPurchaseAnalyses: ['AnalysisSummaryList', 'StartCommitmentPurchaseAnalysis'],
  ListCostAllocationTagBackfillHistory: ['BackfillRequests', 'StartCostAllocationTagBackfill'],
  ListCostCategoryDefinitions: ['CostCategoryReferences', 'CreateCostCategoryDefinition'],
  ListCostCategoryResourceAssociations: ['CostCategoryResourceAssociations', 'CreateCostCategoryDefinition'],
  ListSavingsPlansPurchaseRecommendationGeneration: [
    'GenerationSummaryList',
    'StartSavingsPlansPurchaseRecommendationGeneration',
  ],
};
