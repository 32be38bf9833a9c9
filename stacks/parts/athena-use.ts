import type { Statement } from '../../policy/iam/statement';

/**
 * Asking in one workgroup of Athena, by the API and in the console. What is asked takes permissions of its own.
 *
 * @param place region and account, `eu-central-1:111122223333`
 */
export const useAthena = (place: string, workgroup: string): Statement[] => [
  {
    Sid: 'Ask',
    Effect: 'Allow',
    Action: [
      'athena:BatchGetNamedQuery',
      'athena:GetNamedQuery',
      'athena:GetQueryExecution',
      'athena:GetQueryResults',
      'athena:GetQueryResultsStream',
      'athena:GetWorkGroup',
      'athena:ListNamedQueries',
      'athena:ListQueryExecutions',
      'athena:StartQueryExecution',
      'athena:StopQueryExecution',
    ],
    Resource: `arn:aws:athena:${place}:workgroup/${workgroup}`,
  },
  {
    Sid: 'LookUpTables',
    Effect: 'Allow',
    Action: [
      'athena:GetDataCatalog',
      'athena:GetDatabase',
      'athena:GetTableMetadata',
      'athena:ListDatabases',
      'athena:ListTableMetadata',
    ],
    Resource: `arn:aws:athena:${place}:datacatalog/AwsDataCatalog`,
  },
  // The console's lists of names; Athena knows no resource for them.
  {
    Sid: 'UseConsole',
    Effect: 'Allow',
    Action: ['athena:ListDataCatalogs', 'athena:ListEngineVersions', 'athena:ListWorkGroups'],
    Resource: '*',
  },
];

/** Athena looks at this database beside the one that is asked (Athena User Guide, fine-grained-access-to-glue-resources). */
export const alwaysLookedAt = 'database/default';

/** Athena User Guide, security-iam-athena-calledvia: what Athena does for its caller, the caller cannot do without it. */
export const throughAthena = { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'athena.amazonaws.com' } };
