import type { GetAccountInformationRequest, PutAccountNameRequest } from '@aws-sdk/client-account';
import type { Call } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { Service } from '../../toolkit/service';
import type { Inventory, World } from '../../world';
import { Contacts, contactRoutes } from './contacts';
import { regionRoutes } from './regions';

const principal = 'account.amazonaws.com';

/** AWS Account Management: names and contacts of accounts, of the caller's own and, from the management account, of members. */
export function account({ organization }: World): Service & Inventory {
  const contacts = new Contacts();
  organization.onLeave((id) => {
    contacts.alternates.deleteAll(id);
    contacts.primaries.deleteAll(id);
  });
  const accountOf = (call: Call<{ readonly AccountId?: string | undefined }>): string => {
    const { AccountId: id } = call.input;
    if (id !== undefined) checkMember(organization, call.account, id);
    return id ?? call.account;
  };
  return {
    protocol: 'rest',
    name: 'account',
    routes: [
      {
        method: 'POST',
        path: '/putAccountName',
        operation: 'PutAccountName',
        handle: (call: Call<Partial<PutAccountNameRequest>>) => {
          const { AccountName: name = '' } = call.input;
          checkName(name);
          organization.rename(accountOf(call), name);
          return {};
        },
      },
      {
        method: 'POST',
        path: '/getAccountInformation',
        operation: 'GetAccountInformation',
        handle: (call: Call<GetAccountInformationRequest>) => information(organization, accountOf(call)),
      },
      ...regionRoutes(accountOf),
      ...contactRoutes(contacts, accountOf),
    ],
    leftovers: () =>
      contacts.alternates
        .entries()
        .map(([[id = '', type]]) => ({ account: id, resource: `global alternate-contact ${type}` })),
  };
}

/** Source: Account Management API model, AccountName. */
function checkName(name: string): void {
  if (!/^[ -;=?-~]{1,50}$/.test(name))
    throw new AwsError('ValidationException', `'${name}' is not the name of an account.`);
}

/** Outside an organization nobody here knows what an account is called. */
function information(organization: World['organization'], id: string) {
  const account = organization.accounts().find((each) => each.id === id);
  return { AccountId: id, AccountState: 'ACTIVE', ...(account && { AccountName: account.name }) };
}

/** Who may speak of another account. Source: Account Management API Reference, `AccountId` of PutAccountName and PutAlternateContact. */
function checkMember(organization: World['organization'], caller: string, id: string): void {
  const { managementAccount } = organization;
  const mayManage = [managementAccount, ...organization.delegatedAdministrators(principal)].includes(caller);
  if (!organization.hasTrustedAccess(principal) || !mayManage)
    throw new AwsError(
      'AccessDeniedException',
      `Members are managed with trusted access for ${principal}, by the management account or a delegated administrator.`,
      403,
    );
  if (id === managementAccount)
    throw new AwsError('ValidationException', 'The management account leaves AccountId out to name itself.');
  if (!organization.isActiveMember(id))
    throw new AwsError('AccessDeniedException', `${id} is not an active account of the organization.`, 403);
}
