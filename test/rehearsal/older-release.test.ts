import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { synthesizeOlderRelease, tryCommitOf } from '../../rehearsal/older-release';

const work = mkdtempSync(join(tmpdir(), 'landing-zone-older-'));
afterAll(() => rmSync(work, { recursive: true }));
const root = join(work, 'project');
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const git = (...args: readonly string[]): string => {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};

/** Writes what its settings say into a manifest, as a release writes its stacks. */
const main = `const { writeFileSync, mkdirSync } = require('node:fs');
const zone = require('./accounts/landing-zone').default;
mkdirSync(process.env.CDKTF_OUTDIR, { recursive: true });
const name = [zone.name, zone.backend.type, require('zod').version].join('-');
const stacks = { one: { name, workingDirectory: 'stacks/one', dependencies: [] } };
writeFileSync(process.env.CDKTF_OUTDIR + '/manifest.json', JSON.stringify({ stacks }));
`;

function commitRelease(name: string): void {
  const build = 'mkdir -p build/accounts && cp main.js build/ && cp landing-zone.js build/accounts/';
  const dependencies = { zod: '^4', '@aws-sdk/client-athena': '^3' };
  write('package.json', JSON.stringify({ name: 'older', version: '0.1.0', dependencies, scripts: { build } }));
  write('package-lock.json', JSON.stringify({ packages: { 'node_modules/zod': { version: '4.0.0' } } }));
  write('landing-zone.js', `exports.default = { name: '${name}', backend: { type: 's3', bucket: 'b' } };`);
  git('add', '-A');
  git('commit', '-qm', name);
  git('tag', name);
}

beforeAll(() => {
  mkdirSync(root);
  git('init', '-q');
  write('.gitignore', 'node_modules\n');
  write('main.js', main);
  write('node_modules/zod/package.json', JSON.stringify({ name: 'zod', version: '4.0.0' }));
  write('node_modules/zod/index.js', "exports.version = 'installed';");
  commitRelease('acme');
  commitRelease('present');
});

const older = (ref: string) => {
  const folder = mkdtempSync(join(work, 'rehearsal-'));
  return synthesizeOlderRelease({ commit: tryCommitOf(root, ref) ?? '', root, folder });
};

describe('an older release', () => {
  it('is found by tag, branch or commit, and by nothing else', () => {
    expect(tryCommitOf(root, 'acme')).toMatch(/^[0-9a-f]{40}$/);
    expect(tryCommitOf(root, 'HEAD~1')).toBe(tryCommitOf(root, 'acme'));
    expect(tryCommitOf(root, 'v9')).toBeUndefined();
    expect(tryCommitOf(root, '--help')).toBeUndefined();
    expect(tryCommitOf(work, 'acme')).toBeUndefined();
  });

  it('is synthesized by its own code and settings, with local state, and with the packages that are installed', () => {
    const { version, stacks } = older('acme');
    expect(version).toBe('0.1.0');
    expect(stacks.map(({ name }) => name)).toEqual(['acme-local-installed']);
  });

  it('leaves no trace in the repository', () => {
    older('acme');
    expect(git('status', '--porcelain')).toBe('');
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
  });
});
