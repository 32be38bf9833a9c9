import { declarativePolicies } from '../../../policy/guardrails/declarative-policies';
import { declarativePolicyTypes } from '../../../policy/guardrails/organization-policy';
import { policyKinds } from '../../../policy/guardrails/policy-kinds';
import { zoneOf } from '../../support/zone';

const policiesWith = (values: Record<string, string[]> = {}) =>
  declarativePolicies(zoneOf({ settings: { tagPolicy: { values } }, controls: [] }));

describe('policies that declare how services are set', () => {
  it('are one of each kind, at the root', () => {
    expect(policiesWith().map(({ type, name, targets }) => [type, name, targets.map((target) => target.name)])).toEqual(
      [
        ['AISERVICES_OPT_OUT_POLICY', 'ai-opt-out', ['Root']],
        ['DECLARATIVE_POLICY_EC2', 'ec2', ['Root']],
        ['TAG_POLICY', 'tags', ['Root']],
      ],
    );
  });

  it('are of chat applications where chat clients are not left to accounts', () => {
    const zone = zoneOf({ settings: { organization: { chatClients: 'told' } }, controls: [] });
    expect(declarativePolicies(zone).map(({ type }) => type)).toEqual(declarativePolicyTypes);
  });

  it('say what the settings say', () => {
    const tags = policiesWith({ team: ['ml'] }).find(({ type }) => type === 'TAG_POLICY');
    expect(JSON.parse(tags?.content ?? '').tags.team.tag_value).toEqual({ '@@assign': ['ml'] });
  });

  it('share no name in Terraform with each other, nor with a policy that controls write', () => {
    const names = declarativePolicies(zoneOf({ controls: [] })).map(
      ({ type, name }) => policyKinds[type].resourcePrefix + name,
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => /^(scp|rcp)-/.test(name))).toEqual([]);
  });
});
