import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleZone } from '../cli/generate/catalog/sample-zone';
import { run } from '../cli/generate/run';
import { landingZone } from '../cli/main';
import { madeControl } from './support/made-control';
import { zoneOf } from './support/zone';

const project = join(__dirname, '..');
const [, commands = ''] =
  /## 2\. Merge[\s\S]*?```sh\n([\s\S]*?)```/.exec(readFileSync(join(project, 'docs/upgrading.md'), 'utf8')) ?? [];

const work = mkdtempSync(join(tmpdir(), 'landing-zone-upgrading-'));
afterAll(() => rmSync(work, { recursive: true }));
const upstream = join(work, 'upstream');
const copy = join(work, 'copy');

/** Runs a line of the shell, with nothing of the person's own git configuration. */
function shell(folder: string, line: string) {
  const identity = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.com' };
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      ...identity,
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.com',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
    },
  });
  return { status, stdout, stderr };
}

const shippedControls = ['A bucket is made', 'A bucket is made by nobody'].map((why) => madeControl({ why }));

/** Writes the pages as `npm run generate` does, of a release with one control and of what a person adds. */
async function generate(root: string, release: 0 | 1, own = false, check = false) {
  const controls = shippedControls.slice(release, release + 1);
  const zones = {
    shipped: sampleZone(controls),
    own: zoneOf({ controls: own ? [...controls, madeControl({ id: 'own-control' })] : controls }),
  };
  const place = { root, loaded: root, extension: '.ts' } as const;
  return run({ check }, { note: () => undefined }, landingZone, zones, place);
}

const edit = (root: string, path: string, from: string, to: string): void => {
  const text = readFileSync(join(root, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(join(root, path), text.replace(from, to));
};
const changelog = (heading: string) => `# Changelog\n\n## ${heading}\n`;

/** A project with one release; a copy of it that somebody uses; and a second release, which changes what it may. */
beforeAll(async () => {
  mkdirSync(upstream);
  for (const path of ['accounts', 'models', 'controls', 'docs', '.gitignore'])
    cpSync(join(project, path), join(upstream, path), { recursive: true });
  writeFileSync(join(upstream, 'CHANGELOG.md'), changelog('0.1.0'));
  await generate(upstream, 0);
  shell(upstream, 'git init --quiet && git add --all && git commit --quiet -m first && git tag v0.1.0');

  shell(work, 'git clone --quiet --origin upstream upstream copy');
  edit(copy, 'accounts/landing-zone.ts', "'Sandbox',\n", "'Research',\n");
  edit(copy, 'accounts/landing-zone.ts', "['Workloads', 'Sandbox']", "['Workloads', 'Research']");
  rmSync(join(copy, 'accounts/sandbox.ts'));
  writeFileSync(join(copy, 'accounts/research.ts'), 'export default {};\n');
  mkdirSync(join(copy, 'controls/own'));
  writeFileSync(join(copy, 'controls/own/own-control.ts'), 'export default {};\n');
  await generate(copy, 0, true);
  shell(copy, 'git add --all && git add --force catalog && git commit --quiet -m ours');

  edit(upstream, 'accounts/landing-zone.ts', "'Sandbox',\n", "'Sandbox',\n    'Infrastructure',\n");
  edit(upstream, 'accounts/sandbox.ts', 'Experiments', 'All experiments');
  writeFileSync(join(upstream, 'accounts/network.ts'), 'export default {};\n');
  edit(upstream, 'controls/where.ts', 'Accounts that leave.', 'Accounts that leave us.');
  writeFileSync(join(upstream, 'CHANGELOG.md'), changelog('0.2.0'));
  await generate(upstream, 1);
  shell(upstream, 'git add --all && git commit --quiet -m second && git tag v0.2.0');
});

describe('the commands of docs/upgrading.md', () => {
  beforeAll(() => {
    const { stderr, status } = shell(copy, commands);
    if (status !== 0) throw new Error(stderr);
  });
  const isSame = (ref: string, ...paths: readonly string[]) =>
    shell(copy, `git diff --quiet ${ref} -- ${paths.join(' ')}`).status === 0;

  it('merge a release without a conflict, and leave nothing uncommitted', () => {
    expect(shell(copy, 'git status --porcelain').stdout).toBe('');
    expect(shell(copy, 'git log -1 --format=%s').stdout).toBe('Take release v0.2.0\n');
    expect(shell(copy, 'git merge-base --is-ancestor v0.2.0 HEAD').status).toBe(0);
  });

  it('keep what is yours: tree, places, accounts, controls and pages', () => {
    expect(isSame('HEAD~1', 'accounts', 'models', 'controls/own', 'catalog')).toBe(true);
    for (const path of ['accounts/sandbox.ts', 'accounts/network.ts']) expect(existsSync(join(copy, path))).toBe(false);
    expect(existsSync(join(copy, 'controls/own/own-control.ts'))).toBe(true);
  });

  it('take what is shipped, so that the generated pages of docs/ are those of the release', async () => {
    expect(isSame('v0.2.0', 'docs', 'controls/where.ts', 'CHANGELOG.md')).toBe(true);
    const { json } = await generate(copy, 1, true, true);
    expect(json).toEqual({ stale: ['catalog/controls.md'] });
  });

  it('would be a conflict without the line that keeps what is yours', () => {
    const { status, stdout } = shell(copy, 'git checkout --quiet HEAD~1 && git merge --no-commit --no-ff v0.2.0');
    expect(status).toBe(1);
    expect(stdout).toContain('accounts/sandbox.ts');
    shell(copy, 'git merge --abort && git checkout --quiet -');
  });
});
