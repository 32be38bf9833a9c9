import type { Call, Json, Route } from '../../toolkit/untyped';
import { accessDenied, conflict, notFound } from './errors';
import { isAssociated, type MacieState, type Member, route, TIMESTAMP } from './state';

/** The way into membership for an account outside the organization, seen from both sides. */
export function invitationRoutes(state: MacieState): Route[] {
  const administrator = (name: string) => (call: Call) => {
    const member = state.membershipOf(call.account, call.region);
    return member === undefined ? {} : { [name]: describe(member) };
  };
  const leave = (call: Call) => disassociateFromAdministrator(state, call);
  return [
    route(state, 'POST', '/invitations', 'CreateInvitations', (call) => createInvitations(state, call)),
    route(state, 'GET', '/invitations', 'ListInvitations', (call) => ({
      invitations: received(state, call)
        .filter(({ invitationId }) => invitationId !== undefined)
        .map(describe),
    })),
    route(state, 'POST', '/invitations/accept', 'AcceptInvitation', (call) => acceptInvitation(state, call)),
    route(state, 'POST', '/invitations/decline', 'DeclineInvitations', (call) =>
      answerInvitations(state, call, (member) => {
        member.relationshipStatus = 'Resigned';
      }),
    ),
    route(state, 'POST', '/invitations/delete', 'DeleteInvitations', (call) =>
      answerInvitations(state, call, (member) => {
        member.relationshipStatus = 'Resigned';
        delete member.invitationId;
      }),
    ),
    route(state, 'GET', '/administrator', 'GetAdministratorAccount', administrator('administrator')),
    route(state, 'GET', '/master', 'GetMasterAccount', administrator('master')),
    route(state, 'POST', '/administrator/disassociate', 'DisassociateFromAdministratorAccount', leave),
    route(state, 'POST', '/master/disassociate', 'DisassociateFromMasterAccount', leave),
  ];
}

function createInvitations(state: MacieState, { account: administrator, region, input }: Call): Json {
  return unprocessed(input.accountIds, (account) => {
    const member = state.members.get(region, administrator, account);
    if (member === undefined) return 'The account must be added before it can be invited';
    if (isAssociated(member)) return 'The account is already associated with a Macie administrator account';
    const { organization, settings } = state.world;
    const owner = [...organization.accounts(), ...settings.outsideAccounts].find(({ id }) => id === account);
    member.relationshipStatus = owner?.email === member.email ? 'Invited' : 'EmailVerificationFailed';
    if (member.relationshipStatus === 'Invited') member.invitationId = state.world.newId(32);
    return undefined;
  });
}

function acceptInvitation(state: MacieState, call: Call): Json {
  const { invitationId, administratorAccountId, masterAccount } = call.input;
  const administrator = administratorAccountId ?? masterAccount;
  const member = received(state, call).find(
    (one) => one.invitationId === invitationId && one.administrator === administrator,
  );
  if (member === undefined) throw notFound();
  if (state.membershipOf(call.account, call.region) !== undefined) {
    throw conflict('The request failed because your account is already associated with a Macie administrator account');
  }
  member.relationshipStatus = 'Enabled';
  return {};
}

function answerInvitations(state: MacieState, call: Call, answer: (member: Member) => void): Json {
  return unprocessed(call.input.accountIds, (administrator) => {
    const member = state.members.get(call.region, administrator, call.account);
    if (member?.invitationId === undefined || isAssociated(member)) return 'There is no invitation from the account';
    answer(member);
    return undefined;
  });
}

function disassociateFromAdministrator(state: MacieState, { account, region }: Call): Json {
  const member = state.membershipOf(account, region);
  if (member === undefined) throw notFound();
  if (member.throughOrganization) {
    throw accessDenied('only the Macie administrator for your organization can disassociate your account');
  }
  member.relationshipStatus = 'Resigned';
  return {};
}

const received = (state: MacieState, { account, region }: Call): Member[] =>
  state.members.list(region).filter((member) => member.account === account);

function unprocessed(accountIds: string[], act: (accountId: string) => string | undefined): Json {
  const unprocessedAccounts = accountIds.flatMap((accountId) => {
    const errorMessage = act(accountId);
    return errorMessage === undefined ? [] : [{ accountId, errorCode: 'ClientError', errorMessage }];
  });
  return { unprocessedAccounts };
}

const describe = ({ administrator, invitationId, relationshipStatus }: Member): Json => ({
  accountId: administrator,
  ...(invitationId !== undefined && { invitationId, invitedAt: TIMESTAMP }),
  relationshipStatus,
});
