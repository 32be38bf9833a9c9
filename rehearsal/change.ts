import { join } from 'node:path';
import { reachOf, readManifest, readStack, type SynthesizedStack } from '../deployment/manifest';
import { actionsIn } from '../deployment/outcome';
import { isLoss, type PlannedChange } from '../deployment/plan-judgement';
import { endGroups } from '../deployment/process-groups';
import { providerEnvironment } from '../deployment/provider-mirror';
import { startEmulatedAws } from '../emulator/emulated-aws';
import type { LandingZone } from '../schema/landing-zone';
import { synthesizeLandingZone } from '../stacks';
import { callersIn, rehearsedIdentity } from './callers';
import { workOff } from './critical-path';
import { takeFolder } from './folder';
import { Run } from './run';
import { couldTouch, deployTasks, planTasks, width } from './tasks';
import type { Tools } from './tools';
import { worldOf } from './world';

export interface StandingOptions {
  readonly tools: Tools;
  /** Emptied, then holds output, state and logs. */
  readonly folder: string;
  /** The stacks that are deployed, each with what it needs among them. @default - every stack */
  readonly stacks?: (name: string) => boolean;
}

interface ChangeOptions {
  /**
   * Leave stacks alone whose JSON is the one that was applied last, unless one that they read has other outputs now, and read what the
   * others hold only after the apply. It may have been changed from elsewhere all the same: plan every stack now and then.
   * @default - every stack is planned and applied
   */
  readonly onlyChanged?: boolean;
  /** Why a stack's plan should not have been applied; undefined where it may be. @default - every plan is well */
  readonly tryObjection?: (stack: string, changes: readonly PlannedChange[]) => string | undefined;
}

/** What a change did to what stands. */
export interface Changed {
  /** What each stack's plan was going to do, but for what it leaves as it is; stacks without a change are left out. */
  readonly plans: Readonly<Record<string, readonly PlannedChange[]>>;
  /** Stacks that were not as they should be when everything was applied, with their second plan. */
  readonly drift: Readonly<Record<string, string>>;
}

/** A landing zone that stands in an emulated AWS, to be changed step by step. */
export interface StandingZone {
  /**
   * Plans and applies the next form of the landing zone, stack by stack, and plans again.
   * Terraform applies what it plans at once, because two commands would start every provider twice: a plan that takes away what it must not
   * costs a landing zone of the emulated AWS.
   *
   * @throws Error where a command fails, or a plan should not have been applied; stacks up to it have been then
   */
  change(zone: LandingZone, options?: ChangeOptions): Promise<Changed>;
}

/** A stack prepares its folder itself, where it has something to do. */
const later = async (): Promise<void> => {};

/** Stacks that may have lost something with what a stack took away, as the members of a detector go with it. */
const reachedBy = (stack: SynthesizedStack, stacks: readonly SynthesizedStack[]): readonly string[] =>
  stacks.filter((other) => couldTouch(reachOf(stack), reachOf(other))).map(({ name }) => name);

/**
 * Deploys a landing zone into an emulated AWS and holds it while `work` changes it. Each change is judged by what
 * Terraform tells that it planned.
 *
 * @throws TerraformFailure where a command fails
 */
export async function withStandingZone(
  first: LandingZone,
  { tools, folder, stacks: isChosen = () => true }: StandingOptions,
  work: (standing: StandingZone) => Promise<void>,
): Promise<void> {
  const { release } = takeFolder(folder);
  const aws = await startEmulatedAws({ settings: worldOf(first), logFile: join(folder, 'requests.jsonl') });
  const environment = { ...aws.environment, ...providerEnvironment(tools.engine, tools.providerMirror, folder) };
  const outdir = join(folder, 'cdktf.out');
  /** What each stack was applied as last; nothing of one whose apply did not end. */
  const applied = new Map<string, string>();
  /** Stacks that were as they should be when they were read last. */
  const sound = new Set<string>();

  const change = async (zone: LandingZone, { onlyChanged, tryObjection }: ChangeOptions = {}): Promise<Changed> => {
    const backend = { type: 'local' } as const;
    synthesizeLandingZone({ ...zone, backend, identity: rehearsedIdentity(zone, backend) }, { outdir });
    const stacks = readManifest(outdir).filter(({ name }) => isChosen(name));
    const run = new Run({ tools, folder, gate: aws.gate, environment, callers: callersIn(zone, aws) });
    const plans: Record<string, readonly PlannedChange[]> = {};
    const withNewOutputs = new Set<string>();
    const touched = new Set<string>();
    const hasNewInputs = (stack: SynthesizedStack) => reachOf(stack).reads.some((name) => withNewOutputs.has(name));
    const deploy = async (stack: SynthesizedStack, niceness: number): Promise<void> => {
      const isWritten = applied.get(stack.name) === readStack(stack);
      if (onlyChanged && isWritten && !hasNewInputs(stack)) return;
      const terraform = run.terraform(stack, niceness, 'deploy');
      await terraform.prepare();
      const refresh = !(onlyChanged && sound.has(stack.name));
      applied.delete(stack.name);
      sound.delete(stack.name);
      const planned = await terraform.applyTelling(refresh);
      applied.set(stack.name, readStack(stack));
      if (isWritten && planned.length === 0) sound.add(stack.name);
      else touched.add(stack.name);
      if (planned.some(isLoss)) for (const name of reachedBy(stack, stacks)) sound.delete(name);
      if (planned.some(({ type }) => type === 'output')) withNewOutputs.add(stack.name);
      const changes = planned.filter(({ type }) => type !== 'output');
      if (changes.length > 0) plans[stack.name] = changes;
      const objection = tryObjection?.(stack.name, changes);
      if (objection !== undefined) throw new Error(objection);
    };
    const planAgain = async (stack: SynthesizedStack, niceness: number): Promise<void> =>
      touched.has(stack.name) ? run.planAgain(stack, niceness) : undefined;
    await workOff([...deployTasks({ init: later, deploy }, stacks), ...planTasks({ planAgain }, stacks)], width);
    for (const name of touched) if (!run.drift.some(({ stack }) => stack === name)) sound.add(name);
    return { plans, drift: Object.fromEntries(run.drift.map(({ stack, plan }) => [stack, actionsIn(plan)])) };
  };

  try {
    const { drift } = await change(first);
    if (Object.keys(drift).length > 0) throw new Error(`It does not stand:\n${Object.values(drift).join('\n')}`);
    await work({ change });
  } finally {
    endGroups();
    await aws.close();
    release();
  }
}
