import { ownValue } from '../facts/own-value';
import { type FixedName, fixedFields, fixedIn } from '../forms/fixed';
import { ledgerFile } from '../forms/ledger';
import { settingsFile } from '../forms/settings';
import type { Problem } from '../problems/problem';
import { rulesOf } from './rule';
import type { AccountInFile, ZoneSubject } from './subject';

/** What cannot be changed is as the ledger knows it, unless everything may be destroyed. */
export function fixedProblems({ settings, accounts, ledger }: ZoneSubject): readonly Problem[] {
  if (settings.protection === 'off') return [];
  const now = fixedIn(settings, accounts, ledger);
  return (Object.keys(fixedFields) as FixedName[]).flatMap((name) => {
    const { field, rule, fix } = fixedFields[name];
    const before = ownValue(ledger.fixed, name);
    const value = now[name];
    return rulesOf(fileOf(name, accounts, value)).rule(
      before === undefined || value === undefined || value === before,
      {
        field: field.split(' ')[1] ?? field,
        value,
        rule: `cannot be changed from '${before}' while the landing zone stands: ${rule}`,
        fix: `go back to '${before}'; or ${fix}. Where that is done, take '${name}' out of fixed in ${ledgerFile} with the same change`,
      },
    );
  });
}

const fileOf = (name: FixedName, accounts: readonly AccountInFile[], value: string | undefined): string => {
  if (name === 'name' || name === 'homeRegion' || name === 'deployRole') return settingsFile;
  const role = name === 'managementAccount' ? 'management' : name;
  return accounts.find((account) => account.role === role)?.file ?? `accounts/${value}.ts`;
};
