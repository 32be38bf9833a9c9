import { sayings } from '../../problems/broken-fields';
import type { Problem } from '../../problems/problem';
import { granteeProblems } from './data-lake/grantees';
import { grantProblems } from './data-lake/grants';
import { partitionProblems } from './data-lake/partitions';
import { personalProblems } from './data-lake/personal';
import { roleMakingChecks } from './data-lake/role-making';
import { roleChecks } from './data-lake/roles';
import { type LakeSubject, tryLake } from './data-lake/subject';
import { tableChecks } from './data-lake/tables';
import { tagProblems } from './data-lake/tags';
import { wideningProblems } from './data-lake/widening';
import type { WorkloadSubject } from './subject';

const checks: readonly ((subject: LakeSubject) => readonly Problem[])[] = [
  ...tableChecks,
  partitionProblems,
  ...roleChecks,
  ...roleMakingChecks,
  tagProblems,
  grantProblems,
  granteeProblems,
  personalProblems,
  wideningProblems,
];

/** Rules of the data lake of an account; the one about personal columns above all. */
export function dataLakeProblems(subject: WorkloadSubject): readonly Problem[] {
  const lake = tryLake(subject);
  return lake ? sayings(checks, lake) : [];
}
