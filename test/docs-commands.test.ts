import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../cli/kit/commander';
import type { Option } from '../cli/kit/option';
import { landingZone } from '../cli/main';
import { runGroup } from './support/run-cli';

const root = join(__dirname, '..');
const pages = ['README.md', 'emulator/README.md', ...inFolder('docs')];
const cdktf = readFileSync(join(root, 'node_modules/cdktf-cli/bundle/bin/cdktf.js'), 'utf8');

function inFolder(name: string): readonly string[] {
  const names = readdirSync(join(root, name), { recursive: true, encoding: 'utf8' });
  return names.filter((path) => path.endsWith('.md')).map((path) => join(name, path));
}

/** Words of a command line, without quotes, its comment, and where its output goes. */
const wordsOf = (line: string): readonly string[] =>
  (line.replace(/\s[#>]\s.*$/, '').match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'(.*)'$/, '$1'));

/** Whatever stands as a command on a page, in a block or within a sentence. */
function commandsOn(path: string): readonly (readonly string[])[] {
  const text = readFileSync(join(root, path), 'utf8');
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block.replace(/\\\n/g, ' ').split('\n'),
  );
  const inSentences = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`((?:npx|npm) [^`]+)`/g)].map(
    ([, command = '']) => command,
  );
  return [...blocks, ...inSentences].map(wordsOf);
}

const known = new Set(landingZone.commands.map(({ name }) => name));

/** The arguments of `npx landing-zone …` and `npm run <command> -- …`; none for other commands and for those with a gap to be filled in. */
function ownArguments(words: readonly string[]): readonly string[] | undefined {
  if (words.some((word) => /[<…]/.test(word))) return undefined;
  if (words[0] === 'npx' && words[1] === 'landing-zone') return words.slice(2);
  const [name, dashes, ...rest] = words.slice(2).filter((word) => word !== '--silent');
  return words[0] === 'npm' && words[1] === 'run' && name !== undefined && known.has(name)
    ? [name, ...(dashes === '--' ? rest : [])]
    : undefined;
}

const written = pages.flatMap((path) =>
  commandsOn(path).flatMap((words) => {
    const args = ownArguments(words);
    const isGroup =
      args?.length === 1 && landingZone.commands.some((each) => each.name === args[0] && 'commands' in each);
    return args && !isGroup ? [{ path, args, line: args.join(' ') }] : [];
  }),
);
jest.setTimeout(60_000);

const silent = { write: () => true };

describe('a command on a page', () => {
  it.each(written)('$path: $line has options that exist, with values that they take', ({ args }) => {
    const read = readArguments(landingZone, args, { stdout: silent, stderr: silent });
    const wrong = Object.entries(read?.options ?? {}).filter(([name, values]) => {
      const option: Option<unknown> | undefined = read?.command.options[name];
      return values.length > 0 && option && 'rule' in option.read(values);
    });
    expect(wrong).toEqual([]);
  });

  const offline = written.filter(
    ({ args: [name = ''], line }) =>
      ['simulate', 'budget', 'model-cards'].includes(name) || / (--list|--check)$/.test(line),
  );

  it.each(offline)('$path: $line runs as it is written, without AWS', async ({ args }) => {
    const { code, stderr } = await runGroup(landingZone, args);
    expect({ isError: code === 1, stderr: code === 1 ? stderr : '' }).toEqual({ isError: false, stderr: '' });
  });

  it('has options of CDKTF that its CLI has', () => {
    const options = pages.flatMap((path) =>
      commandsOn(path)
        .filter(([npx, program]) => npx === 'npx' && program === 'cdktf')
        .flatMap((words) => words.filter((word) => word.startsWith('--'))),
    );
    expect(options.length).toBeGreaterThan(3);
    expect(options.filter((option) => !cdktf.includes(`("${option.slice(2)}"`))).toEqual([]);
  });
});
