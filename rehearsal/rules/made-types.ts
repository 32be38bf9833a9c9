import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tryResourcesIn } from '../../deployment/state';

/**
 * The types of everything that the states in a folder hold, in the words of Terraform, and of CloudFormation for what is in its stacks.
 *
 * @throws Error where a state cannot be read: rules about what it holds would be judged as if there were none of it
 */
export function madeTypes(folder: string): readonly string[] {
  const types = new Set<string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.tfstate'))) {
    const resources = tryResourcesIn(join(folder, file));
    if (!resources) throw new Error(`${file} is no state that can be read`);
    for (const { type, instances } of resources) {
      if (instances.length === 0) continue;
      types.add(type);
      for (const { attributes } of instances)
        for (const each of templateTypes(type === 'aws_cloudformation_stack' ? attributes?.template_body : undefined))
          types.add(each);
    }
  }
  return [...types].sort();
}

function templateTypes(template: unknown): readonly string[] {
  if (typeof template !== 'string') return [];
  const { Resources } = JSON.parse(template) as { Resources: Readonly<Record<string, { readonly Type: string }>> };
  return Object.values(Resources).map(({ Type }) => Type);
}
