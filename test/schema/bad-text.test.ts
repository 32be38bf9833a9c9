import { refuses, withAccount } from '../support/bad-input';
import { sampleSettings } from '../support/zone';

const units = sampleSettings().organizationalUnits;
const rule = 'Terraform reads';
const fix = 'write it without';

describe('text that Terraform would take for a template', () => {
  refuses([
    {
      title: 'it in a tag of the landing zone',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the text under test
      settings: { tags: { note: 'cost ${centre}' } },
      field: 'tags.note',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the text under test
      value: 'cost ${centre}',
      rule,
      fix,
    },
    {
      title: 'it in the owner of an account',
      file: 'accounts/sandbox.ts',
      accounts: withAccount('sandbox', { owner: '100 %{if}' }),
      field: 'owner',
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
