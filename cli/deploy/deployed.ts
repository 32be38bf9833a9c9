import { Deployment } from '../../deployment/deployment';
import type { DeploymentOptions } from '../../deployment/deployment-options';
import type { StackResult } from '../../deployment/result';
import type { Context } from '../kit/command';
import { Progress } from '../rehearse/progress';
import { countsOf } from './report';
import { stopOnSignal } from './stopping';

/** Runs a deployment, and says what it does. */
export async function deployed(
  options: DeploymentOptions,
  context: Pick<Context, 'note' | 'live'>,
): Promise<readonly StackResult[]> {
  const progress = new Progress(context);
  const phases = new Map<string, string>();
  const leave = (stack: string, text?: string): void => progress.end({ stack, phase: phases.get(stack) ?? '' }, text);
  const deployment = new Deployment({
    ...options,
    // A question is not written over.
    approve: (...wave) => progress.paused(() => options.approve(...wave)),
    onBegin: (stack, phase) => {
      leave(stack);
      phases.set(stack, phase);
      progress.begin({ stack, phase });
    },
    onEnd: (result) => leave(result.stack, lineOf(result)),
  });
  const signals = stopOnSignal(deployment, (text) => context.note(text));
  try {
    return await deployment.run();
  } finally {
    progress.stop();
    signals.stop();
  }
}

const lineOf = (result: StackResult): string | undefined =>
  result.outcome === 'unchanged' ? undefined : `${result.stack}: ${countsOf([result]).replace(/^1 /, '')}`;
