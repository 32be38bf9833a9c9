import { problemsOf, refuses, withAccount } from '../support/bad-input';

const sandbox = { file: 'accounts/sandbox.ts' };
const tagRule = 'letters, digits, spaces and _ . : / = + - @ only';
// biome-ignore lint/suspicious/noTemplateCurlyInString: the text under test
const template = 'cost ${centre}';

describe('the tags of the landing zone', () => {
  refuses([
    {
      title: 'a tag whose value is longer than AWS takes',
      settings: { tags: { team: 'x'.repeat(257) } },
      field: 'tags.team',
      value: 'x'.repeat(257),
      rule: 'at most 256',
      fix: 'write at most 256',
    },
    {
      title: 'a tag whose value has a character that AWS does not take',
      settings: { tags: { team: 'models & data' } },
      field: 'tags.team',
      value: 'models & data',
      rule: tagRule,
      fix: 'follows the rule',
    },
    {
      title: 'a tag whose value Terraform would take for a template',
      settings: { tags: { team: template } },
      field: 'tags.team',
      value: template,
      rule: tagRule,
      fix: 'follows the rule',
    },
    {
      title: 'a tag whose key has a character that AWS does not take',
      settings: { tags: { 'team?': 'models' } },
      field: 'tags.team?',
      value: 'models',
      rule: tagRule,
      fix: 'rename the key',
    },
    {
      title: 'a tag of an account that differs from one of the landing zone in case alone',
      ...sandbox,
      settings: { tags: { Team: 'models' } },
      accounts: withAccount('sandbox', { tags: { team: 'data' } }),
      field: 'tags.team',
      value: 'data',
      rule: 'differ in more than case',
      fix: 'rename the key',
    },
    {
      title: 'a tag key that AWS keeps for itself, in whatever case',
      settings: { tags: { 'AWS:team': 'ml' } },
      field: 'tags.AWS:team',
      value: 'ml',
      rule: "begin with 'aws:'",
      fix: 'rename the key',
    },
    {
      title: "a tag key that is the landing zone's own, in whatever case",
      settings: { tags: { Owner: 'ml' } },
      field: 'tags.Owner',
      value: 'ml',
      rule: "the landing zone sets 'owner' itself",
      fix: 'rename the key',
    },
  ]);

  it('refuses two tag keys that differ in case alone, each by its name', () => {
    const problems = problemsOf({ settings: { tags: { Team: 'ml', team: 'ml', stage: 'test' } } });
    expect(problems.map(({ field }) => field)).toEqual(['tags.Team', 'tags.team']);
    for (const { rule } of problems) expect(rule).toContain('tag keys must differ in more than case');
  });
});

describe('the tags of an account', () => {
  refuses([
    {
      title: 'a tag key that AWS keeps for itself',
      ...sandbox,
      accounts: withAccount('sandbox', { tags: { 'aws:team': 'ml' } }),
      field: 'tags.aws:team',
      value: 'ml',
      rule: "begin with 'aws:'",
      fix: 'rename the key',
    },
    {
      title: "a tag key that is the landing zone's own, in whatever case",
      ...sandbox,
      accounts: withAccount('sandbox', { tags: { OWNER: 'ml' } }),
      field: 'tags.OWNER',
      value: 'ml',
      rule: "the landing zone sets 'owner' itself",
      fix: 'rename the key',
    },
    {
      title: 'an owner whom AWS does not take as the value of a tag',
      ...sandbox,
      accounts: withAccount('sandbox', { owner: '100 %{if}' }),
      field: 'owner',
      value: '100 %{if}',
      rule: tagRule,
      fix: 'follows the rule',
    },
    {
      title: 'an owner who is longer than the value of a tag',
      ...sandbox,
      accounts: withAccount('sandbox', { owner: 'x'.repeat(257) }),
      field: 'owner',
      value: 'x'.repeat(257),
      rule: 'at most 256',
      fix: 'write at most 256',
    },
  ]);
});
