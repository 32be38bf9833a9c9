import { defineAccount } from '../schema/forms/account';

/** Owns the organization and nothing else. */
export default defineAccount({
  name: 'management',
  email: 'aws+management@example.com',
  role: 'management',
  id: '111122223333',
  owner: 'cloud-platform',
});
