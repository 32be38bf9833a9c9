import type { Permission, PrincipalResourcePermissions, Resource } from '@aws-sdk/client-lakeformation';
import type { Scope } from '../../toolkit/call';
import type { LakeCall, LakeOperations, Shape } from './api';
import { invalid } from './errors';
import { readPrincipal } from './principals';
import { demandPermissions, readTarget, type Target } from './resources';
import { demandShareable } from './sharing';
import type { Grant, LakeState } from './state';

/** Grants and revokes, one principal and one resource at a time. */
export const permissionOperations = (state: LakeState): LakeOperations => ({
  GrantPermissions: async (call) => {
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
  },
  RevokePermissions: async (call) => {
    const { target, principal, permissions, grantable } = await asked(state, call);
    const held = shownAs(target).map(({ resource }) => heldBy(state, call, principal.id, resource));
    const revoked = [
      ...permissions.flatMap((one) => held.map((each) => each.permissions.delete(one))),
      ...grantable.flatMap((one) => held.map((each) => each.grantable.delete(one))),
    ];
    if (!revoked.includes(true)) throw invalid('No permissions revoked. Grantee has no permissions on resource.');
    for (const each of held) keep(state, call, each);
    return {};
  },
});

/** Grants as they are listed. */
export const permissionReads = (state: LakeState): LakeOperations => ({
  ListPermissions: async (call) => {
    const { Principal, Resource } = call.input;
    const target = Resource && (await readTarget(state, call, Resource));
    const principal = Principal && (await readPrincipal(state, call, Principal));
    return {
      PrincipalResourcePermissions: state.grants
        .list(call.account, call.region)
        .filter((held) => (!principal || held.principal === principal.id) && (!target || isAbout(held, target)))
        .map(shown),
    };
  },
});

async function asked(state: LakeState, call: LakeCall<'GrantPermissions'>) {
  const { Permissions: permissions = [], PermissionsWithGrantOption: grantable = [], Principal, Resource } = call.input;
  if (grantable.some((one) => !permissions.includes(one)))
    throw invalid('PermissionsWithGrantOption must be among Permissions');
  return {
    target: await readTarget(state, call, Resource),
    principal: await readPrincipal(state, call, Principal),
    permissions,
    grantable,
  };
}

/** Lake Formation Developer Guide, data-filtering-notes: what may be passed on names its columns. */
function demandPassable({ resource }: Target, grantable: readonly Permission[]): void {
  const excluded = resource.TableWithColumns?.ColumnWildcard?.ExcludedColumnNames ?? [];
  if (grantable.includes('SELECT') && excluded.length > 0)
    throw invalid('SELECT with the grant option takes a list of columns, not of excluded columns');
}

interface Shown {
  readonly resource: Shape<Resource>;
  /** Whether the permission is kept on this resource. */
  only(permission: Permission): boolean;
}

/** SELECT on a table is kept, and listed, as SELECT on all its columns. */
function shownAs({ resource }: Target): readonly Shown[] {
  const { Table } = resource;
  if (!Table) return [{ resource, only: () => true }];
  const columns = { ...Table, Name: Table.Name, ColumnWildcard: {} };
  return [
    { resource: { Table }, only: (permission) => permission !== 'SELECT' },
    { resource: { TableWithColumns: columns }, only: (permission) => permission === 'SELECT' },
  ];
}

const keyOf = (
  { account, region }: Scope,
  principal: string,
  resource: Shape<Resource>,
): readonly [string, ...string[]] => [account, region, principal, canonical(resource)];

/** Sets come in any order. */
const canonical = (resource: Shape<Resource>): string =>
  JSON.stringify(resource, (_name, value: unknown) => {
    if (Array.isArray(value)) return value.map((one) => JSON.stringify(one)).sort();
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

const heldBy = (state: LakeState, scope: Scope, principal: string, resource: Shape<Resource>): Grant =>
  state.grants.get(...keyOf(scope, principal, resource)) ?? {
    principal,
    resource,
    permissions: new Set(),
    grantable: new Set(),
  };

function keep(state: LakeState, scope: Scope, held: Grant): void {
  const key = keyOf(scope, held.principal, held.resource);
  if (held.permissions.size > 0) state.grants.set(held, ...key);
  else state.grants.delete(...key);
}

/** A table is listed with every grant of its columns. */
function isAbout({ resource }: Grant, target: Target): boolean {
  const { Table } = target.resource;
  if (!Table) return canonical(resource) === canonical(target.resource);
  const held = resource.Table ?? resource.TableWithColumns;
  return held?.DatabaseName === Table.DatabaseName && held?.Name === Table.Name;
}

const shown = ({ principal, resource, permissions, grantable }: Grant): Shape<PrincipalResourcePermissions> => ({
  Principal: { DataLakePrincipalIdentifier: principal },
  Resource: resource,
  Permissions: [...permissions],
  PermissionsWithGrantOption: [...grantable],
});
