import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rehearse } from '../../rehearsal/rehearse';
import type { RehearsedBackend } from '../../schema/facts/rehearsed-backends';
import { describeDeployed, unlessAsked } from '../support/deployed';
import { sampleAccounts, sampleSettings, zoneOf } from '../support/zone';

jest.setTimeout(20 * 60_000);

/** The smallest landing zone in which one stack reads the state of another. */
const zone = zoneOf({
  settings: { regions: ['eu-central-1'], services: { notifications: sampleSettings().services.notifications } },
  accounts: sampleAccounts().filter(({ role }) => role !== undefined),
});

describeDeployed(
  'a rehearsal that keeps its states where deployments do',
  (findTools) => {
    const folder = mkdtempSync(join(tmpdir(), 'landing-zone-backends-'));
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each<[RehearsedBackend]>([['s3'], ['hcp']])(
      'deploys, plans no change and destroys with states in %s',
      async (backend) => {
        const result = await rehearse({ zone, tools: findTools(), folder, stack: 'log-archive', backend });
        expect(result).toMatchObject({ drift: [], leftovers: [], lost: [], lockouts: [], tornDown: true });
        const deployed = result.steps.filter(({ phase }) => phase === 'deploy');
        expect(deployed.map(({ stack, resources }) => [stack, resources > 5])).toEqual([
          ['management', true],
          ['log-archive', true],
        ]);
        expect(existsSync(join(folder, 'state', '.terraform.tfstate.lock.info'))).toBe(false);
      },
    );
  },
  unlessAsked,
);
