import type { FeatureType } from '@aws-sdk/client-iam';
import type { Scope } from '../../toolkit/call';
import type { Leftover } from '../../toolkit/store';
import type { IamOperations } from './api';
import { callerIsNotManagement, notAdministrator, organizationNotFound, serviceAccessNotEnabled } from './errors';
import type { IamState } from './state';

/** The service principal of trusted access and of the delegated administrator. */
const principal = 'iam.amazonaws.com';

/** Centralized root access of the organization: what is enabled, and who may ask. */
export const rootAccessOperations = (state: IamState): IamOperations => ({
  EnableOrganizationsRootCredentialsManagement: (call) => enable(state, call, 'RootCredentialsManagement'),
  EnableOrganizationsRootSessions: (call) => enable(state, call, 'RootSessions'),
  DisableOrganizationsRootCredentialsManagement: (call) => disable(state, call, 'RootCredentialsManagement'),
  DisableOrganizationsRootSessions: (call) => disable(state, call, 'RootSessions'),
  ListOrganizationsFeatures: (call) => list(state, call),
});

/** The features that are on, which their organization would have to switch off. */
export function rootAccessLeftovers({ world: { organization }, features }: IamState): Leftover[] {
  const account = organization.managementAccount;
  const enabled = features.get(organization.find()?.id ?? '') ?? [];
  return [...enabled].map((feature) => ({ account, resource: `global organizations-feature ${feature}` }));
}

/** Whether the organization that exists now has a feature. */
export const isEnabled = ({ world: { organization }, features }: IamState, feature: FeatureType): boolean =>
  features.get(organization.find()?.id ?? '')?.has(feature) ?? false;

/**
 * Enables a feature. The API names CallerIsNotManagementAccountException for this alone, so the delegated
 * administrator is taken to be refused here.
 */
function enable(state: IamState, scope: Scope, feature: FeatureType) {
  const { id, enabled } = find(state, scope);
  if (scope.account !== state.world.organization.managementAccount) throw callerIsNotManagement();
  state.features.set(id, enabled.add(feature));
  return list(state, scope);
}

function disable(state: IamState, scope: Scope, feature: FeatureType) {
  find(state, scope).enabled.delete(feature);
  return list(state, scope);
}

function list(state: IamState, scope: Scope) {
  const { id, enabled } = find(state, scope);
  return { EnabledFeatures: [...enabled], OrganizationId: id };
}

/** The caller's organization and what is enabled in it, when the caller may know. */
function find({ world: { organization }, features }: IamState, { account }: Scope) {
  const id = organization.find()?.id;
  if (id === undefined || !organization.isActiveMember(account)) throw organizationNotFound();
  const administrators = [organization.managementAccount, ...organization.delegatedAdministrators(principal)];
  if (!administrators.includes(account)) throw notAdministrator();
  if (!organization.hasTrustedAccess(principal)) throw serviceAccessNotEnabled();
  return { id, enabled: features.get(id) ?? new Set<FeatureType>() };
}
