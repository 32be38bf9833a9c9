import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What a rehearsal needs and where it was found. */
export interface Tools {
  /** Terraform's program. */
  readonly terraform: string;
  /** Folder with `registry.terraform.io/hashicorp/aws` in it; undefined where Terraform is to ask its registry. */
  readonly providerMirror?: string;
}

/** Names the folder that providers are taken from, before any other place is looked at. */
export const mirrorVariable = 'LANDING_ZONE_PROVIDER_MIRROR';

const awsProvider = join('registry.terraform.io', 'hashicorp', 'aws');

/** The tools of this machine, or what is missing, each with what to do about it. */
export function findTools(): { readonly tools?: Tools; readonly missing: readonly string[] } {
  const terraform = process.env.TERRAFORM_BINARY_NAME ?? 'terraform';
  const missing: string[] = [];
  if (!answers(terraform, 'version'))
    missing.push(
      `${terraform} is not on PATH: install Terraform 1.10 or newer (developer.hashicorp.com/terraform/install)`,
    );
  if (!answers('moto_server', '--help'))
    missing.push("moto_server is not on PATH: pipx install 'moto[server]' (or pip install 'moto[server]')");
  return missing.length > 0 ? { missing } : { tools: { terraform, providerMirror: findProviderMirror() }, missing };
}

/**
 * A folder that mirrors the AWS provider: the one that the environment names, else the conventional plugin folders of
 * Terraform, else a folder directly below the one for optional software.
 */
export function findProviderMirror(): string | undefined {
  const named = process.env[mirrorVariable];
  if (named) return named;
  const home = homedir();
  const optional = '/opt';
  const places = [
    join(process.cwd(), 'terraform.d', 'plugins'),
    join(home, '.terraform.d', 'plugins'),
    join(home, '.local', 'share', 'terraform', 'plugins'),
    join(home, 'Library', 'Application Support', 'io.terraform', 'plugins'),
    '/usr/local/share/terraform/plugins',
    '/usr/share/terraform/plugins',
    ...(existsSync(optional) ? readdirSync(optional).map((folder) => join(optional, folder)) : []),
  ];
  return places.find((place) => existsSync(join(place, awsProvider)));
}

/** Versions of the AWS provider in a mirror, in no order. */
export const mirroredVersions = (mirror: string): string[] =>
  readdirSync(join(mirror, awsProvider)).filter((name) => /^\d/.test(name));

/**
 * Environment that lets Terraform find the provider. Terraform's own CLI configuration is replaced for its process only, and only
 * where a mirror was found.
 */
export function providerEnvironment({ providerMirror }: Tools, folder: string): Record<string, string> {
  if (!providerMirror) return {};
  const file = join(folder, 'terraform.rc');
  const include = '["registry.terraform.io/hashicorp/aws"]';
  writeFileSync(
    file,
    `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(providerMirror)}
    include = ${include}
  }
  direct {
    exclude = ${include}
  }
}
`,
  );
  return { TF_CLI_CONFIG_FILE: file };
}

const answers = (program: string, argument: string): boolean =>
  spawnSync(program, [argument], { stdio: 'ignore', env: { ...process.env, CHECKPOINT_DISABLE: '1' } }).error ===
  undefined;
