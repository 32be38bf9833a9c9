import { problemsOf, refuses } from '../support/bad-input';

const backend = (manage: object, more: object = {}) => ({
  backend: { type: 'hcp', organization: 'acme', project: 'governance', manage, ...more },
});

describe('a project and workspaces that the landing zone makes', () => {
  it('need no word but that they are made', () => {
    expect(problemsOf({ settings: backend({}) })).toEqual([]);
  });

  refuses([
    {
      title: 'to make a project without a name',
      settings: backend({}, { project: undefined }),
      field: 'backend.project',
      value: undefined,
      rule: 'the project that is made needs a name',
      fix: "write project: 'landing-zone'",
    },
    {
      title: 'a project whose name is too short',
      settings: backend({}, { project: 'lz' }),
      field: 'backend.project',
      value: 'lz',
      rule: '3 to 40',
      fix: 'follows the rule',
    },
    {
      title: 'an organization with a name that none has',
      settings: backend({}, { organization: 'acme inc' }),
      field: 'backend.organization',
      value: 'acme inc',
      rule: 'must be the name of an organization',
      fix: 'follows the rule',
    },
    {
      title: 'a version of Terraform that cannot tell plan from apply',
      settings: backend({ terraformVersion: '1.9.8' }),
      field: 'backend.manage.terraformVersion',
      value: '1.9.8',
      rule: 'at least 1.10.0',
      fix: 'follows the rule',
    },
    {
      title: 'a version of Terraform that another run may read otherwise',
      settings: backend({ terraformVersion: '~> 1.11' }),
      field: 'backend.manage.terraformVersion',
      value: '~> 1.11',
      rule: 'must be an exact version',
      fix: 'follows the rule',
    },
    {
      title: 'health assessments where HCP Terraform runs nothing',
      settings: backend({ execution: 'local', healthAssessments: true }),
      field: 'backend.manage.healthAssessments',
      value: true,
      rule: 'with local execution it has none',
      fix: "execution: 'remote'",
    },
    {
      title: 'policies where HCP Terraform runs nothing',
      settings: backend({ execution: 'local', policies: 'mandatory' }),
      field: 'backend.manage.policies',
      value: 'mandatory',
      rule: 'with local execution it has none',
      fix: "execution: 'remote'",
    },
    {
      title: 'a team that is listed twice',
      settings: backend({
        teams: [
          { name: 'Platform', access: 'write' },
          { name: 'platform', access: 'read' },
        ],
      }),
      field: 'backend.manage.teams[1].name',
      value: 'platform',
      rule: 'must not be listed twice',
      fix: 'remove the duplicate',
    },
    {
      title: 'two notifications of one name',
      settings: backend({
        notifications: [
          { name: 'failed', emails: ['a@example.com'], on: ['run:errored'] },
          { name: 'failed', emails: ['b@example.com'], on: ['run:errored'] },
        ],
      }),
      field: 'backend.manage.notifications[1].name',
      value: 'failed',
      rule: 'must not have one name',
      fix: 'remove the duplicate',
    },
  ]);

  it('have no name that is longer than HCP Terraform recommends', () => {
    const name = 'a'.repeat(50);
    const accounts = [
      { name: 'management', email: 'm@example.com', role: 'management', id: '111122223333', owner: 'cloud' },
      { name: 'security', email: 's@example.com', role: 'security', ou: 'Security', owner: 'security' },
      { name, email: 'a@example.com', ou: 'Sandbox', owner: 'research' },
    ];
    const settings = { ...backend({}, { workspacePrefix: 'p'.repeat(30) }), costs: {} };
    const said = problemsOf({ settings, accounts }).filter(({ field }) => field === 'backend.workspacePrefix');
    const longest = `${'p'.repeat(30)}-account-${name}`.length;
    expect(said.map(({ rule }) => rule)).toEqual(longest > 90 ? [expect.stringContaining('at most 90')] : []);
  });
});
