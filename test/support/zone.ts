import { folders } from '../../project/folders';
import { readFolder } from '../../project/read-folder';
import { deepFreeze } from '../../schema/assemble';
import type { AccountSpec } from '../../schema/forms/account';
import { emptyLedger, type Ledger, ledgerFile } from '../../schema/forms/ledger';
import type { ModelCardSpec } from '../../schema/forms/model-card';
import type { SettingsSpec } from '../../schema/forms/settings';
import type { LandingZone } from '../../schema/landing-zone';
import type { SourceFile } from '../../schema/problems/problem';
import { resolveLandingZone } from '../../schema/resolve';
import { remembered } from './remembered';

/** The file that every problem of the settings names. */
export const settingsFile = 'accounts/landing-zone.ts';

/** Settings that use every kind of option once; each call gives a new object, so a test may change it. */
export const sampleSettings = (): SettingsSpec => ({
  name: 'acme-ai',
  homeRegion: 'eu-central-1',
  regions: ['us-east-1', 'eu-central-1', 'eu-west-1'],
  organizationalUnits: ['Security', 'Workloads/MachineLearning/Production', 'Sandbox', 'Suspended'],
  organization: { undeclaredAccounts: 'quarantine' },
  bedrockGeographies: ['eu'],
  roles: {
    breakGlass: ['BreakGlass'],
    modelApprovers: ['ModelApprover'],
    dataStewards: ['DataSteward'],
    securityResponders: ['SecurityResponder'],
  },
  ai: { approvedModels: ['anthropic.claude-*', 'amazon.nova-*', 'amazon.titan-embed-*'] },
  services: {
    macie: {
      customDataIdentifiers: [
        { name: 'patient-number', regex: 'PAT-\\d{8}', keywords: ['patient'], dataDomains: ['training'] },
      ],
      suppressions: [
        {
          name: 'partner-exports',
          reason: 'The partner fetches its exports',
          types: ['Policy:IAMUser/S3BucketSharedExternally'],
          buckets: ['acme-exports'],
        },
      ],
      jobs: [
        {
          name: 'training-data-weekly',
          schedule: { weekly: 'SUNDAY' },
          bucketTags: { 'data-domain': 'training' },
        },
        {
          name: 'training-data-baseline',
          schedule: { once: 'first-import' },
          bucketTags: { 'data-domain': 'training' },
          customDataIdentifiers: ['patient-number'],
        },
      ],
    },
    notifications: { emails: ['security@example.com'] },
  },
  costs: {
    budgets: [
      { name: 'everything', monthlyUsd: 9000 },
      { name: 'research', monthlyUsd: 500, tag: { key: 'owner', values: ['research'] }, notify: ['costs@example.com'] },
    ],
    allocationTags: ['owner'],
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
      bedrock: {
        invocationLogging: { cloudWatch: { retentionDays: 30 } },
        guardrails: [
          {
            name: 'patients',
            deniedTopics: [{ name: 'Diagnosis', definition: 'Which illness a person has', examples: ['What is it?'] }],
            sensitiveInformation: {
              block: ['PASSWORD'],
              anonymize: ['NAME'],
              patterns: [{ name: 'patient-number', regex: 'PAT-\\d{8}', action: 'ANONYMIZE' }],
            },
            words: { blocked: ['miracle cure'], profanity: true },
            grounding: { grounding: 0.7, relevance: 0.5 },
          },
        ],
        enforcedGuardrail: 'patients',
        inferenceProfiles: [{ name: 'triage', model: 'anthropic.claude-3-haiku-20240307-v1:0', costCenter: '4711' }],
      },
      registry: { groups: [{ name: 'triage', description: 'Sorts referrals by urgency' }] },
      budget: { monthlyUsd: 4000, services: { 'Amazon SageMaker': 3000 }, notify: ['costs@example.com'] },
      lineage: {
        datasets: [
          { name: 'clinical-notes', prefix: 'notes', description: 'Notes of clinicians' },
          {
            name: 'clean-notes',
            prefix: 'clean',
            description: 'Notes without names',
            classification: 'internal',
            derivedFrom: ['clinical-notes', 'raw-notes'],
          },
          { name: 'raw-notes', prefix: 'raw', description: 'As they come', artifact: 'existing' },
        ],
        projects: [
          {
            name: 'referral-triage',
            description: 'Sorts referrals by urgency',
            page: 'https://example.com/triage',
            datasets: ['clean-notes'],
          },
        ],
      },
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

/** A card of one model of the sample account that has models; each call gives a new object. */
export const sampleModelCard = (): ModelCardSpec => ({
  name: 'referral-triage',
  account: 'models',
  status: 'Approved',
  content: {
    model_overview: { model_owner: 'Patient intake', problem_type: 'Classification' },
    intended_uses: { intended_uses: 'Orders a list for a nurse who decides', risk_rating: 'High' },
    evaluation_details: [
      {
        name: 'holdout',
        metric_groups: [{ name: 'all', metric_data: [{ name: 'recall', type: 'number', value: 0.94 }] }],
      },
    ],
    additional_information: { custom_details: { cost_center: '4711' } },
  },
  governance: {
    euAiActClass: 'high',
    intendedUse: 'Orders referrals by urgency',
    dpia: 'https://example.com/dpia/referral-triage',
    approver: 'Medical board',
    reviewBy: '2027-06-30',
  },
});

/** What a test changes in the sample. */
export interface ZoneChange {
  /** Fields of the settings that replace those of the sample. */
  readonly settings?: Partial<SettingsSpec>;
  /** Every account. @default - those of the sample */
  readonly accounts?: readonly AccountSpec[];
  /** The catalog. @default - that of `controls/` */
  readonly controls?: readonly SourceFile[];
  /** Every model card. @default - that of the sample, where its account is among the accounts and has models */
  readonly modelCards?: readonly ModelCardSpec[];
  /** What exists already. @default - nothing is known to; where an account is adopted, its organization was deployed before */
  readonly ledger?: Ledger;
}

/** The catalog is many files, so it is loaded only where it is wanted, and once for all test files of a worker: none may change it. */
const catalog = (): readonly SourceFile[] => {
  loaded ??= deepFreeze(readFolder(folders.controls).files);
  return loaded;
};
let loaded: readonly SourceFile[] | undefined;
const queries = readFolder(folders.queries).files;

/** That of a landing zone whose organization was deployed: an account of it can be adopted. */
export const deployedBefore: Ledger = {
  ...emptyLedger,
  accounts: { management: { key: 'management', state: 'active' } },
};

/** The sample with a change, checked and frozen. */
export const zoneOf = ({ controls, ...change }: ZoneChange = {}): LandingZone =>
  controls === undefined ? zoneWithCatalog(change) : checked(change, controls);

/** Most of the time goes into reading the catalog, which is the same each time. */
const zoneWithCatalog = remembered((change: Omit<ZoneChange, 'controls'>) => checked(change, catalog()));

const checked = (
  {
    settings = {},
    accounts = sampleAccounts(),
    modelCards = accounts.some(({ name, ai }) => name === 'models' && ai) ? [sampleModelCard()] : [],
    ledger = accounts.some(({ origin }) => origin === 'adopted') ? deployedBefore : undefined,
  }: Omit<ZoneChange, 'controls'>,
  controls: readonly SourceFile[],
): LandingZone =>
  resolveLandingZone({
    settings: { file: settingsFile, value: { ...sampleSettings(), ...settings } },
    accounts: accounts.map(accountFile),
    controls,
    modelCards: modelCards.map(modelCardFile),
    auditQueries: queries,
    ledger: ledger && { file: ledgerFile, value: ledger },
  });

/** An account as it stands in `accounts/`, in the file of its name. */
export const accountFile = (account: AccountSpec): SourceFile => ({
  file: `accounts/${account.name}.ts`,
  value: account,
});

/** A model card as it stands in `models/`, in the file of its name. */
const modelCardFile = (card: ModelCardSpec): SourceFile => ({ file: `models/${card.name}.ts`, value: card });
