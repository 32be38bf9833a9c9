import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newRun, tryUnfinishedRun } from '../../../deployment/run-folder';
import type { Specs } from '../../support/engine/write-stacks';
import { HcpDeployable } from '../../support/hcp/hcp-deployable';

jest.setTimeout(30_000);

const three: Specs = {
  management: {},
  security: { reads: ['management'] },
  'account-a': { reads: ['management', 'security'] },
};
const all = (outcome: string) => ({ management: outcome, security: outcome, 'account-a': outcome });

/** Something that somebody lets go later. */
function gate(): { readonly closed: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { closed, open: () => open() };
}

describe('a deployment by runs of HCP Terraform', () => {
  let zone: HcpDeployable;
  beforeEach(async () => {
    zone = await HcpDeployable.start();
    jest.replaceProperty(process, 'env', zone.environment);
    await zone.make(three);
  });
  afterEach(async () => {
    await zone.end();
    jest.restoreAllMocks();
  });

  it('plans each stack on what those before it have made, and applies exactly that', async () => {
    expect(await zone.deploy()).toEqual(all('applied'));
    expect(zone.calls()).toEqual(
      ['management', 'security', 'account-a'].flatMap((name) => [`plan zone-${name}`, `apply zone-${name}`]),
    );
  });

  it('starts no run the second time', async () => {
    await zone.deploy();
    zone.calls();
    expect(await zone.deploy()).toEqual(all('unchanged'));
    expect(zone.calls()).toEqual([]);
    expect(await zone.runs('security')).toEqual(['applied']);
  });

  it('applies nothing where a plan finds nothing', async () => {
    await zone.deploy();
    zone.calls();
    expect(await zone.deploy({ onlyChanged: false })).toEqual(all('as it should be'));
    expect(zone.calls().filter((call) => call.startsWith('apply'))).toEqual([]);
  });

  it('touches what depends on a change, and nothing else', async () => {
    await zone.deploy();
    zone.calls();
    zone.write({ ...three, security: { ...three.security, publishes: 'another' } });
    expect(await zone.deploy()).toEqual({ management: 'unchanged', security: 'applied', 'account-a': 'applied' });
    zone.write({
      ...three,
      security: { ...three.security, publishes: 'another' },
      'account-a': { ...three['account-a'], buckets: ['data', 'logs'] },
    });
    expect(await zone.deploy()).toEqual({ management: 'unchanged', security: 'unchanged', 'account-a': 'applied' });
  });

  it('says with a link what failed and why, keeps the log, and skips what comes after it', async () => {
    zone.engine.failing.add('plan zone-security');
    const folder = newRun(zone.outdir);
    const results = await zone.deployment(folder).run();
    expect(results.map(({ stack, outcome }) => [stack, outcome])).toEqual([
      ['management', 'applied'],
      ['security', 'failed'],
      ['account-a', 'skipped'],
    ]);
    expect(results[1]?.reason).toMatch(
      /^run-\w+ is errored: https:\/\/app\.terraform\.io\/app\/acme\/workspaces\/zone-security\/runs\/run-\w+\n\nError: no such bucket$/,
    );
    expect(readFileSync(join(folder.path, 'security.log'), 'utf8')).toContain('Error: no such bucket');
  });

  it('takes nothing for done before the run is over', async () => {
    const { closed, open } = gate();
    zone.engine.held.set('apply zone-management', closed);
    let done = false;
    const deploying = zone.deploy().then((results) => {
      done = true;
      return results;
    });
    while (!(await zone.runs('management')).includes('applying'))
      await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(done).toBe(false);
    expect(zone.calls()).toEqual(['plan zone-management', 'apply zone-management']);
    open();
    expect(await deploying).toEqual(all('applied'));
  });

  it('discards what nobody approves and what may not be done, so that no run holds up its workspace', async () => {
    expect(await zone.deploy({ approve: async () => false })).toMatchObject({ management: 'not approved' });
    expect(await zone.runs('management')).toEqual(['discarded']);
    expect(await zone.deploy({ objections: () => ['protected'] })).toMatchObject({ management: 'refused' });
    expect(await zone.runs('management')).toEqual(['discarded', 'discarded']);
    expect(zone.calls()).not.toContain('apply zone-management');
  });

  it('plans for a pull request without holding anything up, with a link to each run', async () => {
    const results = await zone.deployment(newRun(join(zone.outdir, 'plan')), { goal: 'plan', speculative: true }).run();
    expect(results.map(({ stack, outcome }) => [stack, outcome])).toEqual([
      ['management', 'planned'],
      ['security', 'skipped'],
      ['account-a', 'skipped'],
    ]);
    expect(results[0]?.link).toMatch(/workspaces\/zone-management\/runs\/run-\w+$/);
    expect(await zone.runs('management')).toEqual(['planned_and_finished']);
    expect(await zone.deploy()).toEqual(all('applied'));
  });

  describe('that is gone on with', () => {
    /** A deployment whose process ends while something is under way. */
    async function killedDuring(work: string): Promise<() => void> {
      const { closed, open } = gate();
      zone.engine.held.set(work, closed);
      // It never goes on from where it waits for the run: what it did until then is what a killed process did.
      await new Promise<void>((waits) => {
        const wait = () => new Promise<void>(() => zone.engine.done.includes(work) && waits());
        void zone
          .deployment(newRun(zone.outdir), { wait: async () => (zone.engine.done.includes(work) ? wait() : undefined) })
          .run();
      });
      return open;
    }

    it('follows the run that was being applied, and begins no other', async () => {
      const open = await killedDuring('apply zone-management');
      const resumed = zone.deploy({}, tryUnfinishedRun(zone.outdir));
      open();
      expect(await resumed).toEqual({ ...all('applied'), management: 'as it should be' });
      expect(await zone.runs('management')).toEqual(['applied']);
    });

    it('takes up the plan that was not approved yet', async () => {
      const open = await killedDuring('plan zone-management');
      open();
      expect(await zone.deploy({}, tryUnfinishedRun(zone.outdir))).toEqual(all('applied'));
      expect(await zone.runs('management')).toEqual(['applied']);
    });

    it('plans anew what was changed since', async () => {
      const open = await killedDuring('plan zone-management');
      open();
      zone.write({ ...three, management: { buckets: ['logs', 'trails'] } });
      expect(await zone.deploy({}, tryUnfinishedRun(zone.outdir))).toEqual(all('applied'));
      expect(await zone.runs('management')).toEqual(['applied', 'discarded']);
    });
  });

  it('writes the token nowhere', async () => {
    zone.engine.failing.add('plan zone-security');
    const folder = newRun(zone.outdir);
    const results = await zone.deployment(folder).run();
    const files = ['journal.jsonl', 'security.log'].map((name) => join(folder.path, name));
    const written = [JSON.stringify(results), ...files.filter(existsSync).map((file) => readFileSync(file, 'utf8'))];
    expect(written.join('\n')).toContain('run-');
    expect(written.join('\n')).not.toContain(zone.double.tokens.user);
  });
});
