import { resolve } from 'node:path';
import { readManifest, type SynthesizedStack } from '../../deployment/manifest';
import { takeOutdir } from '../../deployment/outdir-lock';
import { chosenBy, stackProblems } from '../deploy/prepare';
import type { Answer, Context } from '../kit/command';
import { readChecked, run as synth } from '../synth/run';
import type { MigrateOptions } from './options';
import { carryAll, movesOf, readOldPlaces } from './states';

/** The stacks as they are written now, whatever keeps their states. */
interface Written {
  readonly all: readonly SynthesizedStack[];
  readonly outdir: string;
}

async function write(options: { readonly 'as-written': boolean }, context: Context): Promise<Written> {
  const outdir = resolve(process.env.CDKTF_OUTDIR ?? 'cdktf.out');
  const zone = options['as-written'] ? undefined : await readChecked();
  process.once('exit', takeOutdir(outdir).release);
  if (zone) await synth({ locked: false }, context, () => zone, outdir);
  return { all: readManifest(outdir), outdir };
}

/** Carries the states of the stacks to where they are to be now. */
export async function run(options: MigrateOptions, context: Context, writing: typeof write = write): Promise<Answer> {
  const places = readOldPlaces(options.from);
  context.refuse('rule' in places ? [places] : []);
  const { all, outdir } = await writing(options, context);
  context.refuse(stackProblems(options.stack, all));
  const moves = 'rule' in places ? [] : movesOf(chosenBy(options.stack, all), places.in(outdir));
  if (moves.length === 0) return { text: 'Every state is where the settings keep it.', json: [] };
  return carryAll(moves, options['dry-run'], context);
}
