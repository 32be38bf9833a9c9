import { invalid } from './errors';

/** The text, when it has the number of characters that the API allows. */
export function text(name: string, value: unknown, minimum: number, maximum: number): string {
  const length = typeof value === 'string' ? [...value].length : -1;
  if (length < minimum || length > maximum) {
    throw invalid(`${name} must contain ${minimum}-${maximum} characters`);
  }
  return value as string;
}

/** The list, when neither it nor one of its texts is longer than the API allows. */
export function texts(name: string, value: unknown, most: number, minimum: number, maximum: number): string[] {
  const list = value ?? [];
  if (!Array.isArray(list) || list.length > most) throw invalid(`${name} can contain as many as ${most} values`);
  return list.map((one) => text(`each of ${name}`, one, minimum, maximum));
}

/** The number, when it is a whole one in the range. */
export function integer(name: string, value: unknown, minimum: number, maximum: number): number {
  if (!Number.isInteger(value) || Number(value) < minimum || Number(value) > maximum) {
    throw invalid(`${name} must be an integer from ${minimum} through ${maximum}`);
  }
  return value as number;
}

/** The value, when it is one of the enumeration. */
export function oneOf<const T extends string>(name: string, value: unknown, values: readonly T[]): T {
  const found = values.find((one) => one === value);
  if (found === undefined) throw invalid(`${name} must be one of ${values.join(', ')}`);
  return found;
}
