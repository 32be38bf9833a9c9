/** What finding a table, its columns and its partitions takes in the Glue Data Catalog. */
export const catalogReads = [
  'glue:GetDatabase',
  'glue:GetDatabases',
  'glue:GetPartition',
  'glue:GetPartitions',
  'glue:GetTable',
  'glue:GetTables',
] as const;
