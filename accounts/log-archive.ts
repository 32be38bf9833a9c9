import { defineAccount } from '../schema/forms/account';

/** Keeps every log; nobody works here. */
export default defineAccount({
  name: 'log-archive',
  email: 'aws+log-archive@example.com',
  role: 'log-archive',
  ou: 'Security',
  owner: 'security',
});
