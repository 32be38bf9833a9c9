import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withStandingZone } from '../../rehearsal/change';
import type { AccountSpec } from '../../schema/forms/account';
import type { SettingsSpec } from '../../schema/forms/settings';
import { describeDeployed } from '../support/deployed';
import { sampleAccounts, sampleSettings, zoneOf } from '../support/zone';

jest.setTimeout(20 * 60_000);

// One core account: the security account keeps the logs too.
const named = ['management', 'security', 'sandbox', 'partner'];
const security = { name: 'Security', title: 'On call', email: 'security@example.com', phone: '+49 30 5550102' };
const { notifications } = sampleSettings().services;
const untouched = { imageSharing: 'not-set', snapshotSharing: 'not-set', metadataTokens: 'not-set' } as const;

const zoneWith = (
  settings: Partial<SettingsSpec>,
  ec2: SettingsSpec['services']['ec2'] = {},
  ofSandbox: Partial<AccountSpec> = {},
) =>
  zoneOf({
    settings: { regions: ['eu-central-1'], services: { notifications, ec2 }, ...settings },
    controls: [],
    modelCards: [],
    accounts: sampleAccounts()
      .filter(({ name }) => named.includes(name))
      .map(({ regions, ...account }) => (account.name === 'sandbox' ? { ...account, ...ofSandbox } : account)),
  });

describeDeployed('the baseline of an account in a zone with one core account', (findTools) => {
  it('is set, changed and taken back on what stands, and nothing is left to change', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'landing-zone-baseline-'));
    const stacks = ['management', 'log-archive', 'security', 'account-sandbox', 'account-partner'];
    const options = { tools: findTools(), folder, stacks: (name: string) => stacks.includes(name) };
    const quota = (value: number) => ({ serviceQuotas: [{ service: 'ec2', code: 'L-DB2E81BA', value }] });
    const steps = {
      set: zoneWith({ contacts: { security }, defaultVpcs: 'close' }, {}, quota(96)),
      changed: zoneWith(
        { contacts: { security: { ...security, title: 'Duty officer' } }, defaultVpcs: 'close' },
        { imageSharing: 'unblocked', snapshotSharing: 'block-new-sharing', metadataTokens: 'optional' },
        quota(192),
      ),
      back: zoneWith({}, untouched),
    };
    const seen: Record<string, unknown> = {};
    try {
      await withStandingZone(zoneWith({}, untouched), options, async ({ change }) => {
        for (const [step, zone] of Object.entries(steps)) {
          const { plans, drift } = await change(zone);
          const planned = Object.entries(plans).flatMap(([stack, changes]) =>
            changes.map(({ address, action }) => `${stack} ${action} ${address}`),
          );
          seen[step] = { planned: planned.sort(), drift };
        }
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
    const here = 'eu-central-1';
    const everywhere = ['account-partner', 'account-sandbox'];
    const ec2 = [
      `aws_ebs_snapshot_block_public_access.snapshot-sharing-${here}`,
      `aws_ec2_image_block_public_access.image-sharing-${here}`,
      `aws_ec2_instance_metadata_defaults.metadata-defaults-${here}`,
    ];
    const changing = (action: string) => [
      ...everywhere.map((stack) => `${stack} ${action} aws_account_alternate_contact.contact-security`),
      ...ec2.map((address) => `account-partner ${action} ${address}`),
      `account-sandbox ${action} aws_servicequotas_service_quota.quota-ec2-L-DB2E81BA-${here}`,
    ];
    const once = (action: string) => [
      `account-sandbox ${action} aws_default_security_group.default-security-group-${here}`,
      ...['a', 'b', 'c'].map(
        (zone) => `account-sandbox ${action} aws_default_subnet.default-subnet-${here}["${here}${zone}"]`,
      ),
      `account-sandbox ${action} aws_default_vpc.default-vpc-${here}`,
      `management ${action} aws_organizations_policy.ec2`,
      `management ${action} aws_organizations_policy_attachment.ec2-at-root`,
    ];
    expect(seen).toEqual({
      set: { planned: [...changing('create'), ...once('create')].sort(), drift: {} },
      changed: { planned: [...changing('update'), 'management update aws_organizations_policy.ec2'].sort(), drift: {} },
      back: { planned: [...changing('destroy'), ...once('destroy')].sort(), drift: {} },
    });
  });
});
