import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest, type SynthesizedStack } from '../deployment/manifest';

/** A release that was deployed before the present one, synthesized by its own code out of its own `accounts/`. */
export interface OlderRelease {
  readonly commit: string;
  readonly version: string;
  /** Where its synth has written. */
  readonly outdir: string;
  readonly stacks: readonly SynthesizedStack[];
}

interface OlderReleaseOptions {
  readonly commit: string;
  /** The project, in a repository of git. */
  readonly root: string;
  /** Folder of the rehearsal: the states are below it. */
  readonly folder: string;
}

/** The whole name of a commit, tag or branch; undefined where the repository has none of that name, or where there is no repository. */
export function tryCommitOf(root: string, ref: string): string | undefined {
  const { status, stdout } = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * Copies a release out of git, compiles it and synthesizes it. Uses what every release has: `npm run build`, and `build/main.js` that
 * writes to `CDKTF_OUTDIR`. State is local, whatever its settings say; nothing else is changed.
 *
 * @throws Error with what a step of that said, where it failed
 */
export function synthesizeOlderRelease({ commit, root, folder }: OlderReleaseOptions): OlderRelease {
  const copy = checkOut(root, commit, folder);
  const build = () => npm(copy, ['run', '--silent', 'build']);
  const served = isServedBy(root, copy);
  if (served) symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  // Where today's packages are not enough after all, its own are.
  if (!served || build().status !== 0) {
    rmSync(join(copy, 'node_modules'), { force: true, recursive: true });
    must(npm(copy, ['ci', '--ignore-scripts', '--no-audit', '--no-fund']), `npm ci of ${commit}`);
    must(build(), `npm run build of ${commit}`);
  }
  appendFileSync(
    join(copy, 'build', 'accounts', 'landing-zone.js'),
    "\nexports.default = { ...exports.default, backend: { type: 'local' } };\n",
  );
  // Beside the present output, because a stack finds its state from there.
  const outdir = join(folder, 'cdktf.out.before');
  const env = { ...process.env, CDKTF_OUTDIR: outdir };
  must(run(copy, process.execPath, ['build/main.js'], env), `the synthesis of ${commit}`);
  return { commit, version: packageOf(copy).version, outdir, stacks: readManifest(outdir) };
}

/** Copies the files of a commit without a trace in the repository: no branch, no worktree, no change of its index. */
function checkOut(root: string, commit: string, folder: string): string {
  const copy = join(folder, 'before');
  mkdirSync(copy);
  const env = { ...process.env, GIT_INDEX_FILE: join(folder, 'before.index') };
  must(git(root, ['read-tree', commit], env), `git read-tree ${commit}`);
  const top = git(root, ['rev-parse', '--show-cdup']).stdout.trim();
  must(git(join(root, top), ['checkout-index', '--all', `--prefix=${copy}/`], env), `git checkout-index of ${commit}`);
  return join(copy, git(root, ['rev-parse', '--show-prefix']).stdout.trim());
}

/**
 * Whether the packages that are installed are those that the release was locked to, as far as they decide what is synthesized. The SDK
 * does not: it serves commands that ask AWS.
 */
function isServedBy(root: string, copy: string): boolean {
  const { packages } = readJson<PackageLock>(join(copy, 'package-lock.json'));
  return Object.keys(packageOf(copy).dependencies)
    .filter((name) => !name.startsWith('@aws-sdk/'))
    .every((name) => packages[`node_modules/${name}`]?.version === tryInstalledVersion(root, name));
}

interface PackageLock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

interface Package {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const packageOf = (folder: string): Package => readJson(join(folder, 'package.json'));

function tryInstalledVersion(root: string, name: string): string | undefined {
  try {
    return packageOf(join(root, 'node_modules', name)).version;
  } catch {
    return undefined;
  }
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8'));

const git = (folder: string, args: readonly string[], env = process.env) => run(folder, 'git', args, env);

const npm = (folder: string, args: readonly string[]) => run(folder, 'npm', args, process.env);

const run = (cwd: string, program: string, args: readonly string[], env: NodeJS.ProcessEnv) =>
  spawnSync(program, args, { cwd, env, encoding: 'utf8', maxBuffer: 100_000_000 });

function must({ status, stdout, stderr, error }: SpawnSyncReturns<string>, what: string): void {
  if (status !== 0) throw new Error(`${what} failed:\n\n${error?.message ?? `${stdout}${stderr}`.trim()}`);
}
