import type { Invitation } from '@aws-sdk/client-guardduty';
import type { Scope } from '../../toolkit/call';
import type { GuardDutyCall, GuardDutyOperations, Shape } from './api';
import { badRequest, memberMayNotManage } from './errors';
import { pageOf, processAccounts } from './lists';
import { followAdministrator } from './membership';
import { type DetectorCall, type GuardDutyState, isAssociated, type Member } from './state';

/** The invitation of an account from outside the organization, and its answer. */
export const invitationOperations = (state: GuardDutyState): GuardDutyOperations => ({
  InviteMembers: (call) => {
    const { account, region } = state.findDetector(call);
    return processAccounts(call.input.accountIds, (invited) => invite(state, { account, region }, invited));
  },
  ListInvitations: (call) => {
    const { items, token } = pageOf(pendingFor(state, call), call.input);
    return { invitations: items.map(describe), ...token };
  },
  GetInvitationsCount: (call) => ({ invitationsCount: pendingFor(state, call).length }),
  DeclineInvitations: (call) => eachInviter(state, call, (invitation) => decline(state, invitation)),
  DeleteInvitations: (call) => eachInviter(state, call, deleteInvitation),
  AcceptAdministratorInvitation: (call) => accept(state, call, call.input.administratorId, call.input.invitationId),
  // AWS answers an account without administrator with success and no content.
  GetAdministratorAccount: (call) => {
    const membership = state.membershipOf(state.findDetector(call));
    return { administrator: membership && describe(membership) };
  },
  DisassociateFromAdministratorAccount: (call) => disassociate(state, call),
  // The older names.
  AcceptInvitation: (call) => accept(state, call, call.input.masterId, call.input.invitationId),
  GetMasterAccount: (call) => {
    const membership = state.membershipOf(state.findDetector(call));
    return { master: membership && describe(membership) };
  },
  DisassociateFromMasterAccount: (call) => disassociate(state, call),
});

function invite(state: GuardDutyState, inviter: Scope, account: string): string | undefined {
  if (account === inviter.account) return 'The request is rejected because the current account cannot invite itself.';
  if (state.membershipOf(inviter))
    return 'The request is rejected because the current account cannot invite other accounts because it is already a member of another master account.';
  const member = state.members.get(inviter.region, inviter.account, account);
  if (member === undefined) return "The request is rejected because the member account's email address is missing.";
  if (member.status === 'Invited' || isAssociated(member))
    return 'The request is rejected because the current account has already invited or is already the GuardDuty master of the given member account ID.';
  if (state.isOrganizationMember(member))
    return 'The request is rejected because the given account ID is managed through AWS Organizations and cannot be invited.';
  // AWS sends the invitation to the account's own address: another one never gets verified.
  state.relate(member, emailOf(state, account) === member.email ? 'Invited' : 'EmailVerificationFailed');
  member.invitationId = state.world.newId(32);
  member.invitedAt = state.world.clock.iso();
  return undefined;
}

function decline(state: GuardDutyState, invitation: Member | undefined): string | undefined {
  if (invitation?.status !== 'Invited') return noInvitation;
  state.relate(invitation, 'Resigned');
  return undefined;
}

function deleteInvitation(invitation: Member | undefined): string | undefined {
  if (invitation === undefined) return noInvitation;
  if (invitation.status === 'Invited' || isAssociated(invitation))
    return 'The request is rejected because the current account cannot delete the invitation from the given master account ID since it is still associated to it or has not declined their invitation yet.';
  invitation.invitationId = undefined;
  return undefined;
}

function accept(state: GuardDutyState, call: DetectorCall, administrator = '', invitationId: string | undefined) {
  const detector = state.findDetector(call);
  const refuse = (reason: string) => badRequest(`The request is rejected because the current account ${reason}`);
  if (state.membershipOf(detector))
    throw refuse('cannot accept invitations because it is already a member of a master account.');
  if (state.membersOf(detector).length > 0)
    throw refuse('cannot accept invitations because the account contains created, invited, or associated members.');
  const invitation = state.members.get(detector.region, administrator, detector.account);
  if (invitation?.status !== 'Invited' || invitation.invitationId !== invitationId)
    throw refuse(
      'has no pending invitation from the specified master account ID or is already a member of another master account.',
    );
  state.relate(invitation, 'Enabled');
  followAdministrator(state, administrator, detector);
  return {};
}

function disassociate(state: GuardDutyState, call: DetectorCall) {
  const membership = state.membershipOf(state.findDetector(call));
  if (membership === undefined)
    throw badRequest('The request is rejected because the current account is not associated with a master account.');
  if (state.isOrganizationMember(membership)) throw memberMayNotManage();
  state.relate(membership, 'Resigned');
  return {};
}

const invitationsTo = (state: GuardDutyState, { account, region }: Scope): Member[] =>
  state.members.list(region).filter((member) => member.account === account && member.invitationId !== undefined);

const pendingFor = (state: GuardDutyState, scope: Scope): Member[] =>
  invitationsTo(state, scope).filter(({ status }) => status === 'Invited');

function eachInviter(
  state: GuardDutyState,
  call: GuardDutyCall<'DeclineInvitations'>,
  act: (invitation: Member | undefined) => string | undefined,
) {
  const invitations = invitationsTo(state, call);
  return processAccounts(call.input.accountIds, (inviter) =>
    act(invitations.find(({ administrator }) => administrator === inviter)),
  );
}

const noInvitation =
  'The request is rejected because the current account has no invitation from the given master account ID.';

const emailOf = ({ world }: GuardDutyState, account: string): string | undefined =>
  [...world.organization.accounts(), ...world.settings.outsideAccounts].find(({ id }) => id === account)?.email;

const describe = ({ administrator, invitationId, invitedAt, status }: Member): Shape<Invitation> => ({
  accountId: administrator,
  invitationId,
  relationshipStatus: status,
  invitedAt,
});
