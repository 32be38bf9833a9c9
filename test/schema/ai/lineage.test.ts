import { problemsOf, refuses, withAccount } from '../../support/bad-input';
import { zoneOf } from '../../support/zone';

const dataset = (name: string, more: object = {}) => ({ name, prefix: name, description: 'Made by a test', ...more });
const project = (name: string, more: object = {}) => ({
  name,
  description: 'Made by a test',
  page: 'https://example.com',
  ...more,
});
const withLineage = (lineage: object, classification = 'confidential') =>
  withAccount('models', { ai: { dataClassification: classification, lineage } });
const file = 'accounts/models.ts';

describe('the lineage of an account', () => {
  refuses([
    {
      title: 'two datasets of one name',
      accounts: withLineage({ datasets: [dataset('notes'), dataset('notes', { prefix: 'other' })] }),
      file,
      field: 'ai.lineage.datasets[1].name',
      value: 'notes',
      rule: 'an artifact by its name',
      fix: 'change one',
    },
    {
      title: 'two datasets in one folder',
      accounts: withLineage({ datasets: [dataset('notes'), dataset('letters', { prefix: 'notes' })] }),
      file,
      field: 'ai.lineage.datasets[1].prefix',
      value: 'notes',
      rule: 'one artifact for each URI',
      fix: 'change one',
    },
    ...['', '/', '/notes', 'notes/', 'notes//2026'].map((prefix) => ({
      title: `the folder ${JSON.stringify(prefix)} of a dataset`,
      accounts: withLineage({ datasets: [dataset('notes', { prefix })] }),
      file,
      field: 'ai.lineage.datasets[0].prefix',
      value: prefix,
      rule: 'no slash at the ends',
      fix: 'follows the rule',
    })),
    {
      title: 'a dataset that is made of an unknown one',
      accounts: withLineage({ datasets: [dataset('notes'), dataset('clean', { derivedFrom: ['note'] })] }),
      file,
      field: 'ai.lineage.datasets[1].derivedFrom[0]',
      value: 'note',
      rule: 'is not the name of a dataset',
      fix: "did you mean 'notes'?",
    },
    {
      title: 'a dataset that is made of itself',
      accounts: withLineage({ datasets: [dataset('notes', { derivedFrom: ['notes'] })] }),
      file,
      field: 'ai.lineage.datasets[0].derivedFrom',
      value: ['notes'],
      rule: "leads back to 'notes'",
      fix: 'remove the name',
    },
    {
      title: 'a circle of datasets, named once and not where it is only entered',
      accounts: withLineage({
        datasets: [
          dataset('entry', { derivedFrom: ['b'] }),
          dataset('a', { derivedFrom: ['c'] }),
          dataset('b', { derivedFrom: ['a'] }),
          dataset('c', { derivedFrom: ['b'] }),
        ],
      }),
      file,
      field: 'ai.lineage.datasets[1].derivedFrom',
      value: ['c'],
      rule: "leads back to 'a'",
      fix: 'remove the name',
    },
    {
      title: 'a dataset that is more sensitive than its account',
      accounts: withLineage({ datasets: [dataset('notes', { classification: 'restricted' })] }),
      file,
      field: 'ai.lineage.datasets[0].classification',
      value: 'restricted',
      rule: "more sensitive than ai.dataClassification, 'confidential'",
      fix: "use 'confidential'",
    },
    {
      title: 'a project of an unknown dataset',
      accounts: withLineage({ datasets: [dataset('notes')], projects: [project('triage', { datasets: ['letters'] })] }),
      file,
      field: 'ai.lineage.projects[0].datasets[0]',
      value: 'letters',
      rule: 'is not the name of a dataset',
      fix: 'notes',
    },
    {
      title: 'two projects of one name',
      accounts: withLineage({ projects: [project('triage'), project('triage')] }),
      file,
      field: 'ai.lineage.projects[1].name',
      value: 'triage',
      rule: 'a context by its name',
      fix: 'change one',
    },
    {
      title: 'a folder that begins with a slash',
      accounts: withLineage({ datasets: [dataset('notes', { prefix: '/notes' })] }),
      file,
      field: 'ai.lineage.datasets[0].prefix',
      value: '/notes',
      rule: 'no slash at the ends',
      fix: 'change the value',
    },
    {
      title: 'a page that is not reached by TLS',
      accounts: withLineage({ projects: [project('triage', { page: 'http://example.com' })] }),
      file,
      field: 'ai.lineage.projects[0].page',
      value: 'http://example.com',
      rule: 'https://',
      fix: 'change the value',
    },
    {
      title: 'a description of two lines',
      accounts: withLineage({ datasets: [dataset('notes', { description: 'Notes\nof doctors' })] }),
      file,
      field: 'ai.lineage.datasets[0].description',
      value: 'Notes\nof doctors',
      rule: 'must be one line',
      fix: 'change the value',
    },
    {
      title: 'a description that SageMaker does not take',
      accounts: withLineage({ projects: [project('triage', { description: 'x'.repeat(3073) })] }),
      file,
      field: 'ai.lineage.projects[0].description',
      value: 'x'.repeat(3073),
      rule: 'at most 3,072',
      fix: '3,072',
    },
  ]);

  it('is refused for everything at once', () => {
    const datasets = [dataset('a', { derivedFrom: ['x', 'a'], classification: 'restricted' }), dataset('a')];
    const fields = problemsOf({ accounts: withLineage({ datasets }) }).map(({ field }) => field);
    expect(fields).toEqual([
      'ai.lineage.datasets[1].name',
      'ai.lineage.datasets[1].prefix',
      'ai.lineage.datasets[0].derivedFrom[0]',
      'ai.lineage.datasets[0].classification',
      'ai.lineage.datasets[0].derivedFrom',
    ]);
  });

  it('takes a dataset that is as sensitive as the account, or less', () => {
    for (const classification of ['public', 'internal', 'confidential', 'restricted'])
      expect(
        problemsOf({ accounts: withLineage({ datasets: [dataset('notes', { classification })] }, 'restricted') }),
      ).toEqual([]);
  });

  it('is nothing where nothing is declared', () => {
    const accounts = withAccount('models', { ai: { dataClassification: 'internal' } });
    expect(problemsOf({ accounts })).toEqual([]);
    expect(zoneOf({ controls: [] }).accounts.find(({ name }) => name === 'sandbox')?.ai).toBeUndefined();
  });
});
