import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { sqlText } from '../parameters';
import { dropRepetitions, readEvents } from './event-tables';
import type { TrailFile } from './trail-files';

/** A file whose events are missing, and why. */
export interface BrokenFile {
  readonly path: string;
  readonly reason: string;
}

/** What was read. */
export interface Loaded {
  readonly broken: readonly BrokenFile[];
  readonly events: number;
  /** Copies of events that are in more than one file. */
  readonly repeated: number;
  /** Days of the events, as folders are called; none where there is no event. */
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** As many files as one statement reads: progress is shown between two of them. */
const atOnce = 250;

/** Reads files into the tables; one that cannot be read is named, and the others are read all the same. */
export async function loadEvents(
  connection: DuckDBConnection,
  all: readonly TrailFile[],
  report: (read: number) => void,
): Promise<Loaded> {
  const broken: BrokenFile[] = all.flatMap(({ path, unreadable: reason }) =>
    reason === undefined ? [] : { path, reason },
  );
  const files = all.filter(({ unreadable }) => unreadable === undefined);
  for (let start = 0; start < files.length; start += atOnce) {
    report(start);
    const some = files.slice(start, start + atOnce);
    await connection.run(`INSERT INTO files VALUES ${some.map(rowOf).join(', ')}`);
    broken.push(
      ...(await loadSome(
        connection,
        some.map(({ path }) => path),
      )),
    );
  }
  const named = new Set(broken.map(({ path }) => path));
  for (const { path, is_trail } of await withoutEvents(connection))
    if (!named.has(path))
      broken.push({
        path,
        reason: is_trail === null ? 'it is empty' : noRecords,
      });
  await connection.run('DELETE FROM events WHERE "eventTime" IS NULL');
  const repeated = await connection.run(dropRepetitions);
  const [[events = 0, first, last] = []] = (
    await connection.runAndReadAll('SELECT count(*)::INTEGER, min(day), max(day) FROM events')
  ).getRowsJson() as [number, string?, string?][];
  return {
    broken: broken.sort((a, b) => (a.path < b.path ? -1 : 1)),
    events,
    repeated: repeated.rowsChanged,
    first: first ?? undefined,
    last: last ?? undefined,
  };
}

/** Where some files cannot be read together, each half is tried, until the broken one is alone. */
async function loadSome(
  connection: DuckDBConnection,
  paths: readonly string[],
  largest?: number,
): Promise<BrokenFile[]> {
  try {
    await connection.run(readEvents(paths, largest));
    return [];
  } catch (error) {
    const [path = '', ...others] = paths;
    const { message } = error as Error;
    if (others.length > 0) {
      const half = Math.ceil(paths.length / 2);
      return [
        ...(await loadSome(connection, paths.slice(0, half))),
        ...(await loadSome(connection, paths.slice(half))),
      ];
    }
    if (largest === undefined && message.includes('maximum_object_size'))
      return loadSome(connection, paths, unpackedSize(path));
    return [{ path, reason: reasonOf(message, path) }];
  }
}

const rowOf = ({ path, account, region, day }: TrailFile): string =>
  `(${[path, account, region, day].map((value) => (value === undefined ? 'NULL' : sqlText(value))).join(', ')})`;

/** Files that were read and have no `Records`, or nothing at all. */
const withoutEvents = async (connection: DuckDBConnection) =>
  (
    await connection.runAndReadAll(
      `SELECT files.path, any_value(is_trail) AS is_trail
       FROM files LEFT JOIN events ON events.path = files.path
       GROUP BY files.path
       HAVING NOT coalesce(bool_or(is_trail), false)`,
    )
  ).getRowObjectsJson() as unknown as readonly { readonly path: string; readonly is_trail: boolean | null }[];

/** Bytes of a file; of a packed one the last four say how many there were, RFC 1952. */
function unpackedSize(path: string): number {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (!path.endsWith('.gz')) return size;
    const end = Buffer.alloc(4);
    readSync(file, end, 0, 4, size - 4);
    return Math.max(end.readUInt32LE(), 1);
  } finally {
    closeSync(file);
  }
}

/** What DuckDB says, without its own options and the path that stands before it anyhow. */
const reasonOf = (message: string, path: string): string =>
  /record\/value \d+: Expected OBJECT, but got/.test(message) ? noRecords : withoutOptions(message, path);

const noRecords = 'it has no Records, as files of CloudTrail have';

const withoutOptions = (message: string, path: string): string =>
  (message.split(/\n|\. Try /, 1)[0] ?? '')
    .replace(/^[\w ]+ Error: /, '')
    .replace(` in file "${path}"`, '')
    .replace(`: ${path}`, '');
