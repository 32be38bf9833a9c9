import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from './is-running';
import { runsIn } from './run-folder';

/**
 * Keeps an output folder for this process until `release`: another synth would rewrite the stacks under Terraform.
 *
 * @throws Error where another process plans or deploys there
 */
export function takeOutdir(outdir: string): { readonly release: () => void } {
  mkdirSync(runsIn(outdir), { recursive: true, mode: 0o700 });
  const file = join(runsIn(outdir), 'process-id');
  if (!tryWrite(file)) {
    const owner = tryReadOwner(file);
    if (owner !== undefined && owner !== process.pid && isRunning(owner))
      throw new Error(
        `${outdir} is in use by process ${owner}, which plans or deploys\n  rule: one process at a time writes and deploys the stacks of a folder\n  fix:  wait for it, or stop it with Ctrl-C; if that process is something else, delete ${file}`,
      );
    // A process that is gone has left it.
    writeFileSync(file, String(process.pid));
  }
  return { release: () => rmSync(file, { force: true }) };
}

/** Writes the lock where there is none: of two that begin at once one does. */
function tryWrite(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The process that a lock names; undefined where there is none, or it was not written to its end. */
function tryReadOwner(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}
