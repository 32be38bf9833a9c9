import { defineAccount } from '../schema/forms/account';

/** The delegated administrator of GuardDuty, Macie, Config, CloudTrail, Security Hub and Access Analyzer. */
export default defineAccount({
  name: 'security',
  email: 'aws+security@example.com',
  role: 'security',
  ou: 'Security',
  owner: 'security',
});
