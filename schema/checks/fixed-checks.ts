import { ownValue } from '../facts/own-value';
import { fixedFields } from '../forms/fixed';
import { ledgerFile } from '../forms/ledger';
import { settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { rulesOf } from './rule';
import type { ZoneSubject } from './subject';

/** Settings that cannot be changed are as the ledger knows them, unless everything may be destroyed. */
export function fixedProblems({ settings, ledger }: ZoneSubject): readonly Problem[] {
  if (settings.protection === 'off') return [];
  return (['name', 'homeRegion', 'deployRole'] as const).flatMap((field) => {
    const { rule, fix } = fixedFields[field];
    const before = ownValue(ledger.fixed, field);
    return rulesOf(settingsFile).rule(before === undefined || settings[field] === before, {
      field,
      value: settings[field],
      rule: `cannot be changed from '${before}' while the landing zone stands: ${rule}`,
      fix: `go back to '${before}'; or ${fix}. Where that is done, take '${field}' out of fixed in ${ledgerFile} with the same change`,
    });
  });
}
