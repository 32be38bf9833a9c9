import { coreAccounts, type Organization, saidOfSampleCards, saidOfSamplePlaces, samplePlaces } from './organization';

/** A start-up with one core account, which keeps the logs too, and one account in which everything runs. */
export const oneCore: Organization = {
  settings: {
    name: 'start-up',
    homeRegion: 'us-west-2',
    regions: ['us-west-2', 'us-east-1'],
    organizationalUnits: ['Core', 'Product', 'Suspended'],
    places: {
      aiAccounts: { organizationalUnits: ['Product'] },
      workloads: { organizationalUnits: ['Product'] },
      securityAccounts: { organizationalUnits: ['Core'] },
      suspended: { organizationalUnits: ['Suspended'] },
    },
    services: { notifications: { emails: ['founders@start-up.example'] } },
  },
  accounts: [
    ...coreAccounts('start-up.example', 'Core').filter(({ role }) => role !== 'log-archive'),
    {
      name: 'product',
      email: 'aws+product@start-up.example',
      ou: 'Product',
      owner: 'founders',
      ai: { dataClassification: 'internal', bedrock: {} },
    },
  ],
  firstTry: {
    settings: { places: samplePlaces },
    accounts: {
      management: { ai: { dataClassification: 'internal', bedrock: {} } },
      security: { role: 'security', ou: 'Security' },
      product: { email: 'aws+security@start-up.example' },
    },
  },
  said: [
    saidOfSamplePlaces,
    'accounts/management.ts role',
    'accounts/security.ts ou',
    'accounts/product.ts email',
    ...saidOfSampleCards,
  ],
};
