import { modelCardProblems } from './checks/ai/model-card-checks';
import type { AccountInFile, ModelCardInFile } from './checks/subject';
import { modelCardForm } from './forms/model-card';
import type { Problem, SourceFile } from './problems/problem';
import { salvage } from './problems/salvage';

const standIns = { status: 'Draft', content: {}, governance: { euAiActClass: 'minimal', intendedUse: '-' } };

/**
 * Reads every model card by its form, and checks it with the accounts.
 *
 * @param complete whether every account file could be read
 */
export function readModelCards(
  files: readonly SourceFile[],
  accounts: readonly AccountInFile[],
  complete: boolean,
): { readonly modelCards: readonly ModelCardInFile[]; readonly problems: readonly Problem[] } {
  const read = files.map((source) => ({ file: source.file, ...salvage(modelCardForm, source, standIns) }));
  const modelCards = read.flatMap(({ file, data }) => (data ? [{ file, ...data }] : []));
  const brokenIn = new Map(read.map(({ file, broken }) => [file, broken]));
  const between = modelCardProblems(modelCards, accounts, complete);
  const problems = [
    ...read.flatMap((each) => each.problems),
    ...between.filter(({ file, field }) => !brokenIn.get(file)?.includes(field.split('.')[0] ?? field)),
  ];
  return { modelCards, problems };
}
