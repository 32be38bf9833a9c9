import * as fc from 'fast-check';
import { isWithin } from '../../schema/facts/organizational-units';
import { knownRegions } from '../../schema/facts/regions';
import type { AccountSpec } from '../../schema/forms/account';
import type { SettingsSpec } from '../../schema/forms/settings';

/** What a person may write without breaking a rule. */
export interface ValidSpec {
  readonly settings: SettingsSpec;
  readonly accounts: readonly AccountSpec[];
}

const kebab = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}$/);
const regions = fc.uniqueArray(fc.constantFrom(...knownRegions), { minLength: 1, maxLength: 6 });

/** Some of which every object of JavaScript knows. */
const unitNames = ['Security', 'Sandbox', 'Workloads', 'Production', 'constructor', '__proto__', 'Île-de-France'];
const unitPath = fc.uniqueArray(fc.constantFrom(...unitNames), { minLength: 1, maxLength: 5 });
/** Those that the catalog names, and some more. */
const units = fc
  .uniqueArray(
    unitPath.map((path) => path.join('/')),
    { maxLength: 6 },
  )
  .map((paths) => [...new Set([...paths, 'Security', 'Workloads', 'Sandbox', 'Suspended'])]);

/** IAM takes no two keys that differ in case alone; `owner` is the landing zone's, and `aws:` is AWS's. */
const tags = fc
  .uniqueArray(
    fc.tuple(
      fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} _.:/=+@-]{0,20}$/u),
      fc.stringMatching(/^[\p{L}\p{N} _.:/=+@-]{0,20}$/u),
    ),
    { maxLength: 5, selector: ([key]) => key.toLowerCase() },
  )
  .map((pairs) => pairs.filter(([key]) => !/^(aws:|owner$)/i.test(key)))
  .map((pairs) => Object.fromEntries(pairs));

const accountNames = fc.uniqueArray(kebab, { minLength: 3, maxLength: 10 });

/** A landing zone that keeps every rule: regions, OU tree and accounts in any number, order and kind. */
export const validSpecs: fc.Arbitrary<ValidSpec> = fc
  .record({ name: kebab, regions, units, accountNames })
  .chain((frame) => {
    const [homeRegion = '', ...others] = frame.regions;
    return fc.record({
      settings: settingsOf(frame.name, homeRegion, frame.regions, frame.units),
      accounts: fc.tuple(
        ...frame.accountNames.map((name, index) => accountOf(name, index, frame.units, homeRegion, others)),
      ),
    });
  });

const settingsOf = (name: string, homeRegion: string, governed: readonly string[], organizationalUnits: string[]) =>
  fc.record<SettingsSpec, 'name' | 'homeRegion' | 'regions' | 'organizationalUnits' | 'organization' | 'services'>(
    {
      name: fc.constant(name),
      homeRegion: fc.constant(homeRegion),
      regions: fc.shuffledSubarray([...governed], { minLength: governed.length }),
      organizationalUnits: fc.constant(organizationalUnits),
      services: fc.constant({ notifications: { emails: ['security@example.com'] } }),
      // Some of the accounts are adopted.
      organization: fc.constant({ adopt: 'o-acme000000' }),
      protection: fc.constantFrom('on', 'off'),
      awsProvider: fc.constantFrom('>= 5.100.0, < 7.0.0', '~> 5.100', '~> 6.25'),
      bedrockGeographies: fc.subarray(['us', 'eu', 'apac', 'global']),
      bedrockApplicationProfiles: fc.boolean(),
      retiredRegions: fc.subarray(knownRegions.filter((region) => !governed.includes(region))),
      tags,
    },
    { requiredKeys: ['name', 'homeRegion', 'regions', 'organizationalUnits', 'organization', 'services'] },
  );

const fixedRoles = ['management', 'log-archive', 'security'] as const;

function accountOf(
  name: string,
  index: number,
  tree: readonly string[],
  homeRegion: string,
  others: readonly string[],
): fc.Arbitrary<AccountSpec> {
  const base = { name, email: `${name}@example.com`, owner: 'platform' };
  const id = String(index).padStart(12, '1');
  const role = fixedRoles[index];
  const ou = fc.constantFrom(...tree);
  if (role === 'management') return fc.constant({ ...base, role, id });
  if (role)
    return fc
      .constantFrom(...tree.filter((path) => isWithin(path, 'Security')))
      .map((path) => ({ ...base, role, ou: path }));
  const active = fc.option(
    fc.shuffledSubarray([homeRegion, ...others]).map((some) => [...new Set([...some, homeRegion])]),
    { nil: undefined },
  );
  const member = fc.record({ ou, regions: active, state: fc.constantFrom('active' as const, 'closing' as const) });
  return fc.oneof(
    member.map((choices) => ({ ...base, ...choices })),
    member.map((choices) => ({ ...base, ...choices, origin: 'adopted' as const, id })),
    active.map((some) => ({ ...base, regions: some, origin: 'external' as const, id })),
  );
}
