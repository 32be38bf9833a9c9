import type { Call, Json, Route } from '../../toolkit/untyped';
import { conflict, invalid, notFound } from './errors';
import { oneOf } from './input';
import { arnOf, isAssociated, type MacieState, type Member, route, TIMESTAMP } from './state';

/** Members as their administrator account manages them. */
export function memberRoutes(state: MacieState): Route[] {
  return [
    route(state, 'POST', '/members', 'CreateMember', (call) => createMember(state, call)),
    route(state, 'GET', '/members', 'ListMembers', (call) => listMembers(state, call)),
    route(state, 'GET', '/members/:id', 'GetMember', (call) => describe(findMember(state, call))),
    route(state, 'DELETE', '/members/:id', 'DeleteMember', (call) => deleteMember(state, call)),
    route(state, 'POST', '/members/disassociate/:id', 'DisassociateMember', (call) => disassociateMember(state, call)),
    route(state, 'PATCH', '/macie/members/:id', 'UpdateMemberSession', (call) => updateMemberSession(state, call)),
  ];
}

/** Makes an account of the organization a member, and enables Macie in it where it is not enabled yet. */
export function associate(
  state: MacieState,
  place: Pick<Member, 'administrator' | 'account' | 'region'>,
  tags: Record<string, string> = {},
): Member {
  const { administrator, account, region } = place;
  if (state.sessions.get(account, region) === undefined) state.enable(account, region);
  return state.members.set(
    {
      ...place,
      arn: arnOf({ account: administrator, region }, 'member', account),
      throughOrganization: true,
      email: '',
      relationshipStatus: 'Enabled',
      tags,
    },
    region,
    administrator,
    account,
  );
}

function createMember(state: MacieState, call: Call): Json {
  const { account: administrator, region, input } = call;
  const { accountId: account, email } = input.account ?? {};
  if (!/^\d{12}$/.test(account) || !email) throw invalid('account must contain accountId and email');
  if (account === administrator) throw invalid("an account can't be its own member");
  const known = state.members.get(region, administrator, account);
  // An account that joined with auto-enable is a member before anybody asks.
  if (known !== undefined && isAssociated(known)) return { arn: known.arn };
  if (known?.relationshipStatus === 'Removed') {
    throw conflict(
      'The request failed because the account was disassociated and must be deleted before it is added again',
    );
  }
  if (state.membershipOf(account, region) !== undefined || state.isOrganizationAdmin(account, region)) {
    throw conflict('The request failed because the account is already associated with a Macie administrator account');
  }
  if (state.isOrganizationAdmin(administrator, region) && state.world.organization.isActiveMember(account)) {
    return { arn: associate(state, { administrator, account, region }, input.tags).arn };
  }
  const member: Member = {
    account,
    administrator,
    region,
    arn: arnOf(call, 'member', account),
    throughOrganization: false,
    email,
    relationshipStatus: 'Created',
    tags: input.tags ?? {},
  };
  return { arn: state.members.set(member, region, administrator, account).arn };
}

function listMembers(state: MacieState, { account, region, input }: Call): Json {
  const all = input.onlyAssociated === 'false';
  const members = state.members.list(region, account).filter((member) => all || isAssociated(member));
  return { members: members.map(describe) };
}

function deleteMember(state: MacieState, call: Call): Json {
  const member = findMember(state, call);
  if (isAssociated(member)) {
    throw conflict('The request failed because a member account must be disassociated before it can be deleted');
  }
  state.forget(member);
  return {};
}

/** Ends the association; Macie stays enabled in the account. */
function disassociateMember(state: MacieState, call: Call): Json {
  const member = findMember(state, call);
  if (!isAssociated(member)) throw invalid('the specified account is not associated with your account');
  member.relationshipStatus = 'Removed';
  return {};
}

function updateMemberSession(state: MacieState, call: Call): Json {
  const member = findMember(state, call);
  const status = oneOf('status', call.input.status, ['ENABLED', 'PAUSED']);
  if (!isAssociated(member)) throw invalid('the specified account is not associated with your account');
  member.relationshipStatus = status === 'PAUSED' ? 'Paused' : 'Enabled';
  const session = state.sessions.get(member.account, member.region);
  if (session !== undefined) session.status = status;
  return {};
}

function findMember(state: MacieState, { account, region, input }: Call): Member {
  const member = state.members.get(region, account, input.id);
  if (member === undefined) throw notFound();
  return member;
}

function describe(member: Member): Json {
  return {
    accountId: member.account,
    administratorAccountId: member.administrator,
    masterAccountId: member.administrator,
    arn: member.arn,
    // AWS leaves the address out for an account of the organization, whatever address CreateMember was given.
    ...(!member.throughOrganization && { email: member.email }),
    ...(member.invitationId !== undefined && { invitedAt: TIMESTAMP }),
    relationshipStatus: member.relationshipStatus,
    tags: member.tags,
    updatedAt: TIMESTAMP,
  };
}
