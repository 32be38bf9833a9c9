import { findOperator } from './condition-operators';
import { type Context, valuesOf } from './context';
import type { Statement } from './statement';

/** Whether a request's context fulfils a condition. */
export type Test = (context: Context) => boolean;

/**
 * Compiles a `Condition`: every operator and every key of it must hold.
 *
 * @throws Error that names an operator or a value that IAM does not take
 */
export function conditionTest(condition: NonNullable<Statement['Condition']>): Test {
  const tests = Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, wanted]) => keyTest(operator, key, [wanted].flat())),
  );
  return (context) => tests.every((test) => test(context));
}

function keyTest(name: string, key: string, wanted: readonly string[]): Test {
  if (name.toLowerCase() === 'null') return nullTest(key, wanted);
  const { set, ifExists, negated, compile } = findOperator(name);
  const patterns = wanted.map((value) => {
    try {
      return compile(value);
    } catch (error) {
      throw new Error(`${name} of ${key} ${(error as Error).message}`);
    }
  });
  return (context) => {
    const values = valuesOf(context, key);
    if (values.length === 0 && ifExists) return true;
    const matches = (value: string) => patterns.some((pattern) => pattern(value, context));
    // Of an absent key no value matches: a negated operator holds, the others do not ("Condition operators", first note).
    if (!set) return values.some(matches) !== negated;
    // "ForAllValues is true if there are no keys in the request, or if the values resolve to a null data set, such as an empty
    // string"; ForAnyValue is false then ("Set operators").
    const members = values.filter((value) => value !== '');
    const agrees = (value: string) => matches(value) !== negated;
    return set === 'ForAllValues' ? members.every(agrees) : members.some(agrees);
  };
}

/** `Null` asks whether a key is absent; it takes neither a set prefix nor IfExists. */
function nullTest(key: string, wanted: readonly string[]): Test {
  const unknown = wanted.find((value) => !/^(true|false)$/i.test(value));
  if (unknown !== undefined) throw new Error(`Null of ${key} takes true or false, and '${unknown}' is neither`);
  return (context) =>
    wanted.some((value) => (value.toLowerCase() === 'true') === (valuesOf(context, key).length === 0));
}
