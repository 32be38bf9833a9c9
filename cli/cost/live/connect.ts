import { OrganizationsClient, paginateListAccounts } from '@aws-sdk/client-organizations';
import { LiveAws } from '../../../live/live-aws';
import type { LandingZone } from '../../../schema/landing-zone';
import { costExplorerRegion, usageOfAws } from './aws-usage';
import type { UsageReader } from './usage-reader';

/**
 * A reader of the organization's usage, with the credentials of the management account that the environment has; in the security account
 * it assumes the deploy role, and reads.
 *
 * @throws Error where the organization does not know the security account
 */
export async function connect(zone: LandingZone): Promise<UsageReader> {
  const { homeRegion: region, deployRole: role, securityAccount } = zone;
  const managementAccount = zone.managementAccount.id ?? '';
  const aws = new LiveAws({ managementAccount, role, region });
  const { name, email, id = await idOf(email, aws, region) } = securityAccount;
  if (id === undefined)
    throw new Error(
      `The organization has no account with the address ${email}\n  rule: usage is asked in the account ${name}\n  fix:  deploy the stack management, or use credentials of this organization`,
    );
  return usageOfAws({
    security: (place) => aws.at(id, place),
    billing: () => aws.at(managementAccount, costExplorerRegion),
  });
}

/** AWS gives an account its id, and knows it by the address of its root user. */
async function idOf(email: string, aws: LiveAws, region: string): Promise<string | undefined> {
  const pages = await aws.at(aws.managementAccount, region).pages(OrganizationsClient, paginateListAccounts, {});
  return pages
    .flatMap(({ Accounts = [] }) => Accounts)
    .find((account) => account.Email?.toLowerCase() === email.toLowerCase())?.Id;
}
