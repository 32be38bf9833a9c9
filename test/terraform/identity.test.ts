import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NeededCall } from '../../rehearsal/lockout';
import { calledByPlans, unreadable } from '../../rehearsal/plan-reads';
import { rehearse } from '../../rehearsal/rehearse';
import type { AccountSpec } from '../../schema/forms/account';
import { sampleLake, withLake } from '../support/data-lake';
import { describeDeployed, unlessAsked } from '../support/deployed';
import { sampleSettings, zoneOf } from '../support/zone';

describeDeployed(
  'a landing zone whose runs have an identity',
  (findTools) => {
    const folder = mkdtempSync(join(tmpdir(), 'landing-zone-identity-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it(
      'is planned by a role that may only read, applied by the deploy role, and taken down by it',
      async () => {
        const lake = sampleLake();
        // A role without trusts is somebody else's to make, and nobody does here.
        const trusts = [{ permissionSet: 'DataStewardship' }];
        const roles = lake.roles.map((role) => ({ trusts, ...role }));
        const accounts = withLake({ ...lake, roles }) as AccountSpec[];
        const zone = zoneOf({
          settings: {
            regions: ['eu-central-1'],
            services: { notifications: sampleSettings().services?.notifications },
            identity: { github: { repository: 'acme/landing-zone', environment: 'production' } },
          },
          accounts: accounts
            .filter(({ name, role }) => role !== undefined || ['models', 'sandbox'].includes(name))
            .map((account) => ({ ...account, regions: undefined })),
        });
        const result = await rehearse({ zone, tools: findTools(), folder });
        expect(result).toMatchObject({ drift: [], leftovers: [], lost: [], lockouts: [] });
        const log = readFileSync(join(folder, 'requests.jsonl'), 'utf8').trim().split('\n');
        const calls = log.map((line) => JSON.parse(line) as NeededCall & { readonly error?: string });
        expect(unreadable(zone, calls)).toEqual([]);
        // So that nothing passes because nothing was told apart.
        expect(calledByPlans(zone, calls).members.length).toBeGreaterThan(50);
      },
      30 * 60_000,
    );
  },
  unlessAsked,
);
