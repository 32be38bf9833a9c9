import { AwsError } from '../../toolkit/errors';
import type { OrganizationView } from '../../world';
import { invalid } from './errors';
import { hasServiceLinkedRole } from './service-linked-role';
import { type AccessAnalyzerState, servicePrincipal } from './state';

/** Refuses an account that may not analyze its organization, or through which nobody could yet. */
export async function requireOrganizationAdministrator({ world }: AccessAnalyzerState, account: string): Promise<void> {
  const { organization, moto } = world;
  if (organization.find() === undefined || !organization.isActiveMember(account))
    throw invalid('You must create an organization');
  if (!organization.hasTrustedAccess(servicePrincipal)) throw invalid('Service not enabled for AWS Organizations');
  if (!isAdministrator(organization, account))
    throw new AwsError('AccessDeniedException', `Account ${account} is not a delegated administrator`, 403);
  // The management account's own analyzer makes the role there.
  const { managementAccount } = organization;
  if (account !== managementAccount && !(await hasServiceLinkedRole(moto, managementAccount)))
    throw new AwsError(
      'ConflictException',
      'Access Analyzer Service Linked Role is not in the organizational management account',
      409,
      { resourceId: managementAccount, resourceType: 'ServiceLinkedRole' },
    );
}

/** Whether the account is the management account or the delegated administrator. */
export const isAdministrator = (organization: OrganizationView, account: string): boolean =>
  account === organization.managementAccount ||
  organization.delegatedAdministrators(servicePrincipal).includes(account);
