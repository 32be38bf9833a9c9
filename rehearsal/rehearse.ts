import { join } from 'node:path';
import { readManifest, type SynthesizedStack, withDependencies } from '../deployment/manifest';
import type { EmulatedAws } from '../emulator/emulated-aws';
import type { Leftover } from '../emulator/toolkit/store';
import type { RehearsedBackend } from '../schema/facts/rehearsed-backends';
import type { Backend } from '../schema/forms/settings';
import type { LandingZone } from '../schema/landing-zone';
import { readingSynthesis, synthesizeLandingZone } from '../stacks';
import { rehearsedIdentity } from './callers';
import { type Task, workOff } from './critical-path';
import { type EmulatedRunOptions, inEmulatedAws, type RunFigures } from './emulated-run';
import { takeFolder } from './folder';
import { deniedAnyway } from './rules/denied-anyway';
import { type JudgedZone, judgeZone, type RuleResult } from './rules/judge-zone';
import { madeTypes } from './rules/made-types';
import type { Step } from './run';
import { rehearsedBackend } from './state-backend';
import { partStaying } from './staying';
import { deployTasks, planTasks, tearDownTasks, width } from './tasks';

export interface RehearsalOptions extends EmulatedRunOptions {
  /** Emptied, then holds output, state and logs. */
  readonly folder: string;
  /** Rehearse this stack and what it needs. @default - every stack */
  readonly stack?: string;
  /** A stack whose first apply is cut off in the middle and run again. @default - none */
  readonly interrupt?: string;
  /** Where the states are kept. @default 'local' */
  readonly backend?: RehearsedBackend;
  /** Let release and destroy read everything once more, as `cdktf` does. @default - they trust the plan before them, to save time */
  readonly refresh?: boolean;
  /** Judge what was deployed by every rule of the conformance packs, after the second plan. @default false */
  readonly rules?: boolean;
  /** Holds what was deployed after the second plan, until it resolves: then nothing is torn down, and what a visitor did counts nowhere. */
  readonly visit?: (aws: EmulatedAws, result: RehearsalResult) => Promise<void>;
}

/** What a rehearsal showed. It is green where `drift`, `leftovers`, `lost` and `lockouts` are empty, and no rule that was asked for failed. */
export interface RehearsalResult extends RunFigures {
  readonly steps: readonly Step[];
  /** Stacks whose second plan was not empty, with the plan. */
  readonly drift: readonly { readonly stack: string; readonly plan: string }[];
  /** What still existed after everything was destroyed. */
  readonly leftovers: readonly Leftover[];
  /** What stays on in accounts that were adopted, until they switch it off themselves. */
  readonly staying: readonly Leftover[];
  /** What existed before the first call and was destroyed with the rest, although it outlives the landing zone. */
  readonly lost: readonly Leftover[];
  /** Whether everything was destroyed and looked for. */
  readonly tornDown: boolean;
  /** What came of the rules of the conformance packs. @default - nobody asked */
  readonly rules?: readonly RuleResult[];
}

/**
 * Deploys the landing zone into an emulated AWS with real Terraform, plans again, destroys in reverse order, and looks for what is
 * left. The JSON is the one that is deployed to AWS, but for where state is kept.
 *
 * @throws TerraformFailure where a command fails; what was deployed is in the folder's state then
 */
export async function rehearse(options: RehearsalOptions): Promise<RehearsalResult> {
  const { folder, visit, backend } = options;
  const zone = fromTheBeginning(options.zone, rehearsedBackend(options.zone, backend));
  const outdir = join(folder, 'cdktf.out');
  const { release } = takeFolder(folder);
  try {
    const stacks = synthesize(zone, outdir, options.stack);
    return await inEmulatedAws({ ...options, zone }, async ({ run, aws, figures }) => {
      let rules: readonly RuleResult[] = [];
      const resultNow = async (
        torn: Pick<RehearsalResult, 'tornDown' | 'leftovers' | 'staying' | 'lost'>,
      ): Promise<RehearsalResult> => ({
        steps: run.steps,
        drift: run.drift,
        ...torn,
        ...(await figures()),
        ...(options.rules && { rules }),
      });
      const standing = [...deployTasks(run, stacks), ...planTasks(run, stacks)];
      const judging = judgingTask(standing, async () => {
        rules = await judgeZone(aws, standingZone(zone, folder));
      });
      const stand = options.rules ? [...standing, judging] : standing;
      if (!visit) {
        const before = await aws.leftovers();
        const released = synthesize({ ...zone, protection: 'off' }, join(folder, 'released'));
        await workOff([...stand, ...behind(judging, tearDownTasks(run, stacks, released))], width);
        const after = await aws.leftovers();
        return resultNow({
          tornDown: true,
          ...partStaying(zone, without(after, before)),
          lost: without(before, after),
        });
      }
      await workOff(stand, width);
      const result = await resultNow({ tornDown: false, leftovers: [], staying: [], lost: [] });
      await visit(aws, result);
      return result;
    });
  } finally {
    release();
  }
}

/** Judges what stands, once it does. */
const judgingTask = (standing: readonly Task[], work: () => Promise<void>): Task => ({
  name: 'judge by the rules',
  after: standing.map(({ name }) => name),
  weight: 10,
  work,
});

/** The tasks, none of which begins before another is over, where that one is done at all. */
const behind = (first: Task, tasks: readonly Task[]): readonly Task[] =>
  tasks.map((task) => ({ ...task, after: [...task.after, first.name] }));

const standingZone = (zone: LandingZone, folder: string): JudgedZone => ({
  regions: zone.regions,
  role: zone.deployRole,
  types: madeTypes(join(folder, 'state')),
  deniedAnyway: deniedAnyway(zone),
});

/** What is in one list and not in another. */
const without = (all: readonly Leftover[], others: readonly Leftover[]): readonly Leftover[] =>
  all.filter((one) => !others.some((other) => other.account === one.account && other.resource === one.resource));

/**
 * The landing zone in an AWS where nothing was kept before: what the ledger has to import there is made.
 *
 * @param backend where its states are. @default - below the folder of the rehearsal
 */
export const fromTheBeginning = (zone: LandingZone, backend: Backend = { type: 'local' }): LandingZone => ({
  ...zone,
  backend,
  identity: rehearsedIdentity(zone, backend),
  ledger: { ...zone.ledger, kept: {}, securityHub: undefined },
});

/** The stacks of a landing zone with what each needs, as they would be rehearsed. */
export const stacksOf = (zone: LandingZone): readonly SynthesizedStack[] =>
  readingSynthesis(fromTheBeginning(zone), readManifest);

/** Writes the stacks of a landing zone, and answers one with what it needs, or all. */
export function synthesize(zone: LandingZone, outdir: string, stack?: string): SynthesizedStack[] {
  synthesizeLandingZone(zone, { outdir });
  const stacks = readManifest(outdir);
  return stack ? withDependencies(stacks, stack) : stacks;
}
