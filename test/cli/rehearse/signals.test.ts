import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { transformFileSync } from '@swc/core';

const root = join(__dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'landing-zone-signals-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The functions as a process of their own can load them. */
beforeAll(() => {
  const options = { jsc: { parser: { syntax: 'typescript' as const } }, module: { type: 'commonjs' as const } };
  for (const path of ['cli/rehearse/signals', 'cli/kit/exit-codes', 'deployment/is-running']) {
    const { code } = transformFileSync(join(root, `${path}.ts`), options);
    // They lie beside each other here.
    writeFileSync(
      join(folder, `${basename(path)}.js`),
      code.replace(/require\("[./]+[\w/-]*\/([\w-]+)"\)/g, 'require("./$1")'),
    );
  }
  writeFileSync(
    join(folder, 'run.js'),
    `require('./signals').endOnSignal(); require('fs').writeFileSync(process.argv[2], String(process.pid)); setInterval(() => {}, 1000);`,
  );
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}
const closed = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Waits for the process to have listened, and answers its id. */
async function started(file: string): Promise<number> {
  writeFileSync(file, '');
  await until(() => readFileSync(file, 'utf8') !== '');
  return Number(readFileSync(file, 'utf8'));
}

describe('a rehearsal', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('ends on %s with the code that a shell gives it', async (signal, code) => {
    const file = join(folder, signal);
    const child = spawn(process.execPath, [join(folder, 'run.js'), file]);
    const ended = closed(child);
    await started(file);
    child.kill(signal);
    expect(await ended).toBe(code);
  });

  it.each(['npm', 'the shell between'])('ends when %s is killed, which tells it nothing', async (killed) => {
    const file = join(folder, killed);
    // npm, the shell that it starts, and the command.
    const inner = `${process.execPath} ${join(folder, 'run.js')} '${file}'; true`;
    const script = `sh -c "${inner}" & echo $! > '${file}.shell'; wait`;
    const npm = spawn('sh', ['-c', script], { env: { ...process.env, npm_command: 'run-script' } });
    const pid = await started(file);
    expect(isRunning(pid)).toBe(true);
    if (killed === 'npm') npm.kill('SIGKILL');
    else process.kill(Number(readFileSync(`${file}.shell`, 'utf8')), 'SIGKILL');
    await until(() => !isRunning(pid));
  });
});
