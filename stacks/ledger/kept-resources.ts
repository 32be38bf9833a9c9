import { tryReturnOf } from '../../schema/facts/kept-types';
import { ownValue } from '../../schema/facts/own-value';
import { tryRemembered } from '../../schema/forms/remembered';
import type { LandingZone } from '../../schema/landing-zone';
import { keptOf, type Protected } from '../kernel/kept';
import type { WrittenStack } from './written-stacks';

/** Something protected that is not in the model any more. */
export interface KeptResource {
  readonly stack: string;
  readonly address: string;
  /** What is kept because of it. */
  readonly companions: readonly string[];
}

/** What stays in AWS and leaves Terraform, of stacks that are written. */
export const keptResources = (
  { ledger }: LandingZone,
  stacks: ReadonlyMap<string, WrittenStack>,
): readonly KeptResource[] =>
  [...stacks].flatMap(([stack, { addresses }]) =>
    listed(
      stack,
      keptOf(tryRemembered(ledger, stack) ?? {}, (address) => addresses.has(address)),
    ),
  );

/** What was kept in AWS and is written again since the ledger was locked: the next apply imports it. */
export const takenUpResources = (
  { ledger }: LandingZone,
  stacks: ReadonlyMap<string, WrittenStack>,
): readonly KeptResource[] =>
  [...stacks].flatMap(([stack, { addresses }]) => {
    const isNew = (address: string) => ownValue(ownValue(ledger.protected, stack) ?? {}, address) === undefined;
    const back = Object.entries(ownValue(ledger.kept, stack) ?? {}).filter(
      ([address]) => addresses.has(address) && isNew(address) && tryReturnOf(address) === 'imported',
    );
    return listed(stack, Object.fromEntries(back));
  });

const listed = (stack: string, known: Protected): readonly KeptResource[] =>
  Object.entries(known).map(([address, companions]) => ({ stack, address, companions }));
