import { Policy } from '@cdktf/provider-tfe/lib/policy';
import { PolicySet } from '@cdktf/provider-tfe/lib/policy-set';
import { ProjectPolicySet } from '@cdktf/provider-tfe/lib/project-policy-set';
import type { Construct } from 'constructs';
import type { Manage } from '../../schema/forms/hcp';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { literal } from '../kernel/literal';
import { Part } from '../kernel/part';
import { runPolicies } from './run-policies';

export interface RunRulesProps {
  readonly projectId: string;
  readonly mode: Exclude<Manage['policies'], 'off'>;
}

/** The rules of Open Policy Agent that every run of the project is held against. Whoever may override policies can let one run pass. */
export class RunRules extends Part {
  constructor(scope: Construct, id: string, { projectId, mode }: RunRulesProps) {
    super(scope, id);
    const { zone, protection } = LandingZoneStack.of(this);
    const policies = runPolicies(protection.on).map(
      ({ name, description, query, text }) =>
        new Policy(this, `policy-${name}`, {
          name: `${zone.name}-${name}`,
          description,
          kind: 'opa',
          query,
          policy: literal(text),
          enforceMode: mode,
        }),
    );
    const set = new PolicySet(this, 'policies', {
      name: zone.name,
      description: 'What no run of the landing zone may do',
      kind: 'opa',
      global: false,
      overridable: true,
      agentEnabled: true,
      policyIds: policies.map((policy) => policy.id),
    });
    new ProjectPolicySet(this, 'policies-project', { projectId, policySetId: set.id });
  }
}
