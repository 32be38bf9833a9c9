import type { Problem } from '../../problems/problem';
import { granteeProblems } from './data-lake/grantees';
import { grantProblems } from './data-lake/grants';
import { partitionProblems } from './data-lake/partitions';
import { personalProblems } from './data-lake/personal';
import { roleProblems } from './data-lake/roles';
import { tryLake } from './data-lake/subject';
import { tableProblems } from './data-lake/tables';
import { tagProblems } from './data-lake/tags';
import { wideningProblems } from './data-lake/widening';
import type { WorkloadSubject } from './subject';

/** Rules of the data lake of an account; the one about personal columns above all. */
export function dataLakeProblems(subject: WorkloadSubject): Problem[] {
  const lake = tryLake(subject);
  const checks = [
    tableProblems,
    partitionProblems,
    roleProblems,
    tagProblems,
    grantProblems,
    granteeProblems,
    personalProblems,
    wideningProblems,
  ];
  return lake ? checks.flatMap((check) => check(lake)) : [];
}
