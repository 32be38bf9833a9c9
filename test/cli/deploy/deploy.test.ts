import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { deploy } from '../../../cli/deploy';
import type { Asking } from '../../../cli/deploy/approval';
import { stackProblems } from '../../../cli/deploy/prepare';
import { run } from '../../../cli/deploy/run';
import { plan } from '../../../cli/plan';
import { run as runPlan } from '../../../cli/plan/run';
import { takeOutdir } from '../../../deployment/outdir-lock';
import { runsIn } from '../../../deployment/run-folder';
import { Deployable } from '../../support/engine/deployable';
import type { Specs } from '../../support/engine/write-stacks';
import { runCli } from '../../support/run-cli';
import { zoneOf } from '../../support/zone';

const two: Specs = { management: {}, security: { reads: ['management'] } };

/** A person at a terminal who answers the questions, one after the other. */
function person(...answers: string[]): Asking & { readonly asked: () => string } {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let asked = '';
  output.on('data', (data) => {
    asked += data;
    if (String(data).includes('Apply exactly')) input.write(`${answers.shift()}\n`);
  });
  return {
    input: Object.assign(input, { isTTY: true }),
    output: Object.assign(output, { isTTY: true }),
    asked: () => asked,
  };
}

// The first test loads everything.
jest.setTimeout(30_000);

const nobody: Asking = { input: new PassThrough(), output: new PassThrough() };

describe('plan and deploy', () => {
  let made: Deployable;
  const umask = process.umask();
  beforeEach(() => {
    made = new Deployable();
    made.write(two);
  });
  afterEach(() => {
    made.remove();
    jest.restoreAllMocks();
    process.umask(umask);
  });

  const prepared = async () => ({ zone: zoneOf({}), all: made.stacks, outdir: made.outdir, engine: made.engine });
  const deploying = (args: readonly string[], asking: Asking = nobody) =>
    runCli({ ...deploy, run: (options, context) => run(options, context, prepared, asking) }, args);
  const planning = (args: readonly string[]) =>
    runCli({ ...plan, run: (options, context) => runPlan(options, context, prepared) }, args);

  it('shows each wave to a person, and applies what was said yes to', async () => {
    const asking = person('yes', 'yes');
    const { code, stdout } = await deploying([], asking);
    expect(code).toBe(0);
    expect(stdout).toMatch(/management\s+│ applied/);
    expect(stdout).toContain('2 applied');
    expect(asking.asked()).toContain(
      "Wave 1 of 2:\n  management: 1 create, 1 update\nApply exactly these plans? Only 'yes' is a yes: ",
    );
  });

  it('ends with 2 where a wave was not approved, and has applied nothing of it', async () => {
    const { code, stdout } = await deploying([], person('yes', 'y'));
    expect(code).toBe(2);
    expect(stdout).toContain('1 applied, 1 not approved');
    expect(made.calls()).not.toContain('apply security');
  });

  it('ends with 2 where the first wave was not approved, although what comes after it was skipped', async () => {
    const { code, stdout } = await deploying([], person('no'));
    expect(code).toBe(2);
    expect(stdout.match(/1 not approved, 1 skipped|1 skipped, 1 not approved/g)).toHaveLength(1);
  });

  it.each([
    ['Ctrl-C', '\x03'],
    ['Ctrl-D', '\x04'],
  ])('takes %s at the question for a no, and says what became of the waves before', async (_, key) => {
    const { code, stdout } = await deploying([], person('yes', key));
    expect(code).toBe(2);
    expect(stdout).toContain('1 applied, 1 not approved');
  });

  it('begins nothing where nobody can be asked', async () => {
    const { code, stderr } = await deploying([]);
    expect([code, made.calls()]).toEqual([1, []]);
    expect(stderr).toContain('write --approve');
  });

  it('begins nothing while another process plans or deploys in the same folder', async () => {
    const { program } = made.engine;
    jest.replaceProperty(process, 'env', { ...process.env, CDKTF_OUTDIR: made.outdir, TERRAFORM_BINARY_NAME: program });
    const { release } = takeOutdir(made.outdir);
    writeFileSync(join(runsIn(made.outdir), 'process-id'), String(process.ppid));
    const { code, stderr } = await runCli(deploy, ['--approve', '--as-written']);
    expect([code, made.calls()]).toEqual([1, []]);
    expect(stderr).toContain(`is in use by process ${process.ppid}`);
    release();
  });

  it('ends with 1 and a table where a stack failed, and goes on from there', async () => {
    made.let('fail-apply', 'security');
    const failed = await deploying(['--approve']);
    expect(failed.code).toBe(1);
    expect(failed.stdout).toContain('1 applied, 1 failed');
    expect(failed.stderr).toContain('npx landing-zone deploy --resume');
    expect(failed.stderr).toContain('security failed:\nError: access denied');
    made.letNothing('fail-apply', 'security');
    expect((await deploying(['--approve', '--resume'])).stdout).toContain('1 as it should be, 1 applied');
    expect(await deploying(['--approve', '--resume'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('must have a run'),
    });
  });

  it('starts no engine where nothing has changed', async () => {
    await deploying(['--approve']);
    made.calls();
    const { code, stdout } = await deploying(['--approve', '--only-changed']);
    expect([code, stdout, made.calls()]).toEqual([0, '2 unchanged\n', []]);
  });

  it('applies what plan has saved', async () => {
    const planned = await planning([]);
    expect(planned.code).toBe(0);
    expect(planned.stdout).toContain('management:\n  create aws_s3_bucket.logs\n');
    expect(planned.stdout).toContain('npx landing-zone deploy --resume');
    made.calls();
    await deploying(['--approve', '--resume']);
    expect(made.calls().slice(0, 2)).toEqual(['apply management', 'init security']);
  });

  it('approves with --resume --approve what plan has saved, and no plan that nobody could look at', async () => {
    await planning([]);
    const { code, stdout, stderr } = await deploying(['--approve', '--resume']);
    expect(code).toBe(2);
    expect(stdout).toContain('1 applied, 1 not approved');
    expect(stderr).toContain('Nobody has seen the plans of security');
    expect(made.calls()).not.toContain('apply security');
  });

  describe('of which something goes that is of a protected kind', () => {
    const lose = ['--lose', 'security/aws_s3_bucket.findings'];
    beforeEach(async () => {
      made.write({ ...two, security: { ...two.security, buckets: ['logs', 'findings'] } });
      await deploying(['--approve']);
      made.write(two);
    });

    it('refuses it until it is named, and goes on without that it is named again', async () => {
      const refused = await deploying(['--approve']);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('--lose security/aws_s3_bucket.findings');
      made.let('fail-apply', 'security');
      expect((await deploying(['--approve', '--resume', ...lose])).stdout).toContain('1 failed');
      made.letNothing('fail-apply', 'security');
      expect((await deploying(['--approve', '--resume'])).stdout).toContain('1 as it should be, 1 applied');
    });

    it('does not take a plan that was refused for one that somebody has looked at', async () => {
      expect((await planning([])).code).toBe(2);
      const { code, stderr } = await deploying(['--approve', '--resume', ...lose]);
      expect(code).toBe(2);
      expect(stderr).toContain('Nobody has seen the plans of security');
    });

    it('applies what was planned with it', async () => {
      expect((await planning(lose)).code).toBe(0);
      expect((await deploying(['--approve', '--resume'])).stdout).toContain('1 as it should be, 1 applied');
    });
  });

  it('goes on with what has changed only, where that was what the run was begun with', async () => {
    await deploying(['--approve']);
    made.write({ ...two, security: { ...two.security, buckets: ['logs', 'findings'] } });
    made.let('fail-apply', 'security');
    await deploying(['--approve', '--only-changed']);
    made.letNothing('fail-apply', 'security');
    made.calls();
    const { stdout } = await deploying(['--approve', '--resume']);
    expect(stdout).toContain('1 unchanged, 1 applied');
    expect(made.calls()).toEqual(['plan security', 'apply security']);
  });

  it('ends with 2 where something has drifted', async () => {
    await deploying(['--approve']);
    expect(await planning(['--drift'])).toMatchObject({ code: 0 });
    made.let('drift', 'management');
    const { code, stdout } = await planning(['--drift']);
    expect(code).toBe(2);
    expect(stdout).toContain('management:\n  update aws_s3_bucket.logs');
  });

  it('prints the waves of what has changed, and nothing else', async () => {
    await deploying(['--approve']);
    made.write({ ...two, security: { ...two.security, buckets: ['findings'] } });
    const { stdout } = await planning(['--matrix', 'github', '--only-changed']);
    expect(JSON.parse(stdout)).toEqual({ waves: [{ include: [{ name: 'security', stacks: '--stack security' }] }] });
  });

  it('knows no stack that is not written', () => {
    expect(stackProblems(['managment', 'sec*'], made.stacks)).toEqual([
      expect.objectContaining({ field: '--stack', value: 'managment', fix: expect.stringContaining('management') }),
    ]);
  });
});
