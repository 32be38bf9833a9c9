import { type SpawnOptions, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a synth ended that was a process of its own. */
export interface SynthEnd {
  /** Undefined where a signal ended it. */
  readonly code: number | undefined;
  readonly text: string;
  /** Whether one of its processes still runs. */
  readonly leftRunning: boolean;
}

/** Runs a compiled project's synth in a folder; `before` goes before the program: `['nice']`. */
export function runSynth(
  project: string,
  folder: string,
  { before = [], interruptAfter, env = {} }: RunOptions = {},
): Promise<SynthEnd> {
  const [program = '', ...args] = [...before, process.execPath, join(project, 'build/main.js')];
  const options: SpawnOptions = {
    cwd: folder,
    detached: true,
    env: { ...process.env, CDKTF_OUTDIR: undefined, ...env },
  };
  const child = spawn(program, args, options);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => {
      text += data;
    });
  const timer = interruptAfter === undefined ? undefined : setTimeout(() => child.kill('SIGINT'), interruptAfter);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? undefined, text, leftRunning: isGroupRunning(child.pid) });
    });
  });
}

interface RunOptions {
  readonly before?: readonly string[];
  /** Milliseconds after which Ctrl-C is pressed. @default - never */
  readonly interruptAfter?: number;
  readonly env?: NodeJS.ProcessEnv;
}

function isGroupRunning(pid = 0): boolean {
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}

/** Every file below a folder with what is in it. */
export const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name).slice(folder.length), join(parentPath, name)])
      .map(([path = '', file = '']) => [path, readFileSync(file, 'utf8')]),
  );
