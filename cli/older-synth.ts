import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thisProject } from '../project/place';
import { synthesizeOlderRelease, tryCommitOf } from '../rehearsal/older-release';
import type { Problem } from '../schema/problems/problem';
import type { Context } from './kit/command';
import { optionProblem } from './kit/invalid-request';

/** Where the management stack of an output folder of synth is written. */
export const managementStack = (folder: string): string => join(folder, 'stacks', 'management', 'cdk.tf.json');

/** Whether synth has written a folder. */
export const isSynth = (folder: string): boolean => existsSync(managementStack(folder));

/** What is wrong with the value of an option that is to name another synth: an output folder, or a commit. */
export const olderSynthProblems = (option: string, value: string | undefined): readonly Problem[] =>
  value === undefined || isSynth(value) || tryCommitOf(thisProject.root, value) !== undefined
    ? []
    : [
        optionProblem(
          option,
          value,
          'must be a folder that synth has written, or a commit, branch or tag of git',
          'npm run synth writes cdktf.out/; git fetch brings branches that are not here yet',
        ),
      ];

/** Gives the output folder of another synth: the folder itself, or that of a commit, which is gone afterwards. */
export function withOlderSynth<T>(
  value: string,
  work: (folder: string) => Promise<T>,
  live: Context['live'],
): Promise<T> {
  if (isSynth(value)) return work(value);
  live(`synthesizing ${value}`);
  return withSynthOf(value, work);
}

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
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-older-'));
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
      `${(error as Error).message}\nSynthesize it in a checkout of its own, and give its cdktf.out instead of the commit.`,
    );
  }
}
