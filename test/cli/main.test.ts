import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { landingZone } from '../../cli/main';
import { scripts, version } from '../../package.json';
import { runGroup } from '../support/run-cli';

const folder = join(__dirname, '../../cli');
const definitions = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^[^/]+\/(index|options)\.ts$/.test(file),
);
const names = landingZone.commands.map(({ name }) => name);

/** The words of a command, of each one below it where it is a group. */
const wordsOf = (each: (typeof landingZone.commands)[number]): string[][] =>
  'commands' in each ? each.commands.flatMap(wordsOf).map((below) => [each.name, ...below]) : [[each.name]];

describe('landing-zone', () => {
  it('has a command for every folder of cli/ that defines one, and an npm script of its name', () => {
    const folders = definitions.filter((file) => file.endsWith('/index.ts')).map((file) => file.split('/')[0]);
    expect([...names].sort()).toEqual(folders.sort());
    for (const name of names)
      expect({ name, script: (scripts as Record<string, string>)[name] }).toEqual({
        name,
        script: `node cli/bin.mjs ${name}`,
      });
  });

  it('starts fast: a definition imports the kit and options, its own or those of a command beside it, and what it works with only when it runs', () => {
    const imports = definitions.flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^import .*? from '([^']+)';$/gms)].map(
        ([, specifier]) => `${file} ${specifier}`,
      ),
    );
    expect(imports.length).toBeGreaterThan(names.length);
    expect(
      imports.filter(
        (each) =>
          !/ (\.\.\/kit\/[\w-]+|\.\/options|\.\.\/[\w-]+\/options|(\.\.\/){2}schema\/facts\/[\w-]+)$/.test(each),
      ),
    ).toEqual([]);
  });

  it('prints the version of the release', async () => {
    expect(await runGroup(landingZone, ['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  it('shows every command with its summary, and the options that all of them have', async () => {
    const { stdout } = await runGroup(landingZone, ['--help'], { columns: 200 });
    for (const name of names) expect(stdout).toMatch(new RegExp(`\\n {2}${name} `));
    for (const { summary } of landingZone.commands) expect(stdout).toContain(summary);
    for (const words of landingZone.commands.flatMap(wordsOf)) {
      const help = (await runGroup(landingZone, [...words, '--help'])).stdout;
      for (const option of ['--json', '--quiet', '--no-color', '--help']) expect(help).toContain(option);
    }
  });
});
