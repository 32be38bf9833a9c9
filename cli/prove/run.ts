import { existsSync } from 'node:fs';
import { packNodes } from '../../policy/guardrails/packing';
import type { PackedNode } from '../../policy/guardrails/packing/packed-node';
import { describeTargets } from '../../policy/guardrails/policy-problems';
import { type Loosened, loosened } from '../../proof/change';
import { proveZone } from '../../proof/zone-proof';
import type { LandingZone } from '../../schema/landing-zone';
import type { Answer, Context } from '../kit/command';
import { optionProblem } from '../kit/invalid-request';
import { readZone } from '../read-zone';
import { isCommit, withSynthOf } from './commit';
import { managementStack, readOlderPolicies } from './older-policies';
import type { Options } from './options';
import { isKept, jsonReport, type TimedNode, textReport } from './report';

type Screen = Pick<Context, 'refuse' | 'width' | 'colors' | 'live'>;

/** Proves the documents of a landing zone, and where that is asked, that they deny all that older ones did. */
export async function run(
  { against }: Options,
  { refuse, live, ...screen }: Screen,
  read: () => LandingZone = readZone,
): Promise<Answer> {
  refuse(problemsOf(against));
  const zone = read();
  const nodes = packNodes(zone);
  const proved = await timed(zone, nodes, live);
  const change = against === undefined ? undefined : await compare(zone, nodes, against, live);
  const report = { nodes: proved, change, against };
  return { text: textReport(report, screen), json: jsonReport(report), no: !isKept(report) };
}

const problemsOf = (against: string | undefined) =>
  against === undefined || existsSync(managementStack(against)) || isCommit(against)
    ? []
    : [
        optionProblem(
          'against',
          against,
          'must be a folder that synth has written, or a commit, branch or tag of git',
          'npm run synth writes cdktf.out/; git fetch brings branches that are not here yet',
        ),
      ];

async function timed(
  zone: LandingZone,
  nodes: readonly PackedNode[],
  live: Screen['live'],
): Promise<readonly TimedNode[]> {
  const all: TimedNode[] = [];
  let before = performance.now();
  for await (const node of proveZone(zone, nodes)) {
    const now = performance.now();
    all.push({ ...node, seconds: Math.round(now - before) / 1000 });
    before = now;
    live(`proved ${describeTargets(node.targets)}`);
  }
  return all;
}

function compare(
  zone: LandingZone,
  nodes: readonly PackedNode[],
  against: string,
  live: Screen['live'],
): Promise<readonly Loosened[]> {
  const within = async (folder: string) => loosened(zone, nodes, readOlderPolicies(folder));
  if (existsSync(managementStack(against))) return within(against);
  live(`synthesizing ${against}`);
  return withSynthOf(against, within);
}
