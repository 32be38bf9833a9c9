import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stacks import from the provider, as Terraform's types. */
export const typesInStacks = (): readonly string[] => {
  const folder = join(__dirname, '../../stacks');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const imported = files.flatMap((file) => [
    ...readFileSync(join(folder, file), 'utf8').matchAll(/from '@cdktf\/provider-aws\/lib\/([\w-]+)'/g),
  ]);
  const names = imported
    .map(([, name = '']) => name)
    .filter((name) => name !== 'provider' && !name.startsWith('data-'));
  return [...new Set(names)].map((name) => `aws_${name.replaceAll('-', '_')}`).sort();
};
