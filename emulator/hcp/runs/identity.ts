import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newUuid } from '../../toolkit/ids';
import { type Resource, related } from '../records';
import type { HcpWorld } from '../world';
import type { Phase } from './engine';

/** Which run asks for a token, and in which phase. */
export interface Identified {
  readonly run: Resource<'runs'>;
  readonly workspace: Resource<'workspaces'>;
  readonly phase: Phase;
}

/** Signs workload identity tokens, and serves what verifiers need. Source: HCP Terraform docs, "Workload Identity". */
export class IdentityTokens {
  private key: { readonly secret: KeyObject; readonly shown: object; readonly kid: string } | undefined;

  constructor(private readonly world: HcpWorld) {}

  /** Whom tokens name as their issuer. */
  get issuer(): string {
    return `https://${this.world.settings.hostname}`;
  }

  /** A token of one phase of a run for an audience; it is good for two hours, by the clock of the double. */
  issue({ run, workspace, phase }: Identified, audience: string): string {
    const { secret, kid } = this.find();
    const seconds = this.world.clock.seconds();
    const project = related(this.world.records, workspace, 'project', 'projects');
    const { organization } = this.world;
    const full = `organization:${organization.id}:project:${project?.attributes.name}:workspace:${workspace.attributes.name}`;
    const claims = {
      ...{
        jti: newUuid(this.world.newId),
        iss: this.issuer,
        aud: audience,
        iat: seconds,
        nbf: seconds - 5,
        exp: seconds + 7200,
      },
      sub: `${full}:run_phase:${phase}`,
      terraform_organization_id: organization.attributes['external-id'],
      terraform_organization_name: organization.id,
      terraform_project_id: project?.id,
      terraform_project_name: project?.attributes.name,
      terraform_workspace_id: workspace.id,
      terraform_workspace_name: workspace.attributes.name,
      terraform_full_workspace: full,
      terraform_run_id: run.id,
      terraform_run_phase: phase,
    };
    const text = [{ typ: 'JWT', alg: 'RS256', kid }, claims].map(encode).join('.');
    return `${text}.${sign('sha256', Buffer.from(text), secret).toString('base64url')}`;
  }

  /** The discovery document. Its keys are at the address of the double, whoever the issuer is. */
  configuration = (): object => ({
    issuer: this.issuer,
    jwks_uri: `${this.world.address}/.well-known/jwks`,
    response_types_supported: ['id_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
    claims_supported: ['sub', 'aud', 'exp', 'iat', 'iss', 'jti', 'nbf', 'ref'],
  });

  keys = (): object => ({ keys: [this.find().shown] });

  /** Made when somebody asks first: it takes a while. */
  private find() {
    if (this.key) return this.key;
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwk = publicKey.export({ format: 'jwk' });
    const kid = createHash('sha256').update(String(jwk.n)).digest('base64url');
    this.key = { secret: privateKey, kid, shown: { ...jwk, kid, use: 'sig', alg: 'RS256' } };
    return this.key;
  }
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * What a phase of a run gets so that the AWS provider assumes the role of the phase: a token in a file, and the role. Source: HCP
 * Terraform docs, "Dynamic Credentials with the AWS Provider". Tagged configurations are not made.
 *
 * @throws Error where no role is named
 */
export function identityEnvironment(
  tokens: IdentityTokens,
  of: Identified & { readonly folder: string; readonly env: ReadonlyMap<string, string> },
): Readonly<Record<string, string>> {
  const { env, phase, folder, run } = of;
  const audience = env.get('TFC_WORKLOAD_IDENTITY_AUDIENCE');
  const manual: Record<string, string> = audience ? { TFC_WORKLOAD_IDENTITY_TOKEN: tokens.issue(of, audience) } : {};
  if (env.get('TFC_AWS_PROVIDER_AUTH') !== 'true') return manual;
  const tagged = [...env.keys()].find((name) => /^TFC_AWS_PROVIDER_AUTH_|^TFC_DEFAULT_AWS_/.test(name));
  if (tagged !== undefined) throw new Error(`the double of HCP Terraform does not implement ${tagged}`);
  const role = env.get(`TFC_AWS_${phase.toUpperCase()}_ROLE_ARN`) ?? env.get('TFC_AWS_RUN_ROLE_ARN');
  if (!role)
    throw new Error(
      `TFC_AWS_PROVIDER_AUTH is true, and neither TFC_AWS_${phase.toUpperCase()}_ROLE_ARN nor TFC_AWS_RUN_ROLE_ARN is set`,
    );
  const file = join(folder, `identity-${phase}.jwt`);
  writeFileSync(file, tokens.issue(of, env.get('TFC_AWS_WORKLOAD_IDENTITY_AUDIENCE') ?? 'aws.workload.identity'), {
    mode: 0o600,
  });
  return {
    ...manual,
    AWS_ROLE_ARN: role,
    AWS_WEB_IDENTITY_TOKEN_FILE: file,
    AWS_ROLE_SESSION_NAME: `terraform-run-${run.id}`.slice(0, 64),
  };
}
