import type { SettingsSpec } from '../../schema/forms/settings';
import { lockedChange, lockedLedger, unitRenamed } from '../support/ledger';
import { reference, resource, resources, type Stack, smallZone, synthOne } from '../support/synth';
import { zoneOf } from '../support/zone';

const type = 'aws_organizations_organizational_unit';
const adopt = 'ou-ab12-11112222';
const organization = { adopt: 'o-acme000000' };
const tree = ['Workloads/MachineLearning/Production', 'Security', 'Sandbox', 'Suspended'];
const managementOf = (settings: Partial<SettingsSpec>): Stack => synthOne(smallZone(settings), 'management');

describe('an OU that exists', () => {
  const management = managementOf({ organization, organizationalUnits: [{ path: 'Workloads', adopt }, ...tree] });

  it('is imported by its id, keeps name and tags, and outlives the landing zone', () => {
    expect(management.json.import).toEqual([
      { to: 'aws_organizations_organization.organization', id: 'o-acme000000' },
      { to: `${type}.ou-Workloads`, id: adopt },
    ]);
    expect(resource(management, type, 'ou-Workloads').lifecycle).toEqual({
      create_before_destroy: true,
      ignore_changes: ['name', 'tags', 'tags_all'],
      prevent_destroy: true,
    });
  });

  it('outlives it without protection, too', () => {
    const settings = { organization, protection: 'off', organizationalUnits: [{ path: 'Workloads', adopt }, ...tree] };
    const { lifecycle } = resource(managementOf(settings as Partial<SettingsSpec>), type, 'ou-Workloads');
    expect(lifecycle.prevent_destroy).toBe(true);
  });

  it('has OUs below it that are made', () => {
    expect(resource(management, type, 'ou-Workloads-MachineLearning')).toMatchObject({
      parent_id: reference(`${type}.ou-Workloads.id`),
      lifecycle: { create_before_destroy: true },
    });
  });

  it('stays in AWS where it leaves the tree, once the ledger knows it', () => {
    const change = lockedChange();
    const settings = { ...change.settings, organization, organizationalUnits: [{ path: 'Lab', adopt }, ...tree] };
    const ledger = lockedLedger({ ...change, settings });
    const without = zoneOf({ ...change, settings: { ...settings, organizationalUnits: tree }, ledger });
    expect(synthOne(without, 'management').json.removed).toContainEqual({
      from: `${type}.ou-Lab`,
      lifecycle: { destroy: false },
    });
  });

  it('keeps its name in AWS and its address where it is renamed here', () => {
    const change = lockedChange();
    const organizationalUnits = [{ path: 'Workloads', adopt }, ...tree];
    const adopting = { ...change, settings: { ...change.settings, organization, organizationalUnits } };
    const ledger = lockedLedger(adopting);
    const { settings, ...renamed } = unitRenamed(adopting, 'Workloads', 'Work');
    const units = settings?.organizationalUnits?.map((unit) =>
      typeof unit === 'object' && unit.path === 'Work' ? { ...unit, adopt } : unit,
    );
    const zone = zoneOf({ ...renamed, settings: { ...settings, organizationalUnits: units ?? [] }, ledger });
    const management = synthOne(zone, 'management');
    expect(management.json.import).toContainEqual({ to: `${type}.ou-Workloads`, id: adopt });
    expect(resource(management, type, 'ou-Workloads').lifecycle.ignore_changes).toContain('name');
  });
});

describe('an OU that the landing zone makes', () => {
  it('is deleted after what left it, which AWS asks for', () => {
    const units = Object.values(resources(managementOf({}), type));
    expect(units.length).toBeGreaterThan(4);
    for (const { lifecycle } of units) expect(lifecycle).toEqual({ create_before_destroy: true });
  });
});
