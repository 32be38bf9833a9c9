import type { ChildProcess } from 'node:child_process';

const groups = new Map<number, ChildProcess>();

/** Sees to it that a child, started `detached` as the leader of a group of its own, ends with all its children when we do. */
export function endWithUs(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (groups.size === 0) process.once('exit', endGroups);
  groups.set(pid, child);
  child.once('close', () => {
    groups.delete(pid);
    if (groups.size === 0) process.off('exit', endGroups);
  });
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
