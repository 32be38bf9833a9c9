import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DeploymentOptions } from '../../deployment/deployment';
import { type Engine, engineMissing, tryFindEngine } from '../../deployment/engine';
import { readManifest, type SynthesizedStack } from '../../deployment/manifest';
import { findProviderMirror, providerEnvironment } from '../../deployment/provider-mirror';
import { Published } from '../../deployment/published';
import { knownIn, type RunFolder } from '../../deployment/run-folder';
import { readState } from '../../deployment/states/read-state';
import { thisMachine } from '../../deployment/width';
import type { LandingZone } from '../../schema/landing-zone';
import { type Problem, useOneOf } from '../../schema/problems/problem';
import { matchesWildcard } from '../../schema/text/wildcard';
import type { Context } from '../kit/command';
import { optionProblem } from '../kit/invalid-request';
import { readZone } from '../read-zone';
import { readChecked, run as synth } from '../synth/run';
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

/** Everything that a deployment is told, but for its goal and what it asks and says. */
export function deploymentOf(
  prepared: Prepared,
  { path: folder, journal }: RunFolder,
  options: Omit<CommonOptions, 'stack'>,
): Omit<DeploymentOptions, 'goal' | 'approve' | 'stacks'> {
  const { zone, engine, outdir } = prepared;
  const { environment, sharesCache } = environmentFor(engine, join(outdir, 'engine'));
  return {
    engine,
    folder,
    journal,
    published: publishedBy(prepared),
    environment,
    initialize: sharesCache ? oneAtATime() : (init) => init(),
    onlyChanged: options['only-changed'],
    width: options.width,
    machine: thisMachine(),
    objections: objectionsBy(zone, options.lose),
  };
}

/**
 * The person's environment, with what finds the provider once for all stacks: their own configuration of the engine, else a mirror on this
 * machine, else a cache, which two that are prepared at once would spoil.
 */
function environmentFor(engine: Engine, folder: string): { environment: NodeJS.ProcessEnv; sharesCache: boolean } {
  mkdirSync(folder, { recursive: true });
  const quiet = { CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };
  // Without it the provider asks STS three times and then gives up, while it asks every other service 25 times.
  const common = { AWS_MAX_ATTEMPTS: '25', ...process.env, ...quiet };
  const { TF_CLI_CONFIG_FILE: own, TF_PLUGIN_CACHE_DIR: cache } = process.env;
  const hasOwn = own !== undefined && statSync(own, { throwIfNoEntry: false }) !== undefined;
  const mirror = hasOwn || cache ? undefined : findProviderMirror();
  if (mirror) return { environment: { ...common, ...providerEnvironment(engine, mirror, folder) }, sharesCache: false };
  return { environment: { ...common, TF_PLUGIN_CACHE_DIR: cache ?? folder }, sharesCache: true };
}

/** Each waits for the one before it, however that ended. */
function oneAtATime(): DeploymentOptions['initialize'] {
  let last: Promise<unknown> = Promise.resolve();
  return (init) => {
    const mine = last.then(init, init);
    last = mine;
    return mine;
  };
}
