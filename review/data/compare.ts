import type { Finding } from '../finding';
import type { StackJson } from '../stack-json';
import type { Effect } from '../verdict';
import { columnsOf } from './catalog';
import { type Right, rightsOf } from './rights';

/** Who reads which columns of the data lake more, or no more. */
export function compareGrants(stack: string, before: StackJson, after: StackJson): readonly Finding[] {
  const [old, now] = [rightsOf(before), rightsOf(after)];
  const known = new Set(
    columnsOf(before).flatMap(({ database, table, column }) => [
      `${database}.${table}`,
      `${database}.${table}.${column}`,
    ]),
  );
  const isKnown = ({ on }: Right) => !/^[^ ]+\.[^ ]+/.test(on) || known.has(on);
  const won = now.filter((each) => !isCovered(each, old));
  const lost = old.filter((each) => !isCovered(each, now));
  const there = new Set(columnsOf(after).map(({ database, table, column }) => `${database}.${table}.${column}`));
  const gone = columnsOf(before)
    .map(({ database, table, column }) => `${database}.${table}.${column}`)
    .filter((column) => !there.has(column));
  const effects: readonly Effect[] = [
    ...inTables(won.filter(isKnown)).map(({ says }): Effect => ({ verdict: 'weaker', says: says('may newly') })),
    ...inTables(won.filter((each) => !isKnown(each))).map(
      ({ says, isPartOf }): Effect => ({
        // What a new table is made of may have been there before.
        verdict: isPartOf(known) ? 'weaker' : 'not judged',
        says: `${says('may')}, which is new`,
      }),
    ),
    ...inTables(lost).map(({ says }): Effect => ({ verdict: 'stronger', says: says('may not any more') })),
    ...readersLeft(lost, now),
    ...(gone.length > 0
      ? [{ verdict: 'not judged' as const, says: `is not in the catalog any more: ${gone.join(', ')}` }]
      : []),
  ];
  return effects.length === 0 ? [] : [{ stack, accounts: [], subject: 'data grants', change: 'changed', effects }];
}

/** Whether one of the rights is at least this one: every row is more than some. */
const isCovered = (right: Right, rights: readonly Right[]): boolean =>
  rights.some(
    ({ principal, permission, on, rows }) =>
      principal === right.principal &&
      permission === right.permission &&
      on === right.on &&
      (rows === '' || rows === right.rows),
  );

interface Grouped {
  readonly says: (may: string) => string;
  /** Whether it is a new column of a table that was there. */
  readonly isPartOf: (tables: ReadonlySet<string>) => boolean;
}

/** Columns of a table that somebody may do the same with, together. */
function inTables(rights: readonly Right[]): readonly Grouped[] {
  const groups = new Map<string, { readonly right: Right; readonly table: string; readonly columns: string[] }>();
  for (const right of rights) {
    const [, table = right.on, column] = /^([^ .]+\.[^ .]+)\.([^ .]+)$/.exec(right.on) ?? [];
    const key = JSON.stringify([right.principal, right.permission, right.rows, table]);
    const group = groups.get(key) ?? { right, table, columns: [] };
    if (column !== undefined) group.columns.push(column);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ right: { principal, permission, rows }, table, columns }) => ({
    says: (may) =>
      `${principal} ${may} ${permission} ${columns.length > 0 ? `${columns.join(', ')} of ` : ''}${table}${rows ? ` where ${rows}` : ''}`,
    isPartOf: (tables) => columns.length > 0 && tables.has(table),
  }));
}

/** Of each column that somebody lost: who is left. */
function readersLeft(lost: readonly Right[], now: readonly Right[]): readonly Effect[] {
  const columns = new Set(
    lost
      .filter(({ on, permission }) => permission === 'SELECT' && /^[^ ]+\.[^ ]+\.[^ ]+$/.test(on))
      .map(({ on }) => on),
  );
  const byReaders = new Map<string, string[]>();
  for (const column of columns) {
    const readers = [
      ...new Set(
        now.filter(({ on, permission }) => on === column && permission === 'SELECT').map(({ principal }) => principal),
      ),
    ];
    const key = readers.sort().join(', ');
    byReaders.set(key, [...(byReaders.get(key) ?? []), column]);
  }
  return [...byReaders].map(([readers, all]) => ({
    verdict: 'stronger',
    says: `${readers ? `nobody outside ${readers}` : 'nobody'} can read ${all.join(', ')} any more`,
  }));
}
