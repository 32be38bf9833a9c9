import { defineLandingZone } from '../schema/forms/settings';

/** The settings of the whole landing zone. Each account has a file of its own beside this one. */
export default defineLandingZone({
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
  // Whoever creates or invites an account by hand cannot use it before it has a file here.
  organization: { undeclaredAccounts: 'quarantine' },
  // Where controls hold, by the names that controls use: change it together with the tree.
  places: {
    aiAccounts: { organizationalUnits: ['Workloads', 'Sandbox'] },
    workloads: { organizationalUnits: ['Workloads'] },
    securityAccounts: { organizationalUnits: ['Security'] },
    suspended: { organizationalUnits: ['Suspended'] },
  },
  // Inference through an `eu.` profile may run in EU regions that are otherwise denied.
  bedrockGeographies: ['eu'],
  roles: {
    breakGlass: ['BreakGlass'],
    modelApprovers: ['ModelApprover'],
    dataStewards: ['DataSteward'],
    securityResponders: ['SecurityResponder'],
  },
  // The data steward is a role of a lake (accounts/ml-development.ts).
  madeRoles: [
    { name: 'BreakGlass', trusts: [{ permissionSet: 'Emergency' }, { user: 'emergency', account: 'management' }] },
    { name: 'ModelApprover', trusts: [{ permissionSet: 'ModelApproval' }] },
    { name: 'SecurityResponder', trusts: [{ permissionSet: 'SecurityOperations' }] },
  ],
  ai: {
    approvedModels: ['anthropic.claude-*', 'amazon.nova-*', 'amazon.titan-embed-*'],
    // Vector stores of knowledge bases.
    approvedServices: ['aoss'],
    instanceTypes: ['system', 'ml.t3.*', 'ml.m5.*', 'ml.c5.*', 'ml.g5.*', 'ml.g6.*'],
  },
  dataCatalogs: 'encrypt',
  // Teams, and no persons: whoever reads the repository reads this.
  contacts: {
    billing: { name: 'Finance', title: 'Cloud costs', email: 'finance@example.com', phone: '+49 30 5550100' },
    operations: { name: 'Cloud platform', title: 'On call', email: 'platform@example.com', phone: '+49 30 5550101' },
    security: { name: 'Security', title: 'On call', email: 'security@example.com', phone: '+49 30 5550102' },
  },
  services: {
    macie: {
      customDataIdentifiers: [
        {
          name: 'acme-patient-number',
          description: 'Patient numbers of the clinical data sets',
          regex: 'PAT-\\d{8}',
          keywords: ['patient', 'clinical'],
          dataDomains: ['training'],
        },
      ],
      jobs: [
        {
          name: 'training-data-weekly',
          description: 'Personal data in the buckets that models are trained on',
          schedule: { weekly: 'SUNDAY' },
          samplingPercentage: 25,
          bucketTags: { 'data-domain': 'training' },
        },
        {
          name: 'training-data-baseline',
          description: 'One full pass over all that models are trained on',
          // It waits until the data is there: { once: '2026-12-01' } starts it.
          schedule: 'once',
          bucketTags: { 'data-domain': 'training' },
        },
      ],
    },
    notifications: {
      emails: ['security@example.com'],
      // What is grave is told at once; everything, each change of compliance too, once a day in one mail.
      routes: [{ name: 'daily', from: 'low', digest: 'daily', emails: ['security@example.com'] }],
    },
  },
  // What everything together may cost. Cost Explorer comes first: docs/capabilities/cost.md.
  costs: { budgets: [{ name: 'organization', monthlyUsd: 15000, notify: ['finance@example.com'] }] },
  tags: { 'managed-by': 'ai-governance-landing-zone' },
});
