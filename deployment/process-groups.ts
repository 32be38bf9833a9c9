import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';

const groups = new Map<number, ChildProcess>();

/** Sees to it that a child, started `detached` as the leader of a group of its own, ends with all its children when we do, however we do. */
export function endWithUs(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (groups.size === 0) watch();
  groups.set(pid, child);
  guard ??= startGuard();
  guard.write(`began ${pid}\n`);
  child.once('close', () => {
    groups.delete(pid);
    guard?.write(`ended ${pid}\n`);
    if (groups.size === 0) unwatch();
  });
}

/**
 * Hears which groups there are, and ends those that are left when the pipe closes. The system closes it where we are killed, too, and can
 * do nothing any more. Whoever looks for the groups later could meet others that have their numbers by then.
 */
const guarding = `
groups=
while read -r change pid; do
  case $change in
    began) groups="$groups $pid" ;;
    ended)
      rest=
      for each in $groups; do [ "$each" = "$pid" ] || rest="$rest $each"; done
      groups=$rest ;;
  esac
done
for pid in $groups; do kill -s KILL -- "-$pid"; done`;

let guard: Socket | undefined;

function startGuard(): Socket {
  // In a group of its own, because Ctrl-C goes to the whole group of the terminal.
  const shell = spawn('/bin/sh', ['-c', guarding], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  const stdin = shell.stdin as Socket;
  // Somebody ended it: what we do on a signal is still done.
  stdin.on('error', () => undefined);
  shell.unref();
  stdin.unref();
  return stdin;
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
