import * as fc from 'fast-check';
import { conformancePacks } from '../../../policy/conformance/conformance-packs';
import { quotas } from '../../../schema/facts/quotas';
import type { ControlSpec } from '../../../schema/forms/control';
import type { Control, LandingZone } from '../../../schema/landing-zone';
import { accountsIn } from '../../../schema/organization-tree';
import { awsRemediation, detectiveControl, ownRemediation, zoneWith } from '../../support/detective-control';
import { zoneOf } from '../../support/zone';

const wheres: readonly ControlSpec['where'][] = [
  'every account',
  { organizationalUnits: ['Sandbox', 'Workloads'] },
  { organizationalUnits: ['Workloads'] },
  { organizationalUnits: ['Workloads', 'Workloads/MachineLearning'] },
  { organizationalUnits: ['Suspended'] },
  { accountTags: { 'managed-by': 'landing-zone' } },
];
const regions = fc.constantFrom<NonNullable<ControlSpec['detect']>['regions']>(
  undefined,
  'home',
  { only: ['us-east-1'] },
  { except: ['eu-central-1'] },
);
const resourceTypes = ['AWS::S3::Bucket'];
const parameters = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'), { maxKeys: 2 });

/** Few sources, so that many controls ask for the same one. */
const detects = fc.oneof(
  fc.record({ managed: fc.constantFrom('RULE_A', 'RULE_B', 'RULE_C'), parameters, regions }),
  fc.record({
    guard: fc.constantFrom('x', 'y').map((letter) => letter.repeat(9_000)),
    resourceTypes: fc.constant(resourceTypes),
    regions,
  }),
  fc.record({
    lambda: fc.constantFrom('check-a', 'check-b'),
    frequency: fc.constant('One_Hour' as const),
    parameters,
    regions,
  }),
);

const catalogs = fc
  .uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z]{1,3}(-[a-z0-9]{1,3}){0,2}$/),
      where: fc.constantFrom(...wheres),
      detect: detects,
      respond: fc.constantFrom<ControlSpec['respond']>('notify', awsRemediation, ownRemediation),
    }),
    { maxLength: 40, selector: ({ id }) => id },
  )
  .map((specs) => specs.map(({ id, ...change }) => detectiveControl(id, change)));

/** Where a control has to be kept, as `account/region`. */
function placesOf(zone: LandingZone, { where, detect }: Control): string[] {
  const at = detect?.regions;
  const there = (region: string) =>
    at === undefined ||
    (at === 'home'
      ? region === zone.homeRegion
      : 'only' in at
        ? at.only.includes(region)
        : !at.except.includes(region));
  return accountsIn(zone, where)
    .filter(({ state }) => state === 'active')
    .flatMap((account) => account.regions.filter(there).map((region) => `${account.name}/${region}`));
}

const rulesOf = (zone: LandingZone) =>
  conformancePacks(zone).flatMap(({ region, accounts, rules }) =>
    accounts.flatMap((account) => rules.map((rule) => ({ place: `${account.name}/${region}`, ...rule }))),
  );
const each = (check: (zone: LandingZone) => void) =>
  fc.assert(
    fc.property(catalogs, (catalog) => check(zoneWith(...catalog))),
    { numRuns: 40 },
  );

describe('whatever the catalog, conformance packs', () => {
  it('lose nothing: each control has its rule, and its remediation, in every account and region of its place', () => {
    each((zone) => {
      const rules = rulesOf(zone);
      for (const control of zone.controls) {
        const { regions: _, ...source } = control.detect ?? {};
        const kept = rules.filter(({ controls }) => controls.includes(control.id));
        expect(kept.map(({ place }) => place)).toEqual(expect.arrayContaining(placesOf(zone, control)));
        for (const rule of kept) {
          expect(rule.source).toMatchObject(source);
          if (control.respond !== 'notify') expect(rule.remediation).toEqual(control.respond);
        }
      }
    });
  });

  it('reach nobody else: a rule is where the control is that names it, and nowhere twice', () => {
    each((zone) => {
      const rules = rulesOf(zone).map(({ place, name }) => `${name} ${place}`);
      const wanted = zone.controls.flatMap((control) =>
        placesOf(zone, control).map((place) => `${control.id} ${place}`),
      );
      expect(new Set(rules).size).toBe(rules.length);
      expect(wanted).toEqual(expect.arrayContaining(rules));
    });
  });

  it('cover every account of the organization: it is in the pack, or left out of it', () => {
    each((zone) => {
      const members = zone.accounts.filter(({ origin }) => origin !== 'external').map(({ name }) => name);
      for (const { accounts, excluded } of conformancePacks(zone))
        expect([...accounts, ...excluded].map(({ name }) => name).sort()).toEqual(members);
    });
  });

  it('never exceed what AWS takes, and say in the template what they say of it', () => {
    each((zone) => {
      for (const { name, rules, template, parameters } of conformancePacks(zone)) {
        expect(name).toMatch(/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/);
        expect(rules.length).toBeLessThanOrEqual(quotas.rulesPerPack.value);
        expect(Buffer.byteLength(template)).toBeLessThanOrEqual(quotas.packTemplate.value);
        const { Resources, Parameters = {} } = JSON.parse(template);
        const types = Object.values<{ Type: string }>(Resources).map(({ Type }) => Type);
        expect(types.filter((type) => type === 'AWS::Config::ConfigRule')).toHaveLength(rules.length);
        expect(types).toHaveLength(rules.length + rules.filter(({ remediation }) => remediation).length);
        expect(Object.keys(Parameters)).toEqual(Object.keys(parameters));
      }
    });
  });

  it('do not depend on the order of the catalog', () => {
    fc.assert(
      fc.property(
        catalogs.chain((catalog) =>
          fc.tuple(fc.constant(catalog), fc.shuffledSubarray(catalog, { minLength: catalog.length })),
        ),
        ([one, other]) => {
          expect(conformancePacks(zoneWith(...other))).toEqual(conformancePacks(zoneWith(...one)));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('hold nothing of a control that is off', () => {
    fc.assert(
      fc.property(catalogs, (controls) => {
        const off = Object.fromEntries(
          zoneWith(...controls).controls.map(({ id }) => [id, { mode: 'off', reason: 'trial' } as const]),
        );
        expect(conformancePacks(zoneOf({ controls, settings: { controls: off } }))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
