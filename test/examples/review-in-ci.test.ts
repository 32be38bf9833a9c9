import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '../..');
const example = (name: string) => parse(readFileSync(join(root, 'docs/examples', name), 'utf8'));

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly id?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const folder = mkdtempSync(join(tmpdir(), 'review-in-ci-'));
const project = join(folder, 'project');
const tools = join(folder, 'tools');
const told = join(folder, 'told');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
    cwd: project,
    encoding: 'utf8',
  }).trim();

/** A program of this name that is found before any other. */
function tool(name: string, script: string): void {
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(tools, name), 0o755);
}

/** Runs shell lines in the project, as a runner does: the first that fails ends them. */
function shell(script: string, env: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, ...env, PATH: `${tools}:${process.env.PATH}`, CHECKPOINT_DISABLE: '1' },
  });
  return { status, stdout, stderr };
}

/** The project in a repository of its own: as it is, and with a feature of GuardDuty less. */
beforeAll(() => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  for (const file of files.split('\0').filter((each) => each !== '' && !each.startsWith('test/'))) {
    if (!existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(project, file)), { recursive: true });
    cpSync(join(root, file), join(project, file));
  }
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  git('init', '-q');
  // As a link it is no folder, which .gitignore names.
  writeFileSync(join(project, '.git/info/exclude'), 'node_modules\n');
  git('add', '.');
  git('commit', '-q', '-m', 'Before');
  const settings = join(project, 'accounts/landing-zone.ts');
  const text = readFileSync(settings, 'utf8');
  writeFileSync(settings, text.replace(/services: \{/, "services: {\n    ec2: { snapshotSharing: 'not-set' },"));
  git('commit', '-q', '-a', '-m', 'After');
  // Packages are there; everything else is npm's own work.
  const npm = execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
  tool('npm', `[ "$1" = ci ] && exit 0\nexec "${npm}" "$@"`);
  for (const name of ['gh', 'curl']) tool(name, `echo "${name} $*" >> "${told}"`);
}, 120_000);

describe('the example of GitHub', () => {
  it('comments what weakens, and fails then', () => {
    const workflow = example('github-review.yml');
    const [output, summary] = [join(folder, 'output'), join(folder, 'summary')];
    const known: Record<string, string> = {
      'github.event.pull_request.base.sha': git('rev-parse', 'HEAD~1'),
      'github.event.pull_request.number': '17',
      'github.token': 'token',
    };
    const filled = (text: string) =>
      text.replace(/\$\{\{ (.*?) \}\}/g, (_, name: string) => known[name] ?? `unknown ${name}`);
    const ends: (number | null)[] = [];
    for (const { run, env = {}, id } of workflow.jobs.review.steps as readonly Step[]) {
      if (run === undefined) continue;
      const values = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(String(value))]));
      const { status, stderr } = shell(run, { ...values, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary });
      ends.push(status);
      if (status === 1) throw new Error(stderr);
      if (id !== undefined)
        for (const line of readFileSync(output, 'utf8').trim().split('\n')) {
          const [name, value = ''] = line.split('=');
          known[`steps.${id}.outputs.${name}`] = value;
        }
    }
    expect(ends).toEqual([0, 0, 0, 2]);
    expect(readFileSync(summary, 'utf8')).toContain('snapshot_block_public_access');
    expect(readFileSync(told, 'utf8')).toContain('gh pr comment 17 --body-file review.md --edit-last --create-if-none');
  }, 600_000);
});

describe('the example of GitLab', () => {
  it('notes what weakens, and fails then', () => {
    const { script } = example('gitlab-review.yml').review as { readonly script: readonly string[] };
    const { status, stdout } = shell(script.join('\n'), {
      CI_MERGE_REQUEST_DIFF_BASE_SHA: git('rev-parse', 'HEAD~1'),
      REVIEW_TOKEN: 'token',
      CI_API_V4_URL: 'https://gitlab.example.com/api/v4',
      CI_PROJECT_ID: '4',
      CI_MERGE_REQUEST_IID: '9',
    });
    expect(status).toBe(2);
    expect(stdout).toContain('**Weaker**');
    expect(readFileSync(told, 'utf8')).toContain('https://gitlab.example.com/api/v4/projects/4/merge_requests/9/notes');
  }, 600_000);
});
