import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thisProject } from '../../project/place';
import { synthesizeOlderRelease } from '../../rehearsal/older-release';

/**
 * Gives the output folder of synth of a commit, made by its own code in a temporary folder, which is gone afterwards.
 *
 * @throws Error with what synth says where the commit does not synthesize
 */
export async function withSynthOf<T>(
  commit: string,
  work: (folder: string) => Promise<T>,
  root = thisProject.root,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-prove-'));
  try {
    return await work(outputOf(commit, root, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outputOf(commit: string, root: string, folder: string): string {
  try {
    return synthesizeOlderRelease({ commit, root, folder }).outdir;
  } catch (error) {
    throw new Error(
      `${(error as Error).message}\nSynthesize it in a checkout of its own, and give --against its cdktf.out.`,
    );
  }
}
