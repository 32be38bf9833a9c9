import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thisProject } from '../../project/place';

const { root } = thisProject;

/** Whether git knows a commit, branch or tag of this name. */
export function isCommit(name: string, project = root): boolean {
  try {
    execFileSync('git', ['rev-parse', '--verify', '--quiet', `${name}^{commit}`], { cwd: project, stdio: 'ignore' });
    return !name.startsWith('-');
  } catch {
    return false;
  }
}

/**
 * Gives the output folder of synth of a commit, made in a temporary folder with the packages of this project, which is gone
 * afterwards.
 *
 * @throws Error with what synth says where the commit does not synthesize
 */
export async function withSynthOf<T>(commit: string, work: (folder: string) => Promise<T>, project = root): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-prove-'));
  try {
    const sources = join(folder, 'sources');
    mkdirSync(sources);
    const archive = execFileSync('git', ['archive', '--format=tar', commit], { cwd: project, maxBuffer: 2 ** 30 });
    execFileSync('tar', ['-x', '-f', '-', '-C', sources], { input: archive });
    symlinkSync(join(project, 'node_modules'), join(sources, 'node_modules'));
    const out = join(folder, 'out');
    synthesize(commit, sources, out);
    return await work(out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function synthesize(commit: string, sources: string, out: string): void {
  try {
    execFileSync(process.execPath, ['cli/bin.mjs', 'synth', '--quiet'], {
      cwd: sources,
      env: { ...process.env, CDKTF_OUTDIR: out },
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch (error) {
    const { stderr, message } = error as Error & { readonly stderr?: string };
    throw new Error(
      `${commit} does not synthesize: ${(stderr || message).trim()}\nSynthesize it in a checkout of its own, and give --against its cdktf.out.`,
    );
  }
}
