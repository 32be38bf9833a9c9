import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryReader } from '../../live/readers';
import { unreadTypes } from '../../live/unread-types';

const typesInStacks = (): readonly string[] => {
  const folder = join(__dirname, '../../stacks');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const names = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/from '@cdktf\/provider-aws\/lib\/([\w-]+)'/g)].map(
      ([, name = '']) => name,
    ),
  );
  return [...new Set(names)]
    .filter((name) => name !== 'provider' && !name.startsWith('data-'))
    .map((name) => `aws_${name.replaceAll('-', '_')}`)
    .sort();
};

describe('the readers', () => {
  it('read every type that stacks can have, but those that are written down with a reason', () => {
    const unread = typesInStacks().filter((type) => tryReader(type) === undefined);
    expect(unread).toEqual(Object.keys(unreadTypes));
  });
});
