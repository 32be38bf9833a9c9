import type { Call, Json, Route } from '../../toolkit/untyped';
import { badRequest, invalidInput, NOT_ASSOCIATED } from './errors';
import { associate, refusalToAssociate } from './membership';
import { page, processAccounts, route } from './routes';
import { type GuardDutyState, isAssociated, type Member, TIMESTAMP } from './state';

/** The member accounts of an administrator, from the administrator's side. */
export function memberRoutes(state: GuardDutyState): Route[] {
  const members = '/detector/:detectorId/member';
  return [
    route('POST', members, 'CreateMembers', (call) => createMembers(state, call)),
    route('GET', members, 'ListMembers', (call) => {
      const listed = ownMembers(state, call).filter(
        (member) => isAssociated(member) || String(call.input.onlyAssociated).toLowerCase() === 'false',
      );
      return page(
        'members',
        listed.map((member) => describeMember(state, member)),
        call.input,
      );
    }),
    route('POST', `${members}/get`, 'GetMembers', (call) => getMembers(state, call)),
    route('POST', `${members}/delete`, 'DeleteMembers', (call) => deleteMembers(state, call)),
    route('POST', `${members}/disassociate`, 'DisassociateMembers', (call) => {
      refuseUnderAll(state, call, 'disassociated');
      return eachAssociated(state, call, (member) => {
        member.status = 'Removed';
      });
    }),
    route('POST', `${members}/stop`, 'StopMonitoringMembers', (call) => {
      refuseUnderAll(state, call, 'suspended');
      return eachAssociated(state, call, (member) => monitor(state, member, false));
    }),
    route('POST', `${members}/start`, 'StartMonitoringMembers', (call) =>
      eachAssociated(state, call, (member) => monitor(state, member, true)),
    ),
  ];
}

/** The caller's members in the region, after the check that the detector in the path is its own. */
export function ownMembers(state: GuardDutyState, call: Call): Member[] {
  state.findDetector(call);
  return state.membersOf(call.account, call.region);
}

function createMembers(state: GuardDutyState, call: Call): Json {
  state.findDetector(call);
  const details: Json[] = call.input.accountDetails ?? [];
  if (details.some(({ email }) => !/^[!-~]+@[!-~]+$/.test(email ?? '') || email.length > 64)) throw invalidInput();
  const emails = new Map<string, string>(details.map(({ accountId, email }) => [accountId, email]));
  return processAccounts([...emails.keys()], (account) => createMember(state, call, account, emails.get(account)));
}

function createMember(state: GuardDutyState, call: Call, account: string, email?: string): string | undefined {
  const { account: administrator, region } = call;
  if (account === administrator) return 'The request is rejected because an account cannot become a member of itself.';
  if (state.membershipOf(administrator, region)) {
    return 'The request is rejected because the current account cannot create members since it is already an associated member of another master account.';
  }
  const existing = state.members.get(region, administrator, account);
  const viaOrganization =
    state.isDelegatedAdministrator(administrator, region) && state.world.organization.isActiveMember(account);
  // A disassociated account of the organization can be added again in this way only.
  if (existing && !(viaOrganization && !isAssociated(existing))) {
    return 'The request is rejected because the given account ID is already a member or associated member of the current account.';
  }
  if (!viaOrganization) {
    state.members.set({ account, administrator, region, email, status: 'Created' }, region, administrator, account);
    return undefined;
  }
  const refusal = refusalToAssociate(state, account, region);
  if (refusal === undefined) associate(state, account, region, ['ALL', 'NEW']);
  return refusal;
}

function getMembers(state: GuardDutyState, call: Call): Json {
  const own = ownMembers(state, call);
  const members: Json[] = [];
  const unprocessed = processAccounts(call.input.accountIds, (account) => {
    const member = own.find((one) => one.account === account);
    if (member === undefined) return NOT_ASSOCIATED;
    members.push(describeMember(state, member));
    return undefined;
  });
  return { members, ...unprocessed };
}

function describeMember(state: GuardDutyState, member: Member): Json {
  const { account: accountId, administrator, region, status: relationshipStatus } = member;
  return {
    accountId,
    masterId: administrator,
    administratorId: administrator,
    relationshipStatus,
    updatedAt: TIMESTAMP,
    ...(isAssociated(member) ? { detectorId: state.detectors.get(accountId, region)?.id } : {}),
    // Both are there for accounts added by invitation only: for one of the organization Terraform reads an empty e-mail.
    ...(state.isOrganizationMember(member) ? {} : { email: member.email }),
    ...(member.invitationId ? { invitedAt: TIMESTAMP } : {}),
  };
}

function deleteMembers(state: GuardDutyState, call: Call): Json {
  state.findDetector(call);
  return processAccounts(call.input.accountIds, (account) => {
    const member = state.members.get(call.region, call.account, account);
    if (member === undefined) return NOT_ASSOCIATED;
    if (isAssociated(member)) {
      return 'The request is rejected because the current account cannot delete the given member account ID since it is still associated to it.';
    }
    state.members.delete(call.region, call.account, account);
    return undefined;
  });
}

function eachAssociated(state: GuardDutyState, call: Call, act: (member: Member) => void): Json {
  const own = ownMembers(state, call).filter(isAssociated);
  return processAccounts(call.input.accountIds, (account) => {
    const member = own.find((one) => one.account === account);
    if (member === undefined) return NOT_ASSOCIATED;
    act(member);
    return undefined;
  });
}

function refuseUnderAll(state: GuardDutyState, call: Call, done: string): void {
  const ids: unknown[] = call.input.accountIds ?? [];
  const named = ownMembers(state, call).filter((member) => ids.includes(member.account));
  const all = state.administrators.get(call.region)?.autoEnable === 'ALL';
  if (!all || !named.some((member) => state.isOrganizationMember(member))) return;
  throw badRequest(
    `The request is rejected because member accounts cannot be ${done} while auto-enable for organization members is set to ALL.`,
  );
}

function monitor(state: GuardDutyState, member: Member, on: boolean): void {
  member.status = on ? 'Enabled' : 'Disabled';
  const detector = state.detectors.get(member.account, member.region);
  if (detector) detector.status = on ? 'ENABLED' : 'DISABLED';
}
