import type { Specs } from '../../support/engine/write-stacks';
import { HcpDeployable } from '../../support/hcp/hcp-deployable';

jest.setTimeout(30_000);

const two: Specs = { management: {}, security: { reads: ['management'] } };
const applied = { management: 'applied', security: 'applied' };

describe('a workspace in which others work', () => {
  let zone: HcpDeployable;
  beforeEach(async () => {
    zone = await HcpDeployable.start();
    jest.replaceProperty(process, 'env', zone.environment);
    await zone.make(two);
  });
  afterEach(async () => {
    await zone.end();
    jest.restoreAllMocks();
  });

  const failureOf = async (options = {}): Promise<string> =>
    (await zone.deployment(undefined, options).run())[0]?.reason ?? '';
  const lock = async (action: 'lock' | 'unlock') => {
    const { data } = await zone.client.get('organizations/acme/workspaces/zone-management');
    await zone.client.post(`workspaces/${data.id}/actions/${action}`);
  };

  it('says who has locked a workspace', async () => {
    await lock('lock');
    expect(await failureOf()).toBe(
      'the workspace zone-management is locked by owner\n  rule: nothing runs in a workspace that somebody locked\n  fix:  ask them, or unlock it at https://app.terraform.io/app/acme/workspaces/zone-management',
    );
    expect(zone.calls()).toEqual([]);
  });

  it('leaves a run that waits for somebody to them, unless it is told to discard it', async () => {
    // A person's run: nobody here has journaled it.
    await zone
      .deploy({ approve: () => new Promise<boolean>((_, reject) => reject(new Error('gone'))) })
      .catch(() => undefined);
    expect(await zone.runs('management')).toEqual(['planned']);
    expect(await failureOf()).toMatch(/^run-\w+ waits in the workspace zone-management \(planned\)/);
    expect(await zone.deploy({ discardsOthers: true })).toEqual(applied);
    expect(await zone.runs('management')).toEqual(['applied', 'discarded']);
  });

  it('says that a workspace is missing, and what makes it', async () => {
    zone.write({ ...two, management: {}, cost: {} });
    const results = await zone.deployment().run();
    const reason = results.find(({ stack }) => stack === 'cost')?.reason;
    expect(reason).toContain('has no workspace acme/zone-cost');
    expect(reason).toContain('run npx landing-zone hcp bootstrap');
  });
});
