import type { OrganizationsOrganization } from '@cdktf/provider-aws/lib/organizations-organization';
import { OrganizationsPolicy } from '@cdktf/provider-aws/lib/organizations-policy';
import { OrganizationsPolicyAttachment } from '@cdktf/provider-aws/lib/organizations-policy-attachment';
import type { Construct } from 'constructs';
import { aiOptOutPolicy } from '../../policy/ai-opt-out';
import { serviceControlPolicies } from '../../policy/service-control-policies';
import type { LandingZone } from '../../schema/landing-zone';
import { literal } from '../support/literal';
import type { Place } from '../support/places';

export interface OrganizationPoliciesProps {
  readonly zone: LandingZone;
  readonly home: Place;
  readonly organization: OrganizationsOrganization;
  /** The id of the root (`Root`) or of the OU at a path. */
  readonly targetId: (target: string) => string;
}

/** Attaches the service control policies and the AI services opt-out policy. */
export function attachPolicies(scope: Construct, props: OrganizationPoliciesProps): void {
  const { zone, home, organization, targetId } = props;
  const policies = [
    ...serviceControlPolicies(zone).map((policy) => ({
      ...policy,
      id: `scp-${policy.name}`,
      type: 'SERVICE_CONTROL_POLICY',
    })),
    {
      id: 'ai-opt-out',
      name: 'ai-opt-out',
      description: 'No AI service keeps content of ours to train itself',
      type: 'AISERVICES_OPT_OUT_POLICY',
      target: 'Root',
      content: aiOptOutPolicy,
    },
  ];
  for (const { id, name, description, type, target, content } of policies) {
    const policy = new OrganizationsPolicy(scope, id, {
      ...home,
      name: `${zone.name}-${name}`,
      description,
      type,
      content: literal(content),
      dependsOn: [organization],
    });
    new OrganizationsPolicyAttachment(scope, `${id}-attachment`, {
      ...home,
      policyId: policy.id,
      targetId: targetId(target),
    });
  }
}
