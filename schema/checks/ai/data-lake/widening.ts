import type { Grantee } from '../../../forms/ai/data-lake-grants';
import { columnsTagged, granteeName, seenColumns } from '../../../forms/ai/data-lake-view';
import type { Problem } from '../../../problems/problem';
import type { LakeSubject } from './subject';

/** What one grant shows to one grantee of one table. */
interface Showing {
  readonly grant: string;
  readonly byTag: boolean;
  /** Where the grant names the grantee, below `ai.dataLake`. */
  readonly field: string;
  readonly grantee: Grantee;
  readonly table: string;
  readonly columns: readonly string[];
  /** @default - every row */
  readonly rows: string | undefined;
}

/**
 * Grants add up, those by name and those by LF-tag (AWS Lake Formation best practices, lf-tags), and there is none that takes away:
 * "the all-rows expression will prevail over all other filter expressions" on a table, and the rows of several filters are a union
 * (Lake Formation Developer Guide, data-filtering-notes). So whom rows are hidden from has no grant on the table without a filter, and
 * no other filter on the same columns. Two filters of different columns are what a data cells filter is for (data-filtering).
 *
 * Not seen from here: what the stewards of this or of another account grant.
 */
export function wideningProblems(subject: LakeSubject): readonly Problem[] {
  const all = showings(subject);
  return [...all.flatMap((each) => directProblems(subject, each)), ...pairProblems(subject, all)];
}

/** A filter hides nothing from whoever reads the objects. */
function directProblems({ lake, rules: { rule } }: LakeSubject, showing: Showing): readonly Problem[] {
  const { field, grant, grantee, rows } = showing;
  const role = 'role' in grantee ? grantee.role : undefined;
  return rule(rows === undefined || role === undefined || !lake.directReaders.includes(role), {
    field,
    value: grantee,
    rule: `role ${role} is in ai.dataLake.directReaders, and a role that reads the objects sees every row, whatever the rows of '${grant}' hide`,
    fix: 'take the role out of directReaders, or leave it out of this grant',
  });
}

function pairProblems(subject: LakeSubject, all: readonly Showing[]): readonly Problem[] {
  return all.flatMap((later, index) =>
    all
      .slice(0, index)
      .filter(({ table, rows }) => table === later.table && rows !== later.rows)
      .filter(({ grantee }) => meet(subject, grantee, later.grantee))
      .flatMap((earlier) => widenings(subject, earlier, later)),
  );
}

function showings({ lake, tables }: LakeSubject): Showing[] {
  const names = (columns: readonly { readonly name: string }[]) => columns.map(({ name }) => name);
  return [
    ...lake.grants.flatMap((grant, grantIndex) =>
      tables
        .filter(({ id }) => id === grant.table)
        .flatMap((table) =>
          grant.to.map((grantee, index) => ({
            grant: grant.name,
            byTag: false,
            field: `grants[${grantIndex}].to[${index}]`,
            grantee,
            table: table.id,
            columns: names(seenColumns(grant, table)),
            rows: grant.rows,
          })),
        ),
    ),
    ...lake.tagGrants.flatMap((grant, grantIndex) =>
      tables
        .map((table) => ({ table: table.id, columns: names(columnsTagged(table, grant.tags)) }))
        .filter(({ columns }) => columns.length > 0)
        .flatMap((seen) =>
          grant.to.map((grantee, index) => ({
            ...seen,
            grant: grant.name,
            byTag: true,
            field: `tagGrants[${grantIndex}].to[${index}]`,
            grantee,
            rows: undefined,
          })),
        ),
    ),
  ];
}

/** Whether there is somebody who gets both: a role is met by itself alone, an account and an OU by the OUs above them too. */
function meet({ accounts }: LakeSubject, one: Grantee, other: Grantee): boolean {
  if (granteeName(one) === granteeName(other)) return true;
  if ('role' in one || 'role' in other) return false;
  const [left = '', right = ''] = [one, other].map(
    (each) =>
      `${'ou' in each ? each.ou : `${accounts.find(({ name }) => name === each.account)?.ou}/account ${each.account}`}/`,
  );
  return left.startsWith(right) || right.startsWith(left);
}

function widenings({ rules: { rule } }: LakeSubject, earlier: Showing, later: Showing): readonly Problem[] {
  const { field, grantee, table } = later;
  if (earlier.rows === undefined || later.rows === undefined) {
    const [open, filtered] = earlier.rows === undefined ? [earlier, later] : [later, earlier];
    return rule(false, {
      field,
      value: grantee,
      rule: `grants add up: '${open.grant}' shows ${granteeName(open.grantee)} every row of ${table}, and the rows of '${filtered.grant}' (${filtered.rows}) then hide nothing from ${granteeName(filtered.grantee)}`,
      fix: `leave the grantee out of one of the two, or ${
        open.byTag
          ? `give the table, and columns with a tag of their own, an LF-tag that '${open.grant}' does not name`
          : `write the same rows into '${open.grant}', of whole columns`
      }`,
    });
  }
  const shared = later.columns.filter((name) => earlier.columns.includes(name));
  return rule(shared.length === 0, {
    field,
    value: grantee,
    rule: `grants add up: of ${shared.join(', ')} in ${table}, '${earlier.grant}' shows the rows ${earlier.rows} and '${later.grant}' the rows ${later.rows}, so ${granteeName(grantee)} sees both`,
    fix: `write one grant of these columns with (${earlier.rows}) OR (${later.rows}), or with AND`,
  });
}
