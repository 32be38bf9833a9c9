import type { EmptyLists } from './empty-list';

/** Source: botocore's model glue/2017-03-31. */
export const glue: EmptyLists = {
  DescribeIntegrations: ['Integrations', 'CreateIntegration'],
  GetClassifiers: ['Classifiers', 'CreateClassifier'],
  GetMLTransforms: ['Transforms', 'CreateMLTransform'],
  ListBlueprints: ['Blueprints', 'CreateBlueprint'],
  ListColumnStatisticsTaskRuns: ['ColumnStatisticsTaskRunIds', 'StartColumnStatisticsTaskRun'],
  ListCustomEntityTypes: ['CustomEntityTypes', 'CreateCustomEntityType'],
  ListDataQualityResults: ['Results', 'StartDataQualityRulesetEvaluationRun'],
  ListDataQualityRuleRecommendationRuns: ['Runs', 'StartDataQualityRuleRecommendationRun'],
  ListDataQualityRulesetEvaluationRuns: ['Runs', 'StartDataQualityRulesetEvaluationRun'],
  ListDataQualityRulesets: ['Rulesets', 'CreateDataQualityRuleset'],
  ListIntegrationResourceProperties: ['IntegrationResourcePropertyList', 'CreateIntegrationResourceProperty'],
  ListMLTransforms: ['TransformIds', 'CreateMLTransform'],
  ListUsageProfiles: ['Profiles', 'CreateUsageProfile'],
};
