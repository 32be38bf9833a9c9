import { and, not, type Operand, type Solution } from 'logic-solver';
import { type Atom, type Attribute, type Signs, tryValueOf } from './attribute';
import type { Encoded, Tie } from './encoder';
import { Undecided } from './undecided';

/** Values of every attribute that a formula is about; none for one that is absent. */
export type Values = ReadonlyMap<Attribute, readonly string[]>;

/** Why no values are as a solution of the solver wants them. */
interface Conflict {
  readonly never: Signs;
  readonly attribute: Attribute;
}

/** Looks for values that are as a solution wants them, and otherwise for what of it no value ever is. */
export function valuesOf(
  solution: Solution,
  query: Encoded,
): { readonly values: Values } | { readonly learned: Operand } | Conflict {
  const byAttribute = new Map<Attribute, Atom[]>(query.asked.map((attribute) => [attribute, []]));
  for (const atom of query.atoms) byAttribute.set(atom.attribute, [...(byAttribute.get(atom.attribute) ?? []), atom]);
  for (const { one, other } of query.ties)
    for (const each of [one, other]) byAttribute.set(each, byAttribute.get(each) ?? []);
  const values = new Map<Attribute, readonly string[]>();
  for (const [attribute, atoms] of byAttribute) {
    const texts: string[] = [];
    for (const [index, present] of attribute.present.entries()) {
      if (!solution.evaluate(present)) continue;
      const signs = signsOf(solution, atoms, index);
      const text = attribute.tryValue(signs);
      if (text === undefined)
        return { never: smallest(signs, (some) => attribute.tryValue(some) === undefined), attribute };
      texts.push(text);
    }
    values.set(attribute, texts);
  }
  const tied = query.ties.flatMap(({ one, other }) => [one, other]);
  if (new Set(tied).size < tied.length) throw new Undecided('of several policy variables of one key');
  for (const tie of query.ties) {
    const learned = tryTie(solution, tie, byAttribute, values);
    if (learned) return { learned };
  }
  return { values };
}

const signsOf = (solution: Solution, atoms: readonly Atom[], index: number): Signs => {
  const isTrue = ({ variables }: Atom) => solution.evaluate(variables[index] ?? '');
  return { required: atoms.filter(isTrue), forbidden: atoms.filter((atom) => !isTrue(atom)) };
};

/** The signs without those that are not needed for there to be no value. */
function smallest(signs: Signs, isEmpty: (signs: Signs) => boolean): Signs {
  let { required, forbidden } = signs;
  for (const atom of signs.forbidden) {
    const fewer = forbidden.filter((each) => each !== atom);
    if (isEmpty({ required, forbidden: fewer })) forbidden = fewer;
  }
  for (const atom of signs.required) {
    const fewer = required.filter((each) => each !== atom);
    if (isEmpty({ required: fewer, forbidden })) required = fewer;
  }
  return { required, forbidden };
}

/** Makes the values of two keys the same or different, as the solution wants them; otherwise what is to be learned. */
function tryTie(
  solution: Solution,
  { one, other, variable }: Tie,
  byAttribute: ReadonlyMap<Attribute, readonly Atom[]>,
  values: Map<Attribute, readonly string[]>,
): Operand | undefined {
  const [first, second] = [one, other].map((each) => signsOf(solution, byAttribute.get(each) ?? [], 0));
  const [[a], [b]] = [values.get(one) ?? [], values.get(other) ?? []];
  if (!first || !second || a === undefined || b === undefined) return undefined;
  const isSame = solution.evaluate(variable);
  if (isSame ? a === b : a !== b) return undefined;
  const all = {
    required: [...first.required, ...second.required],
    forbidden: [...first.forbidden, ...second.forbidden],
  };
  if (isSame) {
    const text = tryValueOf(all);
    if (text !== undefined) {
      values.set(one, [text]).set(other, [text]);
      return undefined;
    }
    return never(
      smallest(all, (some) => tryValueOf(some) === undefined),
      variable,
    );
  }
  // One of them has another value, unless there is a single one.
  for (const [attribute, signs, text] of [[one, first, a] as const, [other, second, b] as const]) {
    const different = tryOther(signs, text);
    if (different === undefined) continue;
    values.set(attribute, [different]);
    return undefined;
  }
  return never(all, not(variable), ...one.present, ...other.present);
}

/** Another value of the same signs. */
function tryOther(signs: Signs, text: string): string | undefined {
  if ([...signs.required, ...signs.forbidden].some(({ language }) => language.measure))
    throw new Undecided('of a policy variable in a number or a date');
  return tryValueOf(signs, undefined, text);
}

const never = ({ required, forbidden }: Signs, ...others: readonly Operand[]): Operand => {
  const first = ({ variables }: Atom) => variables[0] ?? '';
  return not(
    and(
      others,
      required.map(first),
      forbidden.map((atom) => not(first(atom))),
    ),
  );
};
