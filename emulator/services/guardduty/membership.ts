import type { OrgFeatureStatus } from '@aws-sdk/client-guardduty';
import type { Scope } from '../../toolkit/call';
import { type GuardDutyState, isAssociated } from './state';

/** Makes an account of the organization a member of the delegated administrator and enables GuardDuty in it. */
export function associate(state: GuardDutyState, scope: Scope, applied: readonly OrgFeatureStatus[]): void {
  const { account, region } = scope;
  const administrator = state.administrators.get(region)?.account;
  if (administrator === undefined) return;
  const detector = state.detectors.get(account, region) ?? state.createDetector(scope);
  detector.status = 'ENABLED';
  followAdministrator(state, administrator, scope);
  applyFeatures(state, scope, applied);
  state.addMember({ account, administrator, region, email: undefined, status: 'Enabled' });
}

/** A member takes over the publishing frequency of its administrator. */
export function followAdministrator(state: GuardDutyState, administrator: string, { account, region }: Scope): void {
  const leading = state.detectors.get(administrator, region);
  const detector = state.detectors.get(account, region);
  if (leading && detector) detector.findingPublishingFrequency = leading.findingPublishingFrequency;
}

/** Why an account of the organization cannot be associated without more ado, or undefined when it can. */
export function refusalToAssociate(state: GuardDutyState, scope: Scope): string | undefined {
  const { account, region } = scope;
  const other = state.membershipOf(scope);
  if (other && !state.isDelegatedAdministrator({ account: other.administrator, region }))
    return 'The request is rejected because the given account ID is already an associated member of another master account.';
  // GuardDuty has no service-linked role in the management account until that account enables it by itself.
  if (account === state.world.organization.managementAccount && !state.detectors.get(account, region))
    return 'Operation failed because your organization master must first enable GuardDuty to be added as a member';
  return undefined;
}

/** What auto-enable ALL does to the accounts that are already there; AWS takes up to 24 hours, this no time. */
export function autoEnableAll(state: GuardDutyState, region: string): void {
  const administrator = state.administrators.get(region);
  if (administrator?.autoEnable !== 'ALL') return;
  for (const { id: account } of state.world.organization.accounts()) {
    if (account === administrator.account || !state.world.organization.isActiveMember(account)) continue;
    if (state.members.get(region, administrator.account, account)?.status === 'Enabled') continue;
    if (refusalToAssociate(state, { account, region }) === undefined) associate(state, { account, region }, ['ALL']);
  }
}

/** What auto-enable does to an account that joins the organization. */
export function autoEnableNew(state: GuardDutyState, account: string): void {
  for (const [[region = ''], administrator] of state.administrators.entries())
    if (administrator.autoEnable !== 'NONE') associate(state, { account, region }, ['ALL', 'NEW']);
}

/** Turns a feature on in every member of the organization whose setting says ALL. */
export function applyFeaturesToMembers(state: GuardDutyState, administrator: Scope): void {
  for (const member of state.membersOf(administrator))
    if (isAssociated(member) && state.isOrganizationMember(member)) applyFeatures(state, member, ['ALL']);
}

function applyFeatures(state: GuardDutyState, { account, region }: Scope, applied: readonly OrgFeatureStatus[]): void {
  const settings = state.administrators.get(region)?.features.list() ?? [];
  const features = state.detectors.get(account, region)?.features;
  for (const { name, value, agents } of settings) {
    if (applied.includes(value)) features?.set(name, 'ENABLED');
    for (const agent of agents) if (applied.includes(agent.value)) features?.set(name, 'ENABLED', agent.name);
  }
}
