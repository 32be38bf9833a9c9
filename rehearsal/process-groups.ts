import type { ChildProcess } from 'node:child_process';

const groups = new Map<number, ChildProcess>();

/** Sees to it that a child, started `detached` as the leader of a group of its own, ends with all its children when we do. */
export function endWithUs(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (groups.size === 0) watch();
  groups.set(pid, child);
  child.once('close', () => {
    groups.delete(pid);
    if (groups.size === 0) unwatch();
  });
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function watch(): void {
  process.once('exit', endGroups);
  for (const signal of signals) process.on(signal, endOn);
}

function unwatch(): void {
  process.off('exit', endGroups);
  for (const signal of signals) process.off(signal, endOn);
}

/** Ends the groups, and then us as the signal would have, unless somebody else listens to it. */
function endOn(signal: NodeJS.Signals): void {
  endGroups();
  unwatch();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

/** Kills every group that still runs: Terraform, and the providers that it started and that would outlive it. */
export function endGroups(): void {
  for (const pid of groups.keys())
    try {
      process.kill(-pid, 'SIGKILL');
    } catch (error) {
      // It ended by itself just now.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
}
