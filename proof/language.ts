import { arnSigns, type Sign, textSigns, wildcardSigns } from '../policy/iam/pattern-signs';
import { isResolved, isVariable, partsOf, type ResolvedPart } from '../policy/iam/policy-variables';
import { Automaton, type Fold } from './automaton';
import { Undecided } from './undecided';

/** Values that a policy tells apart from all others: a pattern of text, or a number, a date or an address that they compare with. */
export interface Language {
  /** The same for the same language. */
  readonly id: string;
  readonly automaton?: Automaton;
  readonly measure?: Measure;
}

/** A comparison with what is more than text. */
export interface Measure {
  readonly of: 'number' | 'date' | 'address';
  /** As it stands in the policy. */
  readonly value: string;
  readonly holds: (value: string) => boolean;
}

type Signs = (parts: readonly ResolvedPart[]) => readonly Sign[];

interface Reading {
  readonly signs: Signs;
  readonly fold?: Fold;
}

const arnOperator: Reading = { signs: (parts) => arnSigns(parts, false) };

/** How operators read the values of a policy as text, by their base. */
const readings: Readonly<Record<string, Reading>> = {
  stringequals: { signs: textSigns },
  stringequalsignorecase: { signs: textSigns, fold: 'ascii' },
  stringlike: { signs: wildcardSigns },
  arnequals: arnOperator,
  arnlike: arnOperator,
  bool: { signs: textSigns, fold: 'ascii' },
};

const resourceReading: Reading = { signs: (parts) => arnSigns(parts, true) };

const made = new Map<string, Language>();

/** @throws Undecided where the pattern has a policy variable in it */
function textLanguage(value: string, { signs, fold = 'none' }: Reading): Language {
  const parts = partsOf(value);
  if (parts.some(isVariable)) throw new Undecided(`of the policy variable in '${value}', which is not the whole value`);
  const read = signs(parts.filter(isResolved));
  if (fold !== 'none' && /[^ -~]/.test(value)) throw new Undecided(`of '${value}', whose capitals are beyond ASCII`);
  const id = JSON.stringify([fold, read]);
  const language = made.get(id) ?? { id, automaton: new Automaton(read, fold) };
  made.set(id, language);
  return language;
}

/** What a value of `Resource` matches. @throws Undecided where it has a policy variable */
export const resourceLanguage = (value: string): Language => textLanguage(value, resourceReading);

/** An action, which has no capitals here. */
export const actionLanguage = (value: string): Language => textLanguage(value.toLowerCase(), { signs: wildcardSigns });

/** Exactly this text. */
export const literalLanguage = (value: string): Language =>
  textLanguage(
    value.replaceAll('$', () => '$' + '{$}'),
    { signs: textSigns },
  );

/**
 * The values of a request that an operator matches with a value of a policy.
 *
 * @param compile the evaluator's own reading of the operator
 * @throws Undecided where the operator is not encoded
 */
export function operatorLanguage(
  base: string,
  value: string,
  compile: (value: string) => (actual: string, context: ReadonlyMap<string, readonly string[]>) => boolean,
): Language {
  const reading = readings[base];
  if (reading) return textLanguage(value, reading);
  const of = measured.find(([beginning]) => base.startsWith(beginning))?.[1];
  if (!of) throw new Undecided(`of the operator ${base}, which is not encoded`);
  const pattern = compile(value);
  return { id: JSON.stringify([base, value]), measure: { of, value, holds: (actual) => pattern(actual, new Map()) } };
}

/** What operators measure, by how their bases begin. */
const measured: readonly (readonly [string, Measure['of']])[] = [
  ['numeric', 'number'],
  ['date', 'date'],
  ['ipaddress', 'address'],
];
