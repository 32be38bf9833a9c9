import { defineAccount } from '../schema/account';

/** Where approved models serve. Their versions are those of the registry in ml-development. */
export default defineAccount({
  name: 'ml-production',
  email: 'aws+ml-production@example.com',
  ou: 'Workloads/MachineLearning/Production',
  owner: 'ml-platform',
  ai: {
    dataClassification: 'restricted',
    dataLake: {
      roles: [{ name: 'ModelMonitoring', trusts: 'sagemaker.amazonaws.com' }],
      clearance: [],
      databases: [
        {
          name: 'served',
          tables: [
            {
              name: 'predictions',
              format: 'json',
              columns: [
                { name: 'patient_number', type: 'string', personal: true },
                { name: 'model_version', type: 'string' },
                { name: 'urgency', type: 'string' },
                { name: 'confidence', type: 'double' },
              ],
              partitionKeys: [
                {
                  name: 'day',
                  type: 'date',
                  projection: { type: 'date', range: ['2026-01-01', 'NOW'], format: 'yyyy-MM-dd' },
                },
              ],
            },
          ],
        },
      ],
      grants: [
        {
          name: 'monitoring',
          to: [{ role: 'ModelMonitoring' }],
          table: 'served.predictions',
          exceptColumns: ['patient_number'],
        },
      ],
    },
    bedrock: {
      invocationLogging: { retentionDays: 400 },
      guardrails: [
        {
          name: 'patients',
          deniedTopics: [
            {
              name: 'Diagnosis',
              definition: 'Telling a person which illness they have.',
              examples: ['What do I have?'],
            },
          ],
          sensitiveInformation: { block: ['PASSWORD'], anonymize: ['NAME', 'EMAIL'] },
        },
      ],
      // Every call goes through it, whether it names one or not.
      enforcedGuardrail: 'patients',
    },
    lineage: {
      datasets: [
        {
          name: 'predictions',
          prefix: 'served/predictions',
          description: 'What the triage classifier answered, for monitoring',
        },
      ],
    },
    budget: { monthlyUsd: 8000, notify: ['ml-platform@example.com'] },
  },
});
