import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isKept } from '../../cli/rehearse/rules-report';
import { readProject } from '../../project/read-project';
import { type RehearsalOptions, rehearse } from '../../rehearsal/rehearse';
import deployCalls from '../policy/proofs/deploy-calls.json';
import { describeDeployed } from '../support/deployed';
import { unlistedCalls } from '../support/proofs';
import { sampleAccounts, sampleSettings, zoneOf } from '../support/zone';

const minutes = 60_000;

describeDeployed('a rehearsal with real Terraform', (findTools) => {
  const folder = mkdtempSync(join(tmpdir(), 'landing-zone-rehearsal-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (options: Omit<RehearsalOptions, 'tools' | 'folder'>) =>
    rehearse({ ...options, tools: findTools(), folder });
  /** Calls that the proof against self-lockout does not know yet: they belong into its list. */
  const unproved = () => unlistedCalls(readFileSync(join(folder, 'requests.jsonl'), 'utf8'), deployCalls);
  const green = { drift: [], leftovers: [], lost: [], lockouts: [] };

  it(
    'deploys the sample organization, passes the rules that it deploys, plans no change, and leaves nothing behind',
    async () => {
      const { rules = [], ...result } = await run({ zone: readProject(), rules: true });
      expect(result).toMatchObject(green);
      expect(rules.filter((rule) => !isKept(rule))).toEqual([]);
      // So that a rule which judges nothing by mistake shows.
      expect(new Set(rules.filter(({ outcome }) => outcome === 'passed').map(({ rule }) => rule)).size).toBeGreaterThan(
        30,
      );
      expect(unproved()).toEqual([]);
    },
    20 * minutes,
  );

  it(
    'ends green where AWS fails a tenth of the calls, accounts take their time, and an apply is cut off',
    async () => {
      const zone = zoneOf({
        settings: { regions: ['eu-central-1'], services: { notifications: sampleSettings().services.notifications } },
        // An account outside the organization joins by invitation.
        accounts: sampleAccounts().filter(({ role, origin }) => role !== undefined || origin === 'external'),
      });
      const result = await run({
        zone,
        faults: { share: 0.1, seed: 1 },
        world: { accountCreationPolls: 1 },
        interrupt: 'security',
        refresh: true,
      });
      expect(result).toMatchObject(green);
    },
    20 * minutes,
  );
});
