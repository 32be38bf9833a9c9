import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Deployment } from '../../deployment/deployment';
import type { DeploymentOptions } from '../../deployment/deployment-options';
import { newRun, tryUnfinishedRun } from '../../deployment/run-folder';
import { Deployable } from '../support/engine/deployable';
import type { Specs } from '../support/engine/write-stacks';

// Each command of the engine is a process.
jest.setTimeout(30_000);

const three: Specs = {
  management: {},
  security: { reads: ['management'] },
  'account-a': { reads: ['management', 'security'] },
};

describe('a deployment', () => {
  let zone: Deployable;
  beforeEach(() => {
    zone = new Deployable();
    zone.write(three);
  });
  afterEach(() => zone.remove());

  const applied = { management: 'applied', security: 'applied', 'account-a': 'applied' };

  it('plans each wave on what those before it have made, and applies exactly the plans', async () => {
    expect(await zone.deploy()).toEqual(applied);
    expect(zone.calls()).toEqual(
      ['management', 'security', 'account-a'].flatMap((name) =>
        ['init', 'plan', 'apply'].map((call) => `${call} ${name}`),
      ),
    );
  });

  it('finds all as it should be when it is run again, without preparing a folder twice', async () => {
    await zone.deploy();
    zone.calls();
    expect(Object.values(await zone.deploy())).toEqual(Array(3).fill('as it should be'));
    expect(zone.calls()).toEqual(['plan management', 'plan security', 'plan account-a']);
  });

  describe('of what has changed', () => {
    beforeEach(async () => {
      await zone.deploy();
      zone.calls();
      zone.read.length = 0;
    });

    it('starts nothing and reads each state once, where nothing has', async () => {
      expect(Object.values(await zone.deploy({ onlyChanged: true }))).toEqual(Array(3).fill('unchanged'));
      expect(zone.calls()).toEqual([]);
      expect(zone.read).toHaveLength(3);
    });

    it('works on the one stack whose JSON is another', async () => {
      zone.write({ ...three, security: { ...three.security, buckets: ['logs', 'findings'] } });
      expect(await zone.deploy({ onlyChanged: true })).toEqual({
        ...applied,
        management: 'unchanged',
        'account-a': 'unchanged',
      });
    });

    it('goes on to those that read what is published otherwise now, and to no others', async () => {
      zone.write({ ...three, security: { ...three.security, publishes: 'another' } });
      expect(await zone.deploy({ onlyChanged: true })).toEqual({ ...applied, management: 'unchanged' });
    });

    it('sees what somebody else has applied by other means', async () => {
      zone.write({ ...three, security: { ...three.security, buckets: ['findings'] } });
      // Their engine publishes what it applies, as ours does: nothing is to be done then.
      await zone.deploy({ stacks: zone.stacks.filter(({ name }) => name === 'security') });
      expect(Object.values(await zone.deploy({ onlyChanged: true }))).toEqual(Array(3).fill('unchanged'));
      const state = zone.stateOf('security');
      state.outputs.made_of.value.configuration = 'of an older checkout';
      writeFileSync(join(zone.root, 'state', 'security.tfstate'), JSON.stringify(state));
      expect(await zone.deploy({ onlyChanged: true })).toMatchObject({ management: 'unchanged', security: 'applied' });
    });

    it('plans what another minor version of the engine has written, until a plan said that nothing changes', async () => {
      const engine = { ...zone.engine, version: '1.12.0' };
      const changing = { onlyChanged: true, engine };
      const published = () => zone.published(engine);
      expect(await zone.deploy({ ...changing, published: published() })).toMatchObject({
        management: 'as it should be',
      });
      expect(await zone.deploy({ ...changing, published: published() })).toMatchObject({ management: 'unchanged' });
    });
  });

  it('goes on beside what failed, and skips what comes after it, with the reason', async () => {
    zone.write({ ...three, cost: { after: ['management'] } });
    zone.let('fail', 'security');
    const results = await zone.deployment().run();
    expect(results.map(({ stack, outcome }) => [stack, outcome])).toEqual([
      ['management', 'applied'],
      ['security', 'failed'],
      ['cost', 'applied'],
      ['account-a', 'skipped'],
    ]);
    expect(results[1]?.reason).toBe('Error: no such bucket');
    expect(results[3]?.reason).toBe('it comes after security, which failed');
  });

  it.each([
    ['here', []],
    ['elsewhere, of which this machine knows nothing,', ['runs']],
  ])('plans again what failed %s while it was applied, although everything is there', async (_, unknown) => {
    await zone.deploy();
    zone.write({ ...three, security: { ...three.security, buckets: ['findings'] } });
    zone.let('fail-late', 'security');
    expect(await zone.deploy({ onlyChanged: true })).toMatchObject({ security: 'failed', 'account-a': 'skipped' });
    zone.letNothing('fail-late', 'security');
    for (const folder of unknown) rmSync(join(zone.outdir, folder), { recursive: true });
    expect(await zone.deploy({ onlyChanged: true })).toMatchObject({ security: 'applied' });
    expect(await zone.deploy({ onlyChanged: true })).toMatchObject({ security: 'unchanged' });
  });

  it('applies nothing of a wave that nobody approves, and nothing after it', async () => {
    const asked: unknown[] = [];
    const approve = async (...wave: unknown[]) => asked.push(wave) === 1;
    expect(await zone.deploy({ approve })).toEqual({
      management: 'applied',
      security: 'not approved',
      'account-a': 'skipped',
    });
    const change = { address: 'aws_s3_bucket.logs', type: 'aws_s3_bucket', action: 'create' };
    expect(asked[0]).toEqual([
      [
        {
          stack: 'management',
          changes: [change, { address: 'output.published', type: 'output', action: 'update' }],
          saved: false,
        },
      ],
      1,
      3,
    ]);
  });

  it('is told what became of every stack, also where the state of one that it reads cannot be read', async () => {
    await zone.deploy();
    writeFileSync(join(zone.root, 'state', 'security.tfstate'), '{"version":');
    const results = await zone
      .deployment(undefined, { stacks: zone.stacks.filter(({ name }) => name !== 'security') })
      .run();
    expect(results.map(({ stack, outcome }) => [stack, outcome])).toEqual([
      ['management', 'as it should be'],
      ['account-a', 'failed'],
    ]);
    expect(results[1]?.reason).toContain('security.tfstate is no state of Terraform');
  });

  it('reads anew what a stack publishes once it was planned, because the plan may have waited for another run', async () => {
    await zone.deploy();
    zone.write({ ...three, management: { buckets: ['logs', 'more'] } });
    const results = await zone.deploy({
      onlyChanged: true,
      onBegin: (stack, work) => {
        if (stack !== 'management' || work !== 'plan') return;
        // Another run ends with another value, and ours finds all as it should be.
        zone.write({ ...three, management: { publishes: 'another' } });
        const text = readFileSync(join(zone.outdir, 'stacks', 'management', 'cdk.tf.json'));
        const { configuration } = JSON.parse(text.toString()).resource.terraform_data.made_of.input;
        const { outputs, ...state } = zone.stateOf('management');
        const made_of = { value: { ...outputs.made_of.value, configuration } };
        const made_of_json = { value: gzipSync(text).toString('base64') };
        const ended = { ...outputs, made_of, made_of_json, published: { value: 'another' } };
        zone.writeState('management', { ...state, outputs: ended });
      },
    });
    expect(results).toEqual({ management: 'as it should be', security: 'applied', 'account-a': 'applied' });
  });

  it('leaves no plan behind that does nothing, because plans hold secrets', async () => {
    await zone.deploy();
    const run = newRun(zone.outdir);
    await zone.deploy({}, run);
    expect(readdirSync(run.path).filter((name) => name.endsWith('.tfplan'))).toEqual([]);
  });

  it('does not apply what the gate refuses', async () => {
    const objections = (stack: string) =>
      stack === 'security' ? ['destroy security/aws_s3_bucket.logs: it is protected'] : [];
    const results = await zone.deployment(undefined, { objections }).run();
    expect(results[1]).toMatchObject({
      outcome: 'refused',
      reason: 'destroy security/aws_s3_bucket.logs: it is protected',
    });
    expect(zone.calls()).not.toContain('apply security');
  });

  it('plans anew what the gate has refused, and has it looked at, once it is let through', async () => {
    const run = newRun(zone.outdir);
    await zone.deploy({ objections: (stack) => (stack === 'security' ? ['it is protected'] : []) }, run);
    expect(readdirSync(run.path).filter((name) => name.endsWith('.tfplan'))).toEqual([]);
    zone.calls();
    const asked: unknown[] = [];
    const approve: DeploymentOptions['approve'] = async (plans) => asked.push(...plans) > 0;
    expect(await zone.deploy({ approve }, tryUnfinishedRun(zone.outdir))).toMatchObject({ security: 'applied' });
    expect(asked[0]).toMatchObject({ stack: 'security', saved: false });
    expect(zone.calls()).toContain('plan security');
  });

  it('plans without applying, but for what reads something that is not there yet', async () => {
    const results = await zone.deployment(undefined, { goal: 'plan' }).run();
    expect(results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['planned', 'it was never deployed'],
      ['skipped', 'it reads management, which is not deployed yet'],
      ['skipped', 'it comes after security, which was skipped'],
    ]);
    expect(zone.calls()).toEqual(['init management', 'plan management']);
  });

  it('looks for what was changed elsewhere, stack by stack', async () => {
    await zone.deploy();
    zone.let('drift', 'security');
    expect(await zone.deploy({ goal: 'drift' })).toEqual({
      management: 'as it should be',
      security: 'drifted',
      'account-a': 'as it should be',
    });
  });

  describe('that did not come to its end', () => {
    const unfinished = () => {
      const run = tryUnfinishedRun(zone.outdir);
      if (!run) throw new Error('there is no such run');
      return run;
    };

    it('is gone on with where it was stopped', async () => {
      const deployment: Deployment = zone.deployment(undefined, {
        onEnd: ({ stack }) => stack === 'management' && deployment.stop('it was stopped'),
      });
      await deployment.run();
      expect(zone.calls()).toEqual(['init management', 'plan management', 'apply management']);
      expect(await zone.deploy({}, unfinished())).toEqual({ ...applied, management: 'as it should be' });
      expect(zone.calls()).not.toContain('plan management');
      expect(tryUnfinishedRun(zone.outdir)).toBeUndefined();
    });

    it('approves nothing where it was stopped while it planned, and asks when it is gone on with', async () => {
      const asked: string[] = [];
      const approve: DeploymentOptions['approve'] = async (plans) => {
        asked.push(...plans.map(({ stack, saved }) => `${stack} ${saved ? 'saved' : 'new'}`));
        return false;
      };
      const deployment: Deployment = zone.deployment(newRun(zone.outdir), {
        approve,
        onBegin: (stack, work) => stack === 'management' && work === 'plan' && deployment.stop('Ctrl-C'),
      });
      expect((await deployment.run())[0]).toMatchObject({ outcome: 'skipped', reason: 'Ctrl-C' });
      expect(asked).toEqual([]);
      expect(await zone.deploy({ approve }, unfinished())).toMatchObject({ management: 'not approved' });
      expect(asked).toEqual(['management saved']);
      expect(zone.calls()).not.toContain('apply management');
    });

    it('is not what looked for drift and failed', async () => {
      zone.let('fail', 'management');
      const run = newRun(zone.outdir);
      await zone.deploy({ goal: 'drift' }, run);
      expect(readdirSync(run.path)).toEqual(['management.log']);
    });

    it('applies what a plan saved, if nothing has changed since', async () => {
      await zone.deploy({ goal: 'plan', stacks: zone.stacks.slice(0, 1) }, newRun(zone.outdir));
      zone.calls();
      await zone.deploy({ stacks: zone.stacks.slice(0, 1) }, unfinished());
      expect(zone.calls()).toEqual(['apply management']);
    });

    it.each([
      ['saved', false],
      ['approved', true],
    ])('judges a plan again that was %s, because what it takes away may be protected by now', async (_, approved) => {
      const run = newRun(zone.outdir);
      const one = { stacks: zone.stacks.slice(0, 1) };
      await zone.deploy({ ...one, goal: 'plan' }, run);
      const { plan } = run.journal.of('management');
      if (approved) run.journal.write({ event: 'approved', stack: 'management', plan: plan?.id ?? '' });
      zone.calls();
      expect(await zone.deploy({ ...one, objections: () => ['it is protected'] }, unfinished())).toEqual({
        management: 'refused',
      });
      expect(zone.calls()).toEqual([]);
    });

    it('plans anew what has changed since it was planned', async () => {
      await zone.deploy({ goal: 'plan', stacks: zone.stacks.slice(0, 1) }, newRun(zone.outdir));
      zone.write({ ...three, management: { buckets: ['logs', 'more'] } });
      zone.calls();
      await zone.deploy({ stacks: zone.stacks.slice(0, 1) }, unfinished());
      expect(zone.calls()).toEqual(['plan management', 'apply management']);
    });

    it('does not trust a plan that somebody has put in the place of the one that was approved', async () => {
      const run = newRun(zone.outdir);
      await zone.deploy({ goal: 'plan', stacks: zone.stacks.slice(0, 1) }, run);
      writeFileSync(join(run.path, 'management.tfplan'), '{}');
      zone.calls();
      await zone.deploy({ stacks: zone.stacks.slice(0, 1) }, unfinished());
      expect(zone.calls()).toEqual(['plan management', 'apply management']);
    });

    it('completes what was being made when Terraform was killed', async () => {
      zone.let('kill', 'management');
      const results = await zone.deployment(newRun(zone.outdir)).run();
      expect(results[0]).toMatchObject({ outcome: 'failed', reason: 'apply was killed' });
      zone.letNothing('kill', 'management');
      const tainted = { mode: 'managed', type: 'aws_kms_key', name: 'key', instances: [{ status: 'tainted' }] };
      zone.writeState('management', { serial: 0, outputs: {}, resources: [tainted] });
      zone.calls();
      expect(await zone.deploy({}, unfinished())).toEqual(applied);
      expect(zone.calls().slice(0, 3)).toEqual(['untaint management', 'plan management', 'apply management']);
    });

    it('completes what Terraform refuses to replace where an apply failed by itself, and leaves the rest to it', async () => {
      zone.write({ ...three, management: { buckets: ['logs', 'spare'], undestroyed: ['logs'] } });
      zone.let('fail-apply', 'management');
      await zone.deploy({}, newRun(zone.outdir));
      zone.letNothing('fail-apply', 'management');
      const tainted = ['logs', 'spare'].map((name) => ({
        ...{ mode: 'managed', type: 'aws_s3_bucket', name, instances: [{ status: 'tainted' }] },
      }));
      zone.writeState('management', { serial: 0, outputs: {}, resources: tainted });
      zone.calls();
      await zone.deploy({}, unfinished());
      expect(zone.calls().filter((call) => call === 'untaint management')).toHaveLength(1);
    });

    it('comes to the same end after five interruptions as without one', async () => {
      await zone.deploy();
      const states = zone.stacks.map(({ name }) => zone.stateOf(name));
      zone.remove();
      zone = new Deployable();
      zone.write(three);
      // Stopped before anything, by a killed Terraform, in the middle of a wave, by another killed one, after a wave.
      const interruptions: readonly ((deployment: Deployment, phase: string, stack: string) => void)[] = [
        (deployment) => deployment.stop('at once'),
        (_, phase, stack) => phase === 'apply' && stack === 'management' && zone.let('kill', stack),
        (deployment, phase, stack) => phase === 'wait' && stack === 'management' && deployment.stop('while it waited'),
        (_, phase, stack) => phase === 'apply' && stack === 'security' && zone.let('kill', stack),
        (deployment, phase, stack) =>
          phase === 'plan' && stack === 'account-a' && deployment.stop('while it was planned'),
      ];
      for (const interrupt of interruptions) {
        const deployment: Deployment = zone.deployment(tryUnfinishedRun(zone.outdir), {
          onBegin: (stack, phase) => interrupt(deployment, phase, stack),
        });
        const results = await deployment.run();
        expect(results.some(({ outcome }) => outcome === 'failed' || outcome === 'skipped')).toBe(true);
        for (const name of ['management', 'security']) zone.letNothing('kill', name);
      }
      expect(zone.calls().filter((call) => call.startsWith('apply'))).toEqual([
        'apply management',
        'apply management',
        'apply security',
        'apply security',
      ]);
      await zone.deploy({}, unfinished());
      expect(zone.stacks.map(({ name }) => zone.stateOf(name))).toEqual(states);
    });
  });
});
