import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface State {
  readonly resources?: readonly {
    readonly mode: string;
    readonly type: string;
    readonly instances: readonly { readonly attributes?: { readonly template_body?: string } }[];
  }[];
}

/** The types of everything that the states in a folder hold, in the words of Terraform, and of CloudFormation for what is in its stacks. */
export function madeTypes(folder: string): readonly string[] {
  const types = new Set<string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.tfstate'))) {
    const { resources = [] } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as State;
    for (const { mode, type, instances } of resources) {
      if (mode !== 'managed' || instances.length === 0) continue;
      types.add(type);
      for (const { attributes } of instances)
        for (const each of templateTypes(type === 'aws_cloudformation_stack' ? attributes?.template_body : undefined))
          types.add(each);
    }
  }
  return [...types].sort();
}

function templateTypes(template: string | undefined): readonly string[] {
  if (template === undefined) return [];
  const { Resources } = JSON.parse(template) as { Resources: Readonly<Record<string, { readonly Type: string }>> };
  return Object.values(Resources).map(({ Type }) => Type);
}
