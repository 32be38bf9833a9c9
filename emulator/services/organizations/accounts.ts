import type { Account } from '@aws-sdk/client-organizations';
import { AwsError } from '../../toolkit/errors';
import type { Wire } from '../../toolkit/operations';
import type { OrganizationsOperations } from './api';
import { pageOf } from './paging';
import { pathOf } from './path';
import { lookUp, type Member, type Organization, type OrganizationsState, violation } from './state';

/**
 * An account as the API shows it. `Status` was "retired on September 9, 2026" (API reference, Account) in favour of `State`, and is sent
 * only where the settings say so: to it a closed account is SUSPENDED.
 */
export const accountOutput = (
  { world }: OrganizationsState,
  organization: Organization,
  account: Member,
): Wire<Account, number> => ({
  Id: account.id,
  Arn: account.arn,
  Email: account.email,
  Name: account.name,
  ...(world.settings.accountStatus && { Status: account.status }),
  State: account.status === 'SUSPENDED' ? 'CLOSED' : account.status,
  Paths: [pathOf(organization, account)],
  JoinedMethod: account.joinedMethod,
  JoinedTimestamp: account.joined,
});

/** Accounts as they are listed, closed and removed. */
export const accountOperations = (state: OrganizationsState): OrganizationsOperations => ({
  DescribeAccount: ({ account, input }) => {
    const organization = state.in(account);
    return { Account: accountOutput(state, organization, findAccount(organization, input.AccountId)) };
  },
  ListAccounts: ({ account, input }) => {
    const organization = state.in(account);
    const { items, token } = pageOf([...organization.accounts.values()], input);
    return { Accounts: items.map((one) => accountOutput(state, organization, one)), ...token };
  },
  CloseAccount: ({ account, input }) => {
    close(state, state.in(account), input.AccountId);
    return {};
  },
  RemoveAccountFromOrganization: ({ account, input }) => {
    throw refusalToRemove(state, state.in(account), input.AccountId);
  },
});

/** Finds the account or throws AccountNotFoundException. */
export const findAccount = (organization: Organization, id: string | undefined): Member =>
  lookUp(organization.accounts, id, 'AccountNotFoundException', 'an account');

function close(state: OrganizationsState, organization: Organization, id: string | undefined): void {
  const { settings } = state.world;
  const target = findAccount(organization, id);
  if (target.id === settings.managementAccount)
    throw violation('CANNOT_CLOSE_MANAGEMENT_ACCOUNT', 'You cannot close the management account.');
  if (target.status !== 'ACTIVE')
    throw new AwsError('AccountAlreadyClosedException', 'The provided account is already closed.');
  if (state.closed.size >= closureQuota(organization))
    throw violation('CLOSE_ACCOUNT_QUOTA_EXCEEDED', 'You have exceeded close account quota for the past 30 days.');
  state.closed.add(target.id);
  if (settings.closureElapsed) forget(organization, target.id);
  else organization.accounts.set(target.id, { ...target, status: 'SUSPENDED' });
  for (const listener of state.leaveListeners) listener(target.id);
}

function refusalToRemove(state: OrganizationsState, organization: Organization, id: string | undefined): AwsError {
  const target = findAccount(organization, id);
  if (target.id === state.world.settings.managementAccount)
    return new AwsError(
      'MasterCannotLeaveOrganizationException',
      "You can't remove a management account from an organization.",
    );
  if ([...organization.delegates.values()].some((accounts) => accounts.has(target.id)))
    return violation(
      'CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG',
      'You cannot remove an account that is registered as a delegated administrator from the organization.',
    );
  // A vended account has no payment method and no agreement of its own; no API can add them.
  return violation(
    'MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED',
    'The member account must be configured with a valid payment method, such as a credit card.',
  );
}

function forget(organization: Organization, id: string): void {
  organization.accounts.delete(id);
  organization.attachments.delete(id);
  organization.tags.delete(id);
  for (const accounts of organization.delegates.values()) accounts.delete(id);
}

/** "The higher of either 250 or 20% of the member accounts, up to a maximum of 1,000" in 30 days. */
const closureQuota = (organization: Organization): number =>
  Math.min(1000, Math.max(250, Math.floor(organization.accounts.size / 5)));
