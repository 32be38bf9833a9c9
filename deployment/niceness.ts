import type { ChildProcess } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/**
 * Sets how much a child, started `detached`, and all that it starts leave to others: 0 to 19. It is a wish: a system that knows no such
 * thing goes on as before.
 */
export function setNiceness(child: ChildProcess, niceness: number): void {
  const { pid } = child;
  if (pid === undefined) return;
  try {
    setPriority(pid, niceness);
    // Linux weighs sessions first (man 7 sched, "The autogroup feature"), and a detached child has its own.
    const session = `/proc/${pid}/autogroup`;
    if (existsSync(session)) writeFileSync(session, String(niceness));
  } catch {
    // It has ended by itself, or the system allows no more changes for the moment.
  }
}
