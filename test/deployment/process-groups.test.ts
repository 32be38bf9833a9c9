import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { endGroups, endWithUs } from '../../deployment/process-groups';

const folder = mkdtempSync(join(tmpdir(), 'landing-zone-groups-'));
afterAll(() => rmSync(folder, { recursive: true }));

const isRunning = (pid: number): boolean => spawnSync('kill', ['-0', String(pid)]).status === 0;

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a child that ends with us', () => {
  it('takes its own children along', async () => {
    const file = join(folder, 'pid');
    writeFileSync(file, '');
    const child = spawn('sh', ['-c', `sleep 60 & echo $! > ${file}; wait`], { detached: true });
    endWithUs(child);
    await until(() => readFileSync(file, 'utf8').endsWith('\n'));
    const grandchild = Number(readFileSync(file, 'utf8'));
    expect(isRunning(grandchild)).toBe(true);
    endGroups();
    await until(() => !isRunning(grandchild));
    expect(child.signalCode ?? 'SIGKILL').toBe('SIGKILL');
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)(
    'ends with its own children when %s ends us, though nobody listens to it',
    async (signal) => {
      const options = { jsc: { parser: { syntax: 'typescript' as const } }, module: { type: 'commonjs' as const } };
      const { code } = transformFileSync(join(__dirname, '../../deployment/process-groups.ts'), options);
      writeFileSync(join(folder, 'process-groups.js'), code);
      const script = `const { spawn } = require('child_process');
      const child = spawn('sh', ['-c', 'sleep 60 & echo $!; wait'], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
      const { endWithUs } = require('./process-groups');
      endWithUs(child);
      const ended = spawn('true', { detached: true });
      endWithUs(ended);
      ended.once('close', () => child.stdout.once('data', (data) => console.log(child.pid + ' ' + data)));`;
      writeFileSync(join(folder, 'us.js'), script);
      const us = spawn(process.execPath, [join(folder, 'us.js')]);
      const [child = 0, grandchild = 0] = await new Promise<number[]>((resolve) =>
        us.stdout.once('data', (data) => resolve(String(data).split(' ').map(Number))),
      );
      expect([child, grandchild].map(isRunning)).toEqual([true, true]);
      us.kill(signal);
      await new Promise((resolve) => us.once('close', resolve));
      expect(us.signalCode).toBe(signal);
      await until(() => !isRunning(child) && !isRunning(grandchild));
    },
  );

  it('keeps nobody up once it has ended', async () => {
    const script = `require('./process-groups').endWithUs(require('child_process').spawn('true', { detached: true }));`;
    writeFileSync(join(folder, 'done.js'), script);
    const done = spawn(process.execPath, [join(folder, 'done.js')]);
    expect(await new Promise((resolve) => done.once('close', resolve))).toBe(0);
  });

  it('is forgotten once it has ended by itself', async () => {
    const listeners = process.listenerCount('exit');
    const child = spawn('true', { detached: true });
    endWithUs(child);
    expect(process.listenerCount('exit')).toBe(listeners + 1);
    await new Promise((resolve) => child.once('close', resolve));
    expect(process.listenerCount('exit')).toBe(listeners);
  });
});
