import type { Inventory, OrganizationView } from '../../world';
import { deregisterDelegate, registerDelegate, trust } from './delegation';
import type { OrganizationsState, PolicyRecord } from './state';

/** Organizations as the other services see it. */
export function viewOf(state: OrganizationsState): OrganizationView {
  const { managementAccount } = state.world.settings;
  const isDelegate = (account: string, principal: string) =>
    state.organization?.delegates.get(principal)?.has(account) ?? false;
  return {
    managementAccount,
    find: () => state.organization,
    accounts: () => [...(state.organization?.accounts.values() ?? [])],
    rename: (account, name) => {
      const member = state.organization?.accounts.get(account);
      if (member) state.organization?.accounts.set(account, { ...member, name });
    },
    isActiveMember: (account) => state.organization?.accounts.get(account)?.status === 'ACTIVE',
    lineage: (targetId) => lineage(state, targetId),
    arnOf: (id) => arnOf(state, id),
    isPolicyTypeEnabled: (type) => state.organization?.policyTypes.has(type) ?? false,
    attachedPolicies: (targetId, type) => attachedPolicies(state, targetId, type),
    hasTrustedAccess: (principal) => state.organization?.trusted.has(principal) ?? false,
    enableTrustedAccess: (principal) => trust(state, managementAccount, principal),
    delegatedAdministrators: (principal) => [...(state.organization?.delegates.get(principal)?.keys() ?? [])],
    // A regional service registers the same account once per region.
    registerDelegatedAdministrator: (account, principal) => {
      if (!isDelegate(account, principal)) registerDelegate(state, account, principal);
    },
    deregisterDelegatedAdministrator: (account, principal) => {
      if (isDelegate(account, principal)) deregisterDelegate(state, account, principal);
    },
    onJoin: (listener) => {
      state.joinListeners.push(listener);
    },
    onLeave: (listener) => {
      state.leaveListeners.push(listener);
    },
  };
}

function arnOf({ organization }: OrganizationsState, id: string): string | undefined {
  if (organization === undefined) return undefined;
  const { rootId, rootArn, accounts, units, policies } = organization;
  return id === rootId ? rootArn : (accounts.get(id) ?? units.get(id) ?? policies.get(id))?.arn;
}

const attachedPolicies = (
  { organization }: OrganizationsState,
  targetId: string,
  type: string,
): readonly PolicyRecord[] =>
  [...(organization?.attachments.get(targetId) ?? [])]
    .flatMap((id) => organization?.policies.get(id) ?? [])
    .filter((policy) => policy.type === type);

function lineage(state: OrganizationsState, targetId: string): string[] {
  const { organization } = state;
  if (targetId === organization?.rootId) return [targetId];
  const target = organization?.accounts.get(targetId) ?? organization?.units.get(targetId);
  return target === undefined ? [] : [targetId, ...lineage(state, target.parentId)];
}

/** What is left of the organization, in the management account's name. */
export function leftoversOf({ organization, world }: OrganizationsState): ReturnType<Inventory['leftovers']> {
  if (!organization) return [];
  const account = world.settings.managementAccount;
  const { id, accounts, units, policies, delegates, resourcePolicy } = organization;
  const resources = [
    `organization ${id}`,
    ...[...units.keys()].map((unit) => `organizational-unit ${unit}`),
    ...[...policies.values()].filter(({ awsManaged }) => !awsManaged).map((policy) => `policy ${policy.id}`),
    ...[...accounts.values()]
      .filter((one) => one.id !== account && one.status === 'ACTIVE')
      .map((one) => `account ${one.id}`),
    ...[...delegates].flatMap(([principal, ids]) =>
      [...ids.keys()].map((one) => `delegated-administrator ${one} ${principal}`),
    ),
    ...(resourcePolicy ? [`resource-policy ${resourcePolicy.id}`] : []),
  ];
  return resources.map((resource) => ({ account, resource: `global ${resource}` }));
}
