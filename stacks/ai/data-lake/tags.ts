import { LakeformationLfTag } from '@cdktf/provider-aws/lib/lakeformation-lf-tag';
import {
  LakeformationResourceLfTags,
  type LakeformationResourceLfTagsConfig,
} from '@cdktf/provider-aws/lib/lakeformation-resource-lf-tags';
import type { ITerraformDependable } from 'cdktf';
import { tablesOf } from '../../../schema/forms/ai/data-lake-view';
import type { Catalog } from './catalog';
import type { Lake } from './lake';

type Target = Pick<LakeformationResourceLfTagsConfig, 'database' | 'table' | 'tableWithColumns'>;

/** Makes the LF-tags and puts them on databases, tables and columns. @returns what a grant by tag waits for */
export function tagLake(lake: Lake, { databases, tables }: Catalog): ITerraformDependable[] {
  const { stack, here, settings } = lake;
  const lfTags = new Map(
    Object.entries(lake.lake.tags).map(([key, values]) => [
      key,
      new LakeformationLfTag(stack, `lf-tag-${key}`, { ...here.home, key, values: [...values], dependsOn: [settings] }),
    ]),
  );
  const assign = (id: string, tags: Readonly<Record<string, string>>, target: Target): ITerraformDependable[] =>
    Object.keys(tags).length === 0
      ? []
      : [
          new LakeformationResourceLfTags(stack, `lf-tags-${id}`, {
            ...here.home,
            ...target,
            lfTag: Object.entries(tags).map(([key, value]) => ({ key: lfTags.get(key)?.key ?? key, value })),
          }),
        ];
  const onDatabases = lake.lake.databases.flatMap(({ name, tags }) =>
    assign(name, tags, { database: { name: databases.get(name)?.name ?? name } }),
  );
  const onTables = tablesOf(lake.lake).flatMap(({ id, database, table, columns }) => {
    const place = { databaseName: database.name, name: tables.get(id)?.name ?? table.name };
    return [
      ...assign(`${database.name}-${table.name}`, table.tags, { table: place }),
      // One column at a time: of several the provider reads back the tags of the first.
      ...columns.flatMap(({ name, tags }) =>
        assign(`${database.name}-${table.name}-${name}`, tags, { tableWithColumns: { ...place, columnNames: [name] } }),
      ),
    ];
  });
  return [...lfTags.values(), ...onDatabases, ...onTables];
}
