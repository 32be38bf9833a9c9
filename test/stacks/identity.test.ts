import { allowsPrincipal } from '../../policy/iam/resource-policy';
import type { SettingsSpec } from '../../schema/forms/settings';
import { find, providers, resource, resources, type Stacks, smallZone, statements, synth } from '../support/synth';

const github = { repository: 'acme/landing-zone', environment: 'production' };
const backend = { type: 'hcp', organization: 'acme', project: 'governance', workspacePrefix: 'lz' } as const;
const everybody: SettingsSpec['identity'] = { hcp: {}, github, gitlab: { project: 'acme/platform/lz' } };

const withIdentity = (change: Partial<SettingsSpec> = {}): Stacks =>
  synth(smallZone({ backend, identity: everybody, ...change }, ['models', 'partner']));
const stacks = withIdentity();
const identity = find(stacks, 'identity');
const management = find(stacks, 'management');

const issuers = {
  'app.terraform.io': { name: 'hcp', audience: 'aws.workload.identity' },
  'token.actions.githubusercontent.com': { name: 'github', audience: 'sts.amazonaws.com' },
  'gitlab.com': { name: 'gitlab', audience: 'https://gitlab.com' },
};
type Host = keyof typeof issuers;

/** Whether the trust policy of a role takes a token, as IAM would see it once the ARNs of the providers are known. */
function takes(role: 'plan' | 'apply', host: Host, sub: string, aud: string = issuers[host].audience): boolean {
  const trust = Object.entries(issuers).reduce(
    (text, [each, { name }]) =>
      text.replaceAll(
        `\${aws_iam_openid_connect_provider.${name}.arn}`,
        `arn:aws:iam::111122223333:oidc-provider/${each}`,
      ),
    String(resource(identity, 'aws_iam_role', role).assume_role_policy),
  );
  const found = (JSON.parse(trust) as { Statement: { Principal: { Federated: string } }[] }).Statement.filter(
    ({ Principal }) => Principal.Federated.endsWith(`/${host}`),
  );
  // The evaluator knows principals with an ARN: the token is looked at by the condition alone.
  const Statement = found.map((each) => ({ ...each, Principal: '*', Action: 'sts:AssumeRoleWithWebIdentity' }));
  return allowsPrincipal(JSON.stringify({ Version: '2012-10-17', Statement }), {
    principal: 'arn:aws:iam::111122223333:user/nobody',
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: `arn:aws:iam::111122223333:role/acme-ai-${role}`,
    context: { [`${host}:aud`]: aud, [`${host}:sub`]: sub },
  });
}

describe('runs of HCP Terraform', () => {
  const run = (phase: string, change: Record<string, string> = {}) => {
    const parts = { organization: 'acme', project: 'governance', workspace: 'lz-security', ...change };
    return `organization:${parts.organization}:project:${parts.project}:workspace:${parts.workspace}:run_phase:${phase}`;
  };

  it('plan as one role and apply as another', () => {
    expect(takes('plan', 'app.terraform.io', run('plan'))).toBe(true);
    expect(takes('plan', 'app.terraform.io', run('apply'))).toBe(false);
    expect(takes('apply', 'app.terraform.io', run('apply'))).toBe(true);
    expect(takes('apply', 'app.terraform.io', run('plan'))).toBe(false);
  });

  it.each([['organization'], ['project'], ['workspace']])('are no others: not of another %s', (part) => {
    expect(takes('apply', 'app.terraform.io', run('apply', { [part]: 'other' }))).toBe(false);
  });

  it('bring tokens that are for AWS', () => {
    expect(takes('apply', 'app.terraform.io', run('apply'), 'other')).toBe(false);
  });
});

describe('jobs of GitHub Actions', () => {
  const job = (rest: string, repository = 'acme/landing-zone') => `repo:${repository}:${rest}`;

  it('plan for pull requests, and apply in their environment only', () => {
    const host = 'token.actions.githubusercontent.com';
    expect(takes('plan', host, job('pull_request'))).toBe(true);
    expect(takes('plan', host, job('ref:refs/heads/main'))).toBe(true);
    expect(takes('plan', host, job('ref:refs/heads/other'))).toBe(false);
    expect(takes('apply', host, job('pull_request'))).toBe(false);
    expect(takes('apply', host, job('ref:refs/heads/main'))).toBe(false);
    expect(takes('apply', host, job('environment:production'))).toBe(true);
    expect(takes('apply', host, job('environment:production', 'other/landing-zone'))).toBe(false);
  });
});

describe('jobs of GitLab', () => {
  const job = (branch: string, project = 'acme/platform/lz') => `project_path:${project}:ref_type:branch:ref:${branch}`;

  it('plan on any branch, and apply on the one that is deployed', () => {
    expect(takes('plan', 'gitlab.com', job('feature/x'))).toBe(true);
    expect(takes('apply', 'gitlab.com', job('feature/x'))).toBe(false);
    expect(takes('apply', 'gitlab.com', job('main'))).toBe(true);
    expect(takes('plan', 'gitlab.com', job('main', 'acme/platform/other'))).toBe(false);
  });
});

describe('the roles of runs', () => {
  it('trust issuers and nobody else, and no subject that begins with a wildcard', () => {
    for (const role of ['plan', 'apply'])
      for (const { Principal, Condition } of Object.values(
        statements(resource(identity, 'aws_iam_role', role).assume_role_policy),
      )) {
        expect(Object.keys(Principal)).toEqual(['Federated']);
        for (const subject of Object.values(Condition.StringLike).flat())
          expect(subject).toMatch(/^(organization:acme:project:governance|repo:acme\/|project_path:acme\/)/);
      }
  });

  it('take issuers that exist by the ARN that they have', () => {
    const existing = withIdentity({ identity: { github: { ...github, oidcProvider: 'existing' } } });
    expect(resources(find(existing, 'identity'), 'aws_iam_openid_connect_provider')).toEqual({});
    const { GitHubActions } = statements(
      resource(find(existing, 'identity'), 'aws_iam_role', 'apply').assume_role_policy,
    );
    expect(GitHubActions?.Principal.Federated).toBe(
      'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
    );
  });

  it('that plan become the read role of other accounts and nothing else', () => {
    const policy = statements(resource(identity, 'aws_iam_role_policy', 'plan-policy').policy);
    expect(policy.ReadAccounts?.Resource).toEqual(['arn:aws:iam::*:role/acme-ai-read']);
    expect(Object.keys(policy)).toEqual(['ReadAccounts', 'Plan']);
  });

  it('that plan read states in S3, and write locks beside them', () => {
    const s3 = withIdentity({
      backend: { type: 's3', bucket: 'acme-state', region: 'eu-central-1' },
      identity: { github },
    });
    const policy = statements(resource(find(s3, 'identity'), 'aws_iam_role_policy', 'plan-policy').policy);
    expect(policy.LockState?.Resource).toBe('arn:aws:s3:::acme-state/landing-zone/*.tfstate.tflock');
    const writes = Object.values(policy)
      .flatMap(({ Action }) => [Action].flat())
      .filter((each) => /Put|Delete/.test(each));
    expect(writes).toEqual(['s3:PutObject', 's3:DeleteObject']);
  });

  it('that apply cannot open themselves to others, or make a key', () => {
    const policy = statements(resource(identity, 'aws_iam_role_policy', 'apply-policy').policy);
    expect(Object.values(policy).map(({ Effect }) => Effect)).toEqual(['Deny', 'Deny', 'Deny']);
    expect(policy.NoLongLivedKeys?.Action).toContain('iam:CreateAccessKey');
  });
});

describe('the read role', () => {
  const set = resource(management, 'aws_cloudformation_stack_set', 'read-roles-set');
  const { RoleName, AssumeRolePolicyDocument, Policies } = JSON.parse(set.template_body).Resources.ReadRole.Properties;

  it('is made in every account but the management account, through the deploy role, before their own stacks are planned', () => {
    const made = Object.values(resources(management, 'aws_cloudformation_stack_set_instance'));
    expect(made).toHaveLength(Object.keys(stacks).filter((name) => /^account-(?!management)/.test(name)).length);
    expect(new Set(made.map(({ account_id }) => account_id)).size).toBe(made.length);
    expect(set).toMatchObject({
      execution_role_name: 'OrganizationAccountAccessRole',
      permission_model: 'SELF_MANAGED',
    });
  });

  it('is assumed by the roles of runs, and by operators that the settings name', () => {
    const trusts = (principal: string, document: object = AssumeRolePolicyDocument) =>
      allowsPrincipal(JSON.stringify(document), {
        principal,
        action: 'sts:AssumeRole',
        resource: `arn:aws:iam::222222222222:role/${RoleName}`,
        context: {},
      });
    for (const role of ['plan', 'apply']) expect(trusts(`arn:aws:iam::111122223333:role/acme-ai-${role}`)).toBe(true);
    const operator = 'arn:aws:iam::111122223333:role/Operators';
    expect(trusts(operator)).toBe(false);
    const more = withIdentity({ identity: { github, operators: [{ role: 'Operators' }] } });
    const opened = resource(find(more, 'management'), 'aws_cloudformation_stack_set', 'read-roles-set');
    expect(
      trusts(operator, JSON.parse(opened.template_body).Resources.ReadRole.Properties.AssumeRolePolicyDocument),
    ).toBe(true);
  });

  it('has one inline policy, which AWS takes', () => {
    expect(Policies).toHaveLength(1);
    expect(JSON.stringify(Policies[0].PolicyDocument).length).toBeLessThan(10_240);
  });
});

describe('the providers of an account', () => {
  const rolesIn = (all: Stacks, stack: string) =>
    new Set(providers(find(all, stack)).map(({ assume_role }) => assume_role?.[0].role_arn.replace(/^.*:role\//, '')));

  it('work as the read role while Terraform plans, and as the deploy role while it applies', () => {
    expect(rolesIn(stacks, 'account-models')).toEqual(
      new Set([`\${terraform.applying ? "OrganizationAccountAccessRole" : "acme-ai-read"}`]),
    );
    expect(rolesIn(stacks, 'management')).toEqual(new Set([undefined]));
  });

  it('work as the deploy role always while everything may be destroyed, and so may plans then', () => {
    const open = withIdentity({ protection: 'off' });
    expect(rolesIn(open, 'account-models')).toEqual(new Set(['OrganizationAccountAccessRole']));
    const policy = statements(resource(find(open, 'identity'), 'aws_iam_role_policy', 'plan-policy').policy);
    expect(policy.ReadAccounts?.Resource).toContain('arn:aws:iam::*:role/OrganizationAccountAccessRole');
  });

  it('work as the deploy role always where runs have no identity, and no role of runs is made', () => {
    const without = synth(smallZone({ backend }, ['models']));
    expect(Object.keys(without)).not.toContain('identity');
    expect(rolesIn(without, 'account-models')).toEqual(new Set(['OrganizationAccountAccessRole']));
    expect(resources(find(without, 'management'), 'aws_cloudformation_stack_set')).toEqual({});
  });
});
