import { coreAccounts, type Organization, saidOfSampleCards, saidOfSamplePlaces, samplePlaces } from './organization';

/** A small company: one region, two OUs, one team that has models. */
export const flat: Organization = {
  settings: {
    name: 'flat',
    homeRegion: 'us-east-1',
    regions: ['us-east-1'],
    organizationalUnits: ['Core', 'Apps', 'Suspended'],
    places: {
      aiAccounts: { organizationalUnits: ['Apps'] },
      workloads: { organizationalUnits: ['Apps'] },
      securityAccounts: { organizationalUnits: ['Core'] },
      suspended: { organizationalUnits: ['Suspended'] },
    },
    services: { notifications: { emails: ['security@flat.example'] } },
  },
  accounts: [
    ...coreAccounts('flat.example', 'Core'),
    {
      name: 'data-science',
      email: 'aws+data-science@flat.example',
      ou: 'Apps',
      owner: 'data-science',
      ai: { dataClassification: 'confidential' },
    },
    { name: 'web', email: 'aws+web@flat.example', ou: 'Apps', owner: 'web' },
  ],
  firstTry: {
    settings: { organizationalUnits: ['Core', 'Apps'], places: samplePlaces },
  },
  said: ['accounts/landing-zone.ts organizationalUnits', saidOfSamplePlaces, ...saidOfSampleCards],
};
