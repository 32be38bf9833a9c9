import { problemsOf, refuses } from '../support/bad-input';

const github = { repository: 'acme/landing-zone', environment: 'production' };
const hcp = { type: 'hcp', organization: 'acme', project: 'governance' };

describe('whose runs are trusted', () => {
  it('are those of HCP Terraform, GitHub Actions and GitLab, each alone or all of them', () => {
    const gitlab = { project: 'acme/platform/landing-zone' };
    for (const identity of [{ github }, { gitlab }, { github, gitlab }])
      expect(problemsOf({ settings: { identity } })).toEqual([]);
    expect(problemsOf({ settings: { backend: hcp, identity: { hcp: {}, github, gitlab } } })).toEqual([]);
  });

  refuses([
    {
      title: 'roles that nobody may assume',
      settings: { identity: {} },
      field: 'identity',
      value: {},
      rule: 'of no use',
      fix: 'hcp, github or gitlab',
    },
    {
      title: 'runs of HCP Terraform where the state is elsewhere',
      settings: { identity: { hcp: {} } },
      field: 'identity.hcp',
      value: { oidcProvider: 'create' },
      rule: 'backend does not name them',
      fix: "type: 'hcp'",
    },
    {
      title: 'runs of any project of the organization',
      settings: { backend: { ...hcp, project: undefined }, identity: { hcp: {} } },
      field: 'identity.hcp',
      value: { oidcProvider: 'create' },
      rule: 'organization, project and workspace',
      fix: 'project',
    },
    {
      title: 'runs of HCP Terraform where it runs nothing',
      settings: { backend: { ...hcp, manage: { execution: 'local' } }, identity: { hcp: {} } },
      field: 'identity.hcp',
      value: { oidcProvider: 'create' },
      rule: 'it signs no token',
      fix: "'remote'",
    },
    ...['acme/*', '*/landing-zone', 'acme', 'acme/landing-zone:ref'].map((repository) => ({
      title: `${repository}, which is no repository`,
      settings: { identity: { github: { ...github, repository } } },
      field: 'identity.github.repository',
      value: repository,
      rule: 'no wildcard',
      fix: 'follows the rule',
    })),
    {
      title: 'every branch of a project of GitLab to apply',
      settings: { identity: { gitlab: { project: 'acme/landing-zone', branch: '*' } } },
      field: 'identity.gitlab.branch',
      value: '*',
      rule: 'no wildcard',
      fix: 'follows the rule',
    },
    {
      title: 'every project of a group',
      settings: { identity: { gitlab: { project: 'acme/*' } } },
      field: 'identity.gitlab.project',
      value: 'acme/*',
      rule: 'no wildcard',
      fix: 'follows the rule',
    },
    {
      title: 'an operator of a member account',
      settings: { identity: { github, operators: [{ permissionSet: 'Operators', account: 'security' }] } },
      field: 'identity.operators[0].account',
      value: 'security',
      rule: 'is not an active account',
      fix: 'management',
    },
    {
      title: 'a deploy role that a role of runs would take the place of',
      settings: { identity: { github }, deployRole: 'acme-ai-read' },
      field: 'deployRole',
      value: 'acme-ai-read',
      rule: 'identity makes a role of this name',
      fix: 'Organizations',
    },
  ]);

  it('may be of a repository with immutable subject claims', () => {
    const repository = 'acme@123456/landing-zone@456789';
    expect(problemsOf({ settings: { identity: { github: { ...github, repository } } } })).toEqual([]);
  });
});
