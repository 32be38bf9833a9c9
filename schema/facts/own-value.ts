/** The value of a key that a person wrote, never one that every object has: `constructor`. */
export function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  // Read first: where the field is broken, reading it ends the check.
  const value = record[key];
  return Object.hasOwn(record, key) ? value : undefined;
}
