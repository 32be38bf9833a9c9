import type { Deployment } from '../../deployment/deployment';

/** Each Ctrl-C reaches us twice where npm or npx has started us: from the terminal, and passed on by them. */
const oneKeystroke = 1_000;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * On the first signal nothing more begins, and what is under way comes to its end: an apply that is cut off leaves in AWS what no state
 * knows. On the second Terraform is asked to end as soon as it can; once, because asked twice it ends at once.
 */
export function stopOnSignal(
  deployment: Pick<Deployment, 'stop' | 'interrupt'>,
  note: (text: string) => void,
  now: () => number = () => performance.now(),
): { readonly stop: () => void } {
  let heard: number | undefined;
  let interrupted = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    const before = heard;
    heard = now();
    if (before === undefined) {
      deployment.stop(`the run was stopped by ${signal}`);
      note(
        'Nothing more begins; what is under way comes to its end. Again to interrupt it, which may leave things that no state knows.',
      );
    } else if (heard - before > oneKeystroke && !interrupted) {
      interrupted = true;
      deployment.interrupt();
    }
  };
  for (const signal of signals) process.on(signal, onSignal);
  return {
    stop: () => {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
