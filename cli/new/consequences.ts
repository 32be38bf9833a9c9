import type { LandingZone } from '../../schema/landing-zone';
import { readingSynthesis } from '../../stacks';
import { type ChangedStack, describeChanges } from '../diff/report';
import { compareFolders } from '../diff/run';

/** What a change of the landing zone means, for a person and for a program. */
export interface Consequences {
  readonly text: string;
  readonly json: { readonly stacks: readonly ChangedStack[] };
}

/**
 * What a change means: the files that synth would write differently.
 *
 * @throws InvalidLandingZone where AWS would not take what the zone becomes
 */
export function consequencesOf(before: LandingZone, after: LandingZone): Consequences {
  const stacks = readingSynthesis(before, (old) => readingSynthesis(after, (now) => compareFolders(old, now)));
  return { text: describeChanges(stacks), json: { stacks } };
}
