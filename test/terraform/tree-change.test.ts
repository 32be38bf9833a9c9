import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Changed, withStandingZone } from '../../rehearsal/change';
import type { SettingsSpec } from '../../schema/forms/settings';
import { describeDeployed } from '../support/deployed';
import { sampleAccounts, zoneOf } from '../support/zone';

jest.setTimeout(20 * 60_000);

const workloads = { path: 'Workloads', adopt: 'ou-ab12-11112222' };
const adopting = { adopt: 'o-acme000000' };
const tree = [workloads, 'Security', 'Sandbox', 'Suspended'];
const named = ['management', 'log-archive', 'security', 'sandbox', 'acquired'];
const zoneWith = (settings: Partial<SettingsSpec> = {}, sandbox = 'Sandbox') =>
  zoneOf({
    settings: { regions: ['eu-central-1'], organization: adopting, organizationalUnits: tree, ...settings },
    controls: [],
    accounts: sampleAccounts()
      .filter(({ name }) => named.includes(name))
      .map(({ regions, ...account }) => (account.ou === 'Sandbox' ? { ...account, ou: sandbox } : account)),
  });

const costs = {
  name: 'costs',
  where: { organizationalUnits: ['Workloads'] },
  values: { 'cost-center': ['4711'] },
};
const nightly = {
  name: 'nightly',
  where: { organizationalUnits: ['Workloads'] },
  rules: [{ name: 'nightly', schedule: 'cron(0 5 ? * * *)', vault: 'nightly', deleteAfterDays: 35 }],
  select: { role: 'BackupRole', tags: { backup: ['nightly'] } },
};

const plannedIn = ({ plans }: Changed): readonly string[] =>
  Object.values(plans)
    .flat()
    .map(({ action, address }) => `${action} ${address.replace('aws_organizations_', '')}`)
    .sort();

describeDeployed('a tree and its policies that are changed on what stands', (findTools) => {
  it('lose nothing that is adopted, and leave nothing to change', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'landing-zone-tree-'));
    const steps: Readonly<Record<string, ReturnType<typeof zoneWith>>> = {
      'an OU leaves with its accounts moved in the same change': zoneWith(
        { organizationalUnits: tree.filter((unit) => unit !== 'Sandbox') },
        'Workloads',
      ),
      'it comes back with its accounts': zoneWith(),
      'an adopted OU becomes one of the landing zone': zoneWith({
        organizationalUnits: ['Workloads', 'Security', 'Sandbox', 'Suspended'],
      }),
      'it is adopted again': zoneWith(),
      'policies of OUs are written': zoneWith({ tagPolicies: [costs], backupPolicies: [nightly] }),
      'they are renamed': zoneWith({
        tagPolicies: [{ ...costs, name: 'cost-centers', formerly: 'costs' }],
        backupPolicies: [{ ...nightly, name: 'daily', formerly: 'nightly' }],
      }),
      'they are attached elsewhere': zoneWith({
        tagPolicies: [{ ...costs, name: 'cost-centers', where: 'every account' }],
        backupPolicies: [{ ...nightly, name: 'daily' }],
      }),
      'they are removed': zoneWith(),
    };
    const seen: Record<string, unknown> = {};
    try {
      const options = { tools: findTools(), folder, stacks: (name: string) => name === 'management' };
      await withStandingZone(zoneWith(), options, async ({ change }) => {
        for (const [step, zone] of Object.entries(steps)) {
          const changed = await change(zone);
          seen[step] = { planned: plannedIn(changed), drift: changed.drift };
        }
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
    console.log(JSON.stringify(seen, undefined, 1));
  });
});
