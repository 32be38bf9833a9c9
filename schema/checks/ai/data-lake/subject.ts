import type { DataLake } from '../../../forms/ai/data-lake';
import type { Grantee } from '../../../forms/ai/data-lake-grants';
import { granteeName, type LakeTable, tablesOf } from '../../../forms/ai/data-lake-view';
import { type Rules, rulesOf } from '../../rule';
import type { WorkloadSubject } from '../subject';

/** What the rules of a data lake look at. */
export interface LakeSubject extends WorkloadSubject {
  readonly lake: DataLake;
  readonly tables: readonly LakeTable[];
  /** Rules of fields below `ai.dataLake`. */
  readonly rules: Rules;
}

/** The lake of an account, or undefined where it has none. */
export function tryLake(subject: WorkloadSubject): LakeSubject | undefined {
  const lake = subject.ai.dataLake;
  return lake && { ...subject, lake, tables: tablesOf(lake), rules: rulesOf(subject.account.file, 'ai.dataLake') };
}

/** A grantee to whom an earlier grant of the list gives the same. */
interface GivenTwice<Grant> {
  readonly grantIndex: number;
  readonly index: number;
  readonly grantee: Grantee;
  readonly earlier: Grant;
}

/** @param scopeOf a text that is the same where two grants would give one grantee the same */
export function givenTwice<Grant extends { readonly to: readonly Grantee[] }>(
  grants: readonly Grant[],
  scopeOf: (grant: Grant) => string,
): readonly GivenTwice<Grant>[] {
  const first = new Map<string, Grant>();
  return grants.flatMap((grant, grantIndex) =>
    grant.to.flatMap((grantee, index) => {
      const key = `${granteeName(grantee)} ${scopeOf(grant)}`;
      const earlier = first.get(key) ?? grant;
      first.set(key, earlier);
      return earlier === grant ? [] : [{ grantIndex, index, grantee, earlier }];
    }),
  );
}

/** Where a table is written, as the rules of the lake take it. */
export const withinLake = (field: string): string => field.replace('ai.dataLake.', '');
