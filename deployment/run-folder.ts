import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Journal, unfinished } from './journal';

/** The folder of one run: its journal, and a plan and a log for each stack. */
export interface RunFolder {
  readonly path: string;
  readonly journal: Journal;
}

const kept = 20;

/** The folder of all runs, below an output folder, which is never checked in. */
export const runsIn = (outdir: string): string => join(outdir, 'runs');

/**
 * A folder for a new run; of the oldest runs what they left is deleted, but where an apply of theirs did not come to its end and none has
 * since. Nobody else may read it, because plans hold secrets.
 */
export function newRun(outdir: string, now: Date = new Date()): RunFolder {
  const runs = runsIn(outdir);
  mkdirSync(runs, { recursive: true, mode: 0o700 });
  const needed = new Set([...lastSaid(runs).values()].flatMap(({ key, name }) => (key === unfinished ? [name] : [])));
  for (const name of foldersOf(runs).slice(0, -(kept - 1)))
    if (!needed.has(name)) rmSync(join(runs, name), { recursive: true, force: true });
  const path = join(runs, `${now.toISOString().replaceAll(':', '-')}-${process.pid}`);
  mkdirSync(path, { mode: 0o700 });
  return openRun(path);
}

/** The last run that did not come to its end, and whose stacks no later run has brought there; undefined where there is none. */
export function tryUnfinishedRun(outdir: string): RunFolder | undefined {
  const over = new Set<string>();
  for (const name of namesOf(runsIn(outdir)).reverse()) {
    const run = openRun(join(runsIn(outdir), name));
    const { stacks = [] } = run.journal.began ?? {};
    if (!run.journal.hasEnded && stacks.some((stack) => !over.has(stack))) return run;
    if (run.journal.hasEnded) for (const stack of stacks) over.add(stack);
  }
  return undefined;
}

/** The key of each stack of which a run here said that it is as it should be, or which it applied, or `unfinished`; of the last that said so. */
export const knownIn = (outdir: string): ReadonlyMap<string, string> =>
  new Map([...lastSaid(runsIn(outdir))].map(([stack, { key }]) => [stack, key]));

/** Of each stack what was said last, and in which folder. */
const lastSaid = (runs: string): ReadonlyMap<string, { readonly key: string; readonly name: string }> =>
  new Map(
    namesOf(runs).flatMap((name) =>
      [...openRun(join(runs, name)).journal.known()].map(([stack, key]) => [stack, { key, name }] as const),
    ),
  );

const openRun = (path: string): RunFolder => ({ path, journal: new Journal(join(path, journalFile)) });

/** Runs with a journal, which one that looked for drift has not. */
const namesOf = (runs: string): string[] => foldersOf(runs).filter((name) => existsSync(join(runs, name, journalFile)));

/** The oldest first: names begin with the time. */
const foldersOf = (runs: string): string[] =>
  existsSync(runs)
    ? readdirSync(runs, { withFileTypes: true })
        .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
        .sort()
    : [];

const journalFile = 'journal.jsonl';
