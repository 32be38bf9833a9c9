import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isKept } from '../../cli/rehearse/rules-report';
import { readProject } from '../../project/read-project';
import { unreadable } from '../../rehearsal/plan-reads';
import { type RehearsalOptions, rehearse } from '../../rehearsal/rehearse';
import type { SettingsSpec } from '../../schema/forms/settings';
import type { LandingZone } from '../../schema/landing-zone';
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
      const log = readFileSync(join(folder, 'requests.jsonl'), 'utf8').trim().split('\n');
      expect(
        unreadable(
          readProject(),
          log.map((line) => JSON.parse(line)),
        ),
      ).toEqual([]);
    },
    20 * minutes,
  );

  /** In one region, of the accounts that have a role and those that are named. */
  const smallZone = (named: readonly string[], change: Partial<SettingsSpec> = {}, management?: string) =>
    zoneOf({
      settings: {
        regions: ['eu-central-1'],
        services: { notifications: sampleSettings().services.notifications },
        ...change,
      },
      accounts: sampleAccounts()
        .filter(({ name, role }) => role !== undefined || named.includes(name))
        .map((account) => (account.role === 'management' && management ? { ...account, id: management } : account)),
    });

  const on = (resource: string) => ({ account: '222233334444', resource: expect.stringContaining(resource) });

  it.each<[what: string, zone: LandingZone, more: Partial<RehearsalOptions>, staying: readonly unknown[]]>([
    [
      'accounts take their time, one joins by invitation, and an apply is cut off',
      smallZone(['partner']),
      { world: { accountCreationPolls: 1 }, interrupt: 'security' },
      [],
    ],
    [
      'the organization stood before, with an OU, an account and a service that stay',
      smallZone(
        ['acquired'],
        {
          organization: {
            adopt: 'o-abcdefghij',
            undeclaredAccounts: 'quarantine',
            trustedServices: ['sso.amazonaws.com'],
          },
          organizationalUnits: [
            'Security',
            'Workloads/MachineLearning/Production',
            { path: 'Sandbox', adopt: 'ou-ab12-11112222' },
            'Suspended',
          ],
        },
        '777788889999',
      ),
      {},
      [on('guardduty-detector'), on('macie-session'), on('security-hub')],
    ],
  ])(
    'ends green where AWS fails a tenth of the calls, and %s',
    async (_, zone, more, staying) => {
      const result = await run({ zone, faults: { share: 0.1, seed: 1 }, refresh: true, ...more });
      expect(result).toMatchObject({ ...green, staying });
    },
    20 * minutes,
  );
});
