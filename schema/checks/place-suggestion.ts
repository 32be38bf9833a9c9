import { isWithin } from '../facts/organizational-units';
import type { placeNames } from '../forms/places';
import { suspendedUnit } from '../forms/settings';
import { unlessBroken } from '../problems/broken-fields';
import type { AccountInFile, ZoneSubject } from './subject';

const isWorkload = ({ role }: AccountInFile): boolean => role === 'workload';

/** Which accounts a place is made for; of several answers, the first that fits any account. */
const made: Readonly<Record<(typeof placeNames)[number], readonly ((account: AccountInFile) => boolean)[]>> = {
  // Stricter than it has to be: an account that gets models later is bound already.
  aiAccounts: [isWorkload],
  workloads: [({ ai }) => ai !== undefined, isWorkload],
  securityAccounts: [({ role }) => role === 'log-archive' || role === 'security'],
  suspended: [],
};

/** The OUs that a place would be by where the accounts are; none where that cannot be told. */
export function suggestedUnits(
  { accounts }: ZoneSubject,
  name: keyof typeof made,
  units: readonly string[],
): readonly string[] {
  if (name === 'suspended') return [suspendedUnit];
  const located = accounts.filter((account) =>
    unlessBroken(() => account.state === 'active' && account.ou !== undefined && units.includes(account.ou)),
  );
  const inhabitants = made[name].map((isOne) => located.filter((account) => unlessBroken(() => isOne(account))));
  const chosen = inhabitants.find(({ length }) => length > 0) ?? [];
  const paths = [...new Set(chosen.flatMap(({ ou }) => ou ?? []))].sort();
  return paths.filter((path) => !paths.some((other) => other !== path && isWithin(path, other)));
}
