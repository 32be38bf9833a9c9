import { AwsError } from '../../toolkit/errors';
import type { Handler, Json } from '../../toolkit/untyped';
import { newOrganization } from './founding';
import type { Organization, OrganizationsState } from './state';

/** The organization itself, from its creation to its end. */
export function organizationOperations(state: OrganizationsState): Record<string, Handler> {
  const { settings, newId } = state.world;
  const output = ({ id, arn }: Organization): Json => ({
    Organization: {
      Id: id,
      Arn: arn,
      FeatureSet: 'ALL',
      MasterAccountArn: `arn:aws:organizations::${settings.managementAccount}:account/${id}/${settings.managementAccount}`,
      MasterAccountId: settings.managementAccount,
      MasterAccountEmail: settings.managementEmail,
      AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
    },
  });
  return {
    CreateOrganization: ({ account, input }) => {
      if (account !== settings.managementAccount) {
        throw new AwsError(
          'AccessDeniedException',
          'Only the management account of these settings creates an organization.',
        );
      }
      if (state.organization) {
        throw new AwsError('AlreadyInOrganizationException', 'The AWS account is already a member of an organization.');
      }
      if ((input.FeatureSet ?? 'ALL') !== 'ALL') {
        throw new AwsError(
          'NotImplementedException',
          'the emulated AWS knows organizations with all features only',
          501,
        );
      }
      state.organization = newOrganization(state.world, `o-${newId(10)}`);
      return output(state.organization);
    },
    DescribeOrganization: ({ account }) => output(state.in(account)),
    DeleteOrganization: ({ account }) => {
      if (state.in(account).accounts.size > 1) {
        throw new AwsError(
          'OrganizationNotEmptyException',
          'To delete an organization you must first remove all member accounts (except the management account).',
        );
      }
      state.organization = undefined;
      return {};
    },
  };
}
