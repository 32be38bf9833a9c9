import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { compileRooms } from '../../support/compiled-project';

const project = compileRooms('emulator', 'policy', 'schema');
const run = "require('./build/emulator/hcp/command').run(process.argv.slice(1)).then((code) => process.exit(code))";

/** Starts the command in a process of its own, as a person does. */
function start(...options: readonly string[]): { readonly child: ChildProcess; readonly output: () => string } {
  const child = spawn(process.execPath, ['-e', run, '--', ...options], { cwd: project });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  return { child, output: () => output };
}

describe('the command hcp-double', () => {
  it('writes what leads Terraform there, answers until a signal, and ends', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'hcp-double-')), 'hcp.tfrc');
    const { child, output } = start('--terraform', 'none', '--organization', 'mine', '--config', file);
    while (!output().includes('ends it.') && child.exitCode === null) await pause(50);
    expect(output()).toContain(`export TF_CLI_CONFIG_FILE='${file}'`);
    expect(statSync(file).mode & 0o077).toBe(0);
    const [, address] = /"tfe.v2.2" = "(.*)"/.exec(readFileSync(file, 'utf8')) ?? [];
    const [, token] = /export TFE_TOKEN=(\S+)/.exec(output()) ?? [];
    const response = await fetch(`${address}organizations/mine`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it.each([
    [['--slots', 'many'], '--slots many: must be a number'],
    [['--env', 'NAME'], '--env NAME: must be NAME=VALUE'],
    [['--providers', '/nowhere'], '--providers /nowhere: there is no such file'],
    [['--unknown'], 'Unknown option'],
  ])('refuses %j with exit code 1 and what it takes', async (options, complaint) => {
    const { child, output } = start(...options);
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(output()).toContain(complaint);
    expect(output()).toContain('hcp-double [options]');
  });
});
