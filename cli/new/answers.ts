import { type Problem, useOneOf } from '../../schema/problems/problem';
import { optionProblem } from '../kit/invalid-request';
import { type Answers, isOptional, type Question } from './question';

/** Asks a person one thing: gives the line that they wrote. */
export type Ask = (prompt: string) => Promise<string>;

/** The answers that the options give, and every problem of them: one that is missing is one, too. */
export function answersOf(
  questions: readonly Question[],
  written: Answers,
): { readonly answers: Answers; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  let answers: Answers = {};
  for (const question of questions) {
    const { option, arises } = question;
    const given = written[option] ?? [];
    if (arises && !arises(answers)) {
      if (given.length > 0) problems.push(needless(option, given));
      continue;
    }
    const values = given.length > 0 ? given : fallbackOf(question, answers);
    if (values.length === 0 && !isOptional(question, answers)) problems.push(missing(question, answers));
    problems.push(...problemsOf(question, values, answers));
    answers = { ...answers, [option]: values };
  }
  return { answers, problems };
}

/** What is wrong with an option whatever the answers to other questions are. */
export function problemsAnyhow(question: Question, written: Answers): readonly Problem[] {
  const { choices, ...rest } = question;
  // Choices without a parameter are the same for all answers.
  return problemsOf(choices?.length === 0 ? question : rest, written[question.option] ?? [], {});
}

/**
 * Asks for what the options do not say, again where an answer is wrong. What an option says that is wrong beside the answers is asked for
 * anew.
 *
 * @param tell says what is wrong with an answer
 */
export async function askMissing(
  questions: readonly Question[],
  written: Answers,
  ask: Ask,
  tell: (text: string) => void,
): Promise<Answers> {
  let answers: Answers = {};
  for (const question of questions) {
    const { option, arises } = question;
    if (arises && !arises(answers)) continue;
    const given = written[option] ?? [];
    const wrong = problemsOf(question, given, answers);
    for (const { value, rule, fix } of wrong) tell(`  --${option} ${String(value)}: ${rule}: ${fix}`);
    const isTaken = given.length > 0 && wrong.length === 0;
    answers = { ...answers, [option]: isTaken ? given : await askOne(question, answers, ask, tell) };
  }
  return { ...written, ...answers };
}

async function askOne(
  question: Question,
  answers: Answers,
  ask: Ask,
  tell: (text: string) => void,
): Promise<readonly string[]> {
  const choices = question.choices?.(answers);
  const fallback = fallbackOf(question, answers);
  for (const [index, choice] of (choices ?? []).entries()) tell(`  ${index + 1}  ${choice}`);
  const shown = fallback.length > 0 ? ` [${fallback.join(', ')}]` : isOptional(question, answers) ? ' [none]' : '';
  for (;;) {
    const line = (await ask(`${question.ask}${shown}: `)).trim();
    const parts = question.several ? line.split(/\s*,\s*/) : [line];
    const values = parts.filter((part) => part !== '').map((part) => choices?.[Number(part) - 1] ?? part);
    const taken = values.length > 0 ? values : fallback;
    if (taken.length === 0 && isOptional(question, answers)) return [];
    const problem = taken.length === 0 ? missing(question, answers) : problemsOf(question, taken, answers)[0];
    if (!problem) return taken;
    tell(`  ${problem.rule}: ${problem.fix}`);
  }
}

const fallbackOf = ({ otherwise }: Question, answers: Answers): readonly string[] => {
  const value = otherwise?.(answers);
  return value === undefined ? [] : [value];
};

const needless = (option: string, given: readonly string[]): Problem =>
  optionProblem(option, given.at(-1), 'has no meaning beside the other options', `leave out --${option}`);

function missing({ option, ask, choices }: Question, answers: Answers): Problem {
  const known = choices?.(answers);
  const fix = known ? useOneOf(undefined, known) : `write --${option}`;
  return optionProblem(option, undefined, `${ask}: an answer is needed`, fix);
}

/** Each wrong value, and each that is written twice; AWS reads actions in any letters. */
function problemsOf(question: Question, values: readonly string[], answers: Answers): readonly Problem[] {
  const { option } = question;
  const small = values.map((value) => value.toLowerCase());
  const repeated = values.filter((_, index) => small.indexOf(small[index] ?? '') < index);
  return [
    ...values.flatMap((value) => tryProblem(question, value, answers) ?? []),
    ...(question.several ? repeated : []).map((value) =>
      optionProblem(option, value, 'is written more than once', `write --${option} ${value} once`),
    ),
  ];
}

function tryProblem({ option, choices, form, ask }: Question, value: string, answers: Answers): Problem | undefined {
  const known = choices?.(answers);
  if (known && !known.includes(value))
    return optionProblem(option, value, `${ask}: must be one that there is`, useOneOf(value, known));
  const [issue] = form?.safeParse(value).error?.issues ?? [];
  return issue && optionProblem(option, value, issue.message, `write another --${option}`);
}
