import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLoss } from '../../deployment/plan-judgement';
import { withStandingZone } from '../../rehearsal/change';
import type { SettingsSpec } from '../../schema/forms/settings';
import { describeDeployed } from '../support/deployed';
import { sampleAccounts, zoneOf } from '../support/zone';

jest.setTimeout(20 * 60_000);

const named = ['management', 'log-archive', 'security', 'sandbox'];
const accounts = sampleAccounts()
  .filter(({ name }) => named.includes(name))
  .map(({ regions, ...account }) => account);
const zoneWith = (settings: Partial<SettingsSpec>, edited = accounts) =>
  zoneOf({ settings: { regions: ['eu-central-1'], ...settings }, controls: [], modelCards: [], accounts: edited });

describeDeployed('a setting that is changed on what stands', (findTools) => {
  it('destroys and replaces nothing, and leaves nothing to change', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'landing-zone-settings-'));
    const isChosen = (name: string) => name === 'management' || name === 'log-archive';
    const objectLock = { mode: 'GOVERNANCE', days: 30 } as const;
    const seen: Record<string, unknown> = {};
    try {
      await withStandingZone(zoneWith({}), { tools: findTools(), folder, stacks: isChosen }, async ({ change }) => {
        const steps = {
          'lock the trails': zoneWith({ logs: { objectLock } }),
          'lock them for longer': zoneWith({ logs: { objectLock: { ...objectLock, days: 60 } } }),
          'lock no new objects': zoneWith({}),
          'write down another e-mail address': zoneWith(
            {},
            accounts.map((account) =>
              account.name === 'sandbox' ? { ...account, email: 'new@example.com' } : account,
            ),
          ),
        };
        for (const [step, zone] of Object.entries(steps)) {
          const { plans, drift } = await change(zone);
          const planned = Object.entries(plans).flatMap(([stack, changes]) =>
            changes.map(({ address, action }) => `${stack} ${action} ${address}`),
          );
          const lost = Object.values(plans).flatMap((changes) => changes.filter(isLoss).map(({ address }) => address));
          seen[step] = { planned, lost, drift };
        }
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
    const lock = 'aws_s3_bucket_object_lock_configuration.trails-object-lock';
    expect(seen).toEqual({
      'lock the trails': { planned: [`log-archive create ${lock}`], lost: [], drift: {} },
      'lock them for longer': { planned: [`log-archive update ${lock}`], lost: [], drift: {} },
      'lock no new objects': { planned: [`log-archive destroy ${lock}`], lost: [lock], drift: {} },
      'write down another e-mail address': { planned: [], lost: [], drift: {} },
    });
  });
});
