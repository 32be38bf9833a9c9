import { existsSync, readFileSync } from 'node:fs';

/** A resource as Terraform's state has it. */
export interface StateResource {
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly instances: readonly {
    readonly status?: 'tainted';
    readonly attributes?: Readonly<Record<string, unknown>>;
  }[];
}

/** What a state holds, data sources left out; undefined where there is none, or Terraform is writing it. */
export function tryResourcesIn(stateFile: string): readonly StateResource[] | undefined {
  if (!existsSync(stateFile)) return undefined;
  try {
    const { resources = [] } = JSON.parse(readFileSync(stateFile, 'utf8')) as {
      readonly resources?: readonly StateResource[];
    };
    return resources.filter(({ mode }) => mode === 'managed');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
