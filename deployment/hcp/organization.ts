import { HcpError } from './hcp-error';
import type { Organization } from './workspaces';

/** What an organization admits, as far as it says so to the token. */
export interface Admitted {
  /** Runs at once; undefined where it does not say. */
  readonly runsAtOnce?: number;
  /** Name of its plan: `free`. */
  readonly plan?: string;
}

/**
 * What runs are possible. Source: HCP Terraform docs, "Subscriptions API" (`runs-ceiling`), which only owners and who manages billing may
 * read, and "Organizations API: Show the Entitlement Set".
 *
 * @throws Error where the token is not valid, or the organization is not to be seen, or does not run anything
 */
export async function admittedIn({ client, organization }: Organization): Promise<Admitted> {
  const found = await client.tryGet(`organizations/${organization}`);
  if (!found)
    throw new HcpError(
      `${client.hostname} knows no organization ${organization}, or does not show it to this token\n  rule: the settings name an organization\n  fix:  mend backend.organization in accounts/landing-zone.ts, or use a token that may see it`,
      404,
    );
  const entitlements = await client.tryGet<Record<string, unknown>>(`organizations/${organization}/entitlement-set`);
  const lacking = ['operations', 'state-storage'].filter((name) => entitlements?.data.attributes[name] === false);
  if (lacking.length > 0)
    throw new HcpError(
      `the organization ${organization} has no ${lacking.join(' and no ')}\n  rule: states are kept and runs are done there\n  fix:  choose a plan of HCP Terraform that has it`,
      403,
    );
  const subscription = await client.tryGet<Record<string, unknown>>(`organizations/${organization}/subscription`);
  const { 'runs-ceiling': ceiling, 'is-public-free-tier': free } = subscription?.data.attributes ?? {};
  return {
    ...(typeof ceiling === 'number' && { runsAtOnce: ceiling }),
    ...(free === true && { plan: 'free' }),
  };
}
