import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AuditQuery, parseQuery } from './parse';

export type { AuditQuery, Parameter } from './parse';

/** SQL is not compiled: from `build/queries` it is in the folder `queries` of the project. */
const places = [__dirname, join(__dirname, '..', '..', 'queries')];

/**
 * Every audit query in the order of their names.
 *
 * @throws Error naming the file whose header cannot be read
 */
export function readQueries(): readonly AuditQuery[] {
  const folder = places.find((place) => existsSync(place) && sqlIn(place).length > 0);
  if (folder === undefined) throw new Error('queries/ has no SQL\n  rule: the audit queries are checked in');
  return sqlIn(folder).map((file) => parseQuery(file, readFileSync(join(folder, file), 'utf8')));
}

const sqlIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
