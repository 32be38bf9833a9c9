import { defineAccount } from '../schema/account';

/** Where approved models serve. */
export default defineAccount({
  name: 'ml-production',
  email: 'aws+ml-production@example.com',
  ou: 'Workloads/MachineLearning/Production',
  owner: 'ml-platform',
  ai: { dataClassification: 'restricted' },
});
