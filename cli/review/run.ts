import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding } from '../../review/finding';
import { type Review, review } from '../../review/review';
import { type Verdict, worstOf } from '../../review/verdict';
import type { LandingZone } from '../../schema/landing-zone';
import type { Problem } from '../../schema/problems/problem';
import { readingSynthesis } from '../../stacks';
import { type CostDifference, costDifference } from '../cost/difference';
import type { Answer, Context } from '../kit/command';
import { optionProblem } from '../kit/invalid-request';
import { isSynth, olderSynthProblems, withOlderSynth } from '../older-synth';
import { readZone } from '../read-zone';
import { type Compared, readChanged, withPlans } from './compared';
import { deployed, statedIn, withDeployed } from './deployed';
import { markdown } from './markdown';
import type { gates, Options } from './options';
import { readPlans } from './plans';

/** Compares what was with what is to be. */
export async function run(
  { before = process.env.CDKTF_OUTDIR ?? 'cdktf.out', after, plans, 'fail-on': gate }: Options,
  { refuse, live }: Pick<Context, 'refuse' | 'live'>,
  read: () => LandingZone = readZone,
): Promise<Answer> {
  refuse([...versionProblems(before, after), ...planProblems(plans)]);
  const planned = plans === undefined ? new Map() : readPlans(plans);
  const { cost, unknown, ...synths } =
    before === deployed
      ? await readBesideDeployed(after, read, live)
      : await withOlderSynth(before, (old) => readBoth(old, after, read, live), live);
  live('comparing');
  const compared = withPlans(synths, planned);
  const judged = await review(compared.before, compared.after, compared.planned);
  // A plan knows what is deployed.
  const notKnown = unknown.filter(({ stack }) => !planned.has(stack));
  const found = { ...judged, findings: [...judged.findings, ...notKnown] };
  const verdict = worstOf(verdictsIn(found));
  return {
    text: markdown(found, {
      verdict,
      before: nameOf(before),
      after: after ?? 'today’s files',
      plans: [...planned.keys()],
      cost,
    }),
    json: { verdict, before, after, plans: [...planned.keys()], ...found, cost },
    no: gate !== undefined && isRefused(found, gate),
  };
}

const nameOf = (before: string): string => (before === deployed ? 'what is deployed' : before);

function versionProblems(before: string, after: string | undefined): readonly Problem[] {
  if (before !== deployed) return [...olderSynthProblems('before', before), ...olderSynthProblems('after', after)];
  return after === undefined || isSynth(after)
    ? []
    : [
        optionProblem(
          'after',
          after,
          'must be a folder that synth has written, where --before is deployed: its stacks say where their states are',
          'synthesize the commit in a checkout of its own, and give its cdktf.out',
        ),
      ];
}

const planProblems = (plans: string | undefined) =>
  plans === undefined || existsSync(plans)
    ? []
    : [optionProblem('plans', plans, 'must be a folder', 'write <stack>.json into it by terraform show -json')];

/** Both synths, and what is said of stacks of which one is not known. */
type Both = Compared & { readonly cost: CostDifference; readonly unknown: readonly Finding[] };

const both = (old: string, now: string, unknown: readonly Finding[] = []): Both => ({
  ...readChanged(old, now),
  cost: costDifference(old, now),
  unknown,
});

/** Both synths at once, as far as they differ: the folders may be gone afterwards. */
async function readBoth(
  old: string,
  after: string | undefined,
  read: () => LandingZone,
  live: Context['live'],
): Promise<Both> {
  if (after !== undefined) return withOlderSynth(after, async (now) => both(old, now), live);
  return readingSynthesis(read(), (now) => both(old, now));
}

/** What is deployed beside today's files, or beside a folder that is deployed from. */
async function readBesideDeployed(
  after: string | undefined,
  read: () => LandingZone,
  live: Context['live'],
): Promise<Both> {
  const outdir = resolve(after ?? process.env.CDKTF_OUTDIR ?? 'cdktf.out');
  const now = <T>(work: (folder: string) => T): T =>
    after === undefined ? readingSynthesis(read(), work) : work(outdir);
  const stacks = now((folder) => statedIn(folder, outdir));
  live(`reading the states of ${stacks.length} stacks`);
  return withDeployed(stacks, ({ folder, findings, complete }) =>
    now((is) => {
      complete(is);
      return both(folder, is, findings);
    }),
  );
}

const verdictsIn = ({ findings }: Review): readonly Verdict[] =>
  findings.flatMap(({ effects }) => effects.map(({ verdict }) => verdict));

function isRefused(found: Review, gate: (typeof gates)[number]): boolean {
  if (gate === 'change') return found.findings.length > 0;
  const refused: readonly Verdict[] = gate === 'weaker' ? ['weaker'] : ['weaker', 'not judged'];
  return verdictsIn(found).some((verdict) => refused.includes(verdict));
}
