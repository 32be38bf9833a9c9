import { governanceTags } from '../../schema/forms/governance-tags';
import { allResources, find, providers, reference, resource, synth } from '../support/synth';
import { sampleAccounts, zoneOf } from '../support/zone';

const group = { name: 'triage', description: 'Sorts referrals by urgency', riskClass: 'high' } as const;
const zone = zoneOf({
  accounts: sampleAccounts().map((account) =>
    account.ai ? { ...account, ai: { ...account.ai, registry: { groups: [group] } } } : account,
  ),
});
const stacks = synth(zone);
const allowed = governanceTags(zone.tagPolicy);
const inLowerCase = new Map(Object.keys(allowed).map((key) => [key.toLowerCase(), key]));

/** Tags that Organizations would report: another spelling, or a value that the policy does not have. */
const objections = (place: string, tags: Readonly<Record<string, string>> = {}): string[] =>
  Object.entries(tags).flatMap(([key, value]) => {
    const spelled = inLowerCase.get(key.toLowerCase());
    const values = allowed[spelled ?? ''] ?? [];
    return spelled === undefined || (spelled === key && (values.length === 0 || values.includes(value)))
      ? []
      : [`${place}: ${key}=${value}`];
  });

const written = Object.values(stacks).flatMap((stack) => [
  ...allResources(stack).map(({ type, name, body }) => ({ place: `${stack.name} ${type}.${name}`, tags: body.tags })),
  ...providers(stack).map(({ default_tags }) => ({ place: stack.name, tags: default_tags?.[0]?.tags })),
]);

describe('the tag policy', () => {
  it('is attached to the root, so that it holds in every account', () => {
    const management = find(stacks, 'management');
    expect(resource(management, 'aws_organizations_policy', 'tags').type).toBe('TAG_POLICY');
    expect(resource(management, 'aws_organizations_policy_attachment', 'tags-at-root')).toMatchObject({
      policy_id: reference('aws_organizations_policy.tags.id'),
      target_id: reference('aws_organizations_organization.organization.roots[0].id'),
    });
  });

  it('admits every tag that the stacks write', () => {
    expect(written.flatMap(({ place, tags }) => objections(place, tags))).toEqual([]);
  });

  it('is about tags that the stacks do write', () => {
    const keys = new Set(written.flatMap(({ tags }) => Object.keys(tags ?? {})));
    expect([...keys]).toEqual(expect.arrayContaining(Object.keys(allowed)));
  });
});
