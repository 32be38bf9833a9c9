import { findProviderMirror, mirrorVariable, tfeProvider } from '../../../deployment/provider-mirror';

/** Where the provider of HCP Terraform is; undefined where it is nowhere. */
export const tfeMirror = findProviderMirror(tfeProvider);

/** Why a suite cannot run that makes workspaces; nothing where it can. */
export const withoutTfe: readonly string[] = tfeMirror
  ? []
  : [`no provider hashicorp/tfe was found (${mirrorVariable} may name several folders, one of which has it)`];

/** What Terraform's CLI configuration says of where providers come from, by their names. */
export function installationFrom(mirrors: Readonly<Record<string, string | undefined>>): string {
  const from = Object.entries(mirrors).map(
    ([name, path]) => `  filesystem_mirror {
    path    = ${JSON.stringify(path)}
    include = ["registry.terraform.io/hashicorp/${name}"]
  }`,
  );
  return `provider_installation {\n${from.join('\n')}\n}\n`;
}
