import { spawnSync } from 'node:child_process';
import type { EngineName } from '../schema/facts/engines';

/** A program that plans and applies: Terraform or OpenTofu. */
export interface Engine {
  readonly name: EngineName;
  /** Name on the PATH, or path, of the program. */
  readonly program: string;
  /** Host that a provider without a host of its own comes from: `hashicorp/aws` is another address in each engine. */
  readonly registry: string;
}

/** The variable that CDKTF's CLI reads for the same choice. */
export const programVariable = 'TERRAFORM_BINARY_NAME';

const registries = { terraform: 'registry.terraform.io', tofu: 'registry.opentofu.org' } as const;

/**
 * The engine that was asked for: by option, else by the program that `TERRAFORM_BINARY_NAME` names, else by the setting `engine`.
 * What the program says of itself decides which engine it is: `tofu` may be installed under any name.
 *
 * @returns undefined where the program does not answer, or is not the engine that the option names
 */
export function tryFindEngine(option?: EngineName, setting: EngineName = 'terraform'): Engine | undefined {
  const program = programOf(option, setting);
  const name = tryNameOf(program);
  return name && (option === undefined || option === name) ? { name, program, registry: registries[name] } : undefined;
}

/** The program that would be run, whether it is there or not. */
export const programOf = (option?: EngineName, setting: EngineName = 'terraform'): string =>
  option ?? (process.env[programVariable] || setting);

/** Either engine says its name and version in a line, below what it warns of: `Terraform v1.11.4`, `OpenTofu v1.12.6`. */
function tryNameOf(program: string): EngineName | undefined {
  const { stdout, error } = spawnSync(program, ['version'], {
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1' },
  });
  if (error) return undefined;
  const [, name] = /^(Terraform|OpenTofu) v/m.exec(stdout) ?? [];
  return name === 'OpenTofu' ? 'tofu' : name === 'Terraform' ? 'terraform' : undefined;
}
