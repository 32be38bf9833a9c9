import type { DataLake } from '../../../ai/data-lake';
import { type LakeTable, tablesOf } from '../../../ai/data-lake-view';
import type { Problem } from '../../../problem';
import { problemsIn } from '../../subject';
import type { WorkloadSubject } from '../subject';

/** What the rules of a data lake look at. */
export interface LakeSubject extends WorkloadSubject {
  readonly lake: DataLake;
  readonly tables: readonly LakeTable[];
  /** A problem of a field below `ai.dataLake`. */
  readonly problem: (field: string, value: unknown, rule: string, fix: string) => Problem;
}

/** The lake of an account, or undefined where it has none. */
export function tryLake(subject: WorkloadSubject): LakeSubject | undefined {
  const lake = subject.ai.dataLake;
  const inFile = problemsIn(subject.account.file);
  return (
    lake && {
      ...subject,
      lake,
      tables: tablesOf(lake),
      problem: (field, value, rule, fix) => inFile(`ai.dataLake.${field}`, value, rule, fix),
    }
  );
}

/** The place of a table as `problem` takes it. */
export const withinLake = (field: string): string => field.replace('ai.dataLake.', '');
