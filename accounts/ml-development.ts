import { defineAccount } from '../schema/forms/account';

/** Where models are trained and registered. */
export default defineAccount({
  name: 'ml-development',
  email: 'aws+ml-development@example.com',
  ou: 'Workloads/MachineLearning/Development',
  owner: 'ml-platform',
  defaultVpcs: 'close',
  // vCPUs of running instances with a GPU: a new account has none.
  serviceQuotas: [{ service: 'ec2', code: 'L-DB2E81BA', value: 96, regions: ['eu-central-1'] }],
  ai: {
    dataClassification: 'confidential',
    registry: {
      groups: [
        {
          name: 'triage-classifier',
          description: 'Sorts incoming referrals by urgency',
          riskClass: 'high',
          deployers: ['ml-production'],
        },
      ],
    },
    dataLake: {
      roles: [
        {
          name: 'TriageTraining',
          trusts: 'sagemaker.amazonaws.com',
          // Logs and metrics of its jobs, and the images that they run.
          managedPolicies: [
            'arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy',
            'arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryReadOnly',
          ],
        },
        { name: 'ClinicalResearcher', trusts: [{ permissionSet: 'ClinicalResearch' }] },
        { name: 'DataSteward', trusts: [{ permissionSet: 'DataStewardship' }] },
      ],
      queries: { resultRetentionDays: 14, scanLimitGigabytes: 100 },
      administrators: ['DataSteward'],
      clearance: ['ClinicalResearcher'],
      tags: { sensitivity: ['open', 'internal', 'personal'] },
      databases: [
        {
          name: 'clinical',
          tags: { sensitivity: 'internal' },
          tables: [
            {
              name: 'referrals',
              format: 'parquet',
              columns: [
                { name: 'patient_name', type: 'string', personal: true, tags: { sensitivity: 'personal' } },
                { name: 'age', type: 'int' },
                { name: 'ward', type: 'string' },
                { name: 'urgency', type: 'string' },
              ],
              partitionKeys: [{ name: 'year', type: 'int', projection: { type: 'integer', range: [2020, 2030] } }],
            },
            {
              name: 'wards',
              format: 'csv',
              tags: { sensitivity: 'open' },
              columns: [
                { name: 'ward', type: 'string' },
                { name: 'beds', type: 'int' },
              ],
            },
          ],
        },
      ],
      grants: [
        // A table, some columns of all rows, some columns of some rows, every column of some rows.
        { name: 'wards', to: [{ role: 'TriageTraining' }, { ou: 'Sandbox' }], table: 'clinical.wards' },
        {
          name: 'training',
          to: [{ role: 'TriageTraining' }],
          table: 'clinical.referrals',
          columns: ['age', 'ward', 'urgency', 'year'],
        },
        {
          name: 'adults',
          to: [{ account: 'ml-production' }],
          table: 'clinical.referrals',
          exceptColumns: ['patient_name'],
          rows: 'age > 17',
        },
        { name: 'research', to: [{ role: 'ClinicalResearcher' }], table: 'clinical.referrals', rows: 'year >= 2025' },
      ],
      tagGrants: [{ name: 'open-data', to: [{ account: 'ml-production' }], tags: { sensitivity: ['open'] } }],
    },
    bedrock: {
      guardrails: [
        {
          // Referrals are written in English (accounts/ml-production.ts).
          name: 'patients',
          deniedTopics: [
            {
              name: 'Diagnosis',
              definition: 'Telling a person which illness they have.',
              examples: ['What do I have?'],
            },
          ],
          sensitiveInformation: { anonymize: ['NAME', 'EMAIL'] },
          // Where a call passes documents, an answer that they do not bear out is withheld.
          grounding: { grounding: 0.7, relevance: 0.5 },
        },
      ],
      // Experiments too: referrals have names in them.
      enforcedGuardrail: 'patients',
      inferenceProfiles: [
        {
          name: 'triage',
          model: 'amazon.nova-lite-v1:0',
          costCenter: '4711',
          regions: ['eu-central-1'],
        },
      ],
    },
    lineage: {
      datasets: [
        {
          name: 'referrals-raw',
          prefix: 'referrals/raw',
          description: 'Referral letters as they arrive, with names and diagnoses',
        },
        {
          name: 'referrals',
          prefix: 'referrals/pseudonymised',
          description: 'Referral letters in which names are replaced by tokens',
          derivedFrom: ['referrals-raw'],
        },
      ],
      projects: [
        {
          name: 'referral-triage',
          description: 'Sorts incoming referrals by urgency',
          page: 'https://example.com/projects/referral-triage',
          datasets: ['referrals'],
        },
      ],
    },
    budget: { monthlyUsd: 5000, services: { 'Amazon SageMaker': 3000 }, notify: ['ml-platform@example.com'] },
  },
});
