import { readFileSync } from 'node:fs';
import { packNodes } from '../../policy/guardrails/packing';
import type { PackedNode } from '../../policy/guardrails/packing/packed-node';
import { describeTargets } from '../../policy/guardrails/policy-problems';
import { loosened } from '../../proof/change';
import { proveZone, unaskedPromises } from '../../proof/zone-proof';
import { readWrittenPolicies, type WrittenPolicies } from '../../review/organization/written-policies';
import { byKeys } from '../../schema/by-keys';
import type { LandingZone } from '../../schema/landing-zone';
import type { Answer, Context } from '../kit/command';
import { optionProblem } from '../kit/invalid-request';
import { managementStack, olderSynthProblems, withOlderSynth } from '../older-synth';
import { readZone } from '../read-zone';
import type { Options } from './options';
import { isKept, jsonReport, type TimedNode, textReport } from './report';
import type { Change } from './report-change';

type Screen = Pick<Context, 'refuse' | 'width' | 'colors' | 'live'>;

/** Proves the documents of a landing zone, and where that is asked, that they deny all that older ones did. */
export async function run(
  { against }: Options,
  { refuse, live, ...screen }: Screen,
  read: () => LandingZone = readZone,
): Promise<Answer> {
  refuse(olderSynthProblems('against', against));
  const zone = read();
  const nodes = packNodes(zone);
  const within = (folder: string) => compare(zone, against ?? folder, readOlder(folder), refuse);
  const change = against === undefined ? undefined : await withOlderSynth(against, within, live);
  const proved = await timed(zone, nodes, live);
  const report = { nodes: proved, unasked: unaskedPromises(zone, nodes), change };
  return { text: textReport(report, screen), json: jsonReport(report), no: !isKept(report) };
}

const readOlder = (folder: string): WrittenPolicies =>
  readWrittenPolicies(JSON.parse(readFileSync(managementStack(folder), 'utf8')));

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

/** Compares under the keys of accounts and OUs: under these they are written, whatever they were and are called. */
async function compare(
  zone: LandingZone,
  against: string,
  older: WrittenPolicies,
  refuse: Screen['refuse'],
): Promise<Change> {
  const { statements, unread } = older;
  const allowing = [...older.allowing.values()].flat().length;
  refuse(
    statements.length + unread.length > 0
      ? []
      : [
          optionProblem(
            'against',
            against,
            'has no statement of an SCP or RCP that denies something, so there is nothing to compare',
            'give an output folder or a commit of a landing zone with controls that are on',
          ),
        ],
  );
  const keyed = byKeys(zone);
  const newlyAllowed = await loosened(keyed, packNodes(keyed), older);
  return { against, compared: statements.length, accounts: older.accounts.size, newlyAllowed, unread, allowing };
}
