import type { Grantee } from './forms/ai/data-lake-grants';
import type { Where, WrittenWhere } from './forms/control';
import type { Trustee } from './forms/trustees';
import type { Account, LandingZone } from './landing-zone';

/**
 * The landing zone with each account and OU under its key: what is synthesized from it is called as it always was, whatever things are
 * called today. The same object where nothing was ever renamed.
 */
export function byKeys(zone: LandingZone): LandingZone {
  const { unitKeys } = zone;
  const isPlain =
    zone.accounts.every(({ name, key }) => name === key) &&
    zone.organizationalUnits.every((path) => unitKeys[path] === path);
  if (isPlain) return zone;
  const keyed = new Map(zone.accounts.map((account) => [account, accountByKeys(zone, account)]));
  const of = (account: Account): Account => keyed.get(account) ?? account;
  const accounts = zone.accounts.map(of).sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    ...zone,
    organizationalUnits: zone.organizationalUnits.map((path) => unitOf(zone, path)).sort(),
    adoptedUnits: Object.fromEntries(Object.entries(zone.adoptedUnits).map(([path, id]) => [unitOf(zone, path), id])),
    accounts,
    activeAccounts: accounts.filter(({ state }) => state === 'active'),
    managementAccount: of(zone.managementAccount),
    logArchiveAccount: of(zone.logArchiveAccount),
    securityAccount: of(zone.securityAccount),
    costs: {
      ...zone.costs,
      budgets: zone.costs.budgets.map((budget) => ({
        ...budget,
        accounts: budget.accounts?.map((name) => nameOf(zone, name)),
      })),
    },
    madeRoles: zone.madeRoles.map((role) => ({
      ...role,
      trusts: trusteesOf(zone, role.trusts),
      ...(role.accounts && { accounts: role.accounts.map((name) => nameOf(zone, name)) }),
    })),
    modelCards: zone.modelCards.map((card) => ({ ...card, account: nameOf(zone, card.account) })),
    ai: {
      ...zone.ai,
      organizationGuardrails: zone.ai.organizationGuardrails.map((guardrail) => ({
        ...guardrail,
        where: whereOf(zone, guardrail.where),
      })),
    },
    places: { ...zone.places, aiAccounts: whereOf(zone, zone.places.aiAccounts) },
    tagPolicies: zone.tagPolicies.map((policy) => ({ ...policy, where: whereOf(zone, policy.where) })),
    backupPolicies: zone.backupPolicies.map((policy) => ({ ...policy, where: whereOf(zone, policy.where) })),
    controls: zone.controls.map((control) => ({ ...control, where: whereOf(zone, control.where) })),
  };
}

/** The path of today of an OU in a landing zone by keys. */
export function pathOfUnit({ unitKeys }: LandingZone, key: string): string {
  const [path = key] = Object.entries(unitKeys).find(([, each]) => each === key) ?? [];
  return path;
}

const unitOf = ({ unitKeys }: LandingZone, path: string): string => unitKeys[path] ?? path;

const nameOf = ({ accounts }: LandingZone, name: string): string =>
  accounts.find((account) => account.name === name)?.key ?? name;

function accountByKeys(zone: LandingZone, { ai, ou, ...account }: Account): Account {
  const names = (written: readonly string[]) => written.map((name) => nameOf(zone, name));
  const granted = <T extends { readonly to: readonly Grantee[] }>(grants: readonly T[]): T[] =>
    grants.map((grant) => ({ ...grant, to: grant.to.map((grantee) => granteeOf(zone, grantee)) }));
  return {
    ...account,
    name: account.key,
    ou: ou === undefined ? undefined : unitOf(zone, ou),
    ai: ai && {
      ...ai,
      registry: {
        ...ai.registry,
        groups: ai.registry.groups.map((group) => ({
          ...group,
          deployers: names(group.deployers),
          trainers: names(group.trainers),
        })),
      },
      dataLake: ai.dataLake && {
        ...ai.dataLake,
        roles: ai.dataLake.roles.map((role) =>
          typeof role.trusts === 'object' ? { ...role, trusts: trusteesOf(zone, role.trusts) } : role,
        ),
        grants: granted(ai.dataLake.grants),
        tagGrants: granted(ai.dataLake.tagGrants),
      },
    },
  };
}

const trusteesOf = (zone: LandingZone, trustees: readonly Trustee[]): Trustee[] =>
  trustees.map((trustee) =>
    trustee.account === undefined ? trustee : { ...trustee, account: nameOf(zone, trustee.account) },
  );

function granteeOf(zone: LandingZone, grantee: Grantee): Grantee {
  if ('account' in grantee) return { account: nameOf(zone, grantee.account) };
  return 'ou' in grantee ? { ou: unitOf(zone, grantee.ou) } : grantee;
}

const whereOf = <T extends Where>(zone: LandingZone, where: T): T | WrittenWhere =>
  typeof where === 'object' && 'organizationalUnits' in where
    ? { organizationalUnits: where.organizationalUnits.map((path) => unitOf(zone, path)) }
    : where;
