import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Journal } from './journal';

/** The folder of one run: its journal, and a plan and a log for each stack. */
export interface RunFolder {
  readonly path: string;
  readonly journal: Journal;
}

const kept = 20;

/** The folder of all runs, below an output folder, which is never checked in. */
export const runsIn = (outdir: string): string => join(outdir, 'runs');

/** A folder for a new run; of the oldest runs what they left is deleted. Nobody else may read it, because plans hold secrets. */
export function newRun(outdir: string, now: Date = new Date()): RunFolder {
  const runs = runsIn(outdir);
  mkdirSync(runs, { recursive: true, mode: 0o700 });
  for (const name of namesOf(runs).slice(0, -(kept - 1))) rmSync(join(runs, name), { recursive: true, force: true });
  const path = join(runs, `${now.toISOString().replaceAll(':', '-')}-${process.pid}`);
  mkdirSync(path, { mode: 0o700 });
  return openRun(path);
}

/** The last run that did not come to its end; undefined where there is none. */
export function tryUnfinishedRun(outdir: string): RunFolder | undefined {
  const runs = runsIn(outdir);
  const last = namesOf(runs).at(-1);
  const run = last === undefined ? undefined : openRun(join(runs, last));
  return run?.journal.began && !run.journal.hasEnded ? run : undefined;
}

/** The key of each stack of which a run here said that it is as it should be, or which it applied, or `unfinished`; of the last that said so. */
export const knownIn = (outdir: string): ReadonlyMap<string, string> =>
  new Map(namesOf(runsIn(outdir)).flatMap((name) => [...openRun(join(runsIn(outdir), name)).journal.known()]));

const openRun = (path: string): RunFolder => ({ path, journal: new Journal(join(path, journalFile)) });

/** The oldest first: names begin with the time. */
const namesOf = (runs: string): string[] =>
  existsSync(runs)
    ? readdirSync(runs)
        .filter((name) => existsSync(join(runs, name, journalFile)))
        .sort()
    : [];

const journalFile = 'journal.jsonl';
