import { type Problem, useOneOf } from '../problems/problem';

/** Text, or what makes it; a text that is costly to make is made only where the rule is broken. */
type Text = string | (() => string);

/** What is said where a rule is broken. */
interface Broken {
  /** Below what the rules are of: `regions[0]` of `ai.dataLake`. */
  readonly field: string;
  readonly value: unknown;
  readonly rule: Text;
  readonly fix: Text;
}

/** What is said of one value of a list. */
interface BrokenItem {
  readonly field: string | ((index: number) => string);
  readonly rule: string;
  /** @default - what fits most lists */
  readonly fix?: string | ((value: string) => string);
}

/** Rules about one file, or about one field of it: each gives its problems, and none where it holds. */
export interface Rules {
  /** Says what is broken unless it holds. */
  readonly rule: (holds: boolean, broken: Broken) => readonly Problem[];
  /** Every value is one of the known names. @default fix - the nearest of them */
  readonly known: (values: readonly string[], names: readonly string[], broken: BrokenItem) => readonly Problem[];
  /** No value comes twice. @default fix - 'remove the duplicate' */
  readonly unique: (values: readonly unknown[], broken: BrokenItem) => readonly Problem[];
  /** The same about a field below. */
  readonly below: (field: string) => Rules;
}

/**
 * @param file the file that every problem names
 * @param parent where in the file: `ai.dataLake` @default - the file as a whole
 */
export function rulesOf(file: string, parent = ''): Rules {
  const at = (field: string): string => (parent && field ? `${parent}.${field}` : parent || field);
  const rule: Rules['rule'] = (holds, broken) =>
    holds
      ? []
      : [{ file, field: at(broken.field), value: broken.value, rule: textOf(broken.rule), fix: textOf(broken.fix) }];
  return {
    rule,
    known: (values, names, { field, rule: said, fix = (value) => useOneOf(value, names) }) =>
      values.flatMap((value, index) =>
        rule(names.includes(value), {
          field: fieldAt(field, index),
          value,
          rule: said,
          fix: typeof fix === 'string' ? fix : () => fix(value),
        }),
      ),
    unique: (values, { field, rule: said, fix = 'remove the duplicate' }) =>
      values.flatMap((value, index) =>
        rule(values.indexOf(value) === index, {
          field: fieldAt(field, index),
          value,
          rule: said,
          fix: typeof fix === 'string' ? fix : () => fix(String(value)),
        }),
      ),
    below: (field) => rulesOf(file, at(field)),
  };
}

const textOf = (text: Text): string => (typeof text === 'string' ? text : text());

const fieldAt = (field: BrokenItem['field'], index: number): string =>
  typeof field === 'string' ? `${field}[${index}]` : field(index);
