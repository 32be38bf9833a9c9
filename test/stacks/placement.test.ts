import { conformancePacks } from '../../policy/conformance/conformance-packs';
import type { Account } from '../../schema/landing-zone';
import { accountsIn } from '../../schema/organization-tree';
import { argumentsOf } from '../support/binding-arguments';
import { allResources, type NamedResource, placeOf, type Stack, synth } from '../support/synth';
import { sampleSettings, zoneOf } from '../support/zone';

const zone = zoneOf();
const members = zone.activeAccounts.filter(({ origin }) => origin !== 'external');
const byAlias = Object.values(synth(zone));
const byArgument = Object.values(synth(zoneOf({ settings: { awsProvider: '~> 6.25' } })));

/** Custom rules look at models, so their functions are where those may be. */
const modelling = accountsIn(zone, zone.places.aiAccounts).filter(({ state }) => state === 'active');

const inRegionsOf = (accounts: readonly Account[]): string[] =>
  accounts.flatMap(({ name, regions }) => regions.map((region) => `${name}/${region}`));
const inHomeOf = (accounts: readonly Account[]): string[] => accounts.map(({ name }) => `${name}/${zone.homeRegion}`);
const everywhere = (account: string): string[] => zone.regions.map((region) => `${account}/${region}`);

/** Where the members of the security account are made: by the security account, in the regions of each member. */
const memberships = zone.activeAccounts
  .filter(({ role }) => role !== 'security')
  .flatMap(({ regions }) => regions.map((region) => `security/${region}`));

const external = zone.activeAccounts.filter(({ origin }) => origin === 'external');

/** Accounts whose detector nobody else makes. */
const detectors = [...everywhere('management'), ...inRegionsOf(external), ...everywhere('security')];

/** Macie's jobs belong to the administrator, in whichever stack: the sample has one that runs weekly and one that runs once. */
const jobs = [...everywhere('security'), ...everywhere('security')];

const expected: Readonly<Record<string, readonly string[]>> = {
  aws_accessanalyzer_analyzer: [...everywhere('security'), `management/${zone.homeRegion}`],
  aws_cloudtrail: [...inHomeOf(members), `security/${zone.homeRegion}`],
  aws_config_configuration_recorder: inRegionsOf(members),
  aws_config_configuration_recorder_status: inRegionsOf(members),
  aws_config_delivery_channel: inRegionsOf(members),
  aws_config_organization_conformance_pack: conformancePacks(zone).map(({ region }) => `management/${region}`),
  aws_lambda_function: inRegionsOf(modelling),
  aws_lambda_permission: inRegionsOf(modelling),
  aws_ebs_encryption_by_default: inRegionsOf(zone.activeAccounts),
  aws_guardduty_detector: detectors,
  aws_guardduty_member: memberships,
  aws_guardduty_organization_admin_account: everywhere('management'),
  aws_guardduty_organization_configuration: everywhere('security'),
  aws_guardduty_publishing_destination: everywhere('security'),
  aws_iam_account_password_policy: inHomeOf(zone.activeAccounts),
  aws_iam_organizations_features: [`management/${zone.homeRegion}`],
  aws_guardduty_detector_feature: everywhere('security').flatMap((place) => Array<string>(6).fill(place)),
  aws_guardduty_member_detector_feature: memberships.flatMap((place) => Array<string>(6).fill(place)),
  aws_macie2_classification_job: jobs,
  aws_macie2_account: [...everywhere('management'), ...inRegionsOf(external), ...everywhere('security')],
  aws_macie2_member: memberships,
  aws_macie2_organization_admin_account: everywhere('management'),
  aws_organizations_organization: [`management/${zone.homeRegion}`],
  aws_s3_account_public_access_block: inHomeOf(zone.activeAccounts),
  aws_securityhub_account: [...everywhere('management'), ...everywhere('security')],
  aws_securityhub_configuration_policy: [`security/${zone.homeRegion}`],
  aws_securityhub_organization_admin_account: everywhere('management'),
  aws_sns_topic: [`security/${zone.homeRegion}`],
};

/** The attributes that tell two things of a type apart in one account and region; a type without any exists once there. */
const identity: Readonly<Record<string, readonly string[]>> = {
  aws_accessanalyzer_analyzer: ['analyzer_name'],
  aws_bedrock_guardrail: ['name'],
  aws_bedrock_inference_profile: ['name'],
  aws_bedrock_model_invocation_logging_configuration: [],
  aws_cloudtrail: ['name'],
  aws_cloudwatch_event_bus: ['name'],
  aws_cloudwatch_event_rule: ['event_bus_name', 'name'],
  aws_config_configuration_recorder: [],
  aws_config_delivery_channel: [],
  aws_ebs_encryption_by_default: [],
  aws_guardduty_detector: [],
  aws_guardduty_detector_feature: ['name'],
  aws_guardduty_filter: ['name'],
  aws_guardduty_member: ['account_id'],
  aws_guardduty_member_detector_feature: ['account_id', 'name'],
  aws_iam_account_password_policy: [],
  aws_iam_organizations_features: [],
  aws_iam_role: ['name'],
  aws_kms_alias: ['name'],
  aws_lambda_function: ['function_name'],
  aws_macie2_account: [],
  aws_macie2_classification_job: ['name'],
  aws_macie2_member: ['account_id'],
  aws_s3_account_public_access_block: [],
  aws_s3_bucket: ['bucket'],
  aws_securityhub_account: [],
  aws_sns_topic: ['name'],
};

const everyResource = (stacks: readonly Stack[]) =>
  stacks.flatMap((stack) =>
    allResources(stack).map((each) => ({ ...each, stack: stack.name, place: placeOf(zone, stack, each.body) })),
  );

/** The account that a resource belongs to, by the stack that it stands in and by who has to make it. */
function ownerOf(stack: string, { type, name }: NamedResource): string {
  if (/_organization_admin_account$/.test(type) || /^(?!audit-).*-management(-|$)/.test(name)) return 'management';
  if (/^aws_(guardduty_member|macie2_(member|classification_job)|securityhub_configuration_policy)/.test(type))
    return 'security';
  return ['compliance', 'cost'].includes(stack) ? 'management' : stack.replace(/^(account|ai)-/, '');
}

/** What more than one stack would make, with those stacks. */
function madeTwice(all: ReturnType<typeof everyResource>): readonly (readonly [string, readonly string[]])[] {
  const seen = new Map<string, string[]>();
  for (const { type, place, body, stack } of all) {
    const attributes = identity[type];
    if (!attributes) continue;
    const thing = [place, type, ...attributes.map((attribute) => body[attribute] ?? 'default')].join(' ');
    seen.set(thing, [...(seen.get(thing) ?? []), stack]);
  }
  return [...seen].filter(([, owners]) => owners.length > 1);
}

describe.each([
  { constraint: zone.awsProvider, stacks: byAlias },
  { constraint: '~> 6.25', stacks: byArgument },
])('placement with a provider $constraint', ({ stacks }) => {
  const all = everyResource(stacks);

  test.each(Object.entries(expected))('puts %s where it is wanted, once', (type, places) => {
    const found = all.filter((each) => each.type === type).map(({ place }) => place);
    expect(found.sort()).toEqual([...places].sort());
  });

  test('puts every resource into the region that its name ends in, and into the home region where it names none', () => {
    const misplaced = all.filter((each) => {
      const region = zone.regions.find((candidate) => each.name.includes(candidate)) ?? zone.homeRegion;
      return each.place !== `${ownerOf(each.stack, each)}/${region}`;
    });
    expect(misplaced.map(({ stack, type, name, place }) => `${stack} ${type}.${name} in ${place}`)).toEqual([]);
  });

  test('makes nothing twice in one account and region, in whichever stacks', () => {
    expect(madeTwice(all)).toEqual([]);
  });

  test('leaves out the regions that an account leaves out', () => {
    const sandbox = all.filter(({ stack, place }) => stack === 'account-sandbox' || place.startsWith('sandbox/'));
    expect([...new Set(sandbox.map(({ place }) => place.split('/')[1]))].sort()).toEqual(['eu-central-1', 'eu-west-1']);
  });
});

describe('a security account whose unit may have models', () => {
  const settings = {
    places: { ...sampleSettings().places, aiAccounts: { organizationalUnits: ['Security', 'Workloads'] } },
  };
  const stacks = Object.values(synth(zoneOf({ settings })));

  it('has functions of custom rules, whose alarms are heard once', () => {
    const all = everyResource(stacks);
    expect(all.some(({ type, stack }) => type === 'aws_lambda_function' && stack === 'account-security')).toBe(true);
    expect(madeTwice(all)).toEqual([]);
  });
});

describe('the two placements', () => {
  test('put the same resources into the same places', () => {
    const lines = (stacks: readonly Stack[]) =>
      everyResource(stacks).map(({ stack, type, name, place }) => `${stack} ${type}.${name} in ${place}`);
    expect(lines(byArgument)).toEqual(lines(byAlias));
  });

  test('differ in nothing but provider and region', () => {
    const rest = (stacks: readonly Stack[]) =>
      everyResource(stacks).map(({ body: { provider: _provider, region: _region, ...body } }) => body);
    expect(rest(byArgument)).toEqual(rest(byAlias));
  });
});

describe.each([
  { constraint: zone.awsProvider, stacks: byAlias },
  { constraint: '~> 6.25', stacks: byArgument },
])('the resources for provider $constraint', ({ stacks }) => {
  it('have no argument that provider 6.25 does not know', () => {
    const unknown = stacks.flatMap((stack) =>
      allResources(stack).flatMap(({ type, name, body }) => {
        const known = argumentsOf(type);
        return Object.keys(body).flatMap((key) => (known.includes(key) ? [] : [`${type}.${name}: ${key}`]));
      }),
    );
    expect(unknown).toEqual([]);
  });
});
