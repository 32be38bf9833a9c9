import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stacks import from the providers, as Terraform's types. */
export const typesInStacks = (): readonly string[] => {
  const folder = join(__dirname, '../../stacks');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const imported = files.flatMap((file) => [
    ...readFileSync(join(folder, file), 'utf8').matchAll(/from '@cdktf\/provider-(aws|tfe)\/lib\/([\w-]+)'/g),
  ]);
  const types = imported.flatMap(([, provider, name = '']) =>
    name === 'provider' || name.startsWith('data-') ? [] : [`${provider}_${name.replaceAll('-', '_')}`],
  );
  return [...new Set(types)].sort();
};
