import { type AccountSpec, defineAccount } from '../../../schema/forms/account';
import { defineLandingZone, settingsFile } from '../../../schema/forms/settings';
import type { LandingZone } from '../../../schema/landing-zone';
import type { SourceFile } from '../../../schema/problems/problem';
import { resolveLandingZone } from '../../../schema/resolve';

/**
 * The landing zone that the pages of `docs/` show the catalog in: it stays when `accounts/` is edited, so that those pages are the same
 * in every copy of a release.
 */
export const sampleZone = (controls: readonly SourceFile[]): LandingZone =>
  resolveLandingZone({
    settings: { file: settingsFile, value: settings },
    accounts: accounts.map((value) => ({ file: `accounts/${value.name}.ts`, value })),
    controls,
  });

const settings = defineLandingZone({
  name: 'acme-ai',
  homeRegion: 'eu-central-1',
  regions: ['eu-central-1', 'eu-west-1', 'us-east-1'],
  organizationalUnits: [
    'Security',
    'Workloads/MachineLearning/Development',
    'Workloads/MachineLearning/Production',
    'Sandbox',
    'Suspended',
  ],
  organization: { undeclaredAccounts: 'quarantine' },
  bedrockGeographies: ['eu'],
  roles: {
    breakGlass: ['BreakGlass'],
    modelApprovers: ['ModelApprover'],
    dataStewards: ['DataSteward'],
    securityResponders: ['SecurityResponder'],
  },
  ai: {
    approvedModels: ['anthropic.claude-*', 'amazon.nova-*', 'amazon.titan-embed-*'],
    // Those that have controls of their own once they are approved.
    approvedServices: ['bedrock-mantle', 'comprehend', 's3vectors', 'transcribe'],
    instanceTypes: ['system', 'ml.t3.*', 'ml.m5.*', 'ml.c5.*', 'ml.g5.*', 'ml.g6.*'],
  },
  services: { notifications: { emails: ['security@example.com'] } },
  tags: { 'managed-by': 'ai-governance-landing-zone' },
});

const member = (name: string, ou: string, more: Partial<AccountSpec> = {}): AccountSpec =>
  defineAccount({ name, email: `aws+${name}@example.com`, ou, owner: 'ml-platform', ...more });

const accounts: readonly AccountSpec[] = [
  defineAccount({
    name: 'management',
    email: 'aws+management@example.com',
    role: 'management',
    id: '111122223333',
    owner: 'cloud-platform',
  }),
  member('log-archive', 'Security', { role: 'log-archive' }),
  member('security', 'Security', { role: 'security' }),
  member('ml-development', 'Workloads/MachineLearning/Development', {
    ai: {
      dataClassification: 'confidential',
      dataLake: {
        roles: [{ name: 'TriageTraining', trusts: 'sagemaker.amazonaws.com' }],
        databases: [
          {
            name: 'clinical',
            tables: [{ name: 'referrals', format: 'parquet', columns: [{ name: 'urgency', type: 'string' }] }],
          },
        ],
      },
    },
  }),
  member('ml-production', 'Workloads/MachineLearning/Production', { ai: { dataClassification: 'restricted' } }),
  // It logs in fewer regions than are governed.
  member('sandbox', 'Sandbox', {
    regions: ['eu-central-1', 'eu-west-1'],
    ai: { dataClassification: 'public', bedrock: {} },
  }),
];
