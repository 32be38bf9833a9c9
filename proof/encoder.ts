import { and, FALSE, not, type Operand, or, Solver, TRUE } from 'logic-solver';
import { findOperator } from '../policy/iam/condition-operators';
import { partsOf } from '../policy/iam/policy-variables';
import type { Elements } from '../policy/iam/statement-test';
import { type Atom, Attribute, resourceName } from './attribute';
import { operatorLanguage, resourceLanguage } from './language';
import { likelyValues } from './likely-values';
import { Undecided } from './undecided';

/** A policy variable that is a whole value: the value of one key is that of another. */
export interface Tie {
  readonly one: Attribute;
  readonly other: Attribute;
  readonly variable: string;
}

/** What requests a statement speaks of, whatever their action, with all that the formula is about. */
export interface Encoded {
  readonly formula: Operand;
  readonly atoms: readonly Atom[];
  readonly ties: readonly Tie[];
  /** Attributes, as often as something is asked of one. */
  readonly asked: readonly Attribute[];
}

/** Values of a key that may have several; as many as are ever asked about together. */
const mostValues = 6;

const textBases = ['stringequals', 'stringlike', 'arnequals', 'arnlike'];

/** Puts statements into formulas for one solver. */
export class Encoder {
  readonly solver = new Solver();
  readonly resource = new Attribute(resourceName, this.solver, 1, likelyValues.resource);
  private readonly keys = new Map<string, Attribute>();
  private readonly encoded = new Map<string, Encoded>();
  private readonly ties = new Map<string, Tie>();

  /** @param isSingle whether a condition key, in small letters, has at most one value */
  constructor(private readonly isSingle: (key: string) => boolean) {
    this.solver.require(...this.resource.present);
  }

  /** @throws Undecided where the statement has something that is not encoded */
  encode(elements: Elements): Encoded {
    const text = termsOf(elements);
    const known = this.encoded.get(text);
    if (known) return known;
    const asked = [this.resourceTest(elements), ...this.conditionTests(elements.Condition ?? {})];
    const encoded = both(asked);
    this.encoded.set(text, encoded);
    return encoded;
  }

  /** The same; undefined where something is not encoded. @param reasons gets what that is */
  tryEncode(elements: Elements, reasons: string[]): Encoded | undefined {
    try {
      return this.encode(elements);
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      reasons.push(error.message);
      return undefined;
    }
  }

  private resourceTest({ Resource, NotResource }: Elements): Encoded {
    const atoms: Atom[] = [];
    const matches = [Resource ?? NotResource ?? '*'].flat().map((value) => {
      const language = resourceLanguage(value);
      if (language.automaton?.isFull(language.automaton.start)) return TRUE;
      const atom = this.resource.atomOf(language);
      atoms.push(atom);
      return atom.variables[0] ?? FALSE;
    });
    const formula = NotResource === undefined ? or(matches) : not(or(matches));
    return { formula, atoms, ties: [], asked: [] };
  }

  private conditionTests(condition: NonNullable<Elements['Condition']>): readonly Encoded[] {
    return Object.entries(condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, wanted]) => {
        try {
          return this.keyTest(operator, this.attributeOf(key), [wanted].flat());
        } catch (error) {
          throw new Undecided(`${(error as Error).message} (${operator} of ${key})`);
        }
      }),
    );
  }

  /** As `conditionTest` of policy/iam does. */
  private keyTest(name: string, key: Attribute, wanted: readonly string[]): Encoded {
    if (name.toLowerCase() === 'null') {
      const unknown = wanted.find((value) => !/^(true|false)$/i.test(value));
      if (unknown !== undefined) throw new Undecided(`of '${unknown}', which is neither true nor false`);
      const formula = or(wanted.map((value) => (/^true$/i.test(value) ? not(key.exists()) : key.exists())));
      return { formula, atoms: [], ties: [], asked: [key] };
    }
    const { set, ifExists, negated, base, compile } = findOperator(name);
    const [atoms, ties]: [Atom[], Tie[]] = [[], []];
    for (const value of wanted) {
      compile(value);
      const other = textBases.includes(base) ? tryVariable(value) : undefined;
      if (other === undefined) atoms.push(key.atomOf(operatorLanguage(base, value, compile)));
      else ties.push(this.tie(key, this.attributeOf(other)));
    }
    const empty = set ? [key.empty()] : [];
    const matches = (index: number) =>
      or(
        atoms.map((atom) => at(atom, index)),
        ties.map(({ variable }) => variable),
      );
    const some = (holds: (index: number) => Operand): Operand =>
      or(
        key.present.map((present, index) =>
          and(
            present,
            empty.map((atom) => not(at(atom, index))),
            holds(index),
          ),
        ),
      );
    const agrees = (index: number) => (negated ? not(matches(index)) : matches(index));
    const holds =
      set === 'ForAnyValue'
        ? some(agrees)
        : set === 'ForAllValues'
          ? not(some((index) => not(agrees(index))))
          : negated
            ? not(some(matches))
            : some(matches);
    const formula = ifExists ? or(not(key.exists()), holds) : holds;
    return { formula, atoms: [...atoms, ...empty], ties, asked: [key] };
  }

  private tie(one: Attribute, other: Attribute): Tie {
    if (one.present.length > 1 || other.present.length > 1)
      throw new Undecided(`of a policy variable and a key that may have several values`);
    const variable = `=|${one.name}|${other.name}`;
    const known = this.ties.get(variable);
    if (known) return known;
    const tie: Tie = { one, other, variable };
    this.ties.set(variable, tie);
    this.solver.require(or(not(variable), and(one.present, other.present)));
    return tie;
  }

  private attributeOf(key: string): Attribute {
    const name = key.toLowerCase();
    const known = this.keys.get(name);
    if (known) return known;
    const attribute = new Attribute(name, this.solver, this.isSingle(name) ? 1 : mostValues, likelyValues[name]);
    this.keys.set(name, attribute);
    return attribute;
  }
}

/** All of a statement but its actions: where these are the same, so is the formula. */
export const termsOf = ({ Resource, NotResource, Condition = {} }: Elements): string =>
  JSON.stringify([NotResource === undefined ? (Resource ?? '*') : null, NotResource ?? null, Condition]);

/** Several as one that asks for all of them. */
export const both = (all: readonly Encoded[]): Encoded => ({
  formula: and(all.map(({ formula }) => formula)),
  atoms: [...new Set(all.flatMap(({ atoms }) => atoms))],
  ties: [...new Set(all.flatMap(({ ties }) => ties))],
  asked: all.flatMap(({ asked }) => asked),
});

const at = ({ variables }: Atom, index: number): Operand => variables[index] ?? FALSE;

/** The key of a policy variable that is the whole value. */
function tryVariable(value: string): string | undefined {
  const [first, ...rest] = partsOf(value);
  return first?.kind === 'variable' && first.fallback === undefined && rest.length === 0 ? first.key : undefined;
}
