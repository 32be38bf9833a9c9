import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inOrder } from '../deployment/in-order';
import { dependenciesOf, type SynthesizedStack } from '../deployment/manifest';
import { changesIn, isLoss, type PlanJson, type PlannedAction, type PlannedChange } from '../deployment/plan-judgement';
import { type Announcement, announcementsSince, readReleaseNotes, tryAnnouncement } from './announcements';
import { workOff } from './critical-path';
import { type EmulatedRunOptions, inEmulatedAws, type RunFigures } from './emulated-run';
import { takeFolder } from './folder';
import { type OlderRelease, synthesizeOlderRelease } from './older-release';
import { fromTheBeginning, synthesize } from './rehearse';
import type { Run, Step } from './run';
import { deployTasks, planTasks, width } from './tasks';

export interface UpgradeOptions extends EmulatedRunOptions {
  /** The commit of the older release. */
  readonly commit: string;
  /** The project, in a repository of git. */
  readonly root: string;
  /** Rehearse this stack and what it needs. @default - every stack */
  readonly stack?: string;
}

/** Something that an upgrade changes in a stack, and what a person has to do about it. */
export interface Difference extends PlannedChange {
  readonly stack: string;
  /** A resource is destroyed or replaced, and the changelog does not say so. */
  readonly unannounced: boolean;
  readonly advice: string;
}

/** What an upgrade showed. */
export interface UpgradeResult extends RunFigures {
  readonly from: Pick<OlderRelease, 'commit' | 'version'>;
  readonly steps: readonly Step[];
  readonly differences: readonly Difference[];
  /** Stacks that Terraform refused to plan, with its errors; they stay as they were. */
  readonly refused: readonly { readonly stack: string; readonly errors: string }[];
  /** Stacks that were not upgraded, because they read one that was refused. */
  readonly skipped: readonly string[];
  /** Stacks of the older release that the present one has not: what they deployed stays in AWS. */
  readonly gone: readonly string[];
  /** Upgraded stacks whose second plan was not empty, with the plan. */
  readonly drift: readonly { readonly stack: string; readonly plan: string }[];
}

/**
 * Deploys an older release into the emulated AWS, plans and applies the present one on its state, and plans again.
 *
 * @throws TerraformFailure where a command fails; what was deployed is in the folder's state then
 */
export async function rehearseUpgrade(options: UpgradeOptions): Promise<UpgradeResult> {
  const { folder, commit, root } = options;
  const zone = fromTheBeginning(options.zone);
  const notes = readReleaseNotes(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));
  const { release } = takeFolder(folder);
  try {
    const stacks = synthesize(zone, join(folder, 'cdktf.out'), options.stack);
    const older = synthesizeOlderRelease({ commit, root, folder });
    const before = options.stack ? olderOf(older.stacks, stacks) : older.stacks;
    return await inEmulatedAws(
      { ...options, zone, world: { ...options.world, ...forgiving } },
      async ({ run, figures }) => {
        await workOff(deployTasks(run, before), width);
        const upgrades = await upgrade(run, stacks, announcementsSince(notes, older.version));
        const blocked = new Set([...upgrades.refused.map(({ stack }) => stack), ...upgrades.skipped]);
        const upgraded = stacks.filter(({ name }) => !blocked.has(name));
        await workOff(planTasks(run, upgraded), width);
        return {
          from: { commit, version: older.version },
          steps: run.steps,
          ...upgrades,
          gone: before.map(({ name }) => name).filter((name) => !stacks.some((stack) => stack.name === name)),
          drift: run.drift,
          ...(await figures()),
        };
      },
    );
  } finally {
    release();
  }
}

/** What AWS refuses and releases before 0.2.0 asked for, so that there is something to upgrade. */
const forgiving = { trailsNeedDecrypt: false } as const;

/** Plans and applies each stack after those that it reads, and judges each plan. */
export async function upgrade(
  run: Pick<Run, 'upgrade'>,
  stacks: readonly SynthesizedStack[],
  announcements: readonly Announcement[],
): Promise<Pick<UpgradeResult, 'differences' | 'refused' | 'skipped'>> {
  const differences = new Map<string, readonly Difference[]>();
  const refused: { stack: string; errors: string }[] = [];
  const skipped: string[] = [];
  await inOrder(stacks, width, dependenciesOf, async (stack) => {
    const blocked = [...refused.map((each) => each.stack), ...skipped];
    if (stack.dependencies.some((name) => blocked.includes(name))) {
      skipped.push(stack.name);
      return;
    }
    const { plan, refusal } = await run.upgrade(stack);
    differences.set(stack.name, differencesIn(stack.name, plan, announcements));
    if (refusal !== undefined) refused.push({ stack: stack.name, errors: refusal });
  });
  return { differences: stacks.flatMap(({ name }) => differences.get(name) ?? []), refused, skipped };
}

/** What a plan on the older release's state changes in one stack. */
export const differencesIn = (
  stack: string,
  plan: PlanJson,
  announcements: readonly Announcement[],
): readonly Difference[] =>
  changesIn(plan).map((change) => {
    if (!isLoss(change)) return { stack, ...change, unannounced: false, advice: adviceOf[change.action] };
    const announced = tryAnnouncement(announcements, stack, change);
    const advice = announced?.advice ?? adviceOf[change.action];
    return { stack, ...change, unannounced: announced === undefined, advice };
  });

const keepOrAnnounce =
  "do not deploy it: keep the resource, or announce it in CHANGELOG.md below '### Replaced or destroyed'";

/** What a person has to do, where no announcement says so. */
const adviceOf: Readonly<Record<PlannedAction, string>> = {
  create: 'nothing',
  update: 'nothing: it is changed in place',
  replace: keepOrAnnounce,
  destroy: keepOrAnnounce,
  forget: 'it stays in AWS and nobody manages it any more: delete it there, or leave it',
  move: 'nothing: it has another address',
  import: 'nothing: what exists is taken into the state',
};

/** Those stacks of the older release that are among the present ones, with what they needed then. */
function olderOf(
  older: readonly SynthesizedStack[],
  present: readonly SynthesizedStack[],
): readonly SynthesizedStack[] {
  const wanted = new Set<string>();
  const add = (name: string): void => {
    const stack = older.find((each) => each.name === name);
    if (!stack || wanted.has(name)) return;
    wanted.add(name);
    stack.dependencies.forEach(add);
  };
  for (const { name } of present) add(name);
  return older.filter(({ name }) => wanted.has(name));
}
