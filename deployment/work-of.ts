import type { DeploymentOptions, Towards } from './deployment-options';
import type { SynthesizedStack } from './manifest';
import { StackRun, type StackRunOptions } from './stack-run';
import { type Outliving, StackDestroy } from './teardown/stack-destroy';
import { StackRelease } from './teardown/stack-release';

const nothing: Outliving = { of: () => [], leave: async () => {} };

/** What works on a stack on this machine towards the goal of a deployment. */
export function runOf(
  stack: SynthesizedStack,
  options: StackRunOptions,
  { goal, outliving = nothing }: Towards,
): StackRun {
  if (goal === 'release') return new StackRelease(stack, options);
  if (goal === 'destroy' || goal === 'preview') return new StackDestroy(stack, options, outliving);
  return new StackRun(stack, options);
}

/** Why there is something to do in a stack; undefined where its state says that there is nothing. */
export async function whyChanged(
  stack: SynthesizedStack,
  { goal, published, outliving = nothing }: Pick<DeploymentOptions, 'goal' | 'published' | 'outliving'>,
): Promise<string | undefined> {
  if (goal === 'destroy' || goal === 'preview') return 'it is torn down';
  // A destroy begins once everything is released.
  if (goal === 'release' && (await published.isBeingDestroyed(stack, outliving.of(stack.name)))) return undefined;
  return published.whyChanged(stack);
}
