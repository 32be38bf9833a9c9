import type { Call, Json, Route } from '../../toolkit/untyped';
import { notFound } from './errors';
import { defaultStandards } from './standards';
import { type Member, route, type SecurityHubState, TIMESTAMP } from './state';

/** Members as their Security Hub administrator manages them, and the administrator as a member sees it. */
export function memberRoutes(state: SecurityHubState): Route[] {
  return [
    route(state, 'POST', '/members', 'CreateMembers', (call) => createMembers(state, call)),
    route(state, 'GET', '/members', 'ListMembers', ({ account, region, input }) => {
      const all = input.OnlyAssociated === 'false';
      const members = state.members.list(region, account).filter(({ status }) => all || status === 'Enabled');
      return { Members: members.map(describe) };
    }),
    route(state, 'POST', '/members/get', 'GetMembers', (call) => getMembers(state, call)),
    route(state, 'POST', '/members/disassociate', 'DisassociateMembers', (call) => disassociateMembers(state, call)),
    route(state, 'POST', '/members/delete', 'DeleteMembers', (call) => deleteMembers(state, call)),
    route(state, 'GET', '/administrator', 'GetAdministratorAccount', ({ account, region }) => {
      const member = state.membershipOf(account, region);
      return member === undefined
        ? {}
        : { Administrator: { AccountId: member.administrator, MemberStatus: member.status, InvitedAt: TIMESTAMP } };
    }),
  ];
}

/** Makes an account of the organization a member, and enables Security Hub in it where it is not enabled yet. */
export function associate(
  state: SecurityHubState,
  place: Pick<Member, 'administrator' | 'account' | 'region'>,
  standards: readonly string[],
): void {
  const { administrator, account, region } = place;
  if (state.hubs.get(account, region) === undefined) state.enable(account, region, {}, standards);
  const email = state.world.organization.accounts().find(({ id }) => id === account)?.email;
  state.members.set({ ...place, email, status: 'Enabled' }, region, administrator, account);
}

function createMembers(state: SecurityHubState, { account: administrator, region, input }: Call): Json {
  const isOrganizationAdmin = state.organizationAdmins.get(region)?.account === administrator;
  return unprocessed(input.AccountDetails, ({ AccountId: account, Email: email }) => {
    if (account === administrator) return 'An account cannot be its own member';
    if (isOrganizationAdmin && state.world.organization.isActiveMember(account)) {
      const isManagement = account === state.world.organization.managementAccount;
      if (isManagement && state.hubs.get(account, region) === undefined) {
        return 'The organization management account must enable Security Hub before it can become a member';
      }
      associate(state, { administrator, account, region }, defaultStandards(region));
      return undefined;
    }
    if (email === undefined) return 'The email address is required for an account outside the organization';
    if (state.members.get(region, administrator, account) !== undefined) return 'The account is already a member';
    state.members.set({ account, administrator, region, email, status: 'Created' }, region, administrator, account);
    return undefined;
  });
}

function getMembers(state: SecurityHubState, { account: administrator, region, input }: Call): Json {
  const accountIds: string[] = input.AccountIds;
  const find = (accountId: string) => state.members.get(region, administrator, accountId);
  return {
    Members: accountIds.flatMap((accountId) => find(accountId) ?? []).map(describe),
    UnprocessedAccounts: accountIds
      .filter((accountId) => find(accountId) === undefined)
      .map((AccountId) => ({ AccountId, ProcessingResult: 'The account is not a member' })),
  };
}

function disassociateMembers(state: SecurityHubState, { account: administrator, region, input }: Call): Json {
  const members = (input.AccountIds as string[]).map((account) => state.members.get(region, administrator, account));
  if (members.some((member) => member === undefined)) throw notFound('The account is not a member');
  for (const member of members) if (member !== undefined) member.status = 'Removed';
  return {};
}

function deleteMembers(state: SecurityHubState, { account: administrator, region, input }: Call): Json {
  const details = (input.AccountIds as string[]).map((AccountId) => ({ AccountId }));
  return unprocessed(details, ({ AccountId }) => {
    const member = state.members.get(region, administrator, AccountId);
    if (member === undefined) return 'The account is not a member';
    if (state.world.organization.isActiveMember(AccountId)) return 'An account of the organization cannot be deleted';
    state.forget(member);
    return undefined;
  });
}

function unprocessed(details: Json[], act: (detail: Json) => string | undefined): Json {
  const UnprocessedAccounts = details.flatMap((detail) => {
    const ProcessingResult = act(detail);
    return ProcessingResult === undefined ? [] : [{ AccountId: detail.AccountId, ProcessingResult }];
  });
  return { UnprocessedAccounts };
}

const describe = ({ account, administrator, email, status }: Member): Json => ({
  AccountId: account,
  Email: email,
  MasterId: administrator,
  AdministratorId: administrator,
  MemberStatus: status,
  UpdatedAt: TIMESTAMP,
});
