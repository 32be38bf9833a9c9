import type { Call, Json, Route } from '../../toolkit/untyped';
import { invalid } from './errors';
import { readPrincipal } from './principals';
import { demandPermissions, readTarget, type Target } from './resources';
import { demandShareable } from './sharing';
import { type LakeState, type Permission, route } from './state';

/** Grants and revokes, one principal and one resource at a time. */
export function permissionRoutes(state: LakeState): Route[] {
  return [
    route('GrantPermissions', async (call) => {
      state.demandAdministrator(call);
      const { target, principal, permissions, grantable } = await asked(state, call);
      demandPermissions(target, permissions);
      demandPassable(target, grantable);
      demandShareable(state, call, principal, target);
      for (const { resource, only } of shownAs(target)) {
        const held = heldBy(state, call, principal.id, resource);
        for (const one of permissions) if (only(one)) held.permissions.add(one);
        for (const one of grantable) if (only(one)) held.grantable.add(one);
        keep(state, call, held);
      }
      return {};
    }),
    route('RevokePermissions', async (call) => {
      state.demandAdministrator(call);
      const { target, principal, permissions, grantable } = await asked(state, call);
      const held = shownAs(target).map(({ resource }) => heldBy(state, call, principal.id, resource));
      const revoked = [
        ...permissions.flatMap((one) => held.map((each) => each.permissions.delete(one))),
        ...grantable.flatMap((one) => held.map((each) => each.grantable.delete(one))),
      ];
      if (!revoked.includes(true)) throw invalid('No permissions revoked. Grantee has no permissions on resource.');
      for (const each of held) keep(state, call, each);
      return {};
    }),
    route('ListPermissions', async (call) => {
      const { Principal, Resource } = call.input;
      const target = Resource && (await readTarget(state, call));
      const principal = Principal && (await readPrincipal(state, call, Principal));
      return {
        PrincipalResourcePermissions: state.permissions
          .list(call.account, call.region)
          .filter((held) => (!principal || held.principal === principal.id) && (!target || isAbout(held, target)))
          .map(shown),
      };
    }),
  ];
}

async function asked(state: LakeState, call: Call) {
  const { Permissions = [], PermissionsWithGrantOption = [], Principal } = call.input;
  if (PermissionsWithGrantOption.some((one: string) => !Permissions.includes(one)))
    throw invalid('PermissionsWithGrantOption must be among Permissions');
  return {
    target: await readTarget(state, call),
    principal: await readPrincipal(state, call, Principal),
    permissions: Permissions as string[],
    grantable: PermissionsWithGrantOption as string[],
  };
}

/** Lake Formation Developer Guide, data-filtering-notes: what may be passed on names its columns. */
function demandPassable({ value }: Target, grantable: readonly string[]): void {
  if (grantable.includes('SELECT') && value.ColumnWildcard?.ExcludedColumnNames?.length > 0)
    throw invalid('SELECT with the grant option takes a list of columns, not of excluded columns');
}

/** SELECT on a table is kept, and listed, as SELECT on all its columns. */
function shownAs({ kind, value }: Target): { resource: Json; only: (permission: string) => boolean }[] {
  if (kind !== 'Table') return [{ resource: { [kind]: value }, only: () => true }];
  return [
    { resource: { Table: value }, only: (permission) => permission !== 'SELECT' },
    { resource: { TableWithColumns: { ...value, ColumnWildcard: {} } }, only: (permission) => permission === 'SELECT' },
  ];
}

const keyOf = ({ account, region }: Call, principal: string, resource: Json): string[] => [
  account,
  region,
  principal,
  canonical(resource),
];

/** Sets come in any order. */
const canonical = (resource: Json): string =>
  JSON.stringify(resource, (_name, value) => {
    if (Array.isArray(value)) return value.map((one) => JSON.stringify(one)).sort();
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

const heldBy = (state: LakeState, call: Call, principal: string, resource: Json): Permission =>
  state.permissions.get(...keyOf(call, principal, resource)) ?? {
    principal,
    resource,
    permissions: new Set(),
    grantable: new Set(),
  };

function keep(state: LakeState, call: Call, held: Permission): void {
  const key = keyOf(call, held.principal, held.resource);
  if (held.permissions.size > 0) state.permissions.set(held, ...key);
  else state.permissions.delete(...key);
}

/** A table is listed with every grant of its columns. */
function isAbout({ resource }: Permission, { kind, value }: Target): boolean {
  if (kind !== 'Table') return canonical(resource) === canonical({ [kind]: value });
  const { DatabaseName, Name } = resource.Table ?? resource.TableWithColumns ?? {};
  return DatabaseName === value.DatabaseName && Name === value.Name;
}

const shown = ({ principal, resource, permissions, grantable }: Permission): Json => ({
  Principal: { DataLakePrincipalIdentifier: principal },
  Resource: resource,
  Permissions: [...permissions],
  PermissionsWithGrantOption: [...grantable],
});
