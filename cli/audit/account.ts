import { GetTableMetadataCommand } from '@aws-sdk/client-athena';
import { auditTables, names } from '../../schema/facts/names';
import type { Account } from '../../schema/landing-zone';
import type { Athena } from './ask';

/** An account that can be asked about: one that has a file, or one that was closed. */
export type AskedAccount = Pick<Account, 'id' | 'name' | 'key' | 'file'>;

/**
 * The id of an account: as written down, or as the deployed table knows it, since AWS gives an account its id.
 *
 * @throws Error where the account was added after the table was deployed
 */
export async function findAccountId(
  athena: Athena,
  { database, workgroup }: { readonly database: string; readonly workgroup: string },
  { id, name, key, file }: AskedAccount,
): Promise<string> {
  if (id !== undefined) return id;
  const table = auditTables.management;
  const { TableMetadata } = await athena.send(
    new GetTableMetadataCommand({
      CatalogName: 'AwsDataCatalog',
      DatabaseName: database,
      TableName: table,
      WorkGroup: workgroup,
    }),
  );
  const found = TableMetadata?.Parameters?.[names.auditAccountParameter(key)];
  if (found === undefined)
    throw new Error(
      `${file}: the table ${database}.${table} does not know ${name}\n  rule: the table knows an account once it is deployed\n  fix:  deploy the stack security`,
    );
  return found;
}
