import { join } from 'node:path';
import { thisProject } from '../../project/place';
import type { EmulatedRunOptions } from '../../rehearsal/emulated-run';
import { tryCommitOf } from '../../rehearsal/older-release';
import { type RehearsalOptions, type RehearsalResult, rehearse, stacksOf } from '../../rehearsal/rehearse';
import { findTools } from '../../rehearsal/tools';
import { rehearseUpgrade } from '../../rehearsal/upgrade';
import type { LandingZone } from '../../schema/landing-zone';
import type { Answer, Context } from '../kit/command';
import { readZone } from '../read-zone';
import { changesProblems, runChanges } from './changes';
import { stackProblems, upgradeProblems } from './input';
import type { Options } from './options';
import { Progress } from './progress';
import { describeStep, isGreen, resultText } from './report';
import { endOnSignal, signalled } from './signals';
import { isSafe, upgradeText } from './upgrade-report';
import { guide, writeProfiles } from './visit';

/** What the command reads and starts. */
export interface Surroundings {
  readonly zone: LandingZone;
  readonly folder: string;
  /** The project, in a repository of git. */
  readonly root: string;
  readonly tryCommitOf: typeof tryCommitOf;
  readonly rehearseUpgrade: typeof rehearseUpgrade;
  readonly findTools: typeof findTools;
  readonly rehearse: (options: RehearsalOptions) => Promise<RehearsalResult>;
  /** Resolves when the visit is over. */
  readonly visitEnds: () => Promise<unknown>;
}

/** Rehearses the landing zone, and holds it for a visit where it is told to. */
export async function run(
  options: Options,
  context: Context,
  surroundings: Surroundings = readSurroundings(),
): Promise<Answer> {
  const { zone, folder, root, findTools, rehearse, rehearseUpgrade, visitEnds } = surroundings;
  const commitOf = (ref: string) => surroundings.tryCommitOf(root, ref);
  context.refuse([
    ...stackProblems(options, () => stacksOf(zone)),
    ...upgradeProblems(options, commitOf),
    ...changesProblems(options),
  ]);
  const { tools, missing } = findTools(options.engine, zone.engine);
  if (!tools) throw new Error(`A rehearsal cannot run here:\n${missing.map((each) => `  - ${each}`).join('\n')}`);
  // States hold secrets: Terraform and moto write them as our children.
  process.umask(0o077);
  const signals = endOnSignal();
  const progress = new Progress(context);
  try {
    if (options.changes)
      return await runChanges(options, context, { tools, folder, onBegin: (work) => progress.at(work) });
    const common: EmulatedRunOptions & Pick<RehearsalOptions, 'stack'> = {
      zone,
      tools,
      folder,
      stack: options.stack,
      port: options.port,
      faults: options.faults > 0 ? { share: options.faults, seed: options.seed } : undefined,
      onBegin: (step) => progress.begin(step),
      onProgress: (step) => progress.end(step, describeStep(step)),
    };
    const commit = options.from === undefined ? undefined : commitOf(options.from);
    if (commit !== undefined) {
      const upgrade = await rehearseUpgrade({ ...common, commit, root });
      return { text: upgradeText(upgrade, context.colors), json: upgrade, no: !isSafe(upgrade) };
    }
    const result = await rehearse({
      ...common,
      interrupt: options.interrupt,
      backend: options.backend,
      rules: options.rules,
      visit: options.keep
        ? async (aws, result) => {
            progress.stop();
            const visit = writeProfiles({ zone, folder, aws, hasMirror: tools.providerMirror !== undefined });
            context.show({
              text: `${resultText(result, context)}\n\n${guide(visit, context.width)}`,
              json: { ...result, visit },
            });
            signals.stop();
            await visitEnds();
          }
        : undefined,
    });
    return { text: resultText(result, context), json: result, no: !isGreen(result) };
  } finally {
    progress.stop();
    signals.stop();
  }
}

const readSurroundings = (): Surroundings => ({
  zone: readZone(),
  folder: join(process.cwd(), '.rehearsal'),
  root: thisProject.root,
  tryCommitOf,
  rehearseUpgrade,
  findTools,
  rehearse,
  visitEnds: signalled,
});
