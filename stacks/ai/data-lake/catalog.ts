import { GlueCatalogDatabase } from '@cdktf/provider-aws/lib/glue-catalog-database';
import { GlueCatalogTable } from '@cdktf/provider-aws/lib/glue-catalog-table';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { DataLake } from '../../../schema/forms/ai/data-lake';
import type { Column } from '../../../schema/forms/ai/data-lake-tables';
import { databasePrefix, type LakeTable, ownDatabases, tablesOf } from '../../../schema/forms/ai/data-lake-view';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import { forget } from '../../kernel/state-moves';
import { projectionOf } from '../../parts/partition-projection';
import type { AiContext } from '../context';
import { formats } from './formats';

export interface CatalogProps extends Pick<AiContext, 'account' | 'training'> {
  readonly lake: DataLake;
  /** What databases wait for: one that is older than the settings stays open to everybody whom IAM allows. */
  readonly dependsOn: ITerraformDependable[];
}

/** The databases and tables of a lake. */
export class Catalog extends Part {
  private readonly databases: ReadonlyMap<string, GlueCatalogDatabase>;
  private readonly tables: ReadonlyMap<string, GlueCatalogTable>;

  constructor(scope: Construct, id: string, { account, training, lake, dependsOn }: CatalogProps) {
    super(scope, id);
    const { here } = LandingZoneStack.of(this);
    const bucket = `s3://${training.name}`;
    this.databases = new Map(
      ownDatabases(lake).map((database) => [
        database.name,
        new GlueCatalogDatabase(this, `database-${database.name}`, {
          ...here.home,
          name: database.name,
          description: database.description,
          locationUri: `${bucket}/${databasePrefix(database)}`,
          tags: { 'data-domain': 'training', 'data-classification': account.ai.dataClassification },
          dependsOn,
        }),
      ]),
    );
    this.tables = new Map(
      tablesOf(lake)
        .filter(({ database }) => !database.existing)
        .map((table) => [table.id, this.makeTable(table, bucket)]),
    );
    this.forgetExisting(lake);
  }

  /** What the landing zone made before it was said to exist stays as it is, and its folder stays registered. */
  private forgetExisting(lake: DataLake): void {
    const stack = LandingZoneStack.of(this);
    for (const { name, tables } of lake.databases.filter(({ existing }) => existing)) {
      forget(stack, `aws_glue_catalog_database.database-${name}`);
      forget(stack, `aws_lakeformation_resource.lake-location-${name}`);
      for (const table of tables) forget(stack, `aws_glue_catalog_table.table-${name}-${table.name}`);
    }
  }

  /** The name of a database: whoever asks by it waits for the database. */
  databaseName(name: string): string {
    return this.databases.get(name)?.name ?? name;
  }

  /** The name of a table, of `database.table`. */
  tableName(table: string): string {
    return this.tables.get(table)?.name ?? table.split('.')[1] ?? table;
  }

  private makeTable({ database, table, prefix }: LakeTable, bucket: string): GlueCatalogTable {
    const { name, description, format, columns, partitionKeys } = table;
    const { inputFormat, outputFormat, serializationLibrary, serDeParameters, parameters } = formats[format];
    return new GlueCatalogTable(this, `table-${database.name}-${name}`, {
      ...LandingZoneStack.of(this).here.home,
      databaseName: this.databaseName(database.name),
      name,
      description,
      tableType: 'EXTERNAL_TABLE',
      parameters: { EXTERNAL: 'TRUE', classification: format, ...parameters, ...projectionOf(partitionKeys) },
      partitionKeys: partitionKeys.map(declaration),
      storageDescriptor: {
        location: `${bucket}/${prefix}`,
        inputFormat,
        outputFormat,
        columns: columns.map(declaration),
        serDeInfo: { name, serializationLibrary, parameters: serDeParameters && { ...serDeParameters } },
      },
    });
  }
}

const declaration = ({ name, type, comment }: Column) => ({ name, type, comment });
