import { tryReturnOf } from '../../schema/facts/kept-types';
import { ownValue } from '../../schema/facts/own-value';
import type { LandingZone } from '../../schema/landing-zone';
import { keptOf, type Protected } from '../kernel/kept';
import type { WrittenStack } from './written-stacks';

/** What of one stack is protected, and what was kept in AWS. */
interface Remembered {
  readonly protected: Protected;
  readonly kept: Protected;
}

/**
 * What the ledger has to say of a stack. What leaves is kept; what comes back stays kept too, because the deployment that imports it is
 * after the lock, and the import does nothing later. Locked twice it is the same.
 *
 * @param written the stack while protection is on; undefined where it is not written, so that Terraform does nothing there
 */
export function nextRemembered({ ledger, protection }: LandingZone, name: string, written?: WrittenStack): Remembered {
  const before = ownValue(ledger.protected, name) ?? {};
  const kept = ownValue(ledger.kept, name) ?? {};
  if (protection === 'off') {
    // What was protected is destroyed with everything; what was in AWS alone is still there.
    const stays = only(kept, (address) => ownValue(before, address) === undefined);
    return {
      protected: only(written?.protected ?? {}, (address) => ownValue(stays, address) === undefined),
      kept: stays,
    };
  }
  if (!written) return { protected: before, kept };
  const isThere = (address: string) => written.addresses.has(address);
  // A companion that went by itself was destroyed, and would be imported in vain.
  const back = Object.fromEntries(
    Object.entries(only(kept, (address) => isThere(address) && tryReturnOf(address) !== 'made anew')).map(
      ([address, companions]) => [address, companions.filter(isThere)],
    ),
  );
  return { protected: written.protected, kept: { ...back, ...keptOf({ ...kept, ...before }, isThere) } };
}

const only = (known: Protected, isWanted: (address: string) => boolean): Protected =>
  Object.fromEntries(Object.entries(known).filter(([address]) => isWanted(address)));
