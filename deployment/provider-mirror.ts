import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Engine } from './engine';

/** Names the folder that providers are taken from, before any other place is looked at; or several, as PATH does. */
export const mirrorVariable = 'LANDING_ZONE_PROVIDER_MIRROR';

const hosts = ['registry.terraform.io', 'registry.opentofu.org'] as const;
const provider = join('hashicorp', 'aws');

/** The provider of HCP Terraform: what manages workspaces. */
export const tfeProvider = join('hashicorp', 'tfe');

/**
 * A folder that mirrors a provider under the host of either engine: one that the environment names, else the conventional plugin
 * folders, else a folder directly below the one for optional software.
 *
 * @param wanted `hashicorp/aws` where nothing is said: for it the folder that the environment names is taken as it is
 */
export function findProviderMirror(wanted: string = provider): string | undefined {
  const named = (process.env[mirrorVariable] ?? '').split(delimiter).filter((place) => place !== '');
  const holding = named.find((place) => hostIn(place, wanted) !== undefined);
  if (holding ?? (wanted === provider && named[0])) return holding ?? named[0];
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
  return places.find((place) => hostIn(place, wanted) !== undefined);
}

const hostIn = (mirror: string, wanted = provider): string | undefined =>
  hosts.find((host) => existsSync(join(mirror, host, wanted)));

/** Versions of the AWS provider in a mirror, in no order; none where it has no such provider. */
export function mirroredVersions(mirror: string): string[] {
  const host = hostIn(mirror);
  return host ? readdirSync(join(mirror, host, provider)).filter((name) => /^\d/.test(name)) : [];
}

/** The configuration of the engine's CLI in a folder, which names the mirror. */
export const cliConfigFile = (folder: string): string => join(folder, 'cli.tfrc');

/**
 * Environment that lets an engine find the provider. Its own CLI configuration is replaced for its process only, and only where a
 * mirror was found.
 *
 * @param folder keeps the configuration, and a mirror under the engine's host where there is one for the other engine only
 */
export function providerEnvironment(
  engine: Engine,
  mirror: string | undefined,
  folder: string,
): Record<string, string> {
  if (mirror === undefined) return {};
  const file = cliConfigFile(folder);
  const address = JSON.stringify([`${engine.registry}/hashicorp/aws`]);
  writeFileSync(
    file,
    `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirrorFor(engine, mirror, folder))}
    include = ${address}
  }
  direct {
    exclude = ${address}
  }
}
`,
  );
  return { TF_CLI_CONFIG_FILE: file };
}

/**
 * The mirror itself where it has the host of the engine; else one that links to the same files. Files, because OpenTofu follows no
 * link to a folder in a mirror.
 */
function mirrorFor({ registry }: Engine, mirror: string, folder: string): string {
  const host = hostIn(mirror);
  if (host === undefined || existsSync(join(mirror, registry, provider))) return mirror;
  const made = join(folder, 'mirror');
  const source = join(mirror, host, provider);
  for (const file of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    const target = join(made, registry, provider, path.slice(source.length));
    mkdirSync(dirname(target), { recursive: true });
    if (!existsSync(target)) linkOrCopy(path, target);
  }
  return made;
}

/** A hard link costs nothing; another file system, or an owner who allows none, asks for a copy. */
function linkOrCopy(path: string, target: string): void {
  try {
    linkSync(path, target);
  } catch {
    copyFileSync(path, target);
  }
}
