import { tryReturnOf } from '../../schema/facts/kept-types';
import { emptyLedger, type Ledger } from '../../schema/forms/ledger';
import type { LandingZone } from '../../schema/landing-zone';
import type { Kept } from './keepings';

/**
 * The ledger once everything is torn down. Without logs that are kept it is empty, and all may be made anew. With them it says where they
 * are, so that a landing zone of the same name imports them, and keeps the names of closed accounts, whose logs are among them.
 */
export function ledgerAfter(
  { ledger, accounts }: Pick<LandingZone, 'ledger' | 'accounts'>,
  kept: readonly Kept[],
): Ledger {
  const logs = kept.filter(({ address }) => tryReturnOf(address) === 'imported');
  if (logs.length === 0) return emptyLedger;
  const isThere = (key: string): boolean =>
    kept.some(({ address }) => address === `aws_organizations_account.account-${key}`);
  const closed = Object.entries(ledger.accounts).filter(([, { state }]) => state === 'closed');
  const members = accounts
    .filter(({ origin }) => origin !== 'external')
    .map(({ name, key, email, origin }) => {
      const state = origin === 'management' || isThere(key) ? 'active' : 'closed';
      return [name, { key, state, ...(state === 'active' && { email }) }] as const;
    });
  const stacks = [...new Set(logs.map(({ stack }) => stack))];
  return {
    ...emptyLedger,
    accounts: Object.fromEntries([...closed, ...members]),
    kept: Object.fromEntries(
      stacks.map((stack) => [
        stack,
        Object.fromEntries(
          logs.filter((each) => each.stack === stack).map(({ address, companions }) => [address, companions]),
        ),
      ]),
    ),
    fixed: ledger.fixed,
  };
}
