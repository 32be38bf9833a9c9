import { closedIds } from '../forms/audit';
import { settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { rulesOf } from './rule';
import type { ZoneSubject } from './subject';

/** Closed accounts are asked about beside those of today: none is both, and none comes twice, or its events would be counted twice. */
export function closedAccountProblems({ settings, accounts }: ZoneSubject): readonly Problem[] {
  const { closedAccounts } = settings.audit;
  const { rule, unique } = rulesOf(settingsFile, 'audit.closedAccounts');
  const known = closedIds(closedAccounts);
  const names = Object.keys(known);
  return [
    ...Object.entries(closedAccounts).flatMap(([name, id]) => {
      const present = accounts.find(
        // What is outside now may have left the organization, with its past in it.
        (account) => account.name === name || (account.origin !== 'external' && account.id === id),
      );
      return rule(present === undefined, {
        field: name,
        value: id,
        rule: `is not closed: ${present?.file} is there, and the tables know every account of the organization that has a file`,
        fix: 'remove it; write it once the account is closed and its file is deleted',
      });
    }),
    ...unique(Object.values(known), {
      field: (index) => names[index] ?? '',
      rule: 'two accounts have not the same id',
      fix: 'put the id right, or remove one of the two',
    }),
  ];
}
