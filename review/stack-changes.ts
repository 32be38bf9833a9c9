import { madeOfAddress, madeOfOutput, madeOfTextOutput } from '../schema/facts/made-of';
import { type Difference, differencesOf } from './differences';

/** What happens to one resource, data source, output or setting of a stack. */
export interface Change {
  /** `aws_kms_key.data-key`, `data.aws_region.here`, `output.ou_ids`. */
  readonly address: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Where it is changed. */
  readonly differences: readonly Difference[];
}

type Json = Readonly<Record<string, unknown>>;

/** What is different between two versions of the JSON of a stack; a version that is not there has nothing. */
export function stackChanges(before: Json = {}, after: Json = {}): readonly Change[] {
  const [old, now] = [thingsOf(before), thingsOf(after)];
  const addresses = [...new Set([...old.keys(), ...now.keys()])].sort();
  return addresses.flatMap((address): Change[] => {
    if (!now.has(address)) return [{ address, change: 'removed', differences: [] }];
    if (!old.has(address)) return [{ address, change: 'added', differences: [] }];
    const differences = differencesOf(old.get(address), now.get(address));
    return differences.length === 0 ? [] : [{ address, change: 'changed', differences }];
  });
}

/** Everything in a stack by its address. */
function thingsOf(stack: Json): ReadonlyMap<string, unknown> {
  const { '//': _metadata, resource = {}, data = {}, ...others } = stack;
  const byName = (prefix: string, values: unknown): [string, unknown][] =>
    Object.entries(values as Json).map(([name, value]) => [`${prefix}${name}`, value]);
  const typed = (prefix: string, types: unknown) =>
    byName(prefix, types).flatMap(([type, named]) => byName(`${type}.`, named));
  const rest = Object.entries(others).flatMap(([key, value]): [string, unknown][] =>
    Array.isArray(value) ? [[key, value]] : byName(`${key}.`, value),
  );
  const things = new Map([...typed('', resource), ...typed('data.', data), ...rest]);
  // They say no more than that something else is different.
  for (const address of [madeOfAddress, `output.${madeOfOutput}`, `output.${madeOfTextOutput}`]) things.delete(address);
  return things;
}
