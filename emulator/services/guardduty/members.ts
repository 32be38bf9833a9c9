import type { Member as Description } from '@aws-sdk/client-guardduty';
import type { GuardDutyCall, GuardDutyOperations, Shape } from './api';
import { badRequest, invalidInput, notAssociated } from './errors';
import { pageOf, processAccounts } from './lists';
import { associate, refusalToAssociate } from './membership';
import { type DetectorCall, type GuardDutyState, isAssociated, type Member } from './state';

/** A call that names members of the caller by their account ids. */
type MembersCall = GuardDutyCall<'GetMembers' | 'DeleteMembers' | 'DisassociateMembers'>;

/** The member accounts of an administrator, from the administrator's side. */
export const memberOperations = (state: GuardDutyState): GuardDutyOperations => ({
  CreateMembers: (call) => createMembers(state, call),
  ListMembers: (call) => {
    const all = call.input.onlyAssociated?.toLowerCase() === 'false';
    const { items, token } = pageOf(
      ownMembers(state, call).filter((member) => all || isAssociated(member)),
      call.input,
    );
    return { members: items.map((member) => describeMember(state, member)), ...token };
  },
  GetMembers: (call) => getMembers(state, call),
  DeleteMembers: (call) => deleteMembers(state, call),
  DisassociateMembers: (call) => {
    refuseUnderAll(state, call, 'disassociated');
    return eachAssociated(state, call, (member) => state.relate(member, 'Removed'));
  },
  StopMonitoringMembers: (call) => {
    refuseUnderAll(state, call, 'suspended');
    return eachAssociated(state, call, (member) => monitor(state, member, false));
  },
  StartMonitoringMembers: (call) => eachAssociated(state, call, (member) => monitor(state, member, true)),
});

/** The caller's members in the region, after the check that the detector in the path is its own. */
export function ownMembers(state: GuardDutyState, call: DetectorCall): Member[] {
  return state.membersOf(state.findDetector(call));
}

function createMembers(state: GuardDutyState, call: GuardDutyCall<'CreateMembers'>) {
  const administrator = state.findDetector(call).account;
  const details = call.input.accountDetails ?? [];
  const emails = new Map(details.map(({ accountId = '', email = '' }) => [accountId, email]));
  if (details.some(({ email = '' }) => !/^[!-~]+@[!-~]+$/.test(email) || email.length > 64)) throw invalidInput();
  return processAccounts([...emails.keys()], (account) =>
    createMember(state, { account, administrator, region: call.region, email: emails.get(account) }),
  );
}

function createMember(
  state: GuardDutyState,
  created: Pick<Member, 'account' | 'administrator' | 'region' | 'email'>,
): string | undefined {
  const { account, administrator, region } = created;
  if (account === administrator) return 'The request is rejected because an account cannot become a member of itself.';
  if (state.membershipOf({ account: administrator, region }))
    return 'The request is rejected because the current account cannot create members since it is already an associated member of another master account.';
  const existing = state.members.get(region, administrator, account);
  const viaOrganization = state.isOrganizationMember(created);
  // A disassociated account of the organization can be added again in this way only.
  if (existing && !(viaOrganization && !isAssociated(existing)))
    return 'The request is rejected because the given account ID is already a member or associated member of the current account.';
  if (!viaOrganization) {
    state.addMember({ ...created, status: 'Created' });
    return undefined;
  }
  const refusal = refusalToAssociate(state, created);
  if (refusal === undefined) associate(state, created, ['ALL', 'NEW']);
  return refusal;
}

function getMembers(state: GuardDutyState, call: MembersCall) {
  const members: Shape<Description>[] = [];
  const unprocessed = eachMember(state, call, (member) => {
    members.push(describeMember(state, member));
    return undefined;
  });
  return { members, ...unprocessed };
}

const describeMember = (state: GuardDutyState, member: Member): Shape<Description> => ({
  accountId: member.account,
  masterId: member.administrator,
  administratorId: member.administrator,
  relationshipStatus: member.status,
  updatedAt: member.updatedAt,
  ...(isAssociated(member) && { detectorId: state.detectors.get(member.account, member.region)?.id }),
  // Both are there for accounts added by invitation only: for one of the organization Terraform reads an empty e-mail.
  email: state.isOrganizationMember(member) ? undefined : member.email,
  ...(member.invitationId && { invitedAt: member.invitedAt }),
});

const deleteMembers = (state: GuardDutyState, call: MembersCall) =>
  eachMember(state, call, (member) => {
    if (isAssociated(member))
      return 'The request is rejected because the current account cannot delete the given member account ID since it is still associated to it.';
    state.forget(member);
    return undefined;
  });

const eachAssociated = (state: GuardDutyState, call: MembersCall, act: (member: Member) => void) =>
  eachMember(state, call, (member) => {
    if (!isAssociated(member)) return notAssociated;
    act(member);
    return undefined;
  });

/** Tries an action on each member that the call names; others are reported as no members. */
function eachMember(state: GuardDutyState, call: MembersCall, act: (member: Member) => string | undefined) {
  const own = ownMembers(state, call);
  return processAccounts(call.input.accountIds, (account) => {
    const member = own.find((one) => one.account === account);
    return member === undefined ? notAssociated : act(member);
  });
}

function refuseUnderAll(state: GuardDutyState, call: MembersCall, done: string): void {
  const named = ownMembers(state, call).filter(({ account }) => call.input.accountIds?.includes(account));
  const all = state.administrators.get(call.region)?.autoEnable === 'ALL';
  if (all && named.some((member) => state.isOrganizationMember(member)))
    throw badRequest(
      `The request is rejected because member accounts cannot be ${done} while auto-enable for organization members is set to ALL.`,
    );
}

function monitor(state: GuardDutyState, member: Member, on: boolean): void {
  state.relate(member, on ? 'Enabled' : 'Disabled');
  const detector = state.detectors.get(member.account, member.region);
  if (detector) detector.status = on ? 'ENABLED' : 'DISABLED';
}
