import { CloudtrailOrganizationDelegatedAdminAccount } from '@cdktf/provider-aws/lib/cloudtrail-organization-delegated-admin-account';
import { IamOrganizationsFeatures } from '@cdktf/provider-aws/lib/iam-organizations-features';
import { OrganizationsDelegatedAdministrator } from '@cdktf/provider-aws/lib/organizations-delegated-administrator';
import type { OrganizationsOrganization } from '@cdktf/provider-aws/lib/organizations-organization';
import { RamSharingWithOrganization } from '@cdktf/provider-aws/lib/ram-sharing-with-organization';
import type { Construct } from 'constructs';
import { sharesData } from '../../schema/forms/ai/data-lake-view';
import type { LandingZone } from '../../schema/landing-zone';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

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

/** Trusted where a data lake shares with other accounts. */
const sharingService = 'ram.amazonaws.com';

/** Trusted where backup policies are (Organizations User Guide, services-that-can-integrate-backup). */
const backupService = 'backup.amazonaws.com';

/**
 * Without it nobody renames a member (Account Management API Reference, PutAccountName). Always trusted: a name that is taken back is set
 * in the deployment that would end the trust.
 */
const renamingService = 'account.amazonaws.com';

/** Services that are trusted because of what accounts of this landing zone do. */
export const neededServices = ({ activeAccounts, backupPolicies }: LandingZone): readonly string[] => [
  ...(backupPolicies.length > 0 ? [backupService] : []),
  renamingService,
  ...(activeAccounts.some(({ ai }) => ai?.dataLake && sharesData(ai.dataLake)) ? [sharingService] : []),
];

export interface AdministrationProps {
  readonly organization: OrganizationsOrganization;
  /** The account that administers the security services. */
  readonly administratorId: string;
}

/** Who administers which service, and what the management account allows for the whole organization. */
export class Administration extends Part {
  constructor(scope: Construct, id: string, { organization, administratorId: accountId }: AdministrationProps) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const common = { ...here.home, dependsOn: [organization] };
    // The global services. The regional ones are delegated by the security stack, which has to have them running before and after.
    for (const servicePrincipal of plainDelegations)
      new OrganizationsDelegatedAdministrator(this, `delegate-${servicePrincipal.split('.')[0]}`, {
        ...common,
        accountId,
        servicePrincipal,
      });
    new CloudtrailOrganizationDelegatedAdminAccount(this, 'delegate-cloudtrail', { ...common, accountId });
    // The way back where a policy locks everybody out: root users are denied, sessions that the management account grants are not.
    new IamOrganizationsFeatures(this, 'root-access', {
      ...common,
      enabledFeatures: ['RootCredentialsManagement', 'RootSessions'],
    });
    // Lets accounts share with accounts and OUs of the organization without an invitation. Trusted access alone lacks RAM's role.
    if (neededServices(zone).includes(sharingService)) new RamSharingWithOrganization(this, 'ram-sharing', common);
  }
}
