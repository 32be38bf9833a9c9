import { defineAccount } from '../../schema/forms/account';
import { defineLandingZone } from '../../schema/forms/settings';
import { triage } from './small-model-card';
import { models } from './small-workload';
import type { Written } from './written';

/** Another region is governed beside the one of the small landing zone. */
export const twoRegions = ['eu-central-1', 'eu-west-1'];

/** And no more. */
export const retired = { 'settings.retiredRegions': ['eu-west-1'] };

/** The second region comes for all; what has regions at the path then leaves it again, and at last the region is retired. */
export const onlyHome = (path: string) => ({
  at: 'settings.regions',
  leaving: [{ 'settings.regions': twoRegions, [path]: ['eu-central-1'] }, retired],
});

const contact = { name: 'Platform', title: 'On call', email: 'platform@example.com', phone: '+49 30 5550100' };

const lab = { ...contact, name: 'Lab' };

const settings = defineLandingZone({
  name: 'small',
  homeRegion: 'eu-central-1',
  regions: ['eu-central-1'],
  organizationalUnits: ['Security', 'Workloads', 'Sandbox', 'Suspended'],
  roles: {
    breakGlass: ['BreakGlass'],
    modelApprovers: ['ModelApprover'],
    dataStewards: ['DataSteward'],
    securityResponders: ['SecurityResponder'],
  },
  madeRoles: [
    {
      name: 'SecurityResponder',
      trusts: [
        { permissionSet: 'SecurityOperations' },
        { role: 'OnCall', account: 'security' },
        { user: 'night-shift', account: 'management' },
      ],
    },
  ],
  identity: {
    github: { repository: 'acme/landing-zone', environment: 'production' },
    gitlab: { project: 'acme/platform/landing-zone' },
    operators: [{ permissionSet: 'Operators' }, { role: 'OnCall' }, { user: 'night-shift' }],
  },
  tagPolicies: [{ name: 'costs', where: { organizationalUnits: ['Sandbox'] }, values: { 'cost-center': ['4711'] } }],
  backupPolicies: [
    {
      name: 'nightly',
      where: { accountTags: { backup: 'yes' } },
      rules: [{ name: 'night', schedule: 'cron(0 5 ? * * *)', vault: 'Default', deleteAfterDays: 30 }],
      select: { role: 'Backup', tags: { backup: ['nightly'] } },
    },
  ],
  contacts: { billing: contact, operations: contact, security: contact },
  ai: { approvedModels: ['anthropic.claude-*', 'amazon.titan-embed-*'] },
  controls: { 'agentcore-memory-encrypted': { mode: 'detect', reason: 'until the subnets are there' } },
  services: {
    guardDuty: { features: ['S3_DATA_EVENTS'] },
    macie: {
      customDataIdentifiers: [
        {
          name: 'patient-number',
          description: 'Patient numbers',
          regex: 'PAT-\\d{8}',
          keywords: ['patient'],
          dataDomains: ['training'],
        },
      ],
      jobs: [
        {
          name: 'weekly',
          description: 'What models are trained on',
          schedule: { weekly: 'SUNDAY' },
          bucketTags: { 'data-domain': 'training' },
        },
        { name: 'monthly', schedule: { monthly: 1 }, bucketTags: { 'data-domain': 'models' } },
      ],
      suppressions: [
        {
          name: 'partner-exports',
          reason: 'The partner fetches its exports',
          types: ['Policy:IAMUser/S3BucketSharedExternally'],
          buckets: ['small-exports'],
        },
      ],
    },
    securityHub: { disabledControls: [{ id: 'EC2.10', reason: 'there are no endpoints yet' }] },
    notifications: {
      emails: ['security@example.com'],
      slack: { workspace: 'T07EA123LEP', channel: 'C07EZ1ABC23' },
      teams: {
        tenant: '0a1b2c3d-0000-4000-8000-000000000001',
        team: '0a1b2c3d-0000-4000-8000-000000000002',
        channel: '19%3aabc%40thread.tacv2',
      },
      routes: [
        {
          name: 'night',
          from: 'high',
          emails: ['night@example.com'],
          slack: { workspace: 'T07EA123LEP', channel: 'C07EZ1ABC24' },
          teams: {
            tenant: '0a1b2c3d-0000-4000-8000-000000000001',
            team: '0a1b2c3d-0000-4000-8000-000000000003',
            channel: '19%3adef%40thread.tacv2',
          },
        },
        { name: 'week', from: 'low', digest: 'weekly', emails: ['week@example.com'] },
      ],
    },
  },
  costs: {
    budgets: [
      { name: 'all', monthlyUsd: 10_000, notify: ['costs@example.com'] },
      { name: 'trials', monthlyUsd: 500, tag: { key: 'cost-center', values: ['4711'] } },
    ],
    allocationTags: ['cost-center'],
  },
  tags: { 'managed-by': 'landing-zone' },
});

/** A small landing zone in which every field of every form says something, so that each can be changed. */
export const smallZone: Written = {
  settings,
  accounts: {
    management: defineAccount({
      name: 'management',
      email: 'aws+management@example.com',
      role: 'management',
      id: '222233334444',
      owner: 'cloud',
    }),
    'log-archive': defineAccount({
      name: 'log-archive',
      email: 'aws+log-archive@example.com',
      role: 'log-archive',
      ou: 'Security',
      owner: 'security',
    }),
    security: defineAccount({
      name: 'security',
      email: 'aws+security@example.com',
      role: 'security',
      ou: 'Security',
      owner: 'security',
      budget: { monthlyUsd: 200 },
    }),
    models,
    sandbox: defineAccount({
      name: 'sandbox',
      email: 'aws+sandbox@example.com',
      ou: 'Sandbox',
      owner: 'research',
      ai: { dataClassification: 'internal' },
    }),
    lab: defineAccount({
      name: 'lab',
      email: 'aws+lab@example.com',
      ou: 'Sandbox',
      owner: 'research',
      tags: { backup: 'yes' },
      contacts: { billing: lab, operations: lab, security: lab },
      serviceQuotas: [{ service: 'ec2', code: 'L-DB2E81BA', value: 64 }],
    }),
  },
  modelCards: {
    triage,
  },
};
