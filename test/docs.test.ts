import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { landingZone } from '../cli/main';
import type { AccountSpec } from '../schema/forms/account';
import type { SettingsSpec } from '../schema/forms/settings';
import { onlyParts, packages, parts, rooms } from './support/rooms';
import { sourceFiles } from './support/source-files';
import { synth } from './support/synth';
import { sampleAccounts, zoneOf } from './support/zone';

const root = join(__dirname, '..');
const folder = join(root, 'docs/capabilities');
const pages = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** The first example of a page: fields of an account (`ai`) or of the settings, as they are written in `accounts/`. */
function exampleOf(text: string): { readonly ai?: AccountSpec['ai'] } & Partial<SettingsSpec> {
  const [, block = ''] = /```ts\n([\s\S]*?)```/.exec(text) ?? [];
  return new Function(`return ({ ${block} })`)();
}

describe('a page of a capability', () => {
  it.each(pages)('$name has an example that synthesizes as it stands', ({ text }) => {
    const { ai, ...settings } = exampleOf(text);
    expect({ ...ai, ...settings }).not.toEqual({});
    const named = sampleAccounts().filter(
      ({ name, role }) => role !== undefined || name === 'models' || text.includes(`'${name}'`),
    );
    const accounts = named.map((account) =>
      ai && account.name === 'models' ? { ...account, ai: { ...account.ai, ...ai } } : account,
    );
    expect(Object.keys(synth(zoneOf({ settings, accounts, controls: [] })))).toContain('ai-models');
  });

  it.each(pages)('$name fits on two screens', ({ text }) => {
    expect(text.split('\n').length).toBeLessThanOrEqual(120);
  });
});

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ') || 'none';

describe('the page of the architecture', () => {
  const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  /** The cells of each row whose first one is a name in code. */
  const rows = [...text.matchAll(/^\| `([^`]+)` .*\|$/gm)].map(([row]) => row.split('|').map((cell) => cell.trim()));
  const rowsOf = (names: readonly string[]) => rows.filter(([, name = '']) => names.includes(name.replaceAll('`', '')));

  it('says of every room what it may import, as the rules of the rooms do', () => {
    const said = rowsOf(Object.keys(rooms)).map(([, room, , imports, used]) => [room, imports, used]);
    const ruled = Object.entries(rooms).map(([room, reached]) => {
      const used = packages[room];
      const any = room === 'stacks' ? 'any, and the framework' : 'any';
      const imports = reached.map((other) => onlyParts[room]?.[other] ?? other);
      return [`\`${room}\``, listed(imports), used ? listed(used) : any];
    });
    expect(said).toEqual(expect.arrayContaining(ruled));
    expect(said).toHaveLength(ruled.length);
  });

  it('says of every folder with rules of its own what it may import', () => {
    const said = rowsOf(Object.keys(parts)).map(([, part, imports]) => [part, imports]);
    expect(said).toEqual(Object.entries(parts).map(([part, reached]) => [`\`${part}\``, listed(reached)]));
  });
});

const written = ['README.md', 'emulator/README.md', ...inFolder('docs')].map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
}));

function inFolder(name: string): readonly string[] {
  return readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(name, path));
}

describe('a control that a page sets to detect', () => {
  const set = written.flatMap(({ text }) =>
    [...text.matchAll(/'([a-z0-9-]+)': \{ mode: 'detect'/g)].map(([, id = '']) => id),
  );
  const shipped = readdirSync(join(root, 'controls'), { recursive: true, encoding: 'utf8' });

  it.each(set.filter((id) => id !== 'data-secret-rotated'))('has something to detect with: %s', (id) => {
    const path = shipped.find((each) => each.endsWith(`/${id}.ts`)) ?? '';
    expect(readFileSync(join(root, 'controls', path), 'utf8')).toMatch(/^ +detect: \{/m);
  });
});

describe('a page', () => {
  it.each(written)('$path links to files that exist', ({ path, text }) => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link);
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([]);
  });

  it('is reached from the README by links', () => {
    const linked = (path: string): readonly string[] =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/\]\(([^)#\s:]+\.md)[^)]*\)/g)].map(([, link = '']) =>
        join(dirname(path), link),
      );
    const reached = new Set(['README.md']);
    for (const path of reached) for (const link of linked(path)) if (existsSync(join(root, link))) reached.add(link);
    // Where a README lists a folder, its pages need no link of their own.
    const missed = written
      .map(({ path }) => path)
      .filter((path) => !reached.has(path) && !path.startsWith('docs/decisions/'));
    expect(missed).toEqual([]);
  });

  it.each(written)('$path names scripts and commands that exist', ({ text }) => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly scripts: object };
    const run = [...text.matchAll(/npm run (?:--silent )?([a-z][a-z:-]*)/g)].map(([, name = '']) => name);
    expect(run.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    const named = [...text.matchAll(/npx landing-zone ([a-z][a-z-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !landingZone.commands.some((command) => command.name === name))).toEqual([]);
  });
});

describe('the glossary', () => {
  const text = readFileSync(join(root, 'docs/glossary.md'), 'utf8');
  const inCode = [...text.matchAll(/^\|.*\|([^|]*)\|$/gm)].flatMap(
    ([, cell = '']) => cell.match(/(?<=`)[^`,]+(?=`)/g) ?? [],
  );
  const sources = sourceFiles(Object.keys(rooms).filter((room) => room !== 'main'))
    .map((file) => file.text)
    .join('\n');

  it('names words of the code that exist', () => {
    expect(inCode.length).toBeGreaterThan(50);
    const exists = (name: string) =>
      name.includes('/') || name.includes('.ts')
        ? existsSync(join(root, name))
        : name.split('.').every((word) => new RegExp(`\\b${word}\\b`).test(sources));
    expect(inCode.filter((name) => !exists(name))).toEqual([]);
  });

  it('has each word once', () => {
    const words = [...text.matchAll(/^\| ([a-z][^|]*?) *\|/gm)]
      .map(([, word = '']) => word)
      .filter((word) => word !== 'word');
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
});
