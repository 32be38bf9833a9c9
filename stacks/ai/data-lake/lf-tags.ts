import { LakeformationLfTag } from '@cdktf/provider-aws/lib/lakeformation-lf-tag';
import {
  LakeformationResourceLfTags,
  type LakeformationResourceLfTagsConfig,
} from '@cdktf/provider-aws/lib/lakeformation-resource-lf-tags';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { DataLake } from '../../../schema/forms/ai/data-lake';
import { tablesOf } from '../../../schema/forms/ai/data-lake-view';
import { around, dashedId } from '../../kernel/distinct-id';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import type { Catalog } from './catalog';
import type { LakeSettings } from './lake-settings';

type Target = Pick<LakeformationResourceLfTagsConfig, 'database' | 'table' | 'tableWithColumns'>;

export interface LfTagsProps {
  readonly lake: DataLake;
  readonly catalog: Catalog;
  readonly settings: LakeSettings;
}

/** The LF-tags, on databases, tables and columns. */
export class LfTags extends Part {
  /** What a grant by tag waits for. */
  readonly assigned: readonly ITerraformDependable[];
  private readonly tags: ReadonlyMap<string, LakeformationLfTag>;

  constructor(scope: Construct, id: string, { lake, catalog, settings }: LfTagsProps) {
    super(scope, id);
    const { here } = LandingZoneStack.of(this);
    this.tags = new Map(
      Object.entries(lake.tags).map(([key, values]) => [
        key,
        new LakeformationLfTag(this, around('lf-tag-', dashedId(key)).id, {
          ...here.home,
          key,
          values: [...values],
          dependsOn: [settings],
        }),
      ]),
    );
    const onDatabases = lake.databases.flatMap(({ name, tags }) =>
      this.assign(name, tags, { database: { name: catalog.databaseName(name) } }),
    );
    const onTables = tablesOf(lake).flatMap(({ id: tableId, database, table, columns }) => {
      const target = { databaseName: database.name, name: catalog.tableName(tableId) };
      return [
        ...this.assign(`${database.name}-${table.name}`, table.tags, { table: target }),
        // One column at a time: of several the provider reads back the tags of the first.
        ...columns.flatMap(({ name, tags }) =>
          this.assign(`${database.name}-${table.name}-${name}`, tags, {
            tableWithColumns: { ...target, columnNames: [name] },
          }),
        ),
      ];
    });
    this.assigned = [...this.tags.values(), ...onDatabases, ...onTables];
  }

  private assign(id: string, tags: Readonly<Record<string, string>>, target: Target): ITerraformDependable[] {
    if (Object.keys(tags).length === 0) return [];
    return [
      new LakeformationResourceLfTags(this, `lf-tags-${id}`, {
        ...LandingZoneStack.of(this).here.home,
        ...target,
        lfTag: Object.entries(tags).map(([key, value]) => ({ key: this.tags.get(key)?.key ?? key, value })),
      }),
    ];
  }
}
