import type { PutAccountNameRequest } from '@aws-sdk/client-account';
import type { Call } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { Service } from '../../toolkit/service';
import type { Inventory, World } from '../../world';

const principal = 'account.amazonaws.com';

/** AWS Account Management, as far as accounts of an organization are renamed. */
export function account({ organization }: World): Service & Inventory {
  return {
    protocol: 'rest',
    name: 'account',
    routes: [
      {
        method: 'POST',
        path: '/putAccountName',
        operation: 'PutAccountName',
        handle: ({ account: caller, input }: Call<Partial<PutAccountNameRequest>>) => {
          const { AccountId: id, AccountName: name = '' } = input;
          checkName(name);
          if (id !== undefined) checkMember(organization, caller, id);
          organization.rename(id ?? caller, name);
          return {};
        },
      },
    ],
    leftovers: () => [],
  };
}

/** Source: Account Management API model, AccountName. */
function checkName(name: string): void {
  if (!/^[ -;=?-~]{1,50}$/.test(name))
    throw new AwsError('ValidationException', `'${name}' is not the name of an account.`);
}

/** Who may name another account. Source: Account Management API Reference, PutAccountName. */
function checkMember(organization: World['organization'], caller: string, id: string): void {
  const { managementAccount } = organization;
  const mayRename = [managementAccount, ...organization.delegatedAdministrators(principal)].includes(caller);
  if (!organization.hasTrustedAccess(principal) || !mayRename)
    throw new AwsError(
      'AccessDeniedException',
      `Members are renamed with trusted access for ${principal}, by the management account or a delegated administrator.`,
      403,
    );
  if (id === managementAccount)
    throw new AwsError('ValidationException', 'The management account leaves AccountId out to name itself.');
  if (!organization.isActiveMember(id))
    throw new AwsError('AccessDeniedException', `${id} is not an active account of the organization.`, 403);
}
