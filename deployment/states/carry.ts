import { isDeepStrictEqual } from 'node:util';
import { hold } from './hold';
import { placeText, type StatePlace } from './place';
import { readStateText } from './read-state';
import { type StateIdentity, writeStateText } from './write-state';

/** A stack whose state is to be elsewhere. */
export interface Move {
  readonly stack: string;
  readonly from: StatePlace;
  readonly to: StatePlace;
}

/**
 * What became of a state: `carried`; `there already`, or has gone on there since; `none`, where it was never deployed; `would be carried`,
 * where nobody wanted it yet.
 */
export type Carried = 'carried' | 'there already' | 'none' | 'would be carried';

type State = StateIdentity & { readonly text: string };

/**
 * What is wrong with a move, before anything is written; undefined where it can be done.
 *
 * @throws Error where a place cannot be read
 */
export async function whyNotCarry({ from, to }: Move): Promise<string | undefined> {
  const here = await tryState(from);
  const there = here && (await tryState(to));
  if (!there || there.lineage === here.lineage) return undefined;
  return `${placeText(to)} has another state (lineage ${there.lineage}, not ${here.lineage})\n  rule: a state is never written over another\n  fix:  look which of them is right; move the other away`;
}

/**
 * Carries the state of a stack to another place: holds both, writes, reads back and compares. The old state stays as it is.
 *
 * @throws Error where somebody holds one of the places, or what arrived is something else
 */
export async function carry(move: Move, dryRun = false): Promise<Carried> {
  const { from, to } = move;
  if (!(await tryState(from))) return 'none';
  const releases: (() => Promise<void>)[] = [];
  try {
    if (!dryRun) for (const place of [from, to]) releases.unshift((await hold(place)).release);
    const here = await tryState(from);
    if (!here) return 'none';
    const there = await tryState(to);
    const problem = await whyNotCarry(move);
    if (problem) throw new Error(problem);
    if (there && there.serial >= here.serial) return 'there already';
    if (dryRun) return 'would be carried';
    await writeStateText(to, here.text, here);
    const arrived = await readStateText(to);
    if (arrived === undefined || !isDeepStrictEqual(JSON.parse(arrived), JSON.parse(here.text)))
      throw new Error(
        `${placeText(to)} does not hold what was carried there\n  rule: a state arrives as it was\n  fix:  ${placeText(from)} is as it was: go on with it, and look at ${placeText(to)}`,
      );
    return 'carried';
  } finally {
    for (const release of releases) await release();
  }
}

async function tryState(place: StatePlace): Promise<State | undefined> {
  const text = await readStateText(place);
  if (text === undefined) return undefined;
  const { version, serial, lineage } = JSON.parse(text) as Partial<StateIdentity & { version: number }>;
  if (version === 4 && serial !== undefined && lineage !== undefined) return { serial, lineage, text };
  throw new Error(
    `${placeText(place)} is no state of Terraform in format 4\n  rule: such states are carried\n  fix:  restore the version before it`,
  );
}
