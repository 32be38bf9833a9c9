import { ownValue } from '../../schema/facts/own-value';
import type { LandingZone } from '../../schema/landing-zone';
import { keptOf } from '../kernel/kept';
import type { WrittenStack } from './written-stacks';

/** Something protected that is not in the model any more. */
export interface KeptResource {
  readonly stack: string;
  readonly address: string;
  /** What is kept because of it. */
  readonly companions: readonly string[];
}

/** What stays in AWS and leaves Terraform, of stacks that are written. */
export function keptResources(
  { ledger }: LandingZone,
  stacks: ReadonlyMap<string, WrittenStack>,
): readonly KeptResource[] {
  return [...stacks].flatMap(([stack, { addresses }]) =>
    Object.entries(keptOf(ownValue(ledger.protected, stack) ?? {}, (address) => addresses.has(address))).map(
      ([address, companions]) => ({ stack, address, companions }),
    ),
  );
}
