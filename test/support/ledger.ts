import { deepFreeze } from '../../schema/assemble';
import type { AccountSpec } from '../../schema/forms/account';
import type { Ledger } from '../../schema/forms/ledger';
import type { LandingZone } from '../../schema/landing-zone';
import { ledgerOf } from '../../stacks/ledger/ledger-of';
import { remembered } from './remembered';
import { allResources, type Stack } from './synth';
import { sampleAccounts, sampleSettings, type ZoneChange, zoneOf } from './zone';

/** A small zone whose accounts refer to each other, and one of whose OUs is within another. */
export const lockedChange = (): ZoneChange => ({
  settings: { regions: ['eu-central-1', 'eu-west-1'] },
  controls: [],
  accounts: sampleAccounts()
    .filter(({ name }) => name !== 'acquired' && name !== 'retired')
    .map((account) => (account.name === 'models' ? sharing(account) : account)),
});

/** Shares models and data with the sandbox, by its name and by its OU. */
function sharing(account: AccountSpec): AccountSpec {
  const { ai } = account;
  const group = { name: 'triage', description: 'Sorts referrals by urgency', deployers: ['sandbox'] };
  const table = { name: 'wards', format: 'csv' as const, columns: [{ name: 'ward', type: 'string' }] };
  return {
    ...account,
    ai: ai && {
      ...ai,
      registry: { groups: [group] },
      dataLake: {
        roles: [
          { name: 'Training', trusts: 'sagemaker.amazonaws.com' },
          { name: 'Reviewer', trusts: [{ permissionSet: 'Review', account: 'sandbox' }] },
        ],
        databases: [{ name: 'clinical', tables: [table] }],
        grants: [
          { name: 'wards', to: [{ account: 'sandbox' }, { ou: 'Sandbox' }], table: 'clinical.wards' },
          { name: 'ward-a', to: [{ role: 'Training' }], table: 'clinical.wards', rows: "ward = 'A'" },
        ],
      },
    },
  };
}

/** What the ledger is once a landing zone is locked. */
export const ledgerAfter = remembered((zone: LandingZone): Ledger => deepFreeze(ledgerOf(zone)));

/** What the ledger is once this is locked. */
export const lockedLedger = (change: ZoneChange): Ledger => ledgerAfter(zoneOf(change));

/** Changes every text in a value that is exactly this one. */
function replacing<T>(value: T, from: string, to: string): T {
  if (value === from) return to as T;
  if (Array.isArray(value)) return value.map((each) => replacing(each, from, to)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replacing(each, from, to)])) as T;
}

/** The change with an account called otherwise, everywhere. */
export const accountRenamed = (change: ZoneChange, from: string, to: string): ZoneChange => ({
  ...change,
  accounts: replacing(change.accounts ?? [], from, to).map((account) =>
    account.name === to ? { ...account, formerly: from } : account,
  ),
});

/** The change with an OU at the top called otherwise, everywhere. */
export const unitRenamed = (change: ZoneChange, from: string, to: string): ZoneChange => ({
  ...change,
  accounts: replacing(change.accounts ?? [], from, to),
  settings: {
    ...change.settings,
    organizationalUnits: (change.settings?.organizationalUnits ?? sampleSettings().organizationalUnits).map((unit) =>
      unit === from ? { path: to, formerly: from } : unit,
    ),
  },
});

/** The same without model cards, which name the accounts that are edited here. */
export const start = (): ZoneChange => ({ ...lockedChange(), modelCards: [] });

/** Addresses that a stack forgets and does not destroy. */
export const removedIn = ({ json }: Stack): string[] =>
  ((json.removed ?? []) as { from: string; lifecycle: { destroy: boolean } }[])
    .filter(({ lifecycle }) => !lifecycle.destroy)
    .map(({ from }) => from);
/** What a stack imports. */
export const importsIn = ({ json }: Stack): readonly { readonly to: string; readonly id: string }[] =>
  (json.import ?? []) as { to: string; id: string }[];
/** Addresses that a stack holds. */
export const addressesIn = (stack: Stack): string[] => allResources(stack).map(({ type, name }) => `${type}.${name}`);

const editModels = (change: ZoneChange, edit: (account: AccountSpec) => AccountSpec): ZoneChange => ({
  ...change,
  accounts: change.accounts?.map((account) => (account.ai ? edit(account) : account)) ?? [],
});
/** What a person may take out of a landing zone. */
export const withoutAi = (change: ZoneChange) => editModels(change, ({ ai, ...account }) => account);
export const withoutBedrock = (change: ZoneChange) =>
  editModels(change, ({ ai, ...account }) => ({ ...account, ai: ai && { ...ai, bedrock: undefined } }));
export const inOneRegion = (change: ZoneChange): ZoneChange => ({
  ...change,
  settings: { ...change.settings, regions: ['eu-central-1'], retiredRegions: ['eu-west-1'] },
  accounts: change.accounts?.map(({ regions, ...account }) => account) ?? [],
});
