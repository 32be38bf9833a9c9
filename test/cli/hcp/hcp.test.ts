import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Asking } from '../../../cli/deploy/approval';
import * as commands from '../../../cli/hcp';
import { run as apply } from '../../../cli/hcp/apply';
import { run as exportTo } from '../../../cli/hcp/export';
import { run as migrate } from '../../../cli/hcp/migrate';
import { run as plan } from '../../../cli/hcp/plan';
import type { PreparedHcp } from '../../../cli/hcp/prepare';
import { run as status } from '../../../cli/hcp/status';
import type { Specs } from '../../support/engine/write-stacks';
import { HcpDeployable } from '../../support/hcp/hcp-deployable';
import { runCli } from '../../support/run-cli';
import { zoneOf } from '../../support/zone';

jest.setTimeout(60_000);

const two: Specs = { management: {}, security: { reads: ['management'] } };
const nobody: Asking = { input: new PassThrough(), output: new PassThrough() };

describe('landing-zone hcp', () => {
  let made: HcpDeployable;
  const umask = process.umask();
  const start = async (slots: number) => {
    made = await HcpDeployable.start(slots);
    jest.replaceProperty(process, 'env', made.environment);
    await made.make(two);
  };
  beforeEach(() => start(2));
  afterEach(async () => {
    await made.end();
    jest.restoreAllMocks();
    process.umask(umask);
  });

  const backend = {
    type: 'hcp',
    hostname: 'app.terraform.io',
    organization: 'acme',
    workspacePrefix: 'zone',
    manage: { terraformVersion: '1.11.4' },
  } as PreparedHcp['backend'];
  const prepared = async (): Promise<PreparedHcp> => ({
    zone: zoneOf({}),
    backend,
    all: made.stacks,
    outdir: made.outdir,
    place: made.place,
  });
  const applying = (args: readonly string[], preparing = prepared) =>
    runCli({ ...commands.apply, run: (options, context) => apply(options, context, preparing, nobody) }, args);
  const planning = (args: readonly string[]) =>
    runCli({ ...commands.plan, run: (options, context) => plan(options, context, prepared) }, args);
  const looking = (args: readonly string[]) =>
    runCli({ ...commands.status, run: (options, context) => status(options, context, prepared) }, args);

  it('applies what has changed without asking, where it is told so, and nothing the second time', async () => {
    const { code, stdout } = await applying(['--approve']);
    expect([code, stdout.includes('2 applied')]).toEqual([0, true]);
    expect(await applying(['--approve'])).toMatchObject({ code: 0, stdout: '2 unchanged\n' });
    expect(made.calls().filter((call) => call.startsWith('apply'))).toHaveLength(2);
  });

  it('refuses to apply where nobody can be asked', async () => {
    const { code, stderr } = await applying([]);
    expect([code, stderr.includes('is needed where nobody can be asked')]).toEqual([1, true]);
    expect(made.calls()).toEqual([]);
  });

  it('says that there is one run at a time where the plan of the organization admits one', async () => {
    await made.end();
    await start(1);
    const { stderr } = await applying(['--approve']);
    expect(stderr).toContain(
      'One run at a time, as the free plan of HCP Terraform admits: each stack is a wave of its own.',
    );
  });

  it('says what is wrong with an organization and with a token, without the token', async () => {
    const place = { ...made.place, organization: 'acne' };
    const wrong = await applying(['--approve'], async () => ({ ...(await prepared()), place }));
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('knows no organization acne, or does not show it to this token');
    jest.replaceProperty(process, 'env', { ...made.environment, TF_TOKEN_app_terraform_io: 'wrong-token' });
    const refused = await applying(['--approve']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('answers 401');
    expect(refused.stderr).toContain('a token must be valid');
    expect(refused.stderr).not.toContain('wrong-token');
  });

  it('plans for a pull request as Markdown, with a link to each run', async () => {
    const { code, stdout } = await planning(['--markdown']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /\| \[management\]\(https:\/\/app\.terraform\.io\/app\/acme\/workspaces\/zone-management\/runs\/run-\w+\) \| planned \| 1 create, 1 update \|/,
    );
    expect(stdout).toContain('### Landing zone: 1 planned, 1 skipped');
    expect(made.calls()).toEqual(['plan zone-management']);
  });

  it('finds by runs that apply nothing what was changed elsewhere, and ends with 2', async () => {
    await applying(['--approve']);
    expect((await planning(['--drift'])).code).toBe(0);
    made.calls();
    made.engine.drifting.add('zone-security');
    const { code, stdout } = await planning(['--drift']);
    expect([code, stdout.includes('1 as it should be, 1 drifted')]).toEqual([2, true]);
    expect(stdout).toContain('update aws_s3_bucket.logs');
    expect(made.calls()).toEqual(['plan zone-management', 'plan zone-security']);
  });

  it('says that what an operator applies has changed, because runs stand on it', async () => {
    made.write({ ...two, hcp: {} });
    const { stderr } = await applying(['--approve']);
    expect(stderr).toContain(
      'hcp is applied by npx landing-zone hcp bootstrap, which comes first: it was never deployed',
    );
    expect(made.calls()).not.toContain('plan zone-hcp');
  });

  it('shows what is to be done in each workspace, and ends with 2 while there is something', async () => {
    const before = await looking([]);
    expect(before.code).toBe(2);
    expect(before.stdout).toContain('security may not read its state');
    expect(before.stdout).toMatch(/2 workspaces, 2 not as they should be; \d+ requests to app\.terraform\.io\./);
    await applying(['--approve']);
    const [management, security] = await Promise.all(
      ['management', 'security'].map((stack) => made.client.get(`organizations/acme/workspaces/zone-${stack}`)),
    );
    const consumers = { data: [{ type: 'workspaces', id: security?.data.id }] };
    await made.client.post(`workspaces/${management?.data.id}/relationships/remote-state-consumers`, consumers);
    const after = await looking(['--json']);
    expect(JSON.parse(after.stdout)).toMatchObject({
      workspaces: [
        { stack: 'management', run: { status: 'applied' }, consumers: ['security'], problems: [] },
        { stack: 'security', run: { status: 'applied' }, consumers: [], problems: [] },
      ],
      withoutStack: [],
    });
    expect(after.code).toBe(0);
    await made.makeWorkspace('account-gone');
    const left = await looking([]);
    expect([left.code, left.stdout.includes('zone-account-gone: no stack is written for it.')]).toEqual([2, true]);
  });

  describe('carries states', () => {
    const state = { version: 4, serial: 3, lineage: 'l', terraform_version: '1.11.4', outputs: {}, resources: [] };
    const migrating = (args: readonly string[], all = made.stacks) =>
      runCli(
        {
          ...commands.migrate,
          run: (options, context) => migrate(options, context, async () => ({ all, outdir: made.outdir })),
        },
        args,
      );

    it('from files into workspaces and back, and loses none', async () => {
      const old = join(made.root, 'state');
      mkdirSync(old);
      writeFileSync(join(old, 'management.tfstate'), JSON.stringify(state));
      expect((await migrating(['--from', 'local', '--dry-run'])).stdout).toMatch(/management\s+│ would be carried/);
      const there = await migrating(['--from', 'local']);
      expect(there.stdout).toMatch(/management\s+│ carried/);
      expect(there.stdout).toMatch(/security\s+│ none/);
      expect(existsSync(join(old, 'management.tfstate'))).toBe(true);
      expect((await migrating(['--from', 'local'])).stdout).toMatch(/management\s+│ there already/);
      const path = join(made.root, 'again', 'management.tfstate');
      const directory = join(made.root, 'management');
      mkdirSync(directory);
      writeFileSync(join(directory, 'cdk.tf.json'), JSON.stringify({ terraform: { backend: { local: { path } } } }));
      const back = await migrating(
        ['--from', 'hcp://app.terraform.io/acme/zone'],
        [{ name: 'management', directory, dependencies: [] }],
      );
      expect(back.stdout).toMatch(/management\s+│ carried/);
      expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(state);
    });

    it('from nowhere that it does not know', async () => {
      const { code, stderr } = await migrating(['--from', 'consul']);
      expect([code, stderr.includes('must say where the states were')]).toEqual([1, true]);
    });
  });

  describe('writes what is synthesized for a repository', () => {
    const exporting = (to: string) =>
      runCli({ ...commands.exportJson, run: (options, context) => exportTo(options, context, prepared) }, ['--to', to]);

    it('and removes what is no stack any more', async () => {
      const to = join(made.root, 'exported');
      expect((await exporting(to)).stdout).toContain('2 stacks, 2 files written, 0 removed.');
      expect(existsSync(join(to, 'stacks', 'security', 'cdk.tf.json'))).toBe(true);
      made.write({ management: {} });
      expect((await exporting(to)).stdout).toContain('1 stack, 0 files written, 1 removed.');
    });

    it('and leaves a folder of others alone', async () => {
      const mine = join(made.root, 'mine');
      mkdirSync(mine);
      writeFileSync(join(mine, 'notes.txt'), 'mine');
      const { code, stderr } = await exporting(mine);
      expect([code, stderr.includes('must be empty, or written by this command')]).toEqual([1, true]);
      expect(existsSync(join(mine, 'notes.txt'))).toBe(true);
    });
  });
});
