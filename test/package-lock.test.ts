import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly version?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(join(__dirname, '..', 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Locked>>;
};

/** Every folder in which Node would look for a package that another one names, the nearest first. */
function placesOf(from: string, name: string): string[] {
  const parents =
    from === ''
      ? ['']
      : from
          .split('/node_modules/')
          .map((_, index, parts) => parts.slice(0, parts.length - index).join('/node_modules/'));
  return [...parents, ''].map((parent) => `${parent}${parent ? '/' : ''}node_modules/${name}`);
}

describe('the lock file', () => {
  // npm drops what the machine at hand can neither use nor fetch, and `npm ci` then refuses the file everywhere.
  it('names the optional packages of every platform', () => {
    const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !placesOf(from, name).some((place) => packages[place])),
    );
    expect(missing).toEqual([]);
  });
});
