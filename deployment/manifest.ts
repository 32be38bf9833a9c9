import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationFile } from '../schema/facts/made-of';

/** A synthesized stack: where it is and what has to be deployed before it. */
export interface SynthesizedStack {
  readonly name: string;
  readonly directory: string;
  readonly dependencies: readonly string[];
}

/** Every stack of an output folder, by CDKTF's manifest. */
export function readManifest(outdir: string): SynthesizedStack[] {
  const { stacks } = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8')) as {
    stacks: Record<string, { name: string; workingDirectory: string; dependencies: string[] }>;
  };
  return Object.values(stacks).map(({ name, workingDirectory, dependencies }) => ({
    name,
    directory: join(outdir, workingDirectory),
    dependencies,
  }));
}

/** What Terraform reads of a stack. */
export const readStack = ({ directory }: Pick<SynthesizedStack, 'directory'>): string =>
  readFileSync(join(directory, configurationFile), 'utf8');

interface StackJson {
  readonly data?: { readonly terraform_remote_state?: Readonly<Record<string, unknown>> };
  readonly provider?: { readonly aws?: readonly { readonly assume_role?: readonly { readonly role_arn: string }[] }[] };
}

/** What a stack has to do with others, beside the order in which they are deployed. */
export interface Reach {
  /** Names of the stacks whose outputs it reads. */
  readonly reads: readonly string[];
  /** The roles that it works in, as they stand in its JSON: an empty text for whoever deploys. */
  readonly roles: readonly string[];
}

export function reachOf(stack: SynthesizedStack): Reach {
  const { data, provider } = JSON.parse(readStack(stack)) as StackJson;
  return {
    reads: Object.keys(data?.terraform_remote_state ?? {}),
    roles: (provider?.aws ?? []).map(({ assume_role: [role] = [] }) => role?.role_arn ?? ''),
  };
}

/** Names of the stacks that are deployed before a stack. */
export const dependenciesOf = ({ dependencies }: SynthesizedStack): readonly string[] => dependencies;

/** The stack with everything that it needs, directly or not. */
export function withDependencies(stacks: readonly SynthesizedStack[], name: string): SynthesizedStack[] {
  const wanted = new Set<string>();
  const add = (wish: string): void => {
    const stack = stacks.find((candidate) => candidate.name === wish);
    if (!stack)
      throw new Error(`There is no stack '${wish}'; there are: ${stacks.map((each) => each.name).join(', ')}`);
    if (wanted.has(wish)) return;
    wanted.add(wish);
    stack.dependencies.forEach(add);
  };
  add(name);
  return stacks.filter((stack) => wanted.has(stack.name));
}
