import { invalid } from './errors';

/** The text, when it has the number of characters that the API allows. */
export function text(name: string, value: string | undefined, minimum: number, maximum: number): string {
  if (typeof value === 'string' && [...value].length >= minimum && [...value].length <= maximum) return value;
  throw invalid(`${name} must contain ${minimum}-${maximum} characters`);
}

/** The list, when neither it nor one of its texts is longer than the API allows. */
export function texts(
  name: string,
  values: readonly string[] = [],
  most: number,
  minimum: number,
  maximum: number,
): readonly string[] {
  if (!Array.isArray(values) || values.length > most) throw invalid(`${name} can contain as many as ${most} values`);
  return values.map((value) => text(`each of ${name}`, value, minimum, maximum));
}

/** The number, when it is a whole one in the range. */
export function integer(name: string, value: number | undefined, minimum: number, maximum: number): number {
  if (value !== undefined && Number.isInteger(value) && value >= minimum && value <= maximum) return value;
  throw invalid(`${name} must be an integer from ${minimum} through ${maximum}`);
}

/** The value, when it is one of the enumeration. */
export function oneOf<const T extends string>(name: string, value: string | undefined, values: readonly T[]): T {
  const found = values.find((one) => one === value);
  if (found === undefined) throw invalid(`${name} must be one of ${values.join(', ')}`);
  return found;
}
