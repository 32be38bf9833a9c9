import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Asking } from '../../../cli/deploy/approval';
import { bootstrap } from '../../../cli/hcp';
import { run } from '../../../cli/hcp/bootstrap';
import type { PreparedHcp } from '../../../cli/hcp/prepare';
import { Deployable } from '../../support/engine/deployable';
import { HcpDeployable } from '../../support/hcp/hcp-deployable';
import { runCli } from '../../support/run-cli';
import { zoneOf } from '../../support/zone';

// Each command of the engine is a process.
jest.setTimeout(60_000);

const nobody: Asking = { input: new PassThrough(), output: new PassThrough() };

describe('hcp bootstrap', () => {
  let made: HcpDeployable;
  /** Has a fake Terraform, and the stacks of whoever bootstraps. */
  let here: Deployable;
  const umask = process.umask();
  beforeEach(async () => {
    [made, here] = [await HcpDeployable.start(1), new Deployable()];
    const environment = { ...made.environment, TERRAFORM_BINARY_NAME: here.engine.program, HOME: here.root };
    jest.replaceProperty(process, 'env', environment);
    await made.make({ management: {} });
    here.write({ hcp: {}, identity: {} });
  });
  afterEach(async () => {
    await made.end();
    here.remove();
    jest.restoreAllMocks();
    process.umask(umask);
  });

  const bootstrapping = (args: readonly string[], stacks = here.stacks) => {
    const backend = {
      type: 'hcp',
      hostname: 'app.terraform.io',
      organization: 'acme',
      project: 'lz',
      workspacePrefix: 'zone',
    } as PreparedHcp['backend'];
    const prepared: PreparedHcp = {
      zone: zoneOf({}),
      backend,
      all: [...stacks, ...made.stacks],
      outdir: made.outdir,
      place: made.place,
    };
    return runCli(
      { ...bootstrap, run: (options, context) => run(options, context, async () => prepared, nobody) },
      args,
    );
  };
  const writeOldState = () => {
    mkdirSync(join(made.root, 'state'));
    // One that holds nothing counts as none.
    const resources = [{ mode: 'managed', type: 'aws_s3_bucket', name: 'logs', instances: [] }];
    const state = { version: 4, serial: 3, lineage: 'l', terraform_version: '1.11.4', outputs: {}, resources };
    writeFileSync(join(made.root, 'state', 'management.tfstate'), JSON.stringify(state));
  };

  it('says what it would do and how many runs there are at once, and does nothing', async () => {
    const { code, stdout, stderr } = await bootstrapping(['--dry-run']);
    expect(code).toBe(0);
    expect(stderr).toContain('acme at app.terraform.io: 1 run at once, free plan');
    expect(stdout).toContain('1. The stack hcp, from this machine: project lz, 2 of 3 workspaces are new');
    expect(here.calls()).toEqual([]);
  });

  it('makes workspaces before it carries states into them, and what stands on these last', async () => {
    writeOldState();
    const { code, stdout } = await bootstrapping(['--approve', '--from', 'local']);
    expect(code).toBe(0);
    expect(here.calls()).toEqual(
      ['hcp', 'identity'].flatMap((name) => ['init', 'plan', 'apply'].map((call) => `${call} ${name}`)),
    );
    expect(stdout).toMatch(/management\s+│ carried/);
    expect(stdout.indexOf('hcp')).toBeLessThan(stdout.indexOf('carried'));
    expect(existsSync(join(made.root, 'state', 'management.tfstate'))).toBe(true);
    expect(await made.published().stateOf(made.stacks[0] as never)).toMatchObject({ terraform_version: '1.11.4' });
  });

  it('finds everything done when it is begun again', async () => {
    writeOldState();
    await bootstrapping(['--approve', '--from', 'local']);
    here.calls();
    const { code, stdout } = await bootstrapping(['--approve', '--from', 'local']);
    expect([code, stdout.includes('there already')]).toEqual([0, true]);
    expect(here.calls()).toEqual([]);
  });

  it('goes no further where the first step fails', async () => {
    writeOldState();
    here.let('fail', 'hcp');
    const { code, stderr } = await bootstrapping(['--approve', '--from', 'local']);
    expect([code, stderr.includes('no such bucket')]).toEqual([1, true]);
    expect(here.calls()).toEqual(['init hcp', 'plan hcp']);
    expect(await made.published().stateOf(made.stacks[0] as never)).toBeUndefined();
  });

  it('leaves no import behind, and no token in what it writes', async () => {
    const { stdout, stderr } = await bootstrapping(['--approve']);
    expect(existsSync(join(here.outdir, 'stacks', 'hcp', 'adopt.tf.json'))).toBe(false);
    const { run: folder } = JSON.parse((await bootstrapping(['--approve', '--json'])).stdout).hcp;
    const written = [stdout, stderr, readFileSync(join(folder, 'journal.jsonl'), 'utf8')].join('\n');
    expect(written).not.toContain(made.double.tokens.user);
  });

  it('says what is missing in the settings, where nothing makes workspaces', async () => {
    const { code, stderr } = await bootstrapping(['--approve'], []);
    expect([code, stderr.includes('write manage: {} into backend')]).toEqual([1, true]);
  });
});
