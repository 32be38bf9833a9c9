import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { endGroups, endWithUs } from '../../rehearsal/process-groups';

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

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'ends when %s ends us, though nobody listens to it',
    async (signal) => {
      const options = { jsc: { parser: { syntax: 'typescript' as const } }, module: { type: 'commonjs' as const } };
      const { code } = transformFileSync(join(__dirname, '../../rehearsal/process-groups.ts'), options);
      writeFileSync(join(folder, 'process-groups.js'), code);
      const script = `const child = require('child_process').spawn('sleep', ['60'], { detached: true });
      require('./process-groups').endWithUs(child); console.log(child.pid);`;
      writeFileSync(join(folder, 'us.js'), script);
      const us = spawn(process.execPath, [join(folder, 'us.js')]);
      const child = await new Promise<number>((resolve) => us.stdout.once('data', (data) => resolve(Number(data))));
      us.kill(signal);
      await new Promise((resolve) => us.once('close', resolve));
      expect(us.signalCode).toBe(signal);
      await until(() => !isRunning(child));
    },
  );

  it('is forgotten once it has ended by itself', async () => {
    const listeners = process.listenerCount('exit');
    const child = spawn('true', { detached: true });
    endWithUs(child);
    expect(process.listenerCount('exit')).toBe(listeners + 1);
    await new Promise((resolve) => child.once('close', resolve));
    expect(process.listenerCount('exit')).toBe(listeners);
  });
});
