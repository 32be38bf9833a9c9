import { triage } from '../../../rehearsal/changes/small-model-card';
import type { Written } from '../../../rehearsal/changes/written';
import { defineAccount } from '../../../schema/forms/account';
import { defineLandingZone } from '../../../schema/forms/settings';

const settings = defineLandingZone({
  name: 'cycle',
  homeRegion: 'eu-central-1',
  regions: ['eu-central-1'],
  organizationalUnits: ['Security', 'Workloads', 'Suspended'],
  places: { aiAccounts: { organizationalUnits: ['Workloads'] } },
  roles: { breakGlass: ['BreakGlass'], securityResponders: ['SecurityResponder'] },
  madeRoles: [{ name: 'SecurityResponder', trusts: [{ permissionSet: 'SecurityOperations' }] }],
  ai: { approvedModels: ['anthropic.claude-*'] },
  services: { guardDuty: { features: ['S3_DATA_EVENTS'] }, notifications: { emails: ['security@example.com'] } },
  costs: { budgets: [{ name: 'all', monthlyUsd: 10_000, notify: ['costs@example.com'] }] },
});

const models = defineAccount({
  name: 'models',
  email: 'aws+models@example.com',
  ou: 'Workloads',
  owner: 'ml-platform',
  ai: {
    dataClassification: 'confidential',
    registry: { groups: [{ name: 'triage', description: 'Sorts referrals by urgency' }] },
    dataLake: {
      roles: [
        { name: 'Trainer', trusts: 'sagemaker.amazonaws.com' },
        { name: 'Analyst', trusts: [{ permissionSet: 'Analysis' }] },
      ],
      databases: [
        {
          name: 'figures',
          tables: [
            {
              name: 'totals',
              format: 'csv',
              columns: [
                { name: 'ward', type: 'string' },
                { name: 'sum', type: 'int' },
              ],
            },
          ],
        },
      ],
      grants: [{ name: 'training', to: [{ role: 'Trainer' }], table: 'figures.totals', columns: ['sum'] }],
    },
    bedrock: {
      guardrails: [
        { name: 'patients', sensitiveInformation: { block: ['PASSWORD'], anonymize: ['NAME'] } },
        { name: 'trials', sensitiveInformation: { anonymize: ['NAME', 'EMAIL'] } },
      ],
      enforcedGuardrail: 'patients',
    },
    budget: { monthlyUsd: 4000, notify: ['costs@example.com'] },
  },
});

/** A landing zone of three accounts in one region that has a stack of every kind: what is checked whole, by commands alone. */
export const cycleZone: Written = {
  settings,
  accounts: {
    management: defineAccount({
      name: 'management',
      email: 'aws+management@example.com',
      role: 'management',
      id: '222233334444',
      owner: 'cloud',
    }),
    security: defineAccount({
      name: 'security',
      email: 'aws+security@example.com',
      role: 'security',
      ou: 'Security',
      owner: 'security',
    }),
    models,
  },
  modelCards: { triage },
};
