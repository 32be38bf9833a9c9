import { defineAccount } from '../schema/account';

/** Where models are trained and registered. */
export default defineAccount({
  name: 'ml-development',
  email: 'aws+ml-development@example.com',
  ou: 'Workloads/MachineLearning/Development',
  owner: 'ml-platform',
  ai: {
    dataClassification: 'confidential',
    registry: { groups: [{ name: 'triage-classifier', description: 'Sorts incoming referrals by urgency' }] },
  },
});
