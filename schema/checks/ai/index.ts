import { sayings, unlessBroken } from '../../problems/broken-fields';
import type { Problem } from '../../problems/problem';
import type { ZoneSubject } from '../subject';
import { bedrockChecks } from './bedrock-checks';
import { dataLakeProblems } from './data-lake-checks';
import { lineageProblems } from './lineage-checks';
import { lineageSourceProblems } from './lineage-source-checks';
import { registryChecks } from './registry-checks';
import type { WorkloadSubject } from './subject';

const checks: readonly ((subject: WorkloadSubject) => readonly Problem[])[] = [
  ...registryChecks,
  dataLakeProblems,
  ...bedrockChecks,
  lineageProblems,
  lineageSourceProblems,
];

/** Rules of what accounts do with models. */
export const workloadProblems = (zone: ZoneSubject): readonly Problem[] =>
  zone.accounts.flatMap((account) => {
    const ai = unlessBroken(() => account.ai);
    return ai ? sayings(checks, { ...zone, account, ai }) : [];
  });
