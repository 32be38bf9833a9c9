import { basename, dirname } from 'node:path';
import type { InFile } from './checks/subject';
import { adoptedUnits, withParents } from './facts/organizational-units';
import type { ParsedAccount } from './forms/account';
import type { AuditQuery } from './forms/audit-query';
import type { ParsedControl, Where } from './forms/control';
import type { Ledger } from './forms/ledger';
import { keyOfAccount, keysOfUnits } from './forms/ledger-keys';
import type { ParsedModelCard } from './forms/model-card';
import { isOn } from './forms/services';
import type { Settings } from './forms/settings';
import type { Account, Control, LandingZone } from './landing-zone';

/** The landing zone out of what every check let pass: completed, sorted and frozen. */
export function assemble(
  settings: Settings,
  parsed: readonly InFile<ParsedAccount>[],
  controls: readonly InFile<ParsedControl>[],
  modelCards: readonly InFile<ParsedModelCard>[],
  auditQueries: readonly AuditQuery[],
  ledger: Ledger,
): LandingZone {
  const accounts = parsed.map((account) => accountOf(settings, ledger, account)).sort(byName);
  const tryRole = (role: Account['role']) => accounts.find((account) => account.role === role);
  const withRole = (role: Account['role']): Account => {
    const found = tryRole(role);
    if (!found) throw new Error(`no account has the role ${role}, although the checks passed`);
    return found;
  };
  return deepFreeze({
    ...settings,
    regions: homeFirst(settings, settings.regions),
    organizationalUnits: withParents(settings.organizationalUnits),
    unitKeys: Object.fromEntries(keysOfUnits(ledger, settings.organizationalUnits)),
    adoptedUnits: adoptedUnits(settings.organizationalUnits),
    accounts,
    activeAccounts: accounts.filter((account) => account.state === 'active'),
    managementAccount: withRole('management'),
    logArchiveAccount: tryRole('log-archive') ?? withRole('security'),
    securityAccount: withRole('security'),
    controls: controls
      .map(({ mode, reason, ...control }) => ({
        ...control,
        where: placeOf(settings, control),
        service: basename(dirname(control.file)),
        ...modeOf(settings, { ...control, mode, reason }),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    modelCards: [...modelCards].sort(byName),
    auditQueries: [...auditQueries].sort(byName),
    ledger,
  });
}

/** How far a control goes, and why no further: as a person says, or because others have what it needs. */
function modeOf(
  { controls, services }: Settings,
  { id, needs, detect, mode, reason }: ParsedControl,
): Pick<Control, 'mode' | 'reason'> {
  const said = controls[id];
  if (said) return said;
  if (mode === 'off') return { mode, ...(reason && { reason }) };
  if (needs === undefined || isOn(services, needs)) return { mode };
  return { mode: detect ? 'detect' : 'off', reason: `${needs} is left to others` };
}

const placeOf = ({ places }: Settings, { where }: Pick<ParsedControl, 'where'>): Where =>
  typeof where === 'object' && 'place' in where ? places[where.place] : where;

function accountOf(settings: Settings, ledger: Ledger, { formerly, ...account }: InFile<ParsedAccount>): Account {
  const origin = account.role === 'management' ? 'management' : (account.origin ?? 'vended');
  return {
    ...account,
    key: keyOfAccount(ledger, { name: account.name, formerly }),
    origin,
    dataCatalogs: account.dataCatalogs ?? (origin === 'vended' ? settings.dataCatalogs : 'keep'),
    defaultVpcs: account.defaultVpcs ?? (origin === 'vended' ? settings.defaultVpcs : 'keep'),
    regions: homeFirst(settings, account.regions ?? settings.regions),
  };
}

const homeFirst = ({ homeRegion }: Settings, regions: readonly string[]): readonly string[] => [
  homeRegion,
  ...regions.filter((region) => region !== homeRegion).sort(),
];

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);

/** The value, of which nothing can be changed from now on. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const child of Object.values(value)) deepFreeze(child);
  }
  return value;
}
