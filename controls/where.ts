import type { ControlSpec } from '../schema/forms/control';

/** Where controls hold, by name. Which OUs or accounts a place is stands in the settings: `places` of `accounts/landing-zone.ts`. */
type Place = ControlSpec['where'];

export const everyAccount: Place = 'every account';

/** Accounts in which models are tried, trained or served. */
export const aiAccounts: Place = { place: 'aiAccounts' };

/** Accounts whose models decide something: stricter than where they are tried. */
export const workloads: Place = { place: 'workloads' };

/** The log archive and the account that administers the security services. */
export const securityAccounts: Place = { place: 'securityAccounts' };

/** Accounts without `ai`: the log archive, the security account, and whoever works without models. */
export const accountsWithoutAi: Place = { accountsWithout: 'ai' };

/** Accounts whose calls of models are logged nowhere. */
export const accountsWithoutLogging: Place = { accountsWithout: 'invocation logging' };

/** Accounts whose calls of models are not logged in some governed region. */
export const accountsWithoutFullLogging: Place = { accountsWithout: 'invocation logging in every region' };

/** Accounts that leave. */
export const suspended: Place = { place: 'suspended' };
