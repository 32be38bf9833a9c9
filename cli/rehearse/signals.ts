import { constants } from 'node:os';
import { codeOfSignal } from '../kit/exit-codes';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Signal = (typeof signals)[number];

/**
 * Ends the process on a signal, and with it everything it started: those are killed when it exits. The emulated AWS is thrown away
 * anyway, so nobody waits for Terraform to finish.
 */
export const endOnSignal = (): { readonly stop: () => void } =>
  listen((signal) => process.exit(codeOfSignal(constants.signals[signal])));

/** Resolves with the first signal. */
export function signalled(): Promise<Signal> {
  return new Promise((resolve) => {
    const { stop } = listen((signal) => {
      stop();
      resolve(signal);
    });
  });
}

/** Hears signals, and npm's end as one: npm passes no SIGKILL on, and would leave us without a parent. */
function listen(heard: (signal: Signal) => void): { readonly stop: () => void } {
  const parent = process.ppid;
  for (const signal of signals) process.on(signal, heard);
  const watch = setInterval(() => {
    if (process.env.npm_command && process.ppid !== parent) heard('SIGHUP');
  }, 500);
  return {
    stop: () => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, heard);
    },
  };
}
