import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { compileRooms } from '../support/compiled-project';

// Skipped where moto_server is not on PATH.
const withMoto = spawnSync('moto_server', ['--help']).error ? describe.skip : describe;

const project = compileRooms('emulator', 'policy', 'schema');
const run = "require('./build/emulator/command').run(process.argv.slice(1)).then((code) => process.exit(code))";

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
}

/** Starts the command in a process of its own, as a person does. */
function start(...options: readonly string[]): Started {
  const child = spawn(process.execPath, ['-e', run, '--', ...options], { cwd: project });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  return { child, output: () => output };
}

/** Starts it and waits until it says that it is ready. */
async function ready(...options: readonly string[]): Promise<Started> {
  const started = start(...options);
  while (!started.output().includes('ends it.')) {
    if (started.child.exitCode !== null) throw new Error(started.output());
    await pause(50);
  }
  return started;
}

/** The moto servers of a process, which it holds through a shell that watches them. */
function motoOf({ child }: Started): number[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args=']).toString().trim().split('\n');
  const processes = all.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []);
  const childrenOf = (parent: number) =>
    processes.filter(([, , ppid]) => Number(ppid) === parent).map(([, pid]) => Number(pid));
  return childrenOf(child.pid ?? 0).flatMap((shell) =>
    childrenOf(shell).filter((pid) =>
      processes.some((one) => Number(one[1]) === pid && one[3]?.includes('moto_server -H')),
    ),
  );
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Waits two seconds at most for every process to be gone. */
async function gone(pids: readonly number[]): Promise<boolean> {
  for (let round = 0; round < 40 && pids.some(isAlive); round += 1) await pause(50);
  return !pids.some(isAlive);
}

const file = (name: string): string => join(mkdtempSync(join(tmpdir(), 'emulated-aws-')), name);

withMoto('the command', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends within two seconds of %s, with code 0, and moto with it',
    async (signal) => {
      const started = await ready();
      const moto = motoOf(started);
      expect(moto.length).toBeGreaterThan(0);
      const begun = Date.now();
      started.child.kill(signal);
      expect(await once(started.child, 'exit')).toEqual([0, null]);
      expect(Date.now() - begun).toBeLessThan(2000);
      expect(await gone(moto)).toBe(true);
    },
    60_000,
  );

  it('ends as fast while it still starts', async () => {
    const started = start();
    while (motoOf(started).length === 0) await pause(20);
    const moto = motoOf(started);
    const begun = Date.now();
    started.child.kill('SIGTERM');
    expect(await once(started.child, 'exit')).toEqual([0, null]);
    expect(Date.now() - begun).toBeLessThan(2000);
    expect(await gone(moto)).toBe(true);
  }, 60_000);

  it('leaves no moto behind where it is killed and can do nothing any more', async () => {
    const started = await ready();
    const moto = motoOf(started);
    expect(moto.length).toBeGreaterThan(0);
    started.child.kill('SIGKILL');
    await once(started.child, 'exit');
    expect(await gone(moto)).toBe(true);
  }, 60_000);

  it('has a management account alone, and prints its profile in the region that was asked for', async () => {
    const { child, output } = await ready('--region', 'eu-central-1');
    child.kill();
    await once(child, 'exit');
    expect(output()).toContain('[profile management]');
    expect(output()).toContain('region = eu-central-1');
    expect(output().match(/^\[profile/gm)).toHaveLength(1);
    expect(output()).toContain(`process ${child.pid}`);
  }, 60_000);

  it('builds its world first, and keeps the file of profiles up to date', async () => {
    const config = file('config');
    const world = file('world.sh');
    const found = 'AWSOrganizationsV20161128.CreateOrganization';
    const vend = 'AWSOrganizationsV20161128.CreateAccount';
    const ask = (target: string, body: string) =>
      `curl -sf "$AWS_ENDPOINT_URL" -H "X-Amz-Target: ${target}" -H "Authorization: AWS4-HMAC-SHA256 Credential=$AWS_ACCESS_KEY_ID/20260101/us-east-1/organizations/aws4_request" -d '${body}'`;
    writeFileSync(world, `${ask(found, '{}')}\n${ask(vend, '{"AccountName":"ml","Email":"ml@example.com"}')}\n`);
    const { child, output } = await ready('--config', config, '--world', world);
    child.kill();
    await once(child, 'exit');
    expect(readFileSync(config, 'utf8')).toMatch(/^\[profile ml\]\nrole_arn = arn:aws:iam::\d{12}:role\//m);
    expect(output()).toContain(`AWS_CONFIG_FILE='${config}'`);
  }, 60_000);

  it('fails where the world cannot be built', async () => {
    const world = file('world.sh');
    writeFileSync(world, 'exit 3\n');
    const { child, output } = start('--world', world);
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(output()).toContain(`${world} did not build its world`);
  }, 60_000);
});

describe('an option', () => {
  it.each([
    [['--port', 'high'], '--port high'],
    [['--port', '65536'], '--port 65536'],
    [['--region', 'Frankfurt'], '--region Frankfurt'],
    [['--colour'], '--colour'],
  ])('that makes no sense ends it with code 1 and the way to do it: %j', async (options, said) => {
    const { child, output } = start(...options);
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(output()).toContain(said);
    expect(output()).toContain('--port NUMBER');
  });
});
