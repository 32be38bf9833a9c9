import { AwsError } from '../../toolkit/errors';
import type { World } from '../../world';

/** The principal whose delegated administrators may aggregate over the organization. */
export const AGGREGATION = 'config.amazonaws.com';

/** The principal whose delegated administrators may deploy rules and packs to the organization. */
export const MULTI_ACCOUNT_SETUP = 'config-multiaccountsetup.amazonaws.com';

/** Lets only the management account and the principal's delegated administrators through. */
export function requireAdministrator({ organization }: World, account: string, principal: string): void {
  if (organization.find() === undefined || !organization.isActiveMember(account)) {
    throw accessDenied('This action can only be made by accounts in an AWS Organization.');
  }
  if (account === organization.managementAccount) return;
  const delegated = organization.delegatedAdministrators(principal).includes(account);
  if (delegated && organization.hasTrustedAccess(principal)) return;
  throw accessDenied(
    'You are not a registered delegated administrator for AWS Config with permissions to call ListDelegatedAdministrators API.',
  );
}

/** Does the same for a call that makes something; from the management account AWS Config then turns trusted access on. */
export function requireAdministratorAndTrust(world: World, account: string, principal: string): void {
  requireAdministrator(world, account, principal);
  if (!world.organization.hasTrustedAccess(principal)) world.organization.enableTrustedAccess(principal);
}

const accessDenied = (message: string): AwsError => new AwsError('OrganizationAccessDeniedException', message);
