import type { Deployment } from '../../deployment/deployment';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * On the first signal nothing more begins, and what is under way comes to its end: an apply that is cut off leaves in AWS what no state
 * knows. On the second Terraform is asked to end as soon as it can.
 */
export function stopOnSignal(
  deployment: Pick<Deployment, 'stop' | 'interrupt'>,
  note: (text: string) => void,
): { readonly stop: () => void } {
  let heard = 0;
  const onSignal = (signal: NodeJS.Signals): void => {
    heard += 1;
    if (heard === 1) {
      deployment.stop(`the run was stopped by ${signal}`);
      note(
        'Nothing more begins; what is under way comes to its end. Again to interrupt it, which may leave things that no state knows.',
      );
    } else deployment.interrupt();
  };
  for (const signal of signals) process.on(signal, onSignal);
  return {
    stop: () => {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
