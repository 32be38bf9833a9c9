import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createDuckDB, type DuckDBConnection, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { columnType, jsonScalars, sqlValue } from './audit-values';
import type { Json } from './json';
import { find, resources, type Stack } from './synth';

/** Records of CloudTrail by the trail that they come from. */
export interface RecordedEvents {
  readonly management: readonly Json[];
  readonly data: readonly Json[];
}

/** Answers queries as Athena would, over the records that it holds. */
export interface AuditEngine {
  /** Puts these records in place of all others. */
  load(events: RecordedEvents): void;
  /** @param parameters literals, as Athena takes them: `'2026/01/31'` with its quotes */
  run(sql: string, parameters: readonly string[]): readonly Json[];
}

interface Column {
  readonly name: string;
  readonly type: string;
}

/**
 * What Athena (Trino) has and DuckDB has not, or calls otherwise. `json_extract_scalar` looks up what was taken out of the JSON
 * before: DuckDB's own JSON functions are an extension that comes over the network. Trino answers NULL where a pattern does not match.
 */
const shims = [
  'CREATE MACRO date_parse(text, format) AS strptime(text, format)',
  'CREATE MACRO date_format(moment, format) AS strftime(moment, format)',
  `CREATE MACRO regexp_extract(text, pattern, part) AS
     CASE WHEN regexp_matches(text, pattern) THEN system.main.regexp_extract(text, pattern, part) END`,
  'CREATE TABLE json_scalars (document VARCHAR, path VARCHAR, value VARCHAR)',
  `CREATE MACRO json_extract_scalar(text, place) AS
     (SELECT any_value(value) FROM json_scalars WHERE document = text AND path = place)`,
];

/** DuckDB with the tables that Glue is told of: a column that is not there cannot be asked for. */
export async function openAudit(stacks: Readonly<Record<string, Stack>>): Promise<AuditEngine> {
  const connection = await connect();
  for (const shim of shims) connection.query(shim);
  const tables = Object.values(resources(find(stacks, 'security'), 'aws_glue_catalog_table')).map(
    ({ name, storage_descriptor, partition_keys }) => ({
      name: name as string,
      columns: [...storage_descriptor.columns, ...partition_keys] as Column[],
    }),
  );
  for (const { name, columns } of tables)
    connection.query(`CREATE TABLE ${name} (${columns.map((each) => `"${each.name}" ${columnType(each.type)}`)})`);
  const fill = (table: string, columns: readonly Column[], rows: readonly Json[]) => {
    connection.query(`DELETE FROM ${table}`);
    const values = rows.map((row) => `(${columns.map(({ name, type }) => sqlValue(type, row[name]))})`);
    if (values.length > 0) connection.query(`INSERT INTO ${table} VALUES ${values}`);
  };
  return {
    load: ({ management, data }) => {
      const rows = { management_events: management.map(rowOf), data_events: data.map(rowOf) };
      for (const { name, columns } of tables) fill(name, columns, rows[name as keyof typeof rows]);
      fill('json_scalars', scalarColumns, Object.values(rows).flat().flatMap(jsonScalars));
    },
    run: (sql, parameters) => run(connection, sql, parameters),
  };
}

const scalarColumns = ['document', 'path', 'value'].map((name) => ({ name, type: 'string' }));

async function connect(): Promise<DuckDBConnection> {
  const { resolve } = createRequire(__filename);
  const dist = dirname(resolve('@duckdb/duckdb-wasm/blocking'));
  const module = { mainModule: `${dist}/duckdb-eh.wasm`, mainWorker: '' };
  const database = await createDuckDB({ mvp: module, eh: module }, new VoidLogger(), NODE_RUNTIME);
  await database.instantiate(() => undefined);
  const connection = database.connect();
  // What is missing must fail here, and not wait for the network.
  connection.query('SET autoload_known_extensions = false');
  return connection;
}

function run(connection: DuckDBConnection, sql: string, parameters: readonly string[]): readonly Json[] {
  const statement = connection.prepare(sql);
  try {
    const rows = statement.query(...parameters.map(literalOf)).toArray();
    return rows.map((row) =>
      Object.fromEntries(Object.entries(row.toJSON() as Json).map(([key, v]) => [key, plain(v)])),
    );
  } finally {
    statement.close();
  }
}

/** The record as the CloudTrail input format gives it: keys in small letters, in the partition that its file lies in. */
function rowOf(event: Json): Json {
  const row: Json = Object.fromEntries(Object.entries(event).map(([key, value]) => [key.toLowerCase(), value]));
  return {
    ...row,
    account: row.recipientaccountid,
    region: row.awsregion,
    day: row.eventtime.slice(0, 10).replaceAll('-', '/'),
  };
}

function literalOf(written: string): string {
  const text = /^'((?:[^']|'')*)'$/.exec(written)?.[1];
  if (text === undefined) throw new Error(`Athena would not take ${written} for text`);
  return text.replaceAll("''", "'");
}

const plain = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);
