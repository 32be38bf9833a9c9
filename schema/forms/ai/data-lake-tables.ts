import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { oneLine } from '../text';
import { projectionForm } from './data-lake-partitions';
import { lfTagsOn } from './lf-tags';

/** Name that Athena takes without quotes. */
const identifier = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]{0,127}$/,
    'must begin with a lower-case letter and have lower-case letters, digits and _ only',
  );

/** A type of the Glue Data Catalog, in the spelling of Hive. */
const columnType = z
  .string()
  .regex(
    /^(boolean|tinyint|smallint|int|bigint|float|double|string|binary|date|timestamp|decimal\(\d+,\d+\)|(var)?char\(\d+\)|(array|map|struct)<[\w<>(),:]+>)$/,
    'must be a type of the Glue Data Catalog: int, string, decimal(10,2), array<string>, struct<street:string,city:string>',
  );

/** Folder in the training bucket. */
const prefix = z.string().regex(/^([\w.=-]+\/)+$/, "must be a folder that ends with '/', like clinical/admissions/");

const description = z.string().min(1).max(2048).optional();

const columnForm = z.strictObject({
  name: identifier,
  type: columnType,
  comment: oneLine(255).optional(),
  /** Says something about a person: no role without clearance sees it. @default false */
  personal: z.boolean().default(false),
  /** @default - those of the table */
  tags: lfTagsOn,
});

/** A column whose values are in the names of folders, `<key>=<value>/`. */
const partitionKeyForm = columnForm.extend({
  /**
   * How Athena works out the partitions; all keys of a table have one, or none. Other engines see registered partitions only.
   * @default - who writes the objects registers their partitions; a table without any is empty to everybody
   */
  projection: projectionForm.optional(),
});

/** How the objects of a table are written. `csv` has a header line. */
export const tableFormats = ['parquet', 'orc', 'avro', 'json', 'csv'] as const;

const tableForm = z.strictObject({
  name: identifier,
  description,
  /** @default - the folder of the database, and in it one that is named after the table */
  prefix: prefix.optional(),
  format: z.enum(tableFormats),
  columns: z.array(columnForm).min(1),
  /** Columns whose values are in the names of folders: `year=2026/`. @default - none */
  partitionKeys: z.array(partitionKeyForm).default([]),
  /** @default - those of the database */
  tags: lfTagsOn,
});

/** A database of the Glue Data Catalog, whose folder Lake Formation guards. */
export const databaseForm = z.strictObject({
  name: identifier,
  /**
   * It is in the catalog already, with its tables: grants and LF-tags speak of them, and they are neither made nor changed nor destroyed.
   * Whoever made it registers its locations with Lake Formation, wherever they are. @default false
   */
  existing: z.boolean().default(false),
  description,
  /** @default - a folder that is named after the database */
  prefix: prefix.optional(),
  tags: lfTagsOn,
  tables: z.array(tableForm).min(1),
});

export type Database = DeepReadonly<z.output<typeof databaseForm>>;
export type Table = DeepReadonly<z.output<typeof tableForm>>;
export type Column = DeepReadonly<z.output<typeof columnForm>>;
export type PartitionKey = DeepReadonly<z.output<typeof partitionKeyForm>>;
