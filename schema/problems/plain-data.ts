import type { FieldPath } from './broken-fields';

/** Something in a value that no form can read. */
export interface Impurity {
  readonly path: FieldPath;
  readonly value: unknown;
  readonly rule: string;
  readonly fix: string;
}

/** What is not plain data in a value: what throws when it is read, contains itself, or has the key that JavaScript keeps for itself. */
export function impuritiesOf(value: unknown): readonly Impurity[] {
  try {
    return impuritiesWithin(value);
  } catch (error) {
    const rule = 'must be plain data, which can be read without an error';
    return [{ path: [], value: String(error), rule, fix: 'write values instead of getters' }];
  }
}

function impuritiesWithin(value: unknown): readonly Impurity[] {
  const visit = (at: unknown, path: FieldPath, around: readonly unknown[]): Impurity[] => {
    if (typeof at !== 'object' || at === null) return [];
    if (around.includes(at)) {
      const fix = 'write the value out, without a reference to what is around it';
      return [{ path, value: '[Circular]', rule: 'must not contain itself', fix }];
    }
    return Object.entries(at).flatMap(([key, child]) => {
      const below = [...path, Array.isArray(at) ? Number(key) : key];
      return key === '__proto__'
        ? [{ path: below, value: key, rule: 'is a key that JavaScript reserves', fix: 'rename the key' }]
        : visit(child, below, [...around, at]);
    });
  };
  return visit(value, [], []);
}
