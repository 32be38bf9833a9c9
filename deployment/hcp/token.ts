import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The token for a host, as Terraform finds it, or else as its tfe provider does. It is read when it is needed and kept nowhere. Source:
 * Terraform docs, "CLI Configuration", "Environment Variable Credentials"; docs of the tfe provider, "Authentication".
 *
 * @throws Error where there is none
 */
export function tokenFor(hostname: string, env: NodeJS.ProcessEnv = process.env, home = homedir()): string {
  const named = env[tokenVariable(hostname)] || env.TFE_TOKEN;
  if (named) return named;
  const file = join(home, '.terraform.d', 'credentials.tfrc.json');
  const { credentials = {} } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const { token } = (credentials[hostname] ?? {}) as { token?: string };
  if (token) return token;
  throw new Error(
    `there is no token for ${hostname}\n  rule: the states of the landing zone are there\n  fix:  run terraform login ${hostname}, or set TFE_TOKEN or ${tokenVariable(hostname)}`,
  );
}

/** The variable in which Terraform looks for the token of a host: `TF_TOKEN_app_terraform_io`. */
export const tokenVariable = (hostname: string): string =>
  `TF_TOKEN_${hostname.replaceAll('-', '__').replaceAll('.', '_')}`;
