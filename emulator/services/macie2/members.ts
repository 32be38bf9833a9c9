import type { Member as Description } from '@aws-sdk/client-macie2';
import { arnOf } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import { type Tags, tagRecord, tagsOfRecord } from '../../toolkit/tags';
import type { MacieCall, MacieOperations, Shape } from './api';
import { conflict, invalid, notFound } from './errors';
import { oneOf } from './input';
import { isAssociated, type MacieState, type Member } from './state';

/** Members as their administrator account manages them. */
export const memberOperations = (state: MacieState): MacieOperations => ({
  CreateMember: (call) => ({ arn: createMember(state, call).arn }),
  ListMembers: ({ account, region, input }) => ({
    members: state.members
      .list(region, account)
      .filter((member) => input.onlyAssociated === 'false' || isAssociated(member))
      .map(describe),
  }),
  GetMember: (call) => describe(findMember(state, call, call.input.id)),
  DeleteMember: (call) => {
    const member = findMember(state, call, call.input.id);
    if (isAssociated(member))
      throw conflict('The request failed because a member account must be disassociated before it can be deleted');
    state.forget(member);
    return {};
  },
  // Ends the association; Macie stays enabled in the account.
  DisassociateMember: (call) => {
    state.relate(findAssociated(state, call, call.input.id), 'Removed');
    return {};
  },
  UpdateMemberSession: (call) => {
    const member = findAssociated(state, call, call.input.id);
    const status = oneOf('status', call.input.status, ['ENABLED', 'PAUSED']);
    state.relate(member, status === 'PAUSED' ? 'Paused' : 'Enabled');
    if (state.sessions.get(member.account, member.region)) state.enable(member, { status });
    return {};
  },
});

/** Makes an account of the organization a member, and enables Macie in it where it is not enabled yet. */
export function associate(state: MacieState, administrator: string, { account, region }: Scope, tags: Tags): Member {
  if (state.sessions.get(account, region) === undefined) state.enable({ account, region });
  const throughOrganization = { throughOrganization: true, email: '', relationshipStatus: 'Enabled' as const };
  return add(state, { account, administrator, region, tags, ...throughOrganization });
}

function add(state: MacieState, member: Omit<Member, 'arn' | 'updatedAt'>): Member {
  const { account, administrator, region } = member;
  const arn = arnOf('macie2', { account: administrator, region }, `member/${account}`);
  return state.members.set({ ...member, arn, updatedAt: state.world.clock.iso() }, region, administrator, account);
}

function createMember(state: MacieState, { account: administrator, region, input }: MacieCall<'CreateMember'>): Member {
  const { accountId: account = '', email } = input.account ?? {};
  if (!/^\d{12}$/.test(account) || !email) throw invalid('account must contain accountId and email');
  if (account === administrator) throw invalid("an account can't be its own member");
  const known = state.members.get(region, administrator, account);
  // An account that joined with auto-enable is a member before anybody asks.
  if (known !== undefined && isAssociated(known)) return known;
  if (known?.relationshipStatus === 'Removed')
    throw conflict(
      'The request failed because the account was disassociated and must be deleted before it is added again',
    );
  const invited = { account, region };
  if (state.membershipOf(invited) !== undefined || state.isOrganizationAdmin(invited))
    throw conflict('The request failed because the account is already associated with a Macie administrator account');
  const tags = tagsOfRecord(input.tags);
  const isAdmin = state.isOrganizationAdmin({ account: administrator, region });
  if (isAdmin && state.world.organization.isActiveMember(account))
    return associate(state, administrator, invited, tags);
  const created = { throughOrganization: false, relationshipStatus: 'Created' as const };
  return add(state, { account, administrator, region, email, tags, ...created });
}

function findMember(state: MacieState, { account, region }: Scope, id = ''): Member {
  const member = state.members.get(region, account, id);
  if (member === undefined) throw notFound();
  return member;
}

function findAssociated(state: MacieState, scope: Scope, id: string | undefined): Member {
  const member = findMember(state, scope, id);
  if (!isAssociated(member)) throw invalid('the specified account is not associated with your account');
  return member;
}

const describe = (member: Member): Shape<Description> => ({
  accountId: member.account,
  administratorAccountId: member.administrator,
  masterAccountId: member.administrator,
  arn: member.arn,
  // AWS leaves the address out for an account of the organization, whatever address CreateMember was given.
  ...(!member.throughOrganization && { email: member.email }),
  ...(member.invitation && { invitedAt: member.invitation.at }),
  relationshipStatus: member.relationshipStatus,
  tags: tagRecord(member.tags),
  updatedAt: member.updatedAt,
});
