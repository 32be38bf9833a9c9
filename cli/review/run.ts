import { existsSync } from 'node:fs';
import { type Review, review } from '../../review/review';
import { type Verdict, worstOf } from '../../review/verdict';
import type { LandingZone } from '../../schema/landing-zone';
import { readingSynthesis } from '../../stacks';
import { type CostDifference, costDifference } from '../cost/difference';
import type { Answer, Context } from '../kit/command';
import { optionProblem } from '../kit/invalid-request';
import { olderSynthProblems, withOlderSynth } from '../older-synth';
import { readZone } from '../read-zone';
import { type Compared, readChanged, withPlans } from './compared';
import { markdown } from './markdown';
import type { gates, Options } from './options';
import { readPlans } from './plans';

/** Compares what was with what is to be. */
export async function run(
  { before = process.env.CDKTF_OUTDIR ?? 'cdktf.out', after, plans, 'fail-on': gate }: Options,
  { refuse, live }: Pick<Context, 'refuse' | 'live'>,
  read: () => LandingZone = readZone,
): Promise<Answer> {
  refuse([...olderSynthProblems('before', before), ...olderSynthProblems('after', after), ...planProblems(plans)]);
  const planned = plans === undefined ? new Map() : readPlans(plans);
  const { cost, ...synths } = await withOlderSynth(before, (old) => readBoth(old, after, read, live), live);
  live('comparing');
  const compared = withPlans(synths, planned);
  const found = await review(compared.before, compared.after, compared.planned);
  const verdict = worstOf(verdictsIn(found));
  return {
    text: markdown(found, { verdict, before, after: after ?? 'today’s files', plans: [...planned.keys()], cost }),
    json: { verdict, before, after, plans: [...planned.keys()], ...found, cost },
    no: gate !== undefined && isRefused(found, gate),
  };
}

const planProblems = (plans: string | undefined) =>
  plans === undefined || existsSync(plans)
    ? []
    : [optionProblem('plans', plans, 'must be a folder', 'write <stack>.json into it by terraform show -json')];

/** Both synths at once, as far as they differ: the folders may be gone afterwards. */
async function readBoth(
  old: string,
  after: string | undefined,
  read: () => LandingZone,
  live: Context['live'],
): Promise<Compared & { readonly cost: CostDifference }> {
  const both = (now: string) => ({ ...readChanged(old, now), cost: costDifference(old, now) });
  if (after !== undefined) return withOlderSynth(after, async (now) => both(now), live);
  return readingSynthesis(read(), both);
}

const verdictsIn = ({ findings }: Review): readonly Verdict[] =>
  findings.flatMap(({ effects }) => effects.map(({ verdict }) => verdict));

function isRefused(found: Review, gate: (typeof gates)[number]): boolean {
  if (gate === 'change') return found.findings.length > 0;
  const refused: readonly Verdict[] = gate === 'weaker' ? ['weaker'] : ['weaker', 'not judged'];
  return verdictsIn(found).some((verdict) => refused.includes(verdict));
}
