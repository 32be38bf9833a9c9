import { GlueCatalogDatabase } from '@cdktf/provider-aws/lib/glue-catalog-database';
import { GlueCatalogTable } from '@cdktf/provider-aws/lib/glue-catalog-table';
import type { ITerraformDependable } from 'cdktf';
import type { Column } from '../../../schema/forms/ai/data-lake-tables';
import { databasePrefix, type LakeTable, tablesOf } from '../../../schema/forms/ai/data-lake-view';
import { projectionOf } from '../../parts/partition-projection';
import { formats } from './formats';
import type { Lake } from './lake';

/** The catalog of a lake, by what grants name: `database` and `database.table`. */
export interface Catalog {
  readonly databases: ReadonlyMap<string, GlueCatalogDatabase>;
  readonly tables: ReadonlyMap<string, GlueCatalogTable>;
}

/** Makes databases and tables. They come after the settings: what is older than those stays open to everybody whom IAM allows. */
export function makeCatalog(lake: Lake, encryption: ITerraformDependable): Catalog {
  const { stack, account, here, training } = lake;
  const databases = new Map(
    lake.lake.databases.map((database) => [
      database.name,
      new GlueCatalogDatabase(stack, `database-${database.name}`, {
        ...here.home,
        name: database.name,
        description: database.description,
        locationUri: `s3://${training.bucket.bucket}/${databasePrefix(database)}`,
        tags: { 'data-domain': 'training', 'data-classification': account.ai.dataClassification },
        dependsOn: [lake.settings, encryption, ...lake.locations],
      }),
    ]),
  );
  const tables = new Map(
    tablesOf(lake.lake).flatMap((table) => {
      const database = databases.get(table.database.name);
      return database ? [[table.id, makeTable(lake, table, database)] as const] : [];
    }),
  );
  return { databases, tables };
}

function makeTable({ stack, here, training }: Lake, table: LakeTable, database: GlueCatalogDatabase): GlueCatalogTable {
  const { name, description, format, columns, partitionKeys } = table.table;
  const { inputFormat, outputFormat, serializationLibrary, serDeParameters, parameters } = formats[format];
  return new GlueCatalogTable(stack, `table-${table.database.name}-${name}`, {
    ...here.home,
    databaseName: database.name,
    name,
    description,
    tableType: 'EXTERNAL_TABLE',
    parameters: { EXTERNAL: 'TRUE', classification: format, ...parameters, ...projectionOf(partitionKeys) },
    partitionKeys: partitionKeys.map(declaration),
    storageDescriptor: {
      location: `s3://${training.bucket.bucket}/${table.prefix}`,
      inputFormat,
      outputFormat,
      columns: columns.map(declaration),
      serDeInfo: { name, serializationLibrary, parameters: serDeParameters && { ...serDeParameters } },
    },
  });
}

const declaration = ({ name, type, comment }: Column) => ({ name, type, comment });
