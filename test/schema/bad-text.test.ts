import { refuses, withAccount } from '../support/bad-input';
import { sampleSettings } from '../support/zone';

const { organizationalUnits: units, services } = sampleSettings();
const job = { name: 'daily', schedule: 'daily', bucketTags: { 'data-domain': 'training' } };
// biome-ignore lint/suspicious/noTemplateCurlyInString: the text under test
const description = 'cost ${centre}';
const rule = 'Terraform reads';
const fix = 'remove it from the text';

describe('text that Terraform would take for a template', () => {
  refuses([
    {
      title: 'it in the description of a Macie job',
      settings: { services: { ...services, macie: { jobs: [{ ...job, description }] } } },
      field: 'services.macie.jobs[0].description',
      value: description,
      rule,
      fix,
    },
    {
      title: 'it in the description of a model package group',
      file: 'accounts/sandbox.ts',
      accounts: withAccount('sandbox', {
        ai: { dataClassification: 'public', registry: { groups: [{ name: 'triage', description: '100 %{if}' }] } },
      }),
      field: 'ai.registry.groups[0].description',
      value: '100 %{if}',
      rule,
      fix,
    },
  ]);
});

describe('OU names that Terraform cannot tell apart', () => {
  refuses([
    {
      title: 'two that differ in a space alone',
      settings: { organizationalUnits: [...units, 'Sand box'] },
      field: 'organizationalUnits',
      value: 'Sandbox',
      rule: "'Sand box' has the same ones",
      fix: 'rename one',
    },
    {
      title: 'one without a Latin letter or digit',
      settings: { organizationalUnits: [...units, '日本'] },
      field: 'organizationalUnits',
      value: '日本',
      rule: 'a Latin letter or a digit',
      fix: 'rename it',
    },
  ]);
});
