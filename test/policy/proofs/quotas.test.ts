import { organizationPolicies } from '../../../policy/guardrails/organization-policies';
import type { OrganizationPolicy, PolicyStatement } from '../../../policy/guardrails/organization-policy';
import { rcpQuotas, scpQuotas } from '../../../schema/facts/quotas';
import { knownRegions } from '../../../schema/facts/regions';
import type { LandingZone } from '../../../schema/landing-zone';
import { addressOf } from '../../../schema/organization-tree';
import { boundAccounts } from '../../support/proofs';
import { zoneOf } from '../../support/zone';

/** The sample with every setting that lengthens policies at its longest. */
const longestZone = (): LandingZone =>
  zoneOf({
    settings: {
      name: 'n'.repeat(20),
      regions: [...knownRegions],
      deployRole: 'r'.repeat(64),
      bedrockGeographies: ['us', 'eu', 'apac', 'au', 'ca', 'jp', 'global'],
      bedrockApplicationProfiles: true,
    },
  });

/** The statements of the document itself. */
const statementsIn = ({ content }: OrganizationPolicy): readonly PolicyStatement[] => JSON.parse(content).Statement;

const sets = Object.keys(scpQuotas) as (keyof typeof scpQuotas)[];

describe.each(sets)('the policies of the catalog under the quotas %s', (set) => {
  const packed = [zoneOf(), longestZone()].map((zone) => ({
    zone,
    policies: organizationPolicies({ ...zone, organization: { ...zone.organization, scpQuota: set } }),
  }));
  const all = packed.flatMap(({ policies }) => policies);

  it('fit in characters and in policies per target', () => {
    for (const type of ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const) {
      const { characters, perTarget } = type === 'SERVICE_CONTROL_POLICY' ? scpQuotas[set] : rcpQuotas;
      for (const { policies } of packed) {
        const ofType = policies.filter((policy) => policy.type === type);
        const targets = ofType.flatMap((policy) => policy.targets.map(({ name }) => name));
        expect(Math.max(...ofType.map(({ content }) => content.length))).toBeLessThanOrEqual(characters.value);
        // The full access of AWS is attached everywhere and takes a slot.
        for (const target of targets)
          expect(targets.filter((name) => name === target).length + 1).toBeLessThanOrEqual(perTarget.value);
      }
    }
  });

  it('are attached to nodes of the tree, by names that are used once and that Organizations takes', () => {
    for (const { zone, policies } of packed) {
      const targets = policies.flatMap((policy) => policy.targets.map(addressOf));
      const units = zone.organizationalUnits.map((name) => addressOf({ kind: 'organizational unit', name }));
      const accounts = boundAccounts(zone).map(({ name }) => addressOf({ kind: 'account', name }));
      expect(targets.filter((target) => !['root', ...units, ...accounts].includes(target))).toEqual([]);
      const names = policies.map(({ name }) => `${zone.name}-${name}`);
      expect(new Set(names).size).toBe(names.length);
      expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(128);
    }
  });

  it('have descriptions that Organizations takes', () => {
    for (const { description } of all) expect(description).toMatch(/^.{1,512}$/s);
  });

  it('carry no white space, which AWS would count', () => {
    for (const { content } of all) expect(content).not.toMatch(/\s/);
  });

  it('deny and never allow, under Sids of letters and digits that are used once', () => {
    for (const policy of all) {
      const statements = statementsIn(policy);
      expect(statements.filter(({ Effect }) => Effect !== 'Deny')).toEqual([]);
      const sids = statements.flatMap(({ Sid }) => Sid ?? []);
      expect(sids.filter((sid) => !/^[A-Za-z0-9]+$/.test(sid))).toEqual([]);
      expect(new Set(sids).size).toBe(sids.length);
    }
  });

  it('name each action of a statement once, and none that a wildcard beside it covers', () => {
    for (const { Action = [], NotAction = [] } of all.flatMap(statementsIn)) {
      const actions = [Action, NotAction].flat();
      const covered = actions.filter((action) =>
        actions.some((other) => other !== action && other.endsWith('*') && action.startsWith(other.slice(0, -1))),
      );
      expect(covered).toEqual([]);
      expect(new Set(actions).size).toBe(actions.length);
    }
  });
});
