import { problemsOf, refuses, withAccount } from '../support/bad-input';

const sandbox = { file: 'accounts/sandbox.ts' };
const group = { name: 'triage', description: 'Sorts referrals by urgency' };

describe('the form of an account', () => {
  it.each(['a/b@example.com', 'a=b@example.com', 'a#b+c@example.co', 'a@b.cd', 'A_!$*-.{}~@9.example'])(
    'takes the address %s, as Organizations does',
    (email) => {
      expect(problemsOf({ accounts: withAccount('sandbox', { email }) })).toEqual([]);
    },
  );

  refuses([
    {
      title: 'a field that it does not know, and names the nearest one',
      ...sandbox,
      accounts: withAccount('sandbox', { region: ['eu-central-1'] }),
      field: 'region',
      value: ['eu-central-1'],
      rule: 'is not a field of the form',
      fix: "did you mean 'regions'?",
    },
    {
      title: 'an account without an address',
      ...sandbox,
      accounts: withAccount('sandbox', { email: undefined }),
      field: 'email',
      value: undefined,
      rule: 'must be a string',
      fix: 'add the field',
    },
    {
      title: 'an address that is none',
      ...sandbox,
      accounts: withAccount('sandbox', { email: 'aws+sandbox' }),
      field: 'email',
      value: 'aws+sandbox',
      rule: 'must be an e-mail address',
      fix: 'follows the rule',
    },
    ...[
      "o'brien@example.com",
      '.aws@example.com',
      'a%b@example.com',
      'aws sandbox@example.com',
      'ä@example.com',
      'a@b@example.com',
      'aws@-example.com',
      'aws@example.com.',
      'aws@localhost',
      'a@b.c',
    ].map((email) => ({
      title: `the address ${email}, which Organizations does not take`,
      ...sandbox,
      accounts: withAccount('sandbox', { email }),
      field: 'email',
      value: email,
      rule: 'must be an e-mail address',
      fix: 'follows the rule',
    })),
    {
      title: 'an address that is longer than AWS takes',
      ...sandbox,
      accounts: withAccount('sandbox', { email: `${'x'.repeat(53)}@example.com` }),
      field: 'email',
      value: `${'x'.repeat(53)}@example.com`,
      rule: 'must have at most 64 characters',
      fix: 'write at most 64',
    },
    ...[
      ['with a letter that Organizations does not take', 'Büro', 'ASCII letters'],
      ['with a sign that Account Management does not take', 'a < b', 'no < and >'],
      ['of nothing', '', 'must not be empty'],
      ['that is longer than AWS takes', 'x'.repeat(51), 'at most 50 characters'],
    ].map(([what, displayName, rule]) => ({
      title: `an account name ${what}`,
      ...sandbox,
      accounts: withAccount('sandbox', { displayName }),
      field: 'displayName',
      value: displayName,
      rule: rule ?? '',
      fix: '',
    })),
    {
      title: 'an account that nobody answers for',
      ...sandbox,
      accounts: withAccount('sandbox', { owner: '' }),
      field: 'owner',
      value: '',
      rule: 'must not be empty',
      fix: 'write at least 1',
    },
    {
      title: 'a role that the landing zone does not have',
      ...sandbox,
      accounts: withAccount('sandbox', { role: 'audit' }),
      field: 'role',
      value: 'audit',
      rule: 'is not one of the known values',
      fix: 'management, log-archive, security, workload',
    },
    {
      title: 'an id that has lost its leading zero',
      file: 'accounts/acquired.ts',
      accounts: withAccount('acquired', { id: '22233334444' }),
      field: 'id',
      value: '22233334444',
      rule: 'must be twelve digits, as text',
      fix: 'follows the rule',
    },
    {
      title: 'a classification that does not exist',
      ...sandbox,
      accounts: withAccount('sandbox', { ai: { dataClassification: 'secret' } }),
      field: 'ai.dataClassification',
      value: 'secret',
      rule: 'is not one of the known values',
      fix: 'public, internal, confidential, restricted',
    },
    {
      title: 'a model package group that SageMaker could not name',
      ...sandbox,
      accounts: withAccount('sandbox', {
        ai: { dataClassification: 'public', registry: { groups: [{ ...group, name: 'Triage Classifier' }] } },
      }),
      field: 'ai.registry.groups[0].name',
      value: 'Triage Classifier',
      rule: 'must be kebab-case',
      fix: 'follows the rule',
    },
  ]);
});

describe('what is in an account', () => {
  refuses([
    {
      title: 'two model package groups of one name',
      ...sandbox,
      accounts: withAccount('sandbox', { ai: { dataClassification: 'public', registry: { groups: [group, group] } } }),
      field: 'ai.registry.groups[1].name',
      value: 'triage',
      rule: 'names are unique in an account',
      fix: 'rename one of the two',
    },
  ]);
});
