import type { Json } from '../../toolkit/untyped';
import { invalid } from './errors';

/** The text, when it has the number of characters and the form that the API allows. */
export function text(name: string, value: unknown, max: number, pattern = /^/, min = 1): string {
  const length = typeof value === 'string' ? [...value].length : -1;
  if (length < min || length > max) throw invalid(`${name} must have length between ${min} and ${max}, inclusive.`);
  if (!pattern.test(String(value))) throw invalid(`${name} must satisfy regular expression pattern: ${pattern.source}`);
  return String(value);
}

/** The text where there is one. */
export const optionalText = (name: string, value: unknown, max: number): string | undefined =>
  value === undefined ? undefined : text(name, value, max);

/** The list, when it has the number of items that the API allows. */
export function list(name: string, value: unknown, max: number, min = 0): Json[] {
  if (!Array.isArray(value) || value.length < min || value.length > max)
    throw invalid(`${name} must have length between ${min} and ${max}, inclusive.`);
  return value;
}

/** The value, when it is one of the enumeration. */
export function oneOf(name: string, value: unknown, values: readonly string[]): string {
  if (!values.includes(String(value))) throw invalid(`${name} must be one of: [${values.join(', ')}]`);
  return String(value);
}

/** Refuses a list in which two items have the same name. */
export function unique(name: string, values: readonly string[]): void {
  const second = values.find((value, index) => values.indexOf(value) < index);
  if (second !== undefined) throw invalid(`${name} contains duplicates: ${second}`);
}

/** A record without the members that are undefined, as an answer leaves them out. */
export const present = (record: Json): Json =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
