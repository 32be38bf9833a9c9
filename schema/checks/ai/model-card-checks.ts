import { quotas } from '../../facts/quotas';
import { writtenContent } from '../../forms/model-card/written-content';
import { sayings, unlessBroken } from '../../problems/broken-fields';
import { type Problem, useOneOf } from '../../problems/problem';
import { tryNewName } from '../formerly';
import { rulesOf } from '../rule';
import { type AccountInFile, fileNameProblems, type ModelCardInFile } from '../subject';
import { textProblems, withTextProblems } from '../text-checks';
import { modelCardGovernanceChecks } from './model-card-governance-checks';

/** A model card among the accounts. */
interface CardSubject {
  readonly card: ModelCardInFile;
  readonly accounts: readonly AccountInFile[];
  /** Whether every account file could be read; where not, nothing is said about accounts that are missing. */
  readonly complete: boolean;
}

const checks: readonly ((subject: CardSubject) => readonly Problem[])[] = [
  ({ card }) => fileNameProblems('model card', card),
  accountProblems,
  ...modelCardGovernanceChecks.map(
    (check) =>
      ({ card }: CardSubject) =>
        check(card),
  ),
  templateProblems,
];

/** Rules of model cards, alone and with the accounts that they live in. */
export const modelCardProblems = (
  cards: readonly ModelCardInFile[],
  accounts: readonly AccountInFile[],
  complete: boolean,
): readonly Problem[] =>
  cards.flatMap((card) =>
    withTextProblems(
      sayings(checks, { card, accounts, complete }),
      sayings([() => textProblems(card.file, card)], undefined),
    ),
  );

/** The card's account and group are there, and the group is judged to be of the same risk. */
function accountProblems({ card, accounts, complete }: CardSubject): readonly Problem[] {
  const { file, account: name, group: groupName, governance } = card;
  const { rule } = rulesOf(file);
  const groups = accounts.find((account) => account.name === name && account.state === 'active')?.ai?.registry.groups;
  if (!groups)
    return rule(!complete, {
      field: 'account',
      value: name,
      rule: 'is not an active account with `ai`',
      fix: () => {
        const serves = ({ ai, state }: AccountInFile) => ai !== undefined && state === 'active';
        const known = accounts.filter((each) => unlessBroken(() => serves(each))).map((account) => account.name);
        if (known.length === 0) return tryNewName(accounts, name) ?? 'give an account `ai`, or delete the card';
        return (
          tryNewName(accounts, name) ?? `${useOneOf(name, known)}; or delete the card, if it is of no model of yours`
        );
      },
    });
  if (groupName === undefined) return [];
  const group = groups.find((each) => each.name === groupName);
  const known = groups.map((each) => each.name);
  return [
    ...rule(group !== undefined, {
      field: 'group',
      value: groupName,
      rule: `is not a model package group of ${name}`,
      fix: () => useOneOf(groupName, known, `add it to ai.registry.groups of ${name}`),
    }),
    ...rule(group?.riskClass === undefined || group.riskClass === governance.euAiActClass, {
      field: 'governance.euAiActClass',
      value: governance.euAiActClass,
      rule: `the group ${groupName} is of the class '${group?.riskClass}', and a card says the same as its group`,
      fix: 'agree on one class and write it in both files',
    }),
  ];
}

/** Room in the template for all that is not content. */
const frame = 2_048;

/** A card is deployed in a CloudFormation template, which has a limit of its own and reads some text as an instruction. */
function templateProblems({ card }: CardSubject): readonly Problem[] {
  const { rule } = rulesOf(card.file);
  const { value: limit } = quotas.templateBody;
  const text = JSON.stringify(writtenContent(card));
  const bytes = Buffer.byteLength(text);
  return [
    ...rule(bytes <= limit - frame, {
      field: 'content',
      value: `${bytes} bytes`,
      rule: `has at most ${limit - frame} bytes as JSON: CloudFormation takes a template of ${limit}`,
      fix: 'move results into files and name those in evaluation_details',
    }),
    ...rule(!text.includes('{{resolve:'), {
      field: 'content',
      value: '{{resolve:',
      rule: 'CloudFormation would replace it with a parameter or a secret',
      fix: 'remove it from the text',
    }),
  ];
}
