import { join, resolve } from 'node:path';
import type { DeploymentOptions } from '../../deployment/deployment-options';
import { type Engine, engineMissing, tryFindEngine } from '../../deployment/engine';
import { readManifest, type SynthesizedStack } from '../../deployment/manifest';
import { takeOutdir } from '../../deployment/outdir-lock';
import { Published } from '../../deployment/published';
import { knownIn, type RunFolder } from '../../deployment/run-folder';
import type { StackRunOptions } from '../../deployment/stack-run';
import { readState } from '../../deployment/states/read-state';
import { thisMachine } from '../../deployment/width';
import { runOf } from '../../deployment/work-of';
import type { LandingZone } from '../../schema/landing-zone';
import { type Problem, useOneOf } from '../../schema/problems/problem';
import { matchesWildcard } from '../../schema/text/wildcard';
import type { Context } from '../kit/command';
import { optionProblem } from '../kit/invalid-request';
import { readZone } from '../read-zone';
import { readChecked, run as synth } from '../synth/run';
import { environmentFor } from './engine-environment';
import { objectionsBy } from './objections';
import type { CommonOptions } from './options';

/** What is to be deployed, and by what. */
export interface Prepared {
  readonly zone: LandingZone;
  /** Every stack that is written. */
  readonly all: readonly SynthesizedStack[];
  readonly outdir: string;
  readonly engine: Engine;
}

/** Writes the stacks, or takes them as they are, and finds the engine. */
export async function prepare(options: CommonOptions, context: Context): Promise<Prepared> {
  const outdir = resolve(process.env.CDKTF_OUTDIR ?? 'cdktf.out');
  const zone = options['as-written'] ? readZone() : await readChecked();
  const engine = tryFindEngine(options.engine, zone.engine);
  if (!engine) throw new Error(engineMissing(options.engine, zone.engine));
  process.once('exit', takeOutdir(outdir).release);
  if (!options['as-written']) await synth({ locked: false }, context, () => zone, outdir);
  const all = readManifest(outdir);
  context.refuse(stackProblems(options.stack, all));
  return { zone, all, outdir, engine };
}

/** What is wrong with the stacks that the options name. */
export function stackProblems(patterns: readonly string[], all: readonly SynthesizedStack[]): readonly Problem[] {
  const names = all.map(({ name }) => name);
  return patterns
    .filter((pattern) => !names.some((name) => matchesWildcard(pattern, name)))
    .map((pattern) => optionProblem('stack', pattern, 'must be a stack', useOneOf(pattern, names)));
}

/** The stacks that were named; all where none was. */
export const chosenBy = (patterns: readonly string[], all: readonly SynthesizedStack[]): readonly SynthesizedStack[] =>
  all.filter(({ name }) => patterns.length === 0 || patterns.some((pattern) => matchesWildcard(pattern, name)));

/** What the states of the stacks say of them, read when it is asked for. */
export const publishedBy = ({ all, engine, outdir }: Prepared): Published =>
  new Published(all, engine, readState, knownIn(outdir));

/**
 * Everything that a deployment is told, but for its goal and what it asks and says.
 *
 * @param more environment of the engine beside the person's own
 */
export function deploymentOf(
  prepared: Prepared,
  { path: folder, journal }: RunFolder,
  options: Omit<CommonOptions, 'stack'>,
  more: NodeJS.ProcessEnv = {},
): Omit<DeploymentOptions, 'goal' | 'approve' | 'approvesAll' | 'stacks'> {
  const { zone, engine, outdir } = prepared;
  const { environment: own, sharesCache } = environmentFor(engine, join(outdir, 'engine'));
  const environment = { ...own, ...more };
  const published = publishedBy(prepared);
  const initialize: StackRunOptions['initialize'] = sharesCache ? oneAtATime() : (init) => init();
  return {
    workOn: (stack, towards) => runOf(stack, { engine, folder, journal, published, environment, initialize }, towards),
    engine,
    journal,
    published,
    onlyChanged: options['only-changed'],
    width: options.width,
    machine: thisMachine(),
    lose: options.lose,
    objections: objectionsBy(zone, options.lose),
  };
}

/** Each waits for the one before it, however that ended. */
function oneAtATime(): StackRunOptions['initialize'] {
  let last: Promise<unknown> = Promise.resolve();
  return (init) => {
    const mine = last.then(init, init);
    last = mine;
    return mine;
  };
}
