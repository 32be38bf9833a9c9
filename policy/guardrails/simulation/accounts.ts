import type { Account, LandingZone } from '../../../schema/landing-zone';
import { useOneOf } from '../../../schema/problems/problem';

/**
 * Twelve digits: the id that is written down, or for an account that AWS has not made yet an invented one, the same at each run.
 */
export const accountId = ({ id, name }: Account): string => id ?? inventedAccountId(name);

/** The largest prime below 10^12: what is left of a division by it has at most twelve digits. */
const largestPrime = 999_999_999_989;

/** Twelve digits for an account of a name that has none yet. */
export const inventedAccountId = (name: string): string =>
  String([...name].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % largestPrime, 7)).padStart(12, '0');

/**
 * The account of a name.
 *
 * @throws Error that names the nearest one
 */
export function findAccount({ accounts }: LandingZone, name: string): Account {
  const found = accounts.find((account) => account.name === name);
  if (found) return found;
  const names = accounts.map((account) => account.name);
  throw new Error(`'${name}' is not an account of the landing zone: ${useOneOf(name, names)}`);
}

/** The members of the organization by their ids. Another id is that of an account of somebody else. */
export const membersById = ({ accounts }: LandingZone): ReadonlyMap<string, Account> =>
  new Map(accounts.filter(({ origin }) => origin !== 'external').map((account) => [accountId(account), account]));
