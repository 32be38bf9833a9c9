import type { EmptyLists } from './empty-list';

/** Source: botocore's model logs/2014-03-28. */
export const logs: EmptyLists = {
  DescribeImportTasks: ['imports', 'CreateImportTask'],
  DescribeLookupTables: ['lookupTables', 'CreateLookupTable'],
  DescribeQueryDefinitions: ['queryDefinitions', 'PutQueryDefinition'],
  ListAnomalies: ['anomalies', 'CreateLogAnomalyDetector'],
  ListIntegrations: ['integrationSummaries', 'PutIntegration'],
  ListLogAnomalyDetectors: ['anomalyDetectors', 'CreateLogAnomalyDetector'],
  ListScheduledQueries: ['scheduledQueries', 'CreateScheduledQuery'],
};
