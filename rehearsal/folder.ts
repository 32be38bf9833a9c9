import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from '../deployment/is-running';

/** Holds the id of the process that uses the folder. */
const lock = 'process-id';

/**
 * Empties the folder of a rehearsal and keeps it for this process until `release`; nobody else may read it, because states hold secrets.
 *
 * @throws Error where another process uses it, for example because it keeps the emulated AWS up
 */
export function takeFolder(folder: string): { readonly release: () => void } {
  const file = join(folder, lock);
  const owner = tryReadOwner(file);
  if (owner !== undefined && owner !== process.pid && isRunning(owner))
    throw new Error(
      `${folder} is in use by the rehearsal of process ${owner}\n  rule: one rehearsal at a time uses the folder\n  fix:  end it with Ctrl-C or 'kill ${owner}'; if that process is something else, delete ${file}`,
    );
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  writeFileSync(file, String(process.pid), { mode: 0o600 });
  mkdirSync(join(folder, 'state'), { mode: 0o700 });
  return { release: () => rmSync(file, { force: true }) };
}

function tryReadOwner(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
