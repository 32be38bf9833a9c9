import { join, resolve } from 'node:path';
import type { SynthesizedStack } from '../../deployment/manifest';
import { factsOf } from '../../deployment/stack-facts';
import { type Carried, carry, type Move, whyNotCarry } from '../../deployment/states/carry';
import { placeText, type StatePlace } from '../../deployment/states/place';
import { workspaceName } from '../../schema/facts/hcp';
import type { Problem } from '../../schema/problems/problem';
import type { Answer, Context } from '../kit/command';
import { optionProblem } from '../kit/invalid-request';
import { table } from '../kit/table';

/** Where stacks kept their states under another backend. */
export interface OldPlaces {
  /** @param outdir the output folder, which files of the local backend lie beside */
  in(outdir: string): (stack: string) => StatePlace;
}

/**
 * Reads where states were: `local`, `local:FOLDER`, `s3://BUCKET/PREFIX?region=REGION`, `hcp://HOST/ORGANIZATION/PREFIX`. Prefixes as the
 * settings have them.
 */
export function readOldPlaces(written = ''): OldPlaces | Problem {
  const local = /^local(?::(.+))?$/.exec(written);
  if (local)
    return {
      in: (outdir) => (stack) => ({
        type: 'local',
        file: resolve(local[1] ?? join(outdir, '..', 'state'), `${stack}.tfstate`),
      }),
    };
  const s3 = /^s3:\/\/([^/?]+)\/([^?]+)\?region=([a-z0-9-]+)$/.exec(written);
  if (s3) {
    const [, bucket = '', prefix = '', region = ''] = s3;
    return { in: () => (stack) => ({ type: 's3', bucket, key: `${prefix}/${stack}.tfstate`, region }) };
  }
  const hcp = /^hcp:\/\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(written);
  if (hcp) {
    const [, hostname = '', organization = '', prefix = ''] = hcp;
    return {
      in: () => (stack) => ({
        type: 'hcp',
        hostname,
        organization,
        workspace: workspaceName({ workspacePrefix: prefix }, stack),
      }),
    };
  }
  return optionProblem(
    'from',
    written || undefined,
    'must say where the states were',
    "write local, local:FOLDER, 's3://BUCKET/PREFIX?region=REGION' or hcp://HOST/ORGANIZATION/PREFIX",
  );
}

/** Where the state of each stack was and is to be; without those that stay. */
export const movesOf = (stacks: readonly SynthesizedStack[], from: (stack: string) => StatePlace): readonly Move[] =>
  stacks
    .map((stack) => ({ stack: stack.name, from: from(stack.name), to: factsOf(stack).place }))
    .filter((move) => placeText(move.from) !== placeText(move.to));

/**
 * Carries states, one after the other; of all, what is wrong is said before the first is carried.
 *
 * @throws Error with everything that is wrong
 */
export async function carryAll(moves: readonly Move[], dryRun: boolean, { note, width }: Context): Promise<Answer> {
  const wrong: string[] = [];
  for (const move of moves) {
    const why = await whyNotCarry(move);
    if (why !== undefined) wrong.push(`${move.stack}: ${why}`);
  }
  if (wrong.length > 0) throw new Error(`No state was carried.\n\n${wrong.join('\n\n')}`);
  const done: { readonly stack: string; readonly from: string; readonly to: string; readonly outcome: Carried }[] = [];
  for (const move of moves) {
    const outcome = await carry(move, dryRun).catch((error: Error) => {
      const before = done.filter((each) => each.outcome === 'carried').length;
      throw new Error(
        `${move.stack}: ${error.message}\n\n${before} states were carried before it. Once that is mended, run the same again: it goes on.`,
      );
    });
    if (outcome === 'carried') note(`${move.stack}: carried to ${placeText(move.to)}`);
    done.push({ stack: move.stack, from: placeText(move.from), to: placeText(move.to), outcome });
  }
  const rows = done.map(({ stack, outcome, from, to }) => [stack, outcome, from, to]);
  const carried = done.some(({ outcome }) => outcome === 'carried');
  const text = [
    table({ head: ['stack', 'state', 'from', 'to'], rows }, width),
    ...(carried
      ? [
          'The old states stay as they are. Nothing reads them any more: keep them until everything was applied once from the new place.',
        ]
      : []),
  ];
  return { text: text.join('\n'), json: done };
}
