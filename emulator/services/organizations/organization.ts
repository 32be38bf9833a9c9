import type { Organization as Description } from '@aws-sdk/client-organizations';
import { AwsError, notImplemented } from '../../toolkit/errors';
import type { Wire } from '../../toolkit/operations';
import type { OrganizationsOperations } from './api';
import { newOrganization } from './founding';
import type { Organization, OrganizationsState } from './state';

/** The organization itself, from its creation to its end. */
export function organizationOperations(state: OrganizationsState): OrganizationsOperations {
  const { settings, newId } = state.world;
  return {
    CreateOrganization: ({ account, input }) => {
      if (account !== settings.managementAccount)
        throw new AwsError(
          'AccessDeniedException',
          'Only the management account of these settings creates an organization.',
        );
      if (state.organization)
        throw new AwsError('AlreadyInOrganizationException', 'The AWS account is already a member of an organization.');
      if ((input.FeatureSet ?? 'ALL') !== 'ALL')
        throw notImplemented('organizations', 'CreateOrganization without all features');
      state.organization = newOrganization(state.world, `o-${newId(10)}`);
      return { Organization: descriptionOf(state, state.organization) };
    },
    DescribeOrganization: ({ account }) => ({ Organization: descriptionOf(state, state.in(account)) }),
    DeleteOrganization: ({ account }) => {
      if (state.in(account).accounts.size > 1)
        throw new AwsError(
          'OrganizationNotEmptyException',
          'To delete an organization you must first remove all member accounts (except the management account).',
        );
      state.organization = undefined;
      return {};
    },
  };
}

function descriptionOf({ world }: OrganizationsState, { id, arn }: Organization): Wire<Description, number> {
  const { managementAccount, managementEmail } = world.settings;
  return {
    Id: id,
    Arn: arn,
    FeatureSet: 'ALL',
    MasterAccountArn: `arn:aws:organizations::${managementAccount}:account/${id}/${managementAccount}`,
    MasterAccountId: managementAccount,
    MasterAccountEmail: managementEmail,
    AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
  };
}
