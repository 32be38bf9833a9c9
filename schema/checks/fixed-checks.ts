import { ownValue } from '../facts/own-value';
import { type FixedName, fixedFields, fixedIn } from '../forms/fixed';
import { ledgerFile } from '../forms/ledger';
import { settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { rulesOf } from './rule';
import type { ZoneSubject } from './subject';

/** What cannot be changed is as the ledger knows it, unless everything may be destroyed. */
export function fixedProblems({ settings, ledger }: ZoneSubject): readonly Problem[] {
  if (settings.protection === 'off') return [];
  const now = fixedIn(settings);
  return (Object.keys(fixedFields) as FixedName[]).flatMap((field) => {
    const { rule, fix } = fixedFields[field];
    const before = ownValue(ledger.fixed, field);
    return rulesOf(settingsFile).rule(before === undefined || now[field] === before, {
      field,
      value: now[field],
      rule: `cannot be changed from '${before}' while the landing zone stands: ${rule}`,
      fix: `go back to '${before}'; or ${fix}. Where that is done, take '${field}' out of fixed in ${ledgerFile} with the same change`,
    });
  });
}
