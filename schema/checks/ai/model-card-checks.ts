import { quotas } from '../../facts/quotas';
import { writtenContent } from '../../forms/model-card/written-content';
import { type Problem, useOneOf } from '../../problems/problem';
import { type AccountInFile, fileNameProblems, type ModelCardInFile, problemsIn } from '../subject';
import { textProblems } from '../text-checks';
import { modelCardGovernanceProblems } from './model-card-governance-checks';

/**
 * Rules of model cards, alone and with the accounts that they live in.
 *
 * @param complete whether every account file could be read; where not, nothing is said about accounts that are missing
 */
export const modelCardProblems = (
  cards: readonly ModelCardInFile[],
  accounts: readonly AccountInFile[],
  complete: boolean,
): Problem[] =>
  cards.flatMap((card) => [
    ...fileNameProblems('model card', card),
    ...placeProblems(card, accounts, complete),
    ...modelCardGovernanceProblems(card),
    ...templateProblems(card),
    ...textProblems(card.file, card),
  ]);

/** Whether the card's account and group are there, and the group is judged to be of the same risk. */
function placeProblems(
  { file, account: name, group: groupName, governance }: ModelCardInFile,
  accounts: readonly AccountInFile[],
  complete: boolean,
): Problem[] {
  const problem = problemsIn(file);
  const withModels = accounts.filter(({ ai, state }) => ai && state === 'active');
  const groups = withModels.find((account) => account.name === name)?.ai?.registry.groups;
  if (!groups) {
    const known = withModels.map((account) => account.name);
    return complete ? [problem('account', name, 'is no active account with `ai`', useOneOf(name, known))] : [];
  }
  if (groupName === undefined) return [];
  const group = groups.find((each) => each.name === groupName);
  if (!group) {
    const known = groups.map((each) => each.name);
    const fix = known.length > 0 ? useOneOf(groupName, known) : `add it to ai.registry.groups of ${name}`;
    return [problem('group', groupName, `is no model package group of ${name}`, fix)];
  }
  return group.riskClass === undefined || group.riskClass === governance.euAiActClass
    ? []
    : [
        problem(
          'governance.euAiActClass',
          governance.euAiActClass,
          `the group ${groupName} is of the class '${group.riskClass}', and a card says the same as its group`,
          'agree on one class and write it in both files',
        ),
      ];
}

/** Room in the template for all that is not content. */
const frame = 2_048;

/** A card is deployed in a CloudFormation template, which has a limit of its own and reads some text as an instruction. */
function templateProblems(card: ModelCardInFile): Problem[] {
  const { value: limit } = quotas.templateBody;
  const text = JSON.stringify(writtenContent(card));
  const bytes = Buffer.byteLength(text);
  const problem = problemsIn(card.file);
  return [
    ...(bytes > limit - frame
      ? [
          problem(
            'content',
            `${bytes} bytes`,
            `has at most ${limit - frame} bytes as JSON: CloudFormation takes a template of ${limit}`,
            'move results into files and name those in evaluation_details',
          ),
        ]
      : []),
    ...(text.includes('{{resolve:')
      ? [
          problem(
            'content',
            '{{resolve:',
            'CloudFormation puts a parameter or a secret in its place',
            'write it without',
          ),
        ]
      : []),
  ];
}
