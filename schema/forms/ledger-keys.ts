import { pathOf, type Unit, unitsAlong, withParents } from '../facts/organizational-units';
import { ownValue } from '../facts/own-value';
import type { Ledger } from './ledger';

interface Named {
  readonly name: string;
  readonly formerly?: string | undefined;
}

/** What the ledger knows of an account, by the name that it has there: the one of today, or the one that it had. */
export const tryEntryOf = ({ accounts }: Ledger, { name, formerly }: Named): Ledger['accounts'][string] | undefined =>
  ownValue(accounts, name) ?? (formerly === undefined ? undefined : ownValue(accounts, formerly));

/**
 * What an account is called where Terraform keeps state: the name it was first synthesized under. Names are for people; a key never
 * changes, so a rename moves no state.
 */
export const keyOfAccount = (ledger: Ledger, account: Named): string =>
  tryEntryOf(ledger, account)?.key ?? account.name;

/** Names of the accounts that were closed, or were about to be, and have no file any more. */
export function leftAccounts({ accounts: known }: Ledger, accounts: readonly { readonly key: string }[]): string[] {
  const keys = new Set(accounts.map(({ key }) => key));
  return Object.entries(known)
    .filter(([, { key, state }]) => !keys.has(key) && (state === 'closing' || state === 'closed'))
    .map(([name]) => name);
}

/** The key of each OU of the tree by its path: the path that it was first synthesized under. What is below a renamed OU follows it. */
export function keysOfUnits(
  { organizationalUnits: known }: Ledger,
  units: readonly Unit[],
): ReadonlyMap<string, string> {
  const written = new Map(
    units.flatMap((unit) => (typeof unit === 'string' || !unit.formerly ? [] : [[unit.path, unit.formerly]])),
  );
  const former = new Map<string, string>();
  const keys = new Map<string, string>();
  // Parents first.
  for (const path of withParents(units.map(pathOf))) {
    const parent = unitsAlong(path).at(-2) ?? '';
    const below = (above: string | undefined): string => (above ? `${above}/${lastOf(path)}` : lastOf(path));
    const itself = ownValue(known, path);
    const before = written.get(path) ?? (itself === undefined ? below(former.get(parent)) : path);
    former.set(path, before);
    keys.set(path, itself ?? ownValue(known, before) ?? below(keys.get(parent)));
  }
  return keys;
}

const lastOf = (path: string): string => path.split('/').at(-1) ?? path;
