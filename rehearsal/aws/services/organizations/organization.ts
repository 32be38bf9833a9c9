import { AwsError, type Handler, type Json } from '../../call';
import type { Member, Organization, OrganizationsState } from './state';

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
      state.organization = newOrganization(state, `o-${newId(10)}`, `r-${newId(4)}`);
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

function newOrganization(state: OrganizationsState, id: string, rootId: string): Organization {
  const { managementAccount, managementEmail } = state.world.settings;
  const owner = `arn:aws:organizations::${managementAccount}`;
  const management: Member = {
    id: managementAccount,
    arn: `${owner}:account/${id}/${managementAccount}`,
    email: managementEmail,
    name: 'management',
    status: 'ACTIVE',
    parentId: rootId,
    joinedMethod: 'INVITED',
  };
  return {
    id,
    arn: `${owner}:organization/${id}`,
    rootId,
    rootArn: `${owner}:root/${id}/${rootId}`,
    accounts: new Map([[managementAccount, management]]),
    units: new Map(),
    policyTypes: new Set(),
    policies: new Map(),
    attachments: new Map(),
    trusted: new Set(),
    delegates: new Map(),
    tags: new Map(),
    resourcePolicy: undefined,
  };
}
