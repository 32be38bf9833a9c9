import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { isRunning } from '../../deployment/is-running';
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

/** Hears signals, and the end of npm as one: it passes a SIGKILL on to nobody, and a SIGTERM to the shell between us only. */
function listen(heard: (signal: Signal) => void): { readonly stop: () => void } {
  for (const signal of signals) process.on(signal, heard);
  const starters = process.env.npm_command ? [process.ppid, ...parentOf(process.ppid)] : [];
  const watch = setInterval(() => {
    if (!starters.every(isRunning)) heard('SIGHUP');
  }, 500);
  return {
    stop: () => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, heard);
    },
  };
}

/** The parent of a process, as POSIX's `ps` tells it; none where there is no `ps`, or where init has taken its place. */
function parentOf(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' });
  const parent = Number(stdout);
  return parent > 1 ? [parent] : [];
}
