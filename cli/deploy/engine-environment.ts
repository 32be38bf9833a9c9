import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../deployment/engine';
import { findProviderMirror, providerEnvironment } from '../../deployment/provider-mirror';

/**
 * The person's environment, with what finds the provider once for all stacks: their own configuration of the engine, else a mirror on this
 * machine, else a cache, which two that are prepared at once would spoil.
 */
export function environmentFor(
  engine: Engine,
  folder: string,
  { env = process.env, home = homedir(), findMirror = findProviderMirror } = {},
): { readonly environment: NodeJS.ProcessEnv; readonly sharesCache: boolean } {
  mkdirSync(folder, { recursive: true });
  const quiet = { CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };
  // Without it the provider asks STS three times and then gives up, while it asks every other service 25 times.
  const common = { AWS_MAX_ATTEMPTS: '25', ...env, ...quiet };
  const { TF_PLUGIN_CACHE_DIR: cache } = env;
  const hasOwn = configurationsOf(engine, env, home).some((file) => existsSync(file));
  const mirror = hasOwn || cache ? undefined : findMirror();
  if (mirror) return { environment: { ...common, ...providerEnvironment(engine, mirror, folder) }, sharesCache: false };
  return { environment: { ...common, TF_PLUGIN_CACHE_DIR: cache ?? folder }, sharesCache: true };
}

/** Where an engine looks for its configuration. Source: Terraform and OpenTofu docs, "CLI Configuration File". */
function configurationsOf({ name }: Engine, env: NodeJS.ProcessEnv, home: string): readonly string[] {
  if (env.TF_CLI_CONFIG_FILE) return [env.TF_CLI_CONFIG_FILE];
  const { APPDATA: windows, XDG_CONFIG_HOME: xdg = join(home, '.config') } = env;
  const folders = windows ? [join(windows, 'terraform.rc')] : [];
  if (name === 'terraform') return [join(home, '.terraformrc'), ...folders];
  const tofu = [join(home, '.tofurc'), join(xdg, 'opentofu', 'tofurc'), ...(windows ? [join(windows, 'tofu.rc')] : [])];
  // OpenTofu takes what Terraform was told where it was told nothing itself.
  return [...tofu, join(home, '.terraformrc'), ...folders];
}
