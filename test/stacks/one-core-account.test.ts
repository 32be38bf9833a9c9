import { accountId, allResources, everyRegion, find, placeOf, resources, synth } from '../support/synth';
import { sampleAccounts, zoneOf } from '../support/zone';

const accounts = sampleAccounts().filter(({ role }) => role !== 'log-archive');
const zone = zoneOf({ settings: { regions: everyRegion }, accounts });
const stacks = synth(zone);
const inSecurity = Object.values(stacks).flatMap((stack) =>
  allResources(stack)
    .map((each) => ({ ...each, stack: stack.name, place: placeOf(zone, stack, each.body) }))
    .filter(({ place }) => place.startsWith('security/')),
);

describe('a company with one core account', () => {
  it('has the same stacks and states, but for the one of the account that it does without', () => {
    expect(Object.keys(stacks)).toEqual(Object.keys(synth(zoneOf())).filter((name) => name !== 'account-log-archive'));
  });

  it('keeps its logs in the security account, in a state of their own, under the names that they always have', () => {
    const archive = find(stacks, 'log-archive');
    expect(allResources(archive).every(({ body }) => placeOf(zone, archive, body).startsWith('security/'))).toBe(true);
    expect(resources(archive, 'aws_s3_bucket')['trails-bucket']).toMatchObject({
      bucket: `acme-ai-trails-${accountId('security')}`,
    });
    expect(archive.dependencies).toEqual(['management']);
    expect(find(stacks, 'security').dependencies).toContain('log-archive');
  });

  it.each([
    ['aws_s3_bucket', 'bucket'],
    ['aws_kms_alias', 'name'],
    ['aws_iam_role', 'name'],
  ])('gives no %s of the account the name of another one', (type, attribute) => {
    const names = inSecurity
      .filter((each) => each.type === type)
      .map(({ body, place }) => `${place} ${body[attribute]}`);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('names the account at most once in each list of a policy: AWS would keep it once, and every plan would add it again', () => {
    const lists = inSecurity.flatMap(({ stack, type, name, body }) =>
      [body.policy, body.assume_role_policy]
        .filter((text) => typeof text === 'string')
        .flatMap((text) => listsIn(JSON.parse(text)))
        .map((list) => ({ at: `${stack} ${type}.${name}`, list })),
    );
    expect(lists.length).toBeGreaterThan(20);
    expect(lists.filter(({ list }) => new Set(list.map(String)).size !== list.length)).toEqual([]);
  });
});

/** Every list of texts in a document. */
function listsIn(value: unknown): readonly (readonly unknown[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(listsIn);
  return Array.isArray(value) ? [value.filter((item) => typeof item === 'string'), ...below] : below;
}
