import { serviceControlPolicies } from '../../policy/service-control-policies';
import type { LandingZone } from '../../schema/landing-zone';
import { scpQuotas } from '../../schema/quotas';
import { knownRegions } from '../../schema/regions';
import { statementsOf } from '../support/deny';
import { zoneOf } from '../support/zone';

const quotaSets = Object.keys(scpQuotas) as (keyof typeof scpQuotas)[];

/** The sample with every field that lengthens a policy as long as it may be. */
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

describe('service control policies', () => {
  it.each(quotaSets)('fit the quotas %s in characters and in policies per target', (set) => {
    const { characters, perTarget } = scpQuotas[set];
    const policies = serviceControlPolicies({
      ...longestZone(),
      organization: { ...longestZone().organization, scpQuota: set },
    });
    for (const { content } of policies) expect(content.length).toBeLessThanOrEqual(characters.value);
    for (const { target } of policies) {
      const attached = policies.filter((policy) => policy.target === target).length;
      // FullAWSAccess is attached everywhere and takes a slot.
      expect(attached + 1).toBeLessThanOrEqual(perTarget.value);
    }
  });

  it('are refused by name with size, limit and source where one does not fit', () => {
    const zone = { ...zoneOf(), regions: Array.from({ length: 900 }, (_, index) => `eu-north-${index}`) };
    expect(() => serviceControlPolicies(zone)).toThrow(
      /^Service control policy 'regions' for Root has \d{5} characters; the limit is 10240 \(organization\.scpQuota 'since-2026-05', .+, 2026-05-15\)$/,
    );
  });

  it('are refused by target with count, limit and source where too many meet, FullAWSAccess among them', () => {
    const attached = serviceControlPolicies(zoneOf()).filter(({ target }) => target === 'Root').length + 1;
    const { perTarget } = scpQuotas['since-2026-05'];
    const limited = (value: number) =>
      jest.replaceProperty(scpQuotas['since-2026-05'], 'perTarget', { ...perTarget, value } as typeof perTarget);
    const enough = limited(attached);
    expect(() => serviceControlPolicies(zoneOf())).not.toThrow();
    enough.restore();
    const tooFew = limited(attached - 1);
    expect(() => serviceControlPolicies(zoneOf())).toThrow(
      new RegExp(
        `^Root has ${attached} service control policies, FullAWSAccess among them; the limit is ${attached - 1} ` +
          "\\(organization\\.scpQuota 'since-2026-05', .+, 2026-05-15\\)$",
      ),
    );
    tooFew.restore();
  });

  it('are attached to the root or to an OU of the tree, by names that are used once', () => {
    const zone = zoneOf();
    const policies = serviceControlPolicies(zone);
    expect(policies.filter(({ target }) => !['Root', ...zone.organizationalUnits].includes(target))).toEqual([]);
    expect(new Set(policies.map(({ name }) => name)).size).toBe(policies.length);
  });

  describe.each(serviceControlPolicies(zoneOf()))('$name', ({ content, description }) => {
    it('has a description that Organizations takes', () => {
      expect(description.length).toBeLessThanOrEqual(512);
      expect(description).not.toBe('');
    });

    it('denies and never allows, each statement under a Sid of letters and digits that is used once', () => {
      const statements = statementsOf(content);
      const sids = statements.map(({ Sid }) => Sid);
      expect(statements.filter(({ Effect }) => Effect !== 'Deny')).toEqual([]);
      expect(sids.filter((sid) => !/^[A-Za-z0-9]+$/.test(sid))).toEqual([]);
      expect(new Set(sids).size).toBe(sids.length);
    });

    it('carries no white space, which AWS would count', () => {
      expect(content).not.toMatch(/\s/);
    });

    it('names each action once, and none that a wildcard beside it covers', () => {
      for (const { Action = [], NotAction = [] } of statementsOf(content)) {
        const actions = [Action, NotAction].flat();
        expect(new Set(actions).size).toBe(actions.length);
        const services = actions.filter((action) => action.endsWith(':*')).map((action) => action.slice(0, -1));
        const covered = actions.filter((action) =>
          services.some((service) => action.startsWith(service) && action !== `${service}*`),
        );
        expect(covered).toEqual([]);
      }
    });
  });
});
