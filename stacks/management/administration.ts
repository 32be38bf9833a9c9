import { CloudtrailOrganizationDelegatedAdminAccount } from '@cdktf/provider-aws/lib/cloudtrail-organization-delegated-admin-account';
import { IamOrganizationsFeatures } from '@cdktf/provider-aws/lib/iam-organizations-features';
import { OrganizationsDelegatedAdministrator } from '@cdktf/provider-aws/lib/organizations-delegated-administrator';
import type { OrganizationsOrganization } from '@cdktf/provider-aws/lib/organizations-organization';
import { RamSharingWithOrganization } from '@cdktf/provider-aws/lib/ram-sharing-with-organization';
import type { Construct } from 'constructs';
import { sharesData } from '../../schema/forms/ai/data-lake-view';
import type { LandingZone } from '../../schema/landing-zone';
import type { Place } from '../kernel/places';

export interface AdministrationProps {
  readonly home: Place;
  readonly organization: OrganizationsOrganization;
  /** The account that administers the security services. */
  readonly administratorId: string;
}

/** Services that act in every account. */
export const trustedServices = [
  'access-analyzer.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'config-multiaccountsetup.amazonaws.com',
  'config.amazonaws.com',
  'guardduty.amazonaws.com',
  'iam.amazonaws.com',
  'macie.amazonaws.com',
  'malware-protection.guardduty.amazonaws.com',
  'securityhub.amazonaws.com',
];

/** Services whose administrator Organizations itself registers; the others have a resource of their own. */
const plainDelegations = [
  'access-analyzer.amazonaws.com',
  'config-multiaccountsetup.amazonaws.com',
  'config.amazonaws.com',
];

/**
 * Makes the security account administrator of the global services. The regional ones are delegated by the security stack, which
 * has to have them running before and after.
 */
export function delegateServices(scope: Construct, props: AdministrationProps): void {
  const { home, organization, administratorId } = props;
  const common = { ...home, accountId: administratorId, dependsOn: [organization] };
  for (const servicePrincipal of plainDelegations)
    new OrganizationsDelegatedAdministrator(scope, `delegate-${servicePrincipal.split('.')[0]}`, {
      ...common,
      servicePrincipal,
    });
  new CloudtrailOrganizationDelegatedAdminAccount(scope, 'delegate-cloudtrail', common);
}

/** The way back where a policy locks everybody out: root users are denied, sessions that the management account grants are not. */
export function centralizeRootAccess(scope: Construct, { home, organization }: AdministrationProps): void {
  new IamOrganizationsFeatures(scope, 'root-access', {
    ...home,
    enabledFeatures: ['RootCredentialsManagement', 'RootSessions'],
    dependsOn: [organization],
  });
}

/** Trusted where a data lake shares with other accounts. */
const sharingService = 'ram.amazonaws.com';

/** Services that are trusted because of what accounts of this landing zone do. */
export const neededServices = ({ activeAccounts }: LandingZone): readonly string[] =>
  activeAccounts.some(({ ai }) => ai?.dataLake && sharesData(ai.dataLake)) ? [sharingService] : [];

/** Lets accounts share with accounts and OUs of the organization without an invitation. Trusted access alone lacks RAM's role. */
export function shareWithinOrganization(
  scope: Construct,
  zone: LandingZone,
  { home, organization }: AdministrationProps,
): void {
  if (neededServices(zone).includes(sharingService))
    new RamSharingWithOrganization(scope, 'ram-sharing', { ...home, dependsOn: [organization] });
}
