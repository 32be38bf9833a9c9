import { assignmentsOf } from '../../policy/assignments';
import { ownValue } from '../../schema/facts/own-value';
import { stackNames } from '../../schema/facts/stack-names';
import { fixedIn } from '../../schema/forms/fixed';
import type { Ledger } from '../../schema/forms/ledger';
import { leftAccounts } from '../../schema/forms/ledger-keys';
import type { LandingZone } from '../../schema/landing-zone';
import type { Protected } from '../kernel/kept';
import { nextSecurityHub } from './next-security-hub';
import { sorted } from './sorted';
import type { WrittenStack } from './written-stacks';

/**
 * The ledger as it has to be: what it knew and must not forget, with what is written now.
 *
 * @param stacks as they are written while protection is on
 */
export function nextLedger(zone: LandingZone, stacks: ReadonlyMap<string, WrittenStack>): Ledger {
  const accounts = accountsOf(zone);
  const closed = Object.values(accounts).filter(({ state }) => state === 'closed');
  const gone = new Set(closed.flatMap((account) => [stackNames.account(account), stackNames.ai(account)]));
  const before = zone.protection === 'on' ? zone.ledger.protected : {};
  const names = [...new Set([...Object.keys(before), ...stacks.keys()])].filter((name) => !gone.has(name));
  const protectedNow = names.map((name): [string, Protected] => {
    const written = stacks.get(name);
    const left = Object.entries(ownValue(before, name) ?? {}).filter(([address]) => !written?.addresses.has(address));
    return [name, sorted({ ...Object.fromEntries(left), ...written?.protected })];
  });
  return {
    version: 1,
    accounts: sorted(accounts),
    organizationalUnits: sorted(zone.unitKeys),
    protected: sorted(Object.fromEntries(protectedNow.filter(([, known]) => Object.keys(known).length > 0))),
    assignments: sorted(
      Object.fromEntries(Object.entries(assignmentsOf(zone)).map(([name, known]) => [name, sorted(known)])),
    ),
    securityHub: nextSecurityHub(zone),
    fixed: sorted(fixedIn(zone, [zone.managementAccount, zone.logArchiveAccount, zone.securityAccount], zone.ledger)),
  };
}

/** Accounts with a file as it says; of the others those that were closed, or were about to be. */
function accountsOf({ accounts, ledger }: LandingZone): Ledger['accounts'] {
  const today = accounts.map(({ name, key, state, origin, email }) => [
    name,
    { key, state: origin === 'external' ? 'external' : state, email } as const,
  ]);
  const left = leftAccounts(ledger, accounts).map((name) => {
    const { key = name } = ledger.accounts[name] ?? {};
    return [name, { key, state: 'closed' }];
  });
  return Object.fromEntries([...left, ...today]);
}
