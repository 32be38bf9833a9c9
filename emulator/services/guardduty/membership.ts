import type { AutoEnable, FeatureSet } from './features';
import { type GuardDutyState, isAssociated, type Member } from './state';

/** Makes an account of the organization a member of the delegated administrator and enables GuardDuty in it. */
export function associate(
  state: GuardDutyState,
  account: string,
  region: string,
  applied: readonly AutoEnable[],
): void {
  const administrator = state.administrators.get(region);
  if (administrator === undefined) return;
  const detector = state.detectors.get(account, region) ?? state.createDetector(account, region);
  detector.status = 'ENABLED';
  followAdministrator(state, administrator.account, account, region);
  applyFeatures(state, account, region, applied);
  const member: Member = {
    account,
    administrator: administrator.account,
    region,
    email: undefined,
    status: 'Enabled',
  };
  state.members.set(member, region, administrator.account, account);
}

/** A member takes over the publishing frequency of its administrator. */
export function followAdministrator(
  state: GuardDutyState,
  administrator: string,
  account: string,
  region: string,
): void {
  const leading = state.detectors.get(administrator, region);
  const detector = state.detectors.get(account, region);
  if (leading && detector) detector.findingPublishingFrequency = leading.findingPublishingFrequency;
}

/** Why an account of the organization cannot be associated without more ado, or undefined when it can. */
export function refusalToAssociate(state: GuardDutyState, account: string, region: string): string | undefined {
  const other = state.membershipOf(account, region);
  if (other && !state.isDelegatedAdministrator(other.administrator, region)) {
    return 'The request is rejected because the given account ID is already an associated member of another master account.';
  }
  // GuardDuty has no service-linked role in the management account until that account enables it by itself.
  if (account === state.world.organization.managementAccount && !state.detectors.get(account, region)) {
    return 'Operation failed because your organization master must first enable GuardDuty to be added as a member';
  }
  return undefined;
}

/** What auto-enable ALL does to the accounts that are already there; AWS takes up to 24 hours, this no time. */
export function autoEnableAll(state: GuardDutyState, region: string): void {
  const administrator = state.administrators.get(region);
  if (administrator?.autoEnable !== 'ALL') return;
  for (const { id } of state.world.organization.accounts()) {
    if (id === administrator.account || !state.world.organization.isActiveMember(id)) continue;
    if (state.members.get(region, administrator.account, id)?.status === 'Enabled') continue;
    if (refusalToAssociate(state, id, region) === undefined) associate(state, id, region, ['ALL']);
  }
}

/** What auto-enable does to an account that joins the organization. */
export function autoEnableNew(state: GuardDutyState, account: string): void {
  for (const [[region = ''], administrator] of state.administrators.entries()) {
    if (administrator.autoEnable !== 'NONE') associate(state, account, region, ['ALL', 'NEW']);
  }
}

/** Turns a feature on in every member of the organization whose setting says ALL. */
export function applyFeaturesToMembers(state: GuardDutyState, administrator: string, region: string): void {
  for (const member of state.membersOf(administrator, region)) {
    if (isAssociated(member) && state.isOrganizationMember(member)) {
      applyFeatures(state, member.account, region, ['ALL']);
    }
  }
}

function applyFeatures(state: GuardDutyState, account: string, region: string, applied: readonly AutoEnable[]): void {
  const settings: FeatureSet<AutoEnable> | undefined = state.administrators.get(region)?.features;
  const features = state.detectors.get(account, region)?.features;
  if (settings === undefined || features === undefined) return;
  for (const { name, additionalConfiguration = [] } of settings.list()) {
    if (applied.includes(settings.get(name))) features.set(name, 'ENABLED');
    for (const agent of additionalConfiguration) {
      if (applied.includes(agent.autoEnable)) features.set(name, 'ENABLED', agent.name);
    }
  }
}
