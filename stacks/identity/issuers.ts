import type { LandingZone } from '../../schema/landing-zone';

/** Who signs tokens for runs, and whose runs may do what. */
export interface Issuer {
  readonly id: 'hcp' | 'github' | 'gitlab';
  /** Of its URL, as IAM calls the provider and its condition keys. */
  readonly host: string;
  /** Whom the tokens are for. */
  readonly audience: string;
  /** Whether its IAM OIDC provider is made. */
  readonly isMade: boolean;
  /** Subjects that may plan; `*` for any text. None begins with one: the organization, repository or project is always named. */
  readonly plan: readonly string[];
  /** Subjects that may apply. */
  readonly apply: readonly string[];
}

/** The issuers whose tokens the roles of runs take. */
export const issuersOf = (zone: LandingZone): readonly Issuer[] =>
  [tryHcp(zone), tryGithub(zone), tryGitlab(zone)].filter((issuer) => issuer !== undefined);

/** Source: HCP Terraform, "Dynamic Credentials with the AWS Provider": audience, and the parts of a subject. */
function tryHcp({ identity, backend }: LandingZone): Issuer | undefined {
  if (!identity?.hcp || backend.type !== 'hcp') return undefined;
  const { organization, project, workspacePrefix, hostname } = backend;
  const runs = `organization:${organization}:project:${project}:workspace:${workspacePrefix}-*`;
  return {
    id: 'hcp',
    host: hostname,
    audience: 'aws.workload.identity',
    isMade: identity.hcp.oidcProvider === 'create',
    plan: [`${runs}:run_phase:plan`],
    apply: [`${runs}:run_phase:apply`],
  };
}

/**
 * A job with an environment has it in its subject, in place of its branch. Sources: GitHub Docs, "OpenID Connect reference", example
 * subject claims; "Configuring OpenID Connect in Amazon Web Services", audience.
 */
function tryGithub({ identity }: LandingZone): Issuer | undefined {
  if (!identity?.github) return undefined;
  const { repository, environment, branch, oidcProvider } = identity.github;
  const approved = `repo:${repository}:environment:${environment}`;
  return {
    id: 'github',
    host: 'token.actions.githubusercontent.com',
    audience: 'sts.amazonaws.com',
    isMade: oidcProvider === 'create',
    plan: [`repo:${repository}:pull_request`, `repo:${repository}:ref:refs/heads/${branch}`, approved],
    apply: [approved],
  };
}

/** Source: GitLab Docs, "Configure OpenID Connect in AWS to retrieve temporary credentials": a subject is of a branch or a tag. */
function tryGitlab({ identity }: LandingZone): Issuer | undefined {
  if (!identity?.gitlab) return undefined;
  const { project, hostname, branch, oidcProvider } = identity.gitlab;
  const branches = `project_path:${project}:ref_type:branch:ref`;
  return {
    id: 'gitlab',
    host: hostname,
    audience: `https://${hostname}`,
    isMade: oidcProvider === 'create',
    plan: [`${branches}:*`],
    apply: [`${branches}:${branch}`],
  };
}
