import { type Review, review } from '../../review/review';
import { worstOf } from '../../review/verdict';
import type { LandingZone } from '../../schema/landing-zone';
import { readingSynthesis } from '../../stacks';
import { type ChangedStack, describeChanges } from '../diff/report';
import { compareFolders } from '../diff/run';
import { readChanged } from '../review/compared';
import { markdown } from '../review/markdown';

/** What a change of the landing zone means, for a person and for a program. */
export interface Consequences {
  readonly text: string;
  readonly json: { readonly stacks: readonly ChangedStack[]; readonly review: Review };
}

/**
 * What a change means: the files that synth would write differently, and what becomes possible or impossible by them.
 *
 * @throws InvalidLandingZone where AWS would not take what the zone becomes
 */
export async function consequencesOf(before: LandingZone, after: LandingZone): Promise<Consequences> {
  const { stacks, compared } = readingSynthesis(before, (old) =>
    readingSynthesis(after, (now) => ({ stacks: compareFolders(old, now), compared: readChanged(old, now) })),
  );
  const found = await review(compared.before, compared.after, compared.planned);
  const verdict = worstOf(found.findings.flatMap(({ effects }) => effects.map((effect) => effect.verdict)));
  const heading = { verdict, before: 'today’s files', after: 'them with the new one', plans: [] };
  return { text: `${describeChanges(stacks)}\n\n${markdown(found, heading)}`, json: { stacks, review: found } };
}
