import type { AccountSpec } from '../../../schema/forms/account';
import { coreAccounts, type Organization, saidOfSampleCards, saidOfSamplePlaces, samplePlaces } from './organization';

const account = (name: string, ou: string, more: Partial<AccountSpec> = {}): AccountSpec => ({
  name,
  email: `aws+${name}@uni.example`,
  ou,
  owner: 'central-it',
  ...more,
});

/** A university: names with spaces, adopted accounts, OUs below Suspended for those who left. */
export const university: Organization = {
  settings: {
    name: 'uni',
    homeRegion: 'eu-central-1',
    regions: ['eu-central-1'],
    organizationalUnits: [
      'Central IT/Security',
      'Faculties/Medicine',
      'Faculties/Physics',
      'Students',
      'Suspended/Graduated',
      'Suspended/Quarantine',
    ],
    places: {
      aiAccounts: { organizationalUnits: ['Faculties', 'Students'] },
      workloads: { organizationalUnits: ['Faculties'] },
      securityAccounts: { organizationalUnits: ['Central IT'] },
      suspended: { organizationalUnits: ['Suspended'] },
    },
    organization: { adopt: 'o-exampleuni' },
    services: { notifications: { emails: ['cert@uni.example'] } },
  },
  accounts: [
    ...coreAccounts('uni.example', 'Central IT/Security'),
    account('medicine-imaging', 'Faculties/Medicine', {
      displayName: 'Medicine - Imaging',
      ai: { dataClassification: 'restricted', bedrock: {} },
    }),
    account('physics', 'Faculties/Physics', { budget: { monthlyUsd: 2_000, notify: ['physics@uni.example'] } }),
    account('students', 'Students', { origin: 'adopted', id: '777788889999' }),
    account('graduated', 'Suspended/Graduated'),
    account('closed-lab', 'Suspended/Quarantine', { state: 'closing' }),
  ],
  firstTry: {
    settings: { name: 'Uni Heidel', places: samplePlaces, organization: {} },
    accounts: {
      management: { id: '4444-5555-6666' },
      'medicine-imaging': { displayName: 'Medicine/Imaging\n', ai: { bedrock: {} } },
      physics: { budget: 2_000 },
      students: { id: undefined },
    },
  },
  said: [
    'accounts/landing-zone.ts name',
    saidOfSamplePlaces,
    'accounts/management.ts id',
    'accounts/medicine-imaging.ts displayName',
    'accounts/medicine-imaging.ts ai.dataClassification',
    'accounts/physics.ts budget',
    'accounts/students.ts id',
    'accounts/students.ts origin',
    ...saidOfSampleCards,
  ],
};
