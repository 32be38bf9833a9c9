import * as fc from 'fast-check';
import { organizationPolicies } from '../../../policy/guardrails/organization-policies';
import type { OrganizationPolicy, PolicyStatement } from '../../../policy/guardrails/organization-policy';
import { covers } from '../../../policy/guardrails/packing/actions';
import { listOf } from '../../../policy/guardrails/packing/normal-form';
import { rcpQuotas, scpQuotas } from '../../../schema/facts/quotas';
import { controlForm, type Where } from '../../../schema/forms/control';
import type { Account, Control, LandingZone } from '../../../schema/landing-zone';
import { accountsIn, chainOf } from '../../../schema/organization-tree';
import { InvalidLandingZone } from '../../../schema/problems/problem';
import { madeControl } from '../../support/made-control';
import { sampleAccounts, zoneOf } from '../../support/zone';

/** Every action of a small AWS. */
const universe = ['s3:GetObject', 's3:GetBucketAcl', 's3:PutObject', 'kms:Decrypt', 'kms:Encrypt', 'sts:AssumeRole'];
const patterns = [...universe, 'S3:getobject', 's3:*', 's3:Get*', 'kms:?ncrypt', '*'];

const some = <T>(values: T[], minLength = 1) => fc.uniqueArray(fc.constantFrom(...values), { minLength, maxLength: 3 });
const long = (sign: string): string => `arn:aws:s3:::${sign.repeat(1500)}`;

const resource = fc.oneof(
  fc.constant({}),
  some([long('a'), long('b'), '*']).map((Resource) => ({ Resource })),
  fc.constant({ NotResource: long('c') }),
);
const condition = fc.constantFrom(
  undefined,
  { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
  { StringEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] } },
  { Bool: { 'aws:SecureTransport': 'false' }, ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Plumber' } },
);
const denied = fc
  .tuple(fc.constantFrom('Action', 'NotAction'), some(patterns), resource, condition)
  .map(([element, actions, where, Condition]) => ({ [element]: actions, ...where, ...(Condition && { Condition }) }));

const prevent = fc
  .record({
    scp: fc.array(denied, { maxLength: 3 }),
    rcp: fc.array(denied, { maxLength: 2 }),
    exempt: fc.subarray(['deployRole', 'breakGlass']),
  })
  .filter(({ scp, rcp }) => scp.length + rcp.length > 0);

const units = [
  'Workloads',
  'Workloads/MachineLearning',
  'Workloads/MachineLearning/Production',
  'Sandbox',
  'Suspended',
];
const where: fc.Arbitrary<Where> = fc.oneof(
  fc.constant('every account' as const),
  some(units).map((organizationalUnits) => ({ organizationalUnits })),
  fc.constantFrom('gold', 'silver').map((tier) => ({ accountTags: { tier } })),
);

const tiers = ['gold', 'silver'];
const accounts = sampleAccounts().map((account, index) => ({ ...account, tags: { tier: tiers[index % 2] ?? 'gold' } }));

/** Everything but the controls, which are parsed alone: to resolve a landing zone for each catalog would take seconds. */
const bare = zoneOf({ accounts, controls: [] });
const parsed = (spec: { readonly where: Where }, index: number): Control => {
  const { file, value } = madeControl({ id: `made-${index}`, ...spec });
  return { ...controlForm.parse(value), where: spec.where, file, service: 'made', mode: 'on' };
};

const zones = fc
  .record({
    specs: fc.array(fc.record({ where, prevent }), { maxLength: 6 }),
    scpQuota: fc.constantFrom('since-2026-05' as const, 'before-2026-05' as const),
  })
  .map(
    ({ specs, scpQuota }): LandingZone => ({
      ...bare,
      organization: { ...bare.organization, scpQuota },
      controls: specs.map(parsed),
    }),
  );

/** The policies, where they fit. */
function tryPolicies(zone: LandingZone): readonly OrganizationPolicy[] | undefined {
  try {
    return organizationPolicies(zone);
  } catch (error) {
    if (error instanceof InvalidLandingZone) return undefined;
    throw error;
  }
}

const checkEach = (check: (zone: LandingZone, policies: readonly OrganizationPolicy[]) => void): void =>
  fc.assert(
    fc.property(zones, (zone) => {
      const policies = tryPolicies(zone);
      fc.pre(policies !== undefined);
      check(zone, policies);
    }),
    { numRuns: 40 },
  );

type Denial = Pick<PolicyStatement, 'Action' | 'NotAction' | 'Resource' | 'NotResource' | 'Condition'>;

const sortedText = (values: string | readonly string[] | undefined): string =>
  [...new Set(listOf(values))].sort().join();

/** Everything that a statement denies: each action of the small AWS with the resources and the condition as a text. */
function denials({ Action, NotAction, Resource = '*', NotResource, Condition = {} }: Denial): readonly string[] {
  const named = (action: string) => listOf(Action ?? NotAction).some((pattern) => covers(pattern, action));
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => `${operator} ${key} ${sortedText(values)}`),
  );
  const rest = [NotResource ? `not ${NotResource}` : sortedText(Resource), ...conditions.sort()].join(' | ');
  return universe.filter((action) => (Action ? named(action) : !named(action))).map((action) => `${action} ${rest}`);
}

const exempting = (zone: LandingZone, statement: Denial, exempt: readonly string[]): Denial => {
  if (exempt.length === 0) return statement;
  const roles = exempt.flatMap((each) => (each === 'deployRole' ? zone.deployRole : zone.roles.breakGlass));
  const there = listOf(statement.Condition?.ArnNotLike?.['aws:PrincipalArn']);
  const ArnNotLike = { 'aws:PrincipalArn': [...there, ...roles.map((role) => `arn:aws:iam::*:role/${role}`)] };
  return { ...statement, Condition: { ...statement.Condition, ArnNotLike } };
};

/** What the controls want denied in an account. */
const wanted = (zone: LandingZone, account: Account, kind: 'scp' | 'rcp'): Set<string> =>
  new Set(
    zone.controls
      .filter((control) => accountsIn(zone, control.where).includes(account))
      .flatMap(({ prevent }) =>
        (prevent?.[kind] ?? []).flatMap((each) => denials(exempting(zone, each, prevent?.exempt ?? []))),
      ),
  );

const binding = (policies: readonly OrganizationPolicy[], account: Account, type: OrganizationPolicy['type']) => {
  const chain = chainOf(account).map(({ kind, name }) => `${kind} ${name}`);
  return policies.filter(
    (policy) => policy.type === type && policy.targets.some(({ kind, name }) => chain.includes(`${kind} ${name}`)),
  );
};

const members = ({ accounts: all, managementAccount }: LandingZone): readonly Account[] =>
  all.filter((account) => account.origin !== 'external' && account !== managementAccount);

describe('compiled policies', () => {
  it.each([
    ['SERVICE_CONTROL_POLICY', 'scp'],
    ['RESOURCE_CONTROL_POLICY', 'rcp'],
  ] as const)('of type %s deny in each account what its controls want denied, and nothing else', (type, kind) => {
    checkEach((zone, policies) => {
      for (const account of members(zone)) {
        const compiled = binding(policies, account, type).flatMap(({ content }) =>
          (JSON.parse(content) as { Statement: PolicyStatement[] }).Statement.flatMap(denials),
        );
        expect(new Set(compiled)).toEqual(wanted(zone, account, kind));
      }
    });
  });

  it('say nothing twice in a document: under the same terms an action is in it once', () => {
    checkEach((_, policies) => {
      for (const { statements } of policies) {
        const said = statements.flatMap(({ statement: { Sid, Action, ...frame } }) =>
          (Action ? listOf(Action) : ['']).map((action) => `${action.toLowerCase()} ${JSON.stringify(frame)}`),
        );
        expect(said).toHaveLength(new Set(said).size);
      }
    });
  });

  it('keep within the quotas', () => {
    checkEach((zone, policies) => {
      const { characters, perTarget } = scpQuotas[zone.organization.scpQuota];
      const attached = new Map<string, number>();
      for (const { type, targets, content } of policies) {
        const scp = type === 'SERVICE_CONTROL_POLICY';
        expect(content.length).toBeLessThanOrEqual(scp ? characters.value : rcpQuotas.characters.value);
        for (const { kind, name } of targets) {
          const place = `${type} ${kind} ${name}`;
          attached.set(place, (attached.get(place) ?? 0) + 1);
          // The full-access policy takes one.
          expect(attached.get(place)).toBeLessThan(scp ? perTarget.value : rcpQuotas.perTarget.value);
        }
      }
    });
  });

  it('do not depend on the order of controls, statements, actions and values', () => {
    const reversed = <T>(value: T): T =>
      (Array.isArray(value)
        ? value.map(reversed).reverse()
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, reversed(child)]))
          : value) as T;
    checkEach((zone, policies) => {
      expect(organizationPolicies({ ...zone, controls: reversed(zone.controls) })).toEqual(policies);
    });
  });

  it('trace every statement to controls that ask for it', () => {
    checkEach((zone, policies) => {
      for (const { type, statements } of policies)
        for (const { statement, controls, actionsOf } of statements) {
          const kind = type === 'SERVICE_CONTROL_POLICY' ? 'scp' : 'rcp';
          const here = denials(statement);
          for (const id of controls) {
            const { prevent } = zone.controls.find((control) => control.id === id) ?? {};
            const asked = (prevent?.[kind] ?? []).flatMap((each) =>
              denials(exempting(zone, each, prevent?.exempt ?? [])),
            );
            const named = actionsOf?.[id];
            expect(asked).toEqual(expect.arrayContaining(named ? denials({ ...statement, Action: named }) : here));
          }
          expect(controls.length).toBeGreaterThan(0);
          expect(statement.Sid === undefined || controls.length === 1).toBe(true);
        }
    });
  });

  it('name every control that denies something', () => {
    checkEach((zone, policies) => {
      const named = new Set(policies.flatMap(({ statements }) => statements.flatMap(({ controls }) => controls)));
      const denying = zone.controls.filter((control) =>
        accountsIn(zone, control.where).some((account) => account !== zone.managementAccount),
      );
      expect([...named].sort()).toEqual(denying.map(({ id }) => id));
    });
  });

  it('have names and descriptions that Organizations takes, each name once', () => {
    checkEach((zone, policies) => {
      const names = policies.map(({ name }) => `${zone.name}-${name}`);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[a-z0-9-]{1,128}$/);
      for (const { description } of policies) expect(description.length).toBeLessThanOrEqual(512);
    });
  });
});
