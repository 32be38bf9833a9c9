import type { OrganizationsOrganization } from '@cdktf/provider-aws/lib/organizations-organization';
import { TerraformLocal } from 'cdktf';
import type { Account, LandingZone } from '../../schema/landing-zone';
import type { LandingZoneStack } from '../kernel/landing-zone-stack';
import { literal } from '../kernel/literal';

/**
 * Has each plan and apply name the accounts of the organization that have no file. A `check` block warns and stops nothing: an account
 * that somebody made by hand is no reason to leave others undeployed.
 */
export function nameUndeclaredAccounts(stack: LandingZoneStack, { friendlyUniqueId }: OrganizationsOrganization): void {
  // One that is external by its file, and has joined all the same, needs another file.
  const members = stack.zone.accounts.filter(({ origin }) => origin !== 'external');
  const known = members.map(knownBy).sort();
  // Provider v5 has no `state`, and AWS sends no `status` any more. By addresses, not ids: those of accounts that are about to be made are known before AWS is asked.
  const undeclared = new TerraformLocal(
    stack,
    'undeclared-accounts',
    `\${[for account in aws_organizations_organization.${friendlyUniqueId}.non_master_accounts : "\${account.name} (\${account.id})" ` +
      `if !contains(["CLOSED", "SUSPENDED"], try(account.state, account.status)) && ` +
      `length(setintersection([lower(account.email), account.id], ${literal(JSON.stringify(known))})) == 0]}`,
  );
  const local = `local.${undeclared.friendlyUniqueId}`;
  stack.addOverride('check', {
    'undeclared-accounts': {
      assert: [
        {
          condition: `\${length(${local}) == 0}`,
          error_message: `No file in accounts/ is of these accounts of the organization, which its policies, GuardDuty and conformance packs reach all the same: \${join(", ", ${local})}. ${wayOut(stack.zone)}`,
        },
      ],
    },
  });
}

/** What Organizations shows of an account that its file says. */
const knownBy = ({ origin, id, email }: Account): string =>
  origin === 'adopted' && id !== undefined ? id : email.toLowerCase();

const wayOut = ({ organization }: LandingZone): string =>
  "Give each a file with origin: 'adopted', its id and an OU; one that was closed is listed for 90 days. " +
  (organization.undeclaredAccounts === 'quarantine'
    ? 'Until then nobody acts in those that are directly in the root.'
    : "organization.undeclaredAccounts: 'quarantine' keeps everybody from acting in those that are directly in the root.");
