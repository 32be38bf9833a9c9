import { readManifest, readStack } from '../../deployment/manifest';
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
  const entries = [...plans].map(
    ([name, plan]) => [name, ...sidesOf(plan, before.get(name), after.get(name))] as const,
  );
  return {
    before: new Map([...before, ...entries.map(([name, was]) => [name, was] as const)]),
    after: new Map([...after, ...entries.map(([name, , is]) => [name, is] as const)]),
    planned: new Map([...plans].map(([name, { actions }]) => [name, actions])),
  };
}

/** A plan has the resources of both versions, and the settings of the later one alone: those are compared by the synths. */
const sidesOf = (
  { before, after }: PlannedStack,
  was: StackJson | undefined,
  is: StackJson | undefined,
): readonly [StackJson, StackJson] =>
  was && is
    ? [
        { ...was, resource: before.resource },
        { ...is, resource: after.resource },
      ]
    : [before, after];
