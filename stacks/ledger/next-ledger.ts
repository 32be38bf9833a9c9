import { assignmentsOf } from '../../policy/assignments';
import { stackNames } from '../../schema/facts/stack-names';
import { fixedIn } from '../../schema/forms/fixed';
import type { Ledger } from '../../schema/forms/ledger';
import { leftAccounts } from '../../schema/forms/ledger-keys';
import { rememberedStacks } from '../../schema/forms/remembered';
import type { LandingZone } from '../../schema/landing-zone';
import type { Protected } from '../kernel/kept';
import { nextRemembered } from './next-remembered';
import { nextSecurityHub } from './next-security-hub';
import { sorted } from './sorted';
import { sourcesOnRecord } from './sources-on-record';
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
  const names = [...new Set([...rememberedStacks(zone.ledger), ...stacks.keys()])].filter((name) => !gone.has(name));
  const remembered = names.map((name) => ({ name, ...nextRemembered(zone, name, stacks.get(name)) }));
  const byStack = (of: (each: (typeof remembered)[number]) => Protected) =>
    sorted(
      Object.fromEntries(
        remembered.flatMap((each) => (Object.keys(of(each)).length > 0 ? [[each.name, sorted(of(each))]] : [])),
      ),
    );
  return {
    version: 1,
    accounts: sorted(accounts),
    organizationalUnits: sorted(zone.unitKeys),
    protected: byStack((each) => each.protected),
    kept: byStack((each) => each.kept),
    assignments: sorted(
      Object.fromEntries(Object.entries(assignmentsOf(zone)).map(([name, known]) => [name, sorted(known)])),
    ),
    securityHub: nextSecurityHub(zone),
    fixed: sorted({
      ...fixedIn(zone, [zone.managementAccount, zone.logArchiveAccount, zone.securityAccount], zone.ledger),
      ...sourcesOnRecord(zone, (stack, address) =>
        remembered.some((each) => each.name === stack && (address in each.protected || address in each.kept)),
      ),
    }),
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
