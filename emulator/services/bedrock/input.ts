import { invalid } from './errors';

/** The text, when it has the number of characters and the form that the API allows. */
export function text(name: string, value: string | undefined, max: number, pattern = /^/, min = 1): string {
  if (typeof value !== 'string' || [...value].length < min || [...value].length > max)
    throw invalid(`${name} must have length between ${min} and ${max}, inclusive.`);
  if (!pattern.test(value)) throw invalid(`${name} must satisfy regular expression pattern: ${pattern.source}`);
  return value;
}

/** The text where there is one. */
export const optionalText = (
  name: string,
  value: string | undefined,
  max: number,
  pattern?: RegExp,
): string | undefined => (value === undefined ? undefined : text(name, value, max, pattern));

/** The list, when it has the number of items that the API allows. */
export function list<T>(name: string, value: readonly T[] | undefined, max: number, min = 0): readonly T[] {
  if (!Array.isArray(value) || value.length < min || value.length > max)
    throw invalid(`${name} must have length between ${min} and ${max}, inclusive.`);
  return value;
}

/** The value, when it is one of the enumeration. */
export function oneOf<const T extends string>(name: string, value: string | undefined, values: readonly T[]): T {
  const found = values.find((one) => one === value);
  if (found === undefined) throw invalid(`${name} must be one of: [${values.join(', ')}]`);
  return found;
}

/** Refuses a list in which two items have the same name. */
export function unique(name: string, values: readonly string[]): void {
  const second = values.find((value, index) => values.indexOf(value) < index);
  if (second !== undefined) throw invalid(`${name} contains duplicates: ${second}`);
}
