import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isSynthesizedLock, providerLockFile, tryLockedVersion } from '../../schema/facts/provider-lock';

/** What became of an output folder. */
export interface Replaced {
  readonly stacks: readonly string[];
  /** Files that are new or different, relative to the folder. */
  readonly changed: readonly string[];
  /** Stacks whose files were removed, because there is no such stack any more. */
  readonly gone: readonly string[];
}

/**
 * Lets `write` fill a folder beside the output folder, and moves each file to its place once all are there: an error, Ctrl-C or a full
 * disk before that leaves the output as it was. What others keep there (`.terraform`, lock files, states) stays.
 */
export function replaceOutput(outdir: string, write: (folder: string) => void): Replaced {
  const target = resolve(outdir);
  let made: string | undefined;
  try {
    mkdirSync(dirname(target), { recursive: true });
    removeAbandoned(target);
    made = mkdtempSync(`${target}${temporary}`);
    write(made);
    return moveInto(target, made);
  } catch (error) {
    throw isOfFiles(error) ? new UnwritableOutput(outdir, error) : error;
  } finally {
    if (made) rmSync(made, { recursive: true, force: true });
  }
}

/** The disk is full, or something may not be written or is in the way. */
class UnwritableOutput extends Error {
  constructor(outdir: string, { message }: Error) {
    super(
      `${outdir} cannot be written: ${message}\n  rule: the output is written beside the folder, and replaces what is there once it is whole\n  fix:  make room and see that the folder and the one around it can be written, then run synth again`,
    );
  }
}

const isOfFiles = (error: unknown): error is Error => error instanceof Error && 'syscall' in error;

const temporary = '.tmp-';
const manifest = 'manifest.json';
const hour = 3_600_000;

/** What a synth that was killed has left: nobody writes for an hour. */
function removeAbandoned(target: string): void {
  const prefix = `${basename(target)}${temporary}`;
  for (const name of readdirSync(dirname(target))) {
    const path = join(dirname(target), name);
    if (name.startsWith(prefix) && Date.now() - statSync(path).mtimeMs > hour) rmSync(path, { recursive: true });
  }
}

function moveInto(target: string, made: string): Replaced {
  const files = filesIn(made, '.');
  const before = ownFiles(target);
  // The manifest last: whoever reads it finds every stack that it names.
  const ordered = [...files.filter((file) => file !== manifest), ...files.filter((file) => file === manifest)];
  const changed = ordered.filter((file) => !suffices(join(target, file), join(made, file)));
  for (const file of changed) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    renameSync(join(made, file), join(target, file));
  }
  const stacks = stacksIn(files);
  const superfluous = before.filter((file) => !files.includes(file));
  for (const file of superfluous) remove(target, file);
  return { stacks, changed: changed.sort(), gone: stacksIn(superfluous).filter((name) => !stacks.includes(name)) };
}

const stacksIn = (files: readonly string[]): string[] =>
  files.flatMap((file) => /^stacks\/([^/]+)\/cdk\.tf\.json$/.exec(file)?.[1] ?? []).sort();

/** The files of an output folder that a synth has written: never those of Terraform, nor what people put there. */
function ownFiles(target: string): readonly string[] {
  const stacks = join(target, 'stacks');
  if (!existsSync(stacks)) return [];
  const isOwn = (file: string) =>
    existsSync(join(target, file)) &&
    (basename(file) !== providerLockFile || isSynthesizedLock(readFileSync(join(target, file), 'utf8')));
  return readdirSync(stacks).flatMap((name) => [
    ...['cdk.tf.json', providerLockFile].map((file) => `stacks/${name}/${file}`).filter(isOwn),
    ...filesIn(target, `stacks/${name}/assets`),
  ]);
}

function filesIn(folder: string, below: string): string[] {
  if (!existsSync(join(folder, below))) return [];
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '.' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesIn(folder, path) : [path];
  });
}

/** Whether a file that is there can stay: it is the same, or locks the same provider, perhaps with checksums that `init` added. */
function suffices(there: string, made: string): boolean {
  if (!existsSync(there)) return false;
  const [before, after] = [readFileSync(there), readFileSync(made)];
  const version = basename(made) === providerLockFile ? tryLockedVersion(after.toString()) : undefined;
  return version === undefined ? before.equals(after) : version === tryLockedVersion(before.toString());
}

/** Removes a file, and the folders that it leaves empty. */
function remove(target: string, file: string): void {
  rmSync(join(target, file), { force: true });
  for (let folder = dirname(file); folder !== 'stacks'; folder = dirname(folder))
    try {
      rmdirSync(join(target, folder));
    } catch {
      // Something else is in it.
      return;
    }
}
