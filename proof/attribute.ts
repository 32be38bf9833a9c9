import { and, not, or, type Solver } from 'logic-solver';
import { type Language, literalLanguage } from './language';
import { measuredValues } from './measured-values';
import { Undecided } from './undecided';
import { tryWord } from './word';

/** Whether the values of an attribute of a request are in a language: a variable of the solver for each value. */
export interface Atom {
  readonly attribute: Attribute;
  readonly language: Language;
  readonly variables: readonly string[];
}

/** What a value has to be, and what it must not be. */
export interface Signs {
  readonly required: readonly Atom[];
  readonly forbidden: readonly Atom[];
}

/** The attribute that is no condition key. */
export const resourceName = 'the resource';

/** The resource of a request or one of its condition keys, with its values as the solver knows them. */
export class Attribute {
  /** For each value that it may have, the variable that says whether it has it. */
  readonly present: readonly string[];
  private readonly atoms = new Map<string, Atom>();
  private readonly found = new Map<string, string | undefined>();

  /** @param values how many it may have at once @param likely values that a person would think of */
  constructor(
    readonly name: string,
    private readonly solver: Solver,
    values: number,
    private readonly likely: readonly string[] = ['x'],
  ) {
    this.present = Array.from({ length: values }, (_, index) => `${index}|${name}`);
  }

  /** Whether it is there at all. */
  readonly exists = () => or(this.present);

  atomOf(language: Language): Atom {
    const known = this.atoms.get(language.id);
    if (known) return known;
    const variables = this.present.map((present) => `${this.atoms.size}:${present}`);
    const atom: Atom = { attribute: this, language, variables };
    for (const other of this.atoms.values()) this.relate(atom, other);
    this.atoms.set(language.id, atom);
    return atom;
  }

  /** What is no value for `ForAnyValue` and `ForAllValues`. */
  readonly empty = (): Atom => this.atomOf(literalLanguage(''));

  /** @throws Undecided where no value can be looked for */
  tryValue(signs: Signs): string | undefined {
    const ids = ({ language }: Atom) => language.id;
    const key = JSON.stringify([signs.required.map(ids).sort(), signs.forbidden.map(ids).sort()]);
    if (!this.found.has(key)) this.found.set(key, tryValueOf(signs, this.likely));
    return this.found.get(key);
  }

  /** Tells the solver what holds of two patterns whatever the value is, before it would find out one value at a time. */
  private relate(one: Atom, other: Atom): void {
    const [a, b] = [one.language.automaton, other.language.automaton];
    if (!a || !b) return;
    if (tryWord({ required: [a, b], forbidden: [] }) === undefined) {
      this.never([one, other], []);
      return;
    }
    if (tryWord({ required: [a], forbidden: [b] }) === undefined) this.never([one], [other]);
    if (tryWord({ required: [b], forbidden: [a] }) === undefined) this.never([other], [one]);
  }

  /** No value is like this. */
  never(required: readonly Atom[], forbidden: readonly Atom[]): void {
    for (const index of this.present.keys()) {
      const at = ({ variables }: Atom) => variables[index] ?? '';
      this.solver.require(
        not(
          and(
            this.present[index] ?? '',
            required.map(at),
            forbidden.map((atom) => not(at(atom))),
          ),
        ),
      );
    }
  }
}

/** A value with these signs; undefined where there is none. @param except a value that it is not */
export function tryValueOf(
  { required, forbidden }: Signs,
  likely: readonly string[] = [],
  except?: string,
): string | undefined {
  const measures = [...required, ...forbidden].flatMap(({ language }) => language.measure ?? []);
  if (measures.length === 0) {
    const automata = (atoms: readonly Atom[]) => atoms.flatMap(({ language }) => language.automaton ?? []);
    const other = except === undefined ? [] : (literalLanguage(except).automaton ?? []);
    return tryWord({ required: automata(required), forbidden: automata(forbidden).concat(other) }, likely);
  }
  const holds = ({ attribute, language: { measure, automaton } }: Atom, value: string): boolean => {
    if (measure) return measure.holds(value);
    if (automaton?.accepts(automaton.start)) return automaton.matches(value);
    throw new Undecided(`of ${attribute.name}, which is read both as text and as a number, a date or an address`);
  };
  return measuredValues(measures).find(
    (value) => required.every((atom) => holds(atom, value)) && !forbidden.some((atom) => holds(atom, value)),
  );
}
