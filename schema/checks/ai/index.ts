import type { Settings } from '../../forms/settings';
import type { Problem } from '../../problems/problem';
import type { AccountInFile } from '../subject';
import { bedrockProblems } from './bedrock-checks';
import { budgetProblems } from './budget-checks';
import { dataLakeProblems } from './data-lake-checks';
import { lineageProblems } from './lineage-checks';
import { registryProblems } from './registry-checks';
import type { WorkloadSubject } from './subject';

const checks: readonly ((subject: WorkloadSubject) => Problem[])[] = [
  registryProblems,
  dataLakeProblems,
  bedrockProblems,
  lineageProblems,
  budgetProblems,
];

/** Rules of what accounts do with models. */
export const workloadProblems = (settings: Settings, accounts: readonly AccountInFile[]): Problem[] =>
  accounts.flatMap((account) => {
    const { ai } = account;
    return ai ? checks.flatMap((check) => check({ settings, account, ai, accounts })) : [];
  });
