import type { Scope } from '../../toolkit/call';
import type { GuardDutyCall, GuardDutyOperations } from './api';
import { detectorFeatures } from './detector-features';
import { badRequest, invalidInput, notOrganizationMaster } from './errors';
import { defaultFeatures } from './features';
import { pageOf } from './lists';
import { organizationFeatures } from './organization-features';
import { type GuardDutyState, principal } from './state';

/** The choice of the delegated administrator: by the management account, in each region, one for the organization. */
export const delegationOperations = (state: GuardDutyState): GuardDutyOperations => ({
  EnableOrganizationAdminAccount: (call) => enable(state, call),
  DisableOrganizationAdminAccount: (call) => disable(state, call),
  ListOrganizationAdminAccounts: (call) => {
    requireManagementAccount(state, call);
    const administrator = state.administrators.get(call.region);
    const listed = administrator ? [{ adminAccountId: administrator.account, adminStatus: 'ENABLED' as const }] : [];
    const { items, token } = pageOf(listed, call.input);
    return { adminAccounts: items, ...token };
  },
});

function enable(state: GuardDutyState, call: GuardDutyCall<'EnableOrganizationAdminAccount'>) {
  requireManagementAccount(state, call);
  const { organization, settings, clock } = state.world;
  const { adminAccountId: account = '' } = call.input;
  const scope = { account, region: call.region };
  // AWS turns trusted access on by itself here. Terraform, which owns the list of trusted services, turns it off again
  // when the list lacks GuardDuty, so that the delegation breaks one plan later: it has to be listed beforehand.
  if (!organization.hasTrustedAccess(principal))
    throw badRequest(`The request failed because trusted access for ${principal} is not enabled in AWS Organizations.`);
  if (!organization.isActiveMember(account))
    throw badRequest('The request failed because admin account passed is not member of AWS Organizations.');
  const others = [
    ...state.administrators.list().map((administrator) => administrator.account),
    ...organization.delegatedAdministrators(principal),
  ];
  if (others.some((other) => other !== account))
    throw badRequest(
      'The request failed because another account is already enabled as GuardDuty delegated administrator for the organization.',
    );
  if (state.isDelegatedAdministrator(scope)) return {};
  // Organizations does not register its own management account, while GuardDuty takes it as administrator.
  if (account !== organization.managementAccount && !others.includes(account))
    organization.registerDelegatedAdministrator(account, principal);
  state.administrators.set({ account, autoEnable: 'NONE', features: organizationFeatures(clock) }, call.region);
  if (settings.delegationEnablesGuardDuty && !state.detectors.get(account, call.region))
    state.createDetector(scope, { features: detectorFeatures(clock, defaultFeatures) });
  return {};
}

/** Members of the organization lose their administrator and keep their detector; Organizations keeps the registration. */
function disable(state: GuardDutyState, call: GuardDutyCall<'DisableOrganizationAdminAccount'>) {
  requireManagementAccount(state, call);
  const administrator = { account: call.input.adminAccountId ?? '', region: call.region };
  if (!state.isDelegatedAdministrator(administrator)) throw invalidInput();
  for (const member of state.membersOf(administrator)) if (state.isOrganizationMember(member)) state.forget(member);
  state.administrators.delete(call.region);
  return {};
}

function requireManagementAccount({ world: { organization } }: GuardDutyState, { account }: Scope): void {
  if (!organization.find() || account !== organization.managementAccount) throw notOrganizationMaster();
}
