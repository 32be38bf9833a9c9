import { keptOf } from '../../cli/verify/kept-by';
import { readProject } from '../../project/read-project';
import type { SettingsSpec } from '../../schema/forms/settings';
import type { Control, LandingZone } from '../../schema/landing-zone';
import { brokenOf } from '../support/kept-promises';
import { type Stacks, synth } from '../support/synth';
import { sampleAccounts, sampleSettings, zoneOf } from '../support/zone';

const { services } = sampleSettings();
/** Of every origin and state but the closing one, so that each kind of stack is there. */
const accounts = sampleAccounts().filter(({ name }) => ['sandbox', 'partner'].includes(name) || isCore(name));
function isCore(name: string): boolean {
  return ['management', 'log-archive', 'security'].includes(name);
}

const kept = ({ controls }: LandingZone): readonly Control[] => controls.filter(({ keptBy }) => keptBy);
const zoneWith = (settings: Partial<SettingsSpec> = {}) => zoneOf({ settings, accounts });
const zone = zoneWith();
const stacks = synth(zone);
const ids = kept(zone).map(({ id }) => id);

/** Settings that switch a promise, and why it is off then. */
const switches: Readonly<Record<string, { readonly settings: Partial<SettingsSpec>; readonly reason: string }>> = {
  'detection-finding-aggregator': {
    settings: { services: { ...services, securityHub: { enabled: false } } },
    reason: 'securityHub is left to others',
  },
  'detection-security-standards': {
    settings: { services: { ...services, securityHub: { enabled: 'ending' } } },
    reason: 'services.securityHub is ending',
  },
  'logging-organization-trail': {
    settings: { services: { ...services, cloudTrail: { organizationTrail: false } } },
    reason: 'organizationTrail is left to others',
  },
  'organization-ec2-defaults': {
    settings: {
      services: {
        ...services,
        ec2: { imageSharing: 'not-set', snapshotSharing: 'not-set', metadataTokens: 'not-set' },
      },
    },
    reason: 'services.ec2 leaves everything to each account, or opens it',
  },
};

/** Promises that do not tell the truth of these stacks: on, and not kept; or off, and all there. */
const untrue = (zone: LandingZone, stacks: Stacks): readonly string[] =>
  kept(zone).flatMap((control) => {
    const broken = brokenOf(zone, stacks, control);
    if (control.mode === 'on') return broken.map((what) => `${control.id}: ${what}`);
    const gone = broken.filter((what) => what.endsWith(' is not there'));
    return gone.length === keptOf(zone, control).length ? [] : [`${control.id} is off, and something of it is there`];
  });

/** The stacks without one resource. */
function without(stacks: Stacks, { stack, type, name }: ReturnType<typeof keptOf>[number]): Stacks {
  const { json, ...rest } = stacks[stack] as Stacks[string];
  const { [name]: _, ...others } = json.resource[type];
  return { ...stacks, [stack]: { ...rest, json: { ...json, resource: { ...json.resource, [type]: others } } } };
}

describe('a promise that resources of the stacks keep', () => {
  it('is kept by each of them, in its account and region', () => {
    expect(untrue(zone, stacks)).toEqual([]);
    expect(ids.length).toBeGreaterThan(10);
  });

  it('is kept in the landing zone of accounts/', () => {
    const own = readProject();
    expect(untrue(own, synth(own))).toEqual([]);
  });

  it.each(ids)('%s is broken once any of them is gone, or says nothing', (id) => {
    const control = zone.controls.find((each) => each.id === id) as Control;
    for (const part of keptOf(zone, control)) {
      expect(brokenOf(zone, without(stacks, part), control)).toEqual([
        `${part.stack}/${part.type}.${part.name} is not there`,
      ]);
    }
    const silent = (control.keptBy ?? []).map((keeper) => ({ ...keeper, saying: ['what nobody says'] }));
    expect(brokenOf(zone, stacks, { ...control, keptBy: silent })).toHaveLength(keptOf(zone, control).length);
  });

  it('is broken where the resource is in another account', () => {
    const control = zone.controls.find(({ id }) => id === 'detection-config-aggregator') as Control;
    const elsewhere = (control.keptBy ?? []).map((keeper) => ({ ...keeper, account: 'management' as const }));
    expect(brokenOf(zone, stacks, { ...control, keptBy: elsewhere })).toEqual([
      'security/aws_config_configuration_aggregator.config-aggregator is in security/eu-central-1, not in management/eu-central-1',
    ]);
  });

  it.each(Object.entries(switches))('%s is off where the settings leave it out, and says why', (id, switched) => {
    const changed = zoneWith(switched.settings);
    expect(changed.controls.find((each) => each.id === id)).toMatchObject({ mode: 'off', reason: switched.reason });
    expect(untrue(changed, synth(changed))).toEqual([]);
  });

  it('names the administrators of the services that are on, and no others', () => {
    const changed = zoneWith({ services: { ...services, securityHub: { enabled: false } } });
    const [control] = changed.controls.filter(({ id }) => id === 'organization-administrators');
    const types = new Set((control?.keptBy ?? []).map(({ resource }) => resource.split('.')[0]));
    expect(types).toContain('aws_guardduty_organization_admin_account');
    expect(types).not.toContain('aws_securityhub_organization_admin_account');
    expect(untrue(changed, synth(changed))).toEqual([]);
  });
});
