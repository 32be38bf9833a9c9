// Keeps build/ as new as the sources: compiles only where a source has changed, and only what has changed. Any number of processes may
// do so at once, and none of them sees half a file: the compiler writes beside build/, and each file is moved to its place.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const project = 'tsconfig.build.json';
/** What decides about the build beside the sources. */
const settings = [project, 'tsconfig.json', 'package-lock.json'];

/**
 * Compiles the project where it has to be.
 *
 * @param {string} root folder of the project
 * @returns {boolean} false where the sources have type errors, which are on stderr; the build is as it was then
 */
export function freshenBuild(root) {
  const build = join(root, 'build');
  const stamp = join(build, '.sources');
  const isFresh = (sources) => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root, sources);
  if (isFresh(sourcesOf(root))) return true;
  mkdirSync(build, { recursive: true });
  return locked(join(build, '.lock'), () => {
    // Before the compiler reads them: what changes meanwhile is compiled next time.
    const sources = sourcesOf(root);
    if (isFresh(sources)) return true;
    const made = fingerprint(root, sources);
    if (!existsSync(stamp)) rmSync(join(build, '.tsbuildinfo'), { force: true });
    if (!compile(root)) return false;
    moveInto(build, join(build, '.incoming'));
    removeOrphans(build, sources);
    write(stamp, made);
    return true;
  });
}

/** What people write: the rest is the project's. */
const written = /^(accounts|models|controls)\//;

/**
 * Compiles in spite of type errors, where only files that people write have them: what else is wrong in those can then be said in the
 * same run. The build counts as stale until the types are right, too.
 *
 * @param {string} root folder of the project
 * @returns {boolean} false where the project itself has type errors
 */
export function draftBuild(root) {
  const build = join(root, 'build');
  return locked(join(build, '.lock'), () => {
    const { stdout } = tsc(root, 'pipe', '--noEmitOnError', 'false', '--pretty', 'false');
    const wrong = stdout.toString().match(/^\S[^(]*(?=\(\d+,\d+\): error)/gm) ?? [];
    if (wrong.length === 0 || !wrong.every((file) => written.test(file))) return false;
    moveInto(build, join(build, '.incoming'));
    removeOrphans(build, sourcesOf(root));
    write(join(build, '.sources'), 'a draft');
    return true;
  });
}

/** Every source, relative to the project. */
function sourcesOf(root) {
  const { include } = JSON.parse(readFileSync(join(root, project), 'utf8'));
  return include.flatMap((path) => (path.endsWith('.ts') ? [path] : filesIn(root, path))).filter(isSource);
}

const isSource = (path) => /\.(ts|json)$/.test(path);

/** None where there is no such folder: git keeps none that is empty, as `models/` is without a card. */
function filesIn(root, below) {
  if (!existsSync(join(root, below))) return [];
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '.' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesIn(root, path) : [path];
  });
}

/** Changes whenever a source does. Times and sizes do: the compiler itself compares contents. */
function fingerprint(root, sources) {
  const hash = createHash('sha256').update(process.version);
  for (const path of [...settings, ...sources]) {
    const { mtimeMs, size } = statSync(join(root, path), { throwIfNoEntry: false }) ?? {};
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

// What is wrong is no answer of a command, so it goes to stderr.
const compile = (root) => tsc(root, 2).status === 0;

function tsc(root, output, ...options) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [compiler, '-p', project, ...options];
  return spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', output, 2] });
}

/** Moves every file to its place. What an interrupted process has left there is moved, too: the compiler does not make it again. */
function moveInto(build, incoming) {
  if (!existsSync(incoming)) return;
  for (const file of filesIn(incoming, '.')) {
    mkdirSync(dirname(join(build, file)), { recursive: true });
    renameSync(join(incoming, file), join(build, file));
  }
}

/** Removes outputs whose source is gone: an account that was deleted must not come back. */
function removeOrphans(build, sources) {
  const outputs = new Set(sources.map((path) => path.replace(/\.ts$/, '.js')));
  const rooms = readdirSync(build, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  for (const room of rooms)
    for (const file of room.isDirectory() ? filesIn(build, room.name) : [room.name])
      if (!outputs.has(file)) removeFile(build, file);
}

/** Removes a file, and the folders that it leaves empty. */
function removeFile(build, file) {
  rmSync(join(build, file));
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    if (readdirSync(join(build, folder)).length > 0) return;
    rmdirSync(join(build, folder));
  }
}

/** Does something while no other process does; a lock of a process that is gone does not count. */
function locked(lock, work) {
  for (;;)
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned(lock)) rmSync(lock, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isAbandoned(lock) {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    // Made, and not yet written.
    if (owner === 0) return Date.now() - statSync(lock).mtimeMs > 5_000;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function write(path, text) {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
