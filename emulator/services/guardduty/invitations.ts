import type { Call, Json, Route } from '../../toolkit/untyped';
import { badRequest, memberMayNotManage } from './errors';
import { followAdministrator } from './membership';
import { page, processAccounts, route } from './routes';
import { type GuardDutyState, isAssociated, type Member, TIMESTAMP } from './state';

/** The invitation of an account from outside the organization, and its answer; the `master` paths are the older names. */
export function invitationRoutes(state: GuardDutyState): Route[] {
  return [
    route('POST', '/detector/:detectorId/member/invite', 'InviteMembers', (call) => inviteMembers(state, call)),
    route('GET', '/invitation', 'ListInvitations', (call) => {
      const pending = invitationsTo(state, call).filter((member) => member.status === 'Invited');
      return page('invitations', pending.map(describe), call.input);
    }),
    route('POST', '/invitation/decline', 'DeclineInvitations', (call) =>
      eachInviter(state, call, (invitation) => {
        if (invitation?.status !== 'Invited') return noInvitation();
        invitation.status = 'Resigned';
        return undefined;
      }),
    ),
    route('POST', '/invitation/delete', 'DeleteInvitations', (call) =>
      eachInviter(state, call, (invitation) => {
        if (invitation === undefined) return noInvitation();
        if (invitation.status === 'Invited' || isAssociated(invitation)) {
          return 'The request is rejected because the current account cannot delete the invitation from the given master account ID since it is still associated to it or has not declined their invitation yet.';
        }
        invitation.invitationId = undefined;
        return undefined;
      }),
    ),
    ...answerRoutes(state, 'administrator', {
      accept: 'AcceptAdministratorInvitation',
      get: 'GetAdministratorAccount',
      disassociate: 'DisassociateFromAdministratorAccount',
    }),
    ...answerRoutes(state, 'master', {
      accept: 'AcceptInvitation',
      get: 'GetMasterAccount',
      disassociate: 'DisassociateFromMasterAccount',
    }),
  ];
}

function answerRoutes(
  state: GuardDutyState,
  role: 'administrator' | 'master',
  operations: Readonly<Record<'accept' | 'get' | 'disassociate', string>>,
): Route[] {
  const path = `/detector/:detectorId/${role}`;
  return [
    route('POST', path, operations.accept, (call) => accept(state, call, call.input[`${role}Id`])),
    route('GET', path, operations.get, (call) => {
      state.findDetector(call);
      const membership = state.membershipOf(call.account, call.region);
      // AWS answers an account without administrator with success and no content.
      return membership ? { [role]: describe(membership) } : {};
    }),
    route('POST', `${path}/disassociate`, operations.disassociate, (call) => disassociate(state, call)),
  ];
}

function inviteMembers(state: GuardDutyState, call: Call): Json {
  state.findDetector(call);
  return processAccounts(call.input.accountIds, (account) => {
    if (account === call.account) return 'The request is rejected because the current account cannot invite itself.';
    if (state.membershipOf(call.account, call.region)) {
      return 'The request is rejected because the current account cannot invite other accounts because it is already a member of another master account.';
    }
    const member = state.members.get(call.region, call.account, account);
    if (member === undefined) return "The request is rejected because the member account's email address is missing.";
    if (member.status === 'Invited' || isAssociated(member)) {
      return 'The request is rejected because the current account has already invited or is already the GuardDuty master of the given member account ID.';
    }
    if (state.isOrganizationMember(member)) {
      return 'The request is rejected because the given account ID is managed through AWS Organizations and cannot be invited.';
    }
    member.invitationId = state.world.newId(32);
    // AWS sends the invitation to the account's own address: another one never gets verified.
    member.status = emailOf(state, account) === member.email ? 'Invited' : 'EmailVerificationFailed';
    return undefined;
  });
}

function accept(state: GuardDutyState, call: Call, administrator: string): Json {
  const { account, region, input } = call;
  state.findDetector(call);
  const refuse = (reason: string) => badRequest(`The request is rejected because the current account ${reason}`);
  if (state.membershipOf(account, region)) {
    throw refuse('cannot accept invitations because it is already a member of a master account.');
  }
  if (state.membersOf(account, region).length > 0) {
    throw refuse('cannot accept invitations because the account contains created, invited, or associated members.');
  }
  const invitation = state.members.get(region, administrator, account);
  if (invitation?.status !== 'Invited' || invitation.invitationId !== input.invitationId) {
    throw refuse(
      'has no pending invitation from the specified master account ID or is already a member of another master account.',
    );
  }
  invitation.status = 'Enabled';
  followAdministrator(state, administrator, account, region);
  return {};
}

function disassociate(state: GuardDutyState, call: Call): Json {
  state.findDetector(call);
  const membership = state.membershipOf(call.account, call.region);
  if (membership === undefined) {
    throw badRequest('The request is rejected because the current account is not associated with a master account.');
  }
  if (state.isOrganizationMember(membership)) throw memberMayNotManage();
  membership.status = 'Resigned';
  return {};
}

function invitationsTo(state: GuardDutyState, { account, region }: Call): Member[] {
  return state.members.list(region).filter((member) => member.account === account && member.invitationId !== undefined);
}

function eachInviter(state: GuardDutyState, call: Call, act: (invitation?: Member) => string | undefined): Json {
  const invitations = invitationsTo(state, call);
  return processAccounts(call.input.accountIds, (inviter) =>
    act(invitations.find((invitation) => invitation.administrator === inviter)),
  );
}

const noInvitation = (): string =>
  'The request is rejected because the current account has no invitation from the given master account ID.';

function emailOf({ world }: GuardDutyState, account: string): string | undefined {
  return [...world.organization.accounts(), ...world.settings.outsideAccounts].find(({ id }) => id === account)?.email;
}

function describe({ administrator, invitationId, status }: Member): Json {
  return { accountId: administrator, invitationId, relationshipStatus: status, invitedAt: TIMESTAMP };
}
