import { seededRandom } from './random';

/** New identifiers of so many lower-case hexadecimal digits, the same sequence in each run. */
export function idSequence(seed: number): (length: number) => string {
  const random = seededRandom(seed);
  return (length) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
}

/** A new identifier in the form of a UUID. */
export const newUuid = (newId: (length: number) => string): string =>
  newId(32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
