import { readManifest, readStack } from '../../rehearsal/manifest';
import type { Planned } from '../../review/review';
import type { StackJson, Stacks } from '../../review/stack-json';
import type { PlannedStack } from './plans';

/** Two versions of every stack that is not the same, and what Terraform has planned. */
export interface Compared {
  readonly before: Stacks;
  readonly after: Stacks;
  readonly planned: Planned;
}

/** The stacks of two output folders; those that are the same are not read any further, because there may be a thousand of them. */
export function readChanged(old: string, now: string): Compared {
  const [before, after] = [new Map<string, StackJson>(), new Map<string, StackJson>()];
  const former = new Map(readManifest(old).map((stack) => [stack.name, stack]));
  for (const stack of readManifest(now)) {
    const was = former.get(stack.name);
    former.delete(stack.name);
    const [oldText, text] = [was && readStack(was), readStack(stack)];
    if (oldText === text) continue;
    after.set(stack.name, JSON.parse(text));
    if (oldText !== undefined) before.set(stack.name, JSON.parse(oldText));
  }
  for (const [name, stack] of former) before.set(name, JSON.parse(readStack(stack)));
  return { before, after, planned: new Map() };
}

/** The same with plans in place of the synths of their stacks: a plan knows what AWS has. */
export function withPlans(
  { before, after }: Pick<Compared, 'before' | 'after'>,
  plans: ReadonlyMap<string, PlannedStack>,
): Compared {
  const entries = [...plans];
  return {
    before: new Map([...before, ...entries.map(([name, plan]) => [name, plan.before] as const)]),
    after: new Map([...after, ...entries.map(([name, plan]) => [name, plan.after] as const)]),
    planned: new Map(entries.map(([name, { actions }]) => [name, actions])),
  };
}
