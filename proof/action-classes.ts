import type { Elements } from '../policy/iam/statement-test';
import type { Automaton } from './automaton';
import { actionLanguage } from './language';
import { tryWord } from './word';

/** Actions that some statements do not tell apart: one of them, and which of the statements speak of it. */
export interface ActionClass {
  readonly action: string;
  /** Places of the statements in the list. */
  readonly spoken: readonly number[];
}

/** Patterns that a class is inside of, and those that it is outside of. */
interface Region {
  readonly required: readonly Automaton[];
  readonly forbidden: readonly Automaton[];
}

/** The actions that a statement speaks of, in classes that others do not tell apart. */
export function actionClasses(statement: Elements, others: readonly Elements[]): readonly ActionClass[] {
  const speaks = others.map(actionTest);
  const own = listOf(statement.Action ?? statement.NotAction);
  const isOwn = actionTest(statement);
  const named = others.flatMap(({ Action, NotAction }) => listOf(Action ?? NotAction));
  const patterns = [...own, ...named];
  const literals = [
    ...new Map(patterns.filter((each) => !isWide(each)).map((each) => [each.toLowerCase(), each])).values(),
  ];
  const wide = [...new Set(patterns.filter(isWide).map((each) => each.toLowerCase()))].filter((each) => each !== '*');
  const words = regionsOf(statement, wide.map(automatonOf)).flatMap((region) => tryUnnamed(region, literals) ?? []);
  const classes = new Map<string, ActionClass>();
  for (const action of [...literals.filter(isOwn), ...words]) {
    const spoken = [...speaks.keys()].filter((index) => speaks[index]?.(action));
    const key = spoken.join();
    if (!classes.has(key)) classes.set(key, { action, spoken });
  }
  return [...classes.values()];
}

/** Where the statement's wildcards are, cut along every other one. */
function regionsOf({ Action, NotAction }: Elements, wide: readonly Automaton[]): readonly Region[] {
  let regions: readonly Region[] = Action
    ? listOf(Action)
        .filter(isWide)
        .map((each) => ({ required: [automatonOf(each)], forbidden: [] }))
    : [{ required: [], forbidden: listOf(NotAction).map(automatonOf) }];
  for (const pattern of wide)
    regions = regions.flatMap((region) => {
      if (region.required.includes(pattern) || region.forbidden.includes(pattern)) return [region];
      const inside = { ...region, required: [...region.required, pattern] };
      if (tryWord(inside) === undefined) return [region];
      const outside = { ...region, forbidden: [...region.forbidden, pattern] };
      return tryWord(outside) === undefined ? [inside] : [inside, outside];
    });
  return regions;
}

/** An action of a region that no statement names. */
function tryUnnamed({ required, forbidden }: Region, literals: readonly string[]): string | undefined {
  const within = literals.filter((each) => required.every((pattern) => pattern.matches(each.toLowerCase())));
  return tryWord({ required, forbidden: [...forbidden, ...within.map(automatonOf)] });
}

/** Whether a statement speaks of an action. */
function actionTest({ Action, NotAction }: Elements): (action: string) => boolean {
  const patterns = listOf(Action ?? NotAction);
  const literal = new Set(patterns.filter((each) => !isWide(each)).map((each) => each.toLowerCase()));
  const wide = patterns.filter(isWide).map(automatonOf);
  return (action) => {
    const small = action.toLowerCase();
    return (literal.has(small) || wide.some((each) => each.matches(small))) === (Action !== undefined);
  };
}

const isWide = (action: string): boolean => /[*?]/.test(action);

const automatonOf = (action: string): Automaton => {
  const { automaton } = actionLanguage(action);
  if (!automaton) throw new Error(`'${action}' is no pattern`);
  return automaton;
};

const listOf = (values: string | readonly string[] = []): readonly string[] => [values].flat();
