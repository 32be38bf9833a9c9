import type { Inspector2 } from '@aws-sdk/client-inspector2';
import type { CallOf, Operations } from '../../toolkit/operations';
import { type Routes, restService } from '../../toolkit/routes';
import type { RestService } from '../../toolkit/service';
import type { World } from '../../world';
import { notFound } from './errors';

/** The service principal of trusted access and of the delegated administrator. */
const principal = 'inspector2.amazonaws.com';

/** Source: botocore's model inspector2/2020-06-08. */
const routes: Routes<Inspector2> = {
  BatchGetAccountStatus: 'POST /status/batch/get',
  GetDelegatedAdminAccount: 'POST /delegatedadminaccounts/get',
  ListDelegatedAdminAccounts: 'POST /delegatedadminaccounts/list',
};

/** Amazon Inspector, which nobody can switch on here. */
export function inspector2({ organization }: World): RestService & { leftovers(): [] } {
  const handlers: Operations<Inspector2> = {
    GetDelegatedAdminAccount: () => {
      const [accountId] = organization.delegatedAdministrators(principal);
      if (accountId === undefined) throw notFound('There is no delegated administrator of Amazon Inspector.');
      return { delegatedAdmin: { accountId, relationshipStatus: 'ENABLED' } };
    },
    ListDelegatedAdminAccounts: () => ({
      delegatedAdminAccounts: organization
        .delegatedAdministrators(principal)
        .map((accountId) => ({ accountId, status: 'ENABLED' })),
    }),
  };
  return {
    ...restService('inspector2', routes, { ...handlers, BatchGetAccountStatus: accountStatus }),
    leftovers: () => [],
  };
}

/** The caller's own account, and those that it names. */
function accountStatus({ account, input }: CallOf<Inspector2, 'BatchGetAccountStatus'>) {
  const ids = input.accountIds?.length ? input.accountIds : [account];
  return {
    accounts: ids.filter((id) => id === account).map((accountId) => ({ accountId, ...switchedOff })),
    failedAccounts: ids.filter((id) => id !== account).map(notAsked),
  };
}

/** The model demands an error, where there is none: null is one, and the SDK's types do not know it. */
const off = { status: 'DISABLED', errorCode: null, errorMessage: null };

const switchedOff = { state: off, resourceState: { ec2: off, ecr: off, lambda: off, lambdaCode: off } };

const notAsked = (accountId: string) => ({
  accountId,
  errorCode: 'ACCESS_DENIED',
  errorMessage: 'The account is no member of the caller.',
});
