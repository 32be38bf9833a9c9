import type { Where } from '../schema/forms/control';

/** Where controls hold. The OU tree is that of `accounts/landing-zone.ts`: if yours differs, change the paths here. */

export const everyAccount: Where = 'every account';

/** Accounts in which models are tried, trained or served. */
export const aiAccounts: Where = { organizationalUnits: ['Workloads', 'Sandbox'] };

/** Accounts whose models decide something: stricter than where they are tried. */
export const workloads: Where = { organizationalUnits: ['Workloads'] };

/** The log archive and the account that administers the security services. */
export const securityAccounts: Where = { organizationalUnits: ['Security'] };

/** Accounts that leave. */
export const suspended: Where = { organizationalUnits: ['Suspended'] };
