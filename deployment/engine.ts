import { spawnSync } from 'node:child_process';
import type { EngineName } from '../schema/facts/engines';

/** A program that plans and applies: Terraform or OpenTofu. */
export interface Engine {
  readonly name: EngineName;
  /** Name on the PATH, or path, of the program. */
  readonly program: string;
  /** Host that a provider without a host of its own comes from: `hashicorp/aws` is another address in each engine. */
  readonly registry: string;
  /** `1.11.4`; empty where each workspace has its own, and it is not known here. */
  readonly version: string;
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
  const said = trySay(program);
  if (!said || (option !== undefined && option !== said.name)) return undefined;
  return { ...said, program, registry: registries[said.name] };
}

/** The program that would be run, whether it is there or not. */
export const programOf = (option?: EngineName, setting: EngineName = 'terraform'): string =>
  option ?? (process.env[programVariable] || setting);

/** What to do where `tryFindEngine` finds none. */
export const engineMissing = (option?: EngineName, setting: EngineName = 'terraform'): string =>
  `${programOf(option, setting)} does not run: ${installations[option ?? setting]}, or name the program in ${programVariable}`;

const installations: Readonly<Record<EngineName, string>> = {
  terraform: 'install Terraform 1.10 or newer (developer.hashicorp.com/terraform/install)',
  tofu: 'install OpenTofu 1.10 or newer (opentofu.org/docs/intro/install)',
};

/** Either engine says its name and version in a line, below what it warns of: `Terraform v1.11.4`, `OpenTofu v1.12.6`. */
function trySay(program: string): Pick<Engine, 'name' | 'version'> | undefined {
  const { stdout, error } = spawnSync(program, ['version'], {
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1' },
  });
  if (error) return undefined;
  const [, name, version] = /^(Terraform|OpenTofu) v(\S+)/m.exec(stdout) ?? [];
  if (name === undefined || version === undefined) return undefined;
  return { name: name === 'OpenTofu' ? 'tofu' : 'terraform', version };
}
