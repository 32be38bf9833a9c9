import { defineAccount } from '../schema/forms/account';

/** Where approved models serve: versions of the registry in ml-development, and of the monitor that is trained on what they answer here. */
export default defineAccount({
  name: 'ml-production',
  email: 'aws+ml-production@example.com',
  ou: 'Workloads/MachineLearning/Production',
  owner: 'ml-platform',
  defaultVpcs: 'close',
  ai: {
    dataClassification: 'restricted',
    registry: {
      groups: [
        {
          name: 'triage-monitor',
          description: 'Tells when the answers of the triage classifier drift',
          riskClass: 'minimal',
        },
      ],
    },
    dataLake: {
      roles: [
        { name: 'ModelMonitoring', trusts: 'sagemaker.amazonaws.com' },
        { name: 'IncidentReviewer', trusts: [{ permissionSet: 'IncidentReview' }] },
        { name: 'ClinicReporting', trusts: [{ permissionSet: 'ClinicReporting' }] },
      ],
      clearance: ['IncidentReviewer'],
      tags: { sensitivity: ['internal', 'personal'] },
      databases: [
        {
          name: 'served',
          tags: { sensitivity: 'internal' },
          tables: [
            {
              name: 'predictions',
              format: 'json',
              columns: [
                { name: 'patient_number', type: 'string', personal: true, tags: { sensitivity: 'personal' } },
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
        // What the model was not sure of, with the patient.
        {
          name: 'incidents',
          to: [{ role: 'IncidentReviewer' }],
          table: 'served.predictions',
          rows: 'confidence < 0.6',
        },
      ],
      tagGrants: [{ name: 'reporting', to: [{ role: 'ClinicReporting' }], tags: { sensitivity: ['internal'] } }],
    },
    bedrock: {
      invocationLogging: { retentionDays: 400 },
      guardrails: [
        {
          // Referrals are written in English: the filters of this tier understand English, French and Spanish, and nothing else.
          name: 'patients',
          deniedTopics: [
            {
              name: 'Diagnosis',
              definition: 'Telling a person which illness they have.',
              examples: ['What do I have?'],
            },
          ],
          sensitiveInformation: { block: ['PASSWORD'], anonymize: ['NAME', 'EMAIL'] },
          // Where a call passes documents, an answer that they do not bear out is withheld.
          grounding: { grounding: 0.7, relevance: 0.5 },
        },
      ],
      // Every call goes through it, whether it names one or not.
      enforcedGuardrail: 'patients',
      inferenceProfiles: [
        {
          name: 'triage',
          model: 'amazon.nova-lite-v1:0',
          costCenter: '4712',
          regions: ['eu-central-1'],
        },
      ],
    },
    lineage: {
      datasets: [
        {
          name: 'predictions',
          prefix: 'served/predictions',
          description: 'What the triage classifier answered, for monitoring',
        },
      ],
      projects: [
        {
          name: 'triage-monitoring',
          description: 'Watches the triage classifier where it serves',
          page: 'https://example.com/projects/triage-monitoring',
          datasets: ['predictions'],
        },
      ],
    },
    budget: { monthlyUsd: 8000, services: { 'Amazon Bedrock': 2000 }, notify: ['ml-platform@example.com'] },
  },
});
