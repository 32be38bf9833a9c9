import { cpSync } from 'node:fs';
import { totalmem } from 'node:os';
import { basename } from 'node:path';
import { type Reach, reachOf, readStack, type SynthesizedStack } from '../deployment/manifest';
import { madeOfOutput } from '../schema/facts/made-of';
import { providerLockFile } from '../schema/facts/provider-lock';
import type { Task } from './critical-path';
import type { Run } from './run';

type Stacks = readonly SynthesizedStack[];

/**
 * How many stacks a machine works on at once. Most of them wait: for their bucket's lifecycle rules, for a minute, or for the processor,
 * which those on the longest way have before them. With fewer places these would wait for one that a stack in no hurry has taken; but
 * Terraform and its providers, one for each account and region, take up to 1.3 GB for each stack.
 *
 * @param memory bytes
 */
export const widthFor = (memory: number): number => Math.min(8, Math.max(2, Math.round(memory / (2 * 1024 ** 3))));

/** Stacks that are worked on at once here: a container may have less memory than its machine. */
export const width = widthFor(Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY));

const named = (phase: string, stacks: readonly { readonly name: string }[]): string[] =>
  stacks.map(({ name }) => `${phase} ${name}`);

/** Deploys every stack after those that it depends on. */
export const deployTasks = (run: Pick<Run, 'init' | 'deploy'>, stacks: Stacks): Task[] =>
  stacks.flatMap((stack): Task[] => [
    { name: `init ${stack.name}`, after: [], weight: 1, work: (niceness) => run.init(stack, niceness) },
    {
      name: `deploy ${stack.name}`,
      after: [`init ${stack.name}`, ...stack.dependencies.map((name) => `deploy ${name}`)],
      // It waits for AWS, and the more it makes, the longer.
      weight: 5 * weightOf(stack),
      work: (niceness) => run.deploy(stack, niceness),
    },
  ]);

/**
 * Plans every stack once more: what was deployed asks for nothing. A stack is planned when all those are deployed that could have
 * changed what it holds: those that work in one of its accounts, but for one that only comes after it and reads nothing of it.
 */
export function planTasks(run: Pick<Run, 'planAgain'>, stacks: Stacks): Task[] {
  const reaching = withReach(stacks);
  return reaching.map((stack) => {
    const changing = reaching.filter((other) => {
      const comesAfterOnly = other.dependencies.includes(stack.name) && !other.reads.includes(stack.name);
      return couldTouch(other, stack) && !comesAfterOnly;
    });
    return {
      name: `plan ${stack.name}`,
      after: named('deploy', changing),
      weight: weightOf(stack),
      work: (niceness) => run.planAgain(stack, niceness),
    };
  });
}

/**
 * Takes the protection off where there is one, and destroys everything, each stack before those that it depends on. Nothing goes before
 * everything has stood at once, and no stack before those are planned again that work in one of its accounts.
 *
 * @param released the same stacks without protection
 */
export function tearDownTasks(run: Pick<Run, 'release' | 'destroy'>, stacks: Stacks, released: Stacks): Task[] {
  const readersOf = ({ name }: SynthesizedStack) => stacks.filter(({ dependencies }) => dependencies.includes(name));
  const reaching = withReach(stacks);
  return reaching.flatMap((stack): Task[] => {
    const open = released.find(({ name }) => name === stack.name);
    const isProtected = open !== undefined && readStack(open) !== readStack(stack);
    const changesAws = isProtected && withoutPreventDestroy(open) !== withoutPreventDestroy(stack);
    const release = async (niceness: number) => {
      if (!isProtected) return;
      // The lock is the engine's by now: OpenTofu has put its own registry into it.
      const filter = (file: string) => basename(file) !== providerLockFile;
      cpSync(open.directory, stack.directory, { recursive: true, filter });
      if (changesAws) await run.release(stack, niceness);
    };
    const weight = weightOf(stack);
    return [
      { name: `release ${stack.name}`, after: [`plan ${stack.name}`], weight, work: release },
      {
        name: `destroy ${stack.name}`,
        after: [
          ...named('deploy', stacks),
          ...named(
            'plan',
            reaching.filter((other) => couldTouch(stack, other)),
          ),
          `release ${stack.name}`,
          ...named('destroy', readersOf(stack)),
        ],
        weight,
        work: (niceness) => run.destroy(stack, niceness),
      },
    ];
  });
}

/** A stack but for what only Terraform reads: a destroy finds it in the folder, and no apply does anything about it. */
const withoutPreventDestroy = (stack: SynthesizedStack): string =>
  JSON.stringify(JSON.parse(readStack(stack)), (key, value) => {
    // It has a hash of all that, which nothing in AWS follows from.
    if (key === madeOfOutput) return undefined;
    if (key !== 'lifecycle') return value;
    const { prevent_destroy: _, ...rest } = value;
    return Object.keys(rest).length > 0 ? rest : undefined;
  });

const withReach = (stacks: Stacks) => stacks.map((stack) => ({ ...stack, ...reachOf(stack) }));

/** Whether a stack works in an account of another, so that it could change what that one holds. */
export const couldTouch = (stack: Reach, other: Reach): boolean =>
  stack.roles.some((role) => other.roles.includes(role));

/** What a command takes grows with what it has to do; that it starts providers takes most of it. */
const weightOf = (stack: SynthesizedStack): number => 5 + readStack(stack).length / 20_000;
