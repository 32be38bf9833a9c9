import { ownValue } from '../../schema/facts/own-value';
import type { Measurable } from './measuring/problems';
import { type Moved, possibleMoves, type Removed } from './state-moves';
import type { Returnable } from './take-up';

/** What is written of resources: those that leave, and of those that stay where each stands among the constructs. */
export interface Configuration extends Pick<Measurable, 'provider'>, Pick<Returnable, 'data' | 'import'> {
  readonly moved?: readonly Moved[];
  readonly removed?: readonly Removed[];
  readonly output?: Readonly<Record<string, unknown>>;
  readonly resource?: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly '//': { readonly metadata: { path: string; uniqueId: string } } }>>
    >
  >;
}

/** Whether an address is written. */
export const isIn =
  (resource: NonNullable<Configuration['resource']>) =>
  (address: string): boolean => {
    const [type = '', name = ''] = address.split('.');
    return ownValue(resource[type] ?? {}, name) !== undefined;
  };

/** The moves of what stands somewhere else in the model now; none where what they come from is still there. */
export function moving({ resource = {}, moved }: Configuration): Pick<Configuration, 'moved'> {
  if (!moved) return {};
  const possible = possibleMoves(moved, isIn(resource));
  return { moved: possible.length > 0 ? possible : undefined };
}
