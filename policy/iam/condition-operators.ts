import { anyCasePattern, arnPattern, type Pattern, textPattern, wildcardPattern } from './patterns';
import { tryBoolean, tryBytes, tryDate, tryNumber, tryRange } from './typed-values';

/** Makes the pattern for one value of a policy. It throws where the operator takes no such value. */
type Compile = (value: string) => Pattern;

/** Patterns for values that are more than text. A request whose value cannot be read does not match. */
const typed =
  <T>(what: string, tryRead: (text: string) => T | undefined, holds: (actual: T, wanted: T) => boolean): Compile =>
  (value) => {
    const wanted = read(what, tryRead, value);
    return (text) => {
      const actual = tryRead(text);
      return actual !== undefined && holds(actual, wanted);
    };
  };

function read<T>(what: string, tryRead: (text: string) => T | undefined, value: string): T {
  const wanted = tryRead(value);
  if (wanted === undefined) throw new Error(`takes ${what}, and '${value}' is none`);
  return wanted;
}

const equal = <T>(actual: T, wanted: T): boolean => actual === wanted;

const ordered = (family: string, what: string, tryRead: (text: string) => number | undefined) => ({
  [`${family}equals`]: typed(what, tryRead, equal),
  [`${family}lessthan`]: typed(what, tryRead, (actual, wanted) => actual < wanted),
  [`${family}lessthanequals`]: typed(what, tryRead, (actual, wanted) => actual <= wanted),
  [`${family}greaterthan`]: typed(what, tryRead, (actual, wanted) => actual > wanted),
  [`${family}greaterthanequals`]: typed(what, tryRead, (actual, wanted) => actual >= wanted),
});

const operators: Readonly<Record<string, Compile>> = {
  stringequals: textPattern,
  stringequalsignorecase: anyCasePattern,
  stringlike: wildcardPattern,
  ...ordered('numeric', 'numbers', tryNumber),
  ...ordered('date', 'dates', tryDate),
  bool: typed('true or false', tryBoolean, equal),
  binaryequals: typed('base64', tryBytes, equal),
  ipaddress: (value) => read('addresses and CIDR ranges', tryRange, value),
  // "ArnEquals and ArnLike behave identically" (IAM User Guide, "ARN condition operators").
  arnequals: arnPattern,
  arnlike: arnPattern,
};

const negations: Readonly<Record<string, string>> = {
  stringnotequals: 'stringequals',
  stringnotequalsignorecase: 'stringequalsignorecase',
  stringnotlike: 'stringlike',
  numericnotequals: 'numericequals',
  datenotequals: 'dateequals',
  notipaddress: 'ipaddress',
  arnnotequals: 'arnequals',
  arnnotlike: 'arnlike',
};

/** An operator as it stands in a policy: `ForAnyValue:StringNotLikeIfExists`. */
export interface Operator {
  readonly set?: 'ForAllValues' | 'ForAnyValue';
  readonly ifExists: boolean;
  /** Its name without prefix, suffix and negation, in small letters: `stringlike`. */
  readonly base: string;
  /** Whether it asks that no value of the policy matches. */
  readonly negated: boolean;
  readonly compile: Compile;
}

/**
 * The operator of a name, in any capitals.
 *
 * @throws Error that names one that IAM does not have
 */
export function findOperator(name: string): Operator {
  const { prefix, base, suffix } =
    /^((?<prefix>forallvalues|foranyvalue):)?(?<base>.+?)(?<suffix>ifexists)?$/.exec(name.toLowerCase())?.groups ?? {};
  const positive = negations[base ?? ''] ?? base ?? '';
  const compile = operators[positive];
  if (!compile) throw new Error(`the condition operator ${name} is not known`);
  const set = prefix === undefined ? undefined : prefix === 'forallvalues' ? 'ForAllValues' : 'ForAnyValue';
  return { set, ifExists: suffix !== undefined, base: positive, negated: positive !== base, compile };
}
