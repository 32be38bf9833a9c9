import { controlFiles } from '../../controls';
import type { AccountSpec } from '../../schema/account';
import { type LandingZone, resolveLandingZone } from '../../schema/landing-zone';
import type { SourceFile } from '../../schema/problem';
import type { LandingZoneSpec } from '../../schema/settings';

/** The file that every problem of the settings names. */
export const settingsFile = 'accounts/landing-zone.ts';

/** Settings that use every kind of option once; each call gives a new object, so a test may change it. */
export const sampleSettings = (): LandingZoneSpec => ({
  name: 'acme-ai',
  homeRegion: 'eu-central-1',
  regions: ['us-east-1', 'eu-central-1', 'eu-west-1'],
  organizationalUnits: ['Security', 'Workloads/MachineLearning/Production', 'Sandbox', 'Suspended'],
  bedrockGeographies: ['eu'],
  roles: {
    breakGlass: ['BreakGlass'],
    modelApprovers: ['ModelApprover'],
    dataStewards: ['DataSteward'],
    securityResponders: ['SecurityResponder'],
  },
  ai: { approvedModels: ['anthropic.claude-*', 'amazon.titan-embed-*'] },
  services: {
    macie: {
      customDataIdentifiers: [{ name: 'patient-number', regex: 'PAT-\\d{8}', keywords: ['patient'] }],
      jobs: [
        {
          name: 'training-data-weekly',
          schedule: { weekly: 'SUNDAY' },
          bucketTag: { key: 'data-domain', value: 'training' },
          customDataIdentifiers: ['patient-number'],
        },
        {
          name: 'training-data-baseline',
          schedule: 'once',
          bucketTag: { key: 'data-domain', value: 'training' },
          customDataIdentifiers: ['patient-number'],
        },
      ],
    },
    notifications: { emails: ['security@example.com'] },
  },
  tags: { 'managed-by': 'landing-zone' },
});

/** One account of each role, and one of each origin and state that a workload may have. */
export const sampleAccounts = (): AccountSpec[] => [
  { name: 'management', email: 'aws+management@example.com', role: 'management', id: '111122223333', owner: 'cloud' },
  { name: 'log-archive', email: 'aws+log-archive@example.com', role: 'log-archive', ou: 'Security', owner: 'security' },
  { name: 'security', email: 'aws+security@example.com', role: 'security', ou: 'Security', owner: 'security' },
  {
    name: 'models',
    email: 'aws+models@example.com',
    ou: 'Workloads/MachineLearning/Production',
    owner: 'ml-platform',
    ai: {
      dataClassification: 'confidential',
      registry: { groups: [{ name: 'triage', description: 'Sorts referrals by urgency' }] },
    },
  },
  {
    name: 'sandbox',
    email: 'aws+sandbox@example.com',
    ou: 'Sandbox',
    owner: 'research',
    regions: ['eu-west-1', 'eu-central-1'],
  },
  {
    name: 'acquired',
    email: 'aws+acquired@example.com',
    origin: 'adopted',
    id: '222233334444',
    ou: 'Sandbox',
    owner: 'research',
  },
  { name: 'partner', email: 'aws+partner@example.com', origin: 'external', id: '333344445555', owner: 'partner' },
  { name: 'retired', email: 'aws+retired@example.com', ou: 'Sandbox', owner: 'research', state: 'closing' },
];

/** What a test changes in the sample. */
export interface ZoneChange {
  /** Fields of the settings that replace those of the sample. */
  readonly settings?: Partial<LandingZoneSpec>;
  /** Every account. @default - those of the sample */
  readonly accounts?: readonly AccountSpec[];
  /** The catalog. @default - that of `controls/` */
  readonly controls?: readonly SourceFile[];
}

/** The sample with a change, checked and frozen. */
export const zoneOf = ({
  settings = {},
  accounts = sampleAccounts(),
  controls = controlFiles,
}: ZoneChange = {}): LandingZone =>
  resolveLandingZone(
    { file: settingsFile, value: { ...sampleSettings(), ...settings } },
    accounts.map(accountFile),
    controls,
  );

/** An account as it stands in `accounts/`, in the file of its name. */
export const accountFile = (account: AccountSpec): SourceFile => ({
  file: `accounts/${account.name}.ts`,
  value: account,
});
