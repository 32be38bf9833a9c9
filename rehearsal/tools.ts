import { spawnSync } from 'node:child_process';
import { type Engine, engineMissing, tryFindEngine } from '../deployment/engine';
import { findProviderMirror } from '../deployment/provider-mirror';
import type { EngineName } from '../schema/facts/engines';

/** What a rehearsal needs and where it was found. */
export interface Tools {
  readonly engine: Engine;
  /** Folder with the AWS provider in it; undefined where the engine is to ask its registry. */
  readonly providerMirror?: string;
}

/**
 * The tools of this machine, or what is missing, each with what to do about it.
 *
 * @param option the engine that the command line names
 * @param setting the engine that the landing zone names
 */
export function findTools(
  option?: EngineName,
  setting: EngineName = 'terraform',
): { readonly tools?: Tools; readonly missing: readonly string[] } {
  const engine = tryFindEngine(option, setting);
  const missing: string[] = [];
  if (!engine) missing.push(engineMissing(option, setting));
  if (!answers('moto_server', '--help'))
    missing.push("moto_server is not on PATH: pipx install 'moto[server]' (or pip install 'moto[server]')");
  return engine && missing.length === 0
    ? { tools: { engine, providerMirror: findProviderMirror() }, missing }
    : { missing };
}

const answers = (program: string, argument: string): boolean =>
  spawnSync(program, [argument], { stdio: 'ignore' }).error === undefined;
