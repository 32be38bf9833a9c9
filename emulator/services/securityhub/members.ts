import type { Member as Description, Invitation, Result } from '@aws-sdk/client-securityhub';
import { required, type Scope } from '../../toolkit/call';
import type { SecurityHubCall, SecurityHubOperations, Shape } from './api';
import { notFound } from './errors';
import { defaultStandards } from './standards';
import type { Member, SecurityHubState } from './state';

/** Members as their Security Hub administrator manages them, and the administrator as a member sees it. */
export const memberOperations = (state: SecurityHubState): SecurityHubOperations => ({
  CreateMembers: (call) => createMembers(state, call),
  ListMembers: ({ account, region, input }) => ({
    Members: state.members
      .list(region, account)
      .filter(({ status }) => input.OnlyAssociated === false || status === 'Enabled')
      .map(describe),
  }),
  GetMembers: ({ account, region, input }) => {
    const { AccountIds } = required(input, 'AccountIds');
    const find = (accountId: string) => state.members.get(region, account, accountId);
    return {
      Members: AccountIds.flatMap((accountId) => find(accountId) ?? []).map(describe),
      ...unprocessed(AccountIds, (accountId) => (find(accountId) ? undefined : 'The account is not a member')),
    };
  },
  DisassociateMembers: (call) => disassociateMembers(state, call),
  DeleteMembers: (call) => deleteMembers(state, call),
  GetAdministratorAccount: (call) => ({ Administrator: administratorOf(state, call) }),
  // The older name.
  GetMasterAccount: (call) => ({ Master: administratorOf(state, call) }),
});

/** Makes an account of the organization a member, and enables Security Hub in it where it is not enabled yet. */
export function associate(
  state: SecurityHubState,
  scope: Pick<Member, 'administrator' | 'account' | 'region'>,
  standards: readonly string[],
): void {
  if (state.hubs.get(scope.account, scope.region) === undefined) state.enable(scope, standards);
  const email = state.world.organization.accounts().find(({ id }) => id === scope.account)?.email;
  const { administrator, account, region } = scope;
  state.addMember({ administrator, account, region, email, status: 'Enabled' });
}

function createMembers(state: SecurityHubState, { account, region, input }: SecurityHubCall<'CreateMembers'>) {
  const { AccountDetails } = required(input, 'AccountDetails');
  const ids = AccountDetails.map(({ AccountId = '' }) => AccountId);
  return unprocessed(ids, (created, index) =>
    createMember(state, { account: created, administrator: account, region, email: AccountDetails[index]?.Email }),
  );
}

function createMember(
  state: SecurityHubState,
  created: Pick<Member, 'administrator' | 'account' | 'region' | 'email'>,
): string | undefined {
  const { administrator, account, region, email } = created;
  const { organization } = state.world;
  if (account === administrator) return 'An account cannot be its own member';
  if (state.organizationAdmins.get(region)?.account === administrator && organization.isActiveMember(account)) {
    if (account === organization.managementAccount && state.hubs.get(account, region) === undefined)
      return 'The organization management account must enable Security Hub before it can become a member';
    associate(state, created, defaultStandards(region));
    return undefined;
  }
  if (email === undefined) return 'The email address is required for an account outside the organization';
  if (state.members.get(region, administrator, account) !== undefined) return 'The account is already a member';
  state.addMember({ ...created, status: 'Created' });
  return undefined;
}

function disassociateMembers(
  state: SecurityHubState,
  { account, region, input }: SecurityHubCall<'DisassociateMembers'>,
) {
  const { AccountIds } = required(input, 'AccountIds');
  const members = AccountIds.map((accountId) => {
    const member = state.members.get(region, account, accountId);
    if (member === undefined) throw notFound('The account is not a member');
    return member;
  });
  for (const member of members) {
    member.status = 'Removed';
    member.updatedAt = state.world.clock.iso();
  }
  return {};
}

function deleteMembers(state: SecurityHubState, { account, region, input }: SecurityHubCall<'DeleteMembers'>) {
  const { AccountIds } = required(input, 'AccountIds');
  return unprocessed(AccountIds, (accountId) => {
    const member = state.members.get(region, account, accountId);
    if (member === undefined) return 'The account is not a member';
    if (state.world.organization.isActiveMember(accountId)) return 'An account of the organization cannot be deleted';
    state.forget(member);
    return undefined;
  });
}

/** Tries an action on each account, and lists those for which it gave a reason not to. */
const unprocessed = (
  accountIds: readonly string[],
  act: (accountId: string, index: number) => string | undefined,
): { readonly UnprocessedAccounts: readonly Shape<Result>[] } => ({
  UnprocessedAccounts: accountIds.flatMap((AccountId, index) => {
    const ProcessingResult = act(AccountId, index);
    return ProcessingResult === undefined ? [] : [{ AccountId, ProcessingResult }];
  }),
});

function administratorOf(state: SecurityHubState, scope: Scope): Shape<Invitation> | undefined {
  const member = state.membershipOf(scope);
  if (member === undefined) return undefined;
  const { administrator: AccountId, status: MemberStatus, addedAt: InvitedAt } = member;
  return { AccountId, MemberStatus, InvitedAt };
}

const describe = ({ account, administrator, email, status, updatedAt }: Member): Shape<Description> => ({
  AccountId: account,
  Email: email,
  MasterId: administrator,
  AdministratorId: administrator,
  MemberStatus: status,
  UpdatedAt: updatedAt,
});
