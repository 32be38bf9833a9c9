import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api';
import type { Answer } from '../ask';
import { eventTables } from './event-tables';
import { type Loaded, loadEvents } from './load-events';
import type { TrailFile } from './trail-files';

/** The events of some files, which can be asked as Athena is. */
export interface Events extends Loaded {
  /** @param values a value for each question mark */
  ask(sql: string, values: readonly string[]): Promise<Answer>;
}

/** What is more than this goes to a temporary folder. */
const memory = '1GB';

/**
 * Reads files into DuckDB, lets them be asked, and leaves nothing behind.
 *
 * @param report gets the number of files that were read so far
 */
export async function withEvents<T>(
  files: readonly TrailFile[],
  report: (read: number) => void,
  use: (events: Events) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-audit-'));
  // 70 MB of native code, which Athena can do without.
  const { DuckDBInstance } = require('@duckdb/node-api') as typeof import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    temp_directory: folder,
    preserve_insertion_order: 'false',
    // What is missing must fail, and not come over the network.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  try {
    const connection = await instance.connect();
    for (const statement of eventTables) await connection.run(statement);
    const loaded = await loadEvents(connection, files, report);
    // From here on the SQL of a person runs: it sees the two tables, and no other file.
    await connection.run('SET enable_external_access = false');
    return await use({ ...loaded, ask: (sql, values) => ask(connection, sql, values) });
  } finally {
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ask(connection: DuckDBConnection, sql: string, values: readonly string[]): Promise<Answer> {
  const reader = await connection.runAndReadAll(sql, [...values]);
  const types = reader.columnTypes();
  return {
    columns: reader.columnNames().map((name, index) => ({ name, type: typeOf(types[index]) })),
    rows: reader.getRowsJson().map((row) => row.map(textOf)),
  };
}

/** The type in Athena's words; a sum of bigints is one, too. */
const typeOf = (type: DuckDBType | undefined): string => String(type).toLowerCase().replace('hugeint', 'bigint');

const textOf = (value: unknown): string | undefined =>
  value === null ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
