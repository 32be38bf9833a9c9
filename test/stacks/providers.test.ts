import { readFileSync } from 'node:fs';
import { accountId, allResources, placeOf, providers, type Stack, synth } from '../support/synth';
import { zoneOf } from '../support/zone';

const retiredRegions = ['ap-south-1'];
const zone = zoneOf({ controls: [], settings: { retiredRegions } });
const byAlias = Object.values(synth(zone));
const byArgument = Object.values(synth(zoneOf({ controls: [], settings: { retiredRegions, awsProvider: '~> 6.25' } })));

const namesOf = (stack: Stack): string[] => providers(stack).map(({ alias }) => (alias ? `aws.${alias}` : 'aws'));

/** What the management account makes and others own. */
const forOthers = 'management-for-others';

/** The providers for what an account makes for itself. */
const ownProviders = (stack: Stack) => providers(stack).filter(({ alias }) => alias !== forOthers);

/** The accounts that a stack reaches, its own first. */
function reached(name: string): string[] {
  if (name === 'compliance') return ['management', 'security'];
  if (name === 'cost') return ['management'];
  if (name === 'security') return ['security', 'management'];
  const own = name.replace(/^(account|ai)-/, '');
  return name.startsWith('account-') && own !== 'security' ? [own, 'security'] : [own];
}

/** The types in whose schema of AWS provider 6.25 there is a `region`. */
function isRegional(type: string): boolean {
  const folder = type.replace(/^aws_/, '').replaceAll('_', '-');
  const declarations = require.resolve(`@cdktf/provider-aws/lib/${folder}/index.d.ts`);
  return readFileSync(declarations, 'utf8').includes('readonly region?: string;');
}

describe.each([
  { constraint: zone.awsProvider, stacks: byAlias },
  { constraint: '~> 6.25', stacks: byArgument },
])('providers under $constraint', ({ constraint, stacks }) => {
  test('carry the constraint', () => {
    for (const { json } of stacks) expect(json.terraform.required_providers.aws.version).toBe(constraint);
  });

  test.each(stacks)('are there for every resource of $name', (stack) => {
    const named = new Set(allResources(stack).map(({ body }) => body.provider));
    expect([...named].filter((name) => !namesOf(stack).includes(name))).toEqual([]);
  });

  test.each(stacks)('refuse any account but one in $name', (stack) => {
    for (const { allowed_account_ids } of providers(stack)) {
      expect(allowed_account_ids).toHaveLength(1);
      expect(allowed_account_ids[0]).toMatch(/^(\d{12}|\$\{data\.terraform_remote_state\.management\.outputs\..*\})$/);
    }
  });

  test.each(stacks)('assume the deploy role of that account in $name, but for the management account', (stack) => {
    for (const {
      allowed_account_ids: [id],
      assume_role,
    } of providers(stack)) {
      const role = { role_arn: `arn:aws:iam::${id}:role/OrganizationAccountAccessRole`, session_name: 'landing-zone' };
      expect(assume_role).toEqual(id === zone.managementAccount.id ? undefined : [role]);
    }
  });

  test.each(stacks)(
    'refer to no resource of $name, or an unknown role would mean the account of the caller',
    (stack) => {
      const references = JSON.stringify(providers(stack)).match(/\$\{[^}]*\}/g) ?? [];
      const own = references.filter((reference) => !reference.startsWith('${data.terraform_remote_state.'));
      expect(own).toEqual([]);
    },
  );

  test('tag what they make with the tags of the landing zone, of the account, and its owner', () => {
    const sandbox = stacks.find(({ name }) => name === 'account-sandbox');
    const [provider] = sandbox ? providers(sandbox) : [];
    expect(provider?.allowed_account_ids).toEqual([accountId('sandbox')]);
    expect(provider?.default_tags).toEqual([{ tags: { 'managed-by': 'landing-zone', owner: 'research' } }]);
  });

  test('tag no account with what the management account is tagged with', () => {
    const made = stacks.flatMap((stack) =>
      allResources(stack).flatMap(({ type, body }) =>
        type === 'aws_organizations_account' ? [{ provider: body.provider, tags: body.tags }] : [],
      ),
    );
    expect(made).not.toEqual([]);
    for (const { provider, tags } of made) {
      expect(provider).toBe(`aws.${forOthers}`);
      expect(tags).toHaveProperty('owner');
    }
    const others = stacks.flatMap((stack) => providers(stack).filter(({ alias }) => alias === forOthers));
    expect(others.map(({ default_tags }) => default_tags)).toEqual([[{ tags: { 'managed-by': 'landing-zone' } }]]);
  });
});

describe('a constraint that admits v5', () => {
  test.each(byAlias)('gives $name one provider for each account and region, and no resource a region', (stack) => {
    const places = ownProviders(stack).map(({ allowed_account_ids: [id], region }) => `${id} ${region}`);
    expect(places).toEqual([...new Set(places)]);
    expect(allResources(stack).filter(({ body }) => body.region !== undefined)).toEqual([]);
  });

  // Terraform cannot delete what is left of a region without its provider.
  test.each(byAlias)(
    'gives $name each region of each account that it reaches, retired ones too, used or not',
    (stack) => {
      const everyRegion = [...zone.regions, ...retiredRegions];
      const [home, ...others] = reached(stack.name).flatMap((account) =>
        everyRegion.map((region) => ({ name: `aws.${account}-${region}`, region })),
      );
      expect(home?.region).toBe(zone.homeRegion);
      const names = namesOf(stack).filter((name) => name !== `aws.${forOthers}`);
      expect(names.sort()).toEqual(['aws', ...others.map(({ name }) => name)].sort());
    },
  );

  test('makes nothing in a retired region', () => {
    const places = byAlias.flatMap((stack) => allResources(stack).map(({ body }) => placeOf(zone, stack, body)));
    expect(places.filter((place) => retiredRegions.some((region) => place.endsWith(region)))).toEqual([]);
  });

  test.each(byAlias)('makes the home region of its own account the default in $name', (stack) => {
    const [first] = providers(stack).filter(({ alias }) => alias === undefined);
    expect(first?.region).toBe('eu-central-1');
  });
});

describe('a constraint of v6 only', () => {
  test.each(byArgument)('gives $name one provider for each account, in the home region', (stack) => {
    const accounts = ownProviders(stack).map(({ allowed_account_ids: [id] }) => id);
    expect(accounts).toEqual([...new Set(accounts)]);
    expect(providers(stack).filter(({ region }) => region !== 'eu-central-1')).toEqual([]);
  });

  test.each(byArgument)('gives $name no provider that none of its resources names', (stack) => {
    const named = new Set(allResources(stack).map(({ body }) => body.provider));
    expect(namesOf(stack).sort()).toEqual([...named].sort());
  });

  test('names the region on every resource outside the home region, and on no other', () => {
    const regions = byArgument.flatMap((stack) =>
      allResources(stack).map(({ body }) => ({ own: body.region, place: placeOf(zone, stack, body) })),
    );
    expect(new Set(regions.map(({ own }) => own))).toEqual(new Set([undefined, 'eu-west-1', 'us-east-1']));
    for (const { own, place } of regions) expect(place).toMatch(new RegExp(`/${own ?? 'eu-central-1'}$`));
  });

  test('names it only where the schema of the provider has it', () => {
    const types = byArgument.flatMap((stack) =>
      allResources(stack).flatMap(({ type, body }) => (body.region === undefined ? [] : [type])),
    );
    expect([...new Set(types)].filter((type) => !isRegional(type))).toEqual([]);
    expect(isRegional('aws_iam_role')).toBe(false);
  });
});
