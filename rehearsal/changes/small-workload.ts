import { defineAccount } from '../../schema/forms/account';

/** An account that has some of everything that `ai` offers. */
export const models = defineAccount({
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
        {
          name: 'Analyst',
          trusts: [
            { permissionSet: 'Analysis' },
            { role: 'Analysts', account: 'security' },
            { user: 'analyst', account: 'security' },
          ],
        },
        { name: 'DataSteward', trusts: [{ permissionSet: 'DataStewardship' }] },
        { name: 'Guest', trusts: 'account' },
      ],
      queries: {},
      administrators: ['DataSteward'],
      clearance: ['Trainer'],
      tags: { sensitivity: ['open', 'internal', 'personal'] },
      databases: [
        {
          name: 'clinical',
          description: 'Referrals and what became of them',
          tags: { sensitivity: 'internal' },
          tables: [
            {
              name: 'referrals',
              format: 'parquet',
              columns: [
                { name: 'patient_name', type: 'string', personal: true, tags: { sensitivity: 'personal' } },
                { name: 'ward', type: 'string' },
                { name: 'age', type: 'int' },
              ],
              partitionKeys: [
                { name: 'clinic', type: 'string', projection: { type: 'enum', values: ['north', 'south'] } },
                { name: 'year', type: 'int', projection: { type: 'integer', range: [2020, 2030] } },
                {
                  name: 'day',
                  type: 'string',
                  projection: { type: 'date', range: ['2026-01-01', 'NOW'], format: 'yyyy-MM-dd' },
                },
                { name: 'batch', type: 'string', projection: { type: 'injected' } },
              ],
            },
            { name: 'wards', format: 'csv', columns: [{ name: 'ward', type: 'string' }] },
          ],
        },
        {
          name: 'figures',
          tables: [{ name: 'totals', format: 'csv', columns: [{ name: 'sum', type: 'int' }] }],
        },
      ],
      grants: [
        { name: 'training', to: [{ role: 'Trainer' }], table: 'clinical.referrals', columns: ['ward', 'age'] },
        {
          name: 'partner',
          to: [{ account: 'security' }],
          table: 'clinical.referrals',
          exceptColumns: ['patient_name'],
        },
        { name: 'everybody', to: [{ ou: 'Sandbox' }], table: 'clinical.wards' },
        { name: 'adults', to: [{ role: 'Trainer' }], table: 'clinical.wards', rows: "ward = 'A'" },
      ],
      tagGrants: [
        { name: 'open-roles', to: [{ role: 'Analyst' }], tags: { sensitivity: ['open'] } },
        { name: 'open-accounts', to: [{ account: 'security' }], tags: { sensitivity: ['open'] } },
        { name: 'open-units', to: [{ ou: 'Sandbox' }], tags: { sensitivity: ['open'] } },
      ],
    },
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
          words: { blocked: ['miracle cure'] },
          grounding: { grounding: 0.7, relevance: 0.5 },
        },
      ],
      enforcedGuardrail: 'patients',
      inferenceProfiles: [{ name: 'triage', model: 'anthropic.claude-3-haiku-20240307-v1:0', costCenter: '4711' }],
    },
    lineage: {
      datasets: [
        { name: 'notes', prefix: 'notes', description: 'Notes of clinicians' },
        { name: 'clean-notes', prefix: 'clean', description: 'Notes without names', derivedFrom: ['notes'] },
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
    budget: { monthlyUsd: 4000, services: { 'Amazon SageMaker': 3000 }, notify: ['costs@example.com'] },
  },
});
