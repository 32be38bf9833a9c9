import type { Call, Json, Route } from '../../toolkit/untyped';
import { badRequest, invalidInput, notOrganizationMaster } from './errors';
import { defaultFeatures, FeatureSet } from './features';
import { page, route } from './routes';
import type { GuardDutyState } from './state';

/** GuardDuty as Organizations knows it. */
export const PRINCIPAL = 'guardduty.amazonaws.com';

/** The choice of the delegated administrator: by the management account, in each region, one for the organization. */
export function delegationRoutes(state: GuardDutyState): Route[] {
  return [
    route('POST', '/admin/enable', 'EnableOrganizationAdminAccount', (call) => enable(state, call)),
    route('POST', '/admin/disable', 'DisableOrganizationAdminAccount', (call) => disable(state, call)),
    route('GET', '/admin', 'ListOrganizationAdminAccounts', (call) => {
      requireManagementAccount(state, call);
      const administrator = state.administrators.get(call.region);
      const listed = administrator ? [{ adminAccountId: administrator.account, adminStatus: 'ENABLED' }] : [];
      return page('adminAccounts', listed, call.input);
    }),
  ];
}

function enable(state: GuardDutyState, call: Call): Json {
  requireManagementAccount(state, call);
  const { organization, settings } = state.world;
  const account: string = call.input.adminAccountId;
  // AWS turns trusted access on by itself here. Terraform, which owns the list of trusted services, turns it off again
  // when the list lacks GuardDuty, so that the delegation breaks one plan later: it has to be listed beforehand.
  if (!organization.hasTrustedAccess(PRINCIPAL)) {
    throw badRequest(`The request failed because trusted access for ${PRINCIPAL} is not enabled in AWS Organizations.`);
  }
  if (!organization.isActiveMember(account)) {
    throw badRequest('The request failed because admin account passed is not member of AWS Organizations.');
  }
  const others = [
    ...state.administrators.list().map((administrator) => administrator.account),
    ...organization.delegatedAdministrators(PRINCIPAL),
  ];
  if (others.some((other) => other !== account)) {
    throw badRequest(
      'The request failed because another account is already enabled as GuardDuty delegated administrator for the organization.',
    );
  }
  if (state.isDelegatedAdministrator(account, call.region)) return {};
  // Organizations does not register its own management account, while GuardDuty takes it as administrator.
  if (account !== organization.managementAccount && !others.includes(account)) {
    organization.registerDelegatedAdministrator(account, PRINCIPAL);
  }
  state.administrators.set({ account, autoEnable: 'NONE', features: FeatureSet.ofOrganization() }, call.region);
  if (settings.delegationEnablesGuardDuty && !state.detectors.get(account, call.region)) {
    state.createDetector(account, call.region, { features: FeatureSet.ofDetector(defaultFeatures) });
  }
  return {};
}

/** Members of the organization lose their administrator and keep their detector; Organizations keeps the registration. */
function disable(state: GuardDutyState, call: Call): Json {
  requireManagementAccount(state, call);
  const account: string = call.input.adminAccountId;
  if (!state.isDelegatedAdministrator(account, call.region)) throw invalidInput();
  for (const member of state.membersOf(account, call.region)) {
    if (state.isOrganizationMember(member)) state.members.delete(call.region, account, member.account);
  }
  state.administrators.delete(call.region);
  return {};
}

function requireManagementAccount(state: GuardDutyState, call: Call): void {
  const { organization } = state.world;
  if (!organization.find() || call.account !== organization.managementAccount) throw notOrganizationMaster();
}
