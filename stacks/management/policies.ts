import type { OrganizationsOrganization } from '@cdktf/provider-aws/lib/organizations-organization';
import { OrganizationsPolicy } from '@cdktf/provider-aws/lib/organizations-policy';
import { OrganizationsPolicyAttachment } from '@cdktf/provider-aws/lib/organizations-policy-attachment';
import type { Construct } from 'constructs';
import { aiOptOutPolicy } from '../../policy/guardrails/ai-opt-out';
import type { OrganizationPolicy } from '../../policy/guardrails/organization-policy';
import { tagPolicy } from '../../policy/guardrails/tag-policy';
import { organizationIdMarker } from '../../schema/forms/control';
import type { LandingZone } from '../../schema/landing-zone';
import { root, type Target } from '../../schema/organization-tree';
import { literal } from '../kernel/literal';
import type { Place } from '../kernel/places';

export interface OrganizationPoliciesProps {
  readonly zone: LandingZone;
  /** Service and resource control policies. */
  readonly policies: readonly OrganizationPolicy[];
  readonly home: Place;
  readonly organization: OrganizationsOrganization;
  /** The id of a node of the tree. */
  readonly targetId: (target: Target) => string;
}

const prefixes = { SERVICE_CONTROL_POLICY: 'scp', RESOURCE_CONTROL_POLICY: 'rcp' } as const;

/** Attaches the service and resource control policies, the AI services opt-out policy and the tag policy. */
export function attachPolicies(scope: Construct, props: OrganizationPoliciesProps): void {
  const { zone, home, organization, targetId } = props;
  const policies = [
    ...props.policies.map((policy) => ({ ...policy, id: `${prefixes[policy.type]}-${policy.name}` })),
    {
      id: 'ai-opt-out',
      name: 'ai-opt-out',
      description: 'No AI service keeps content of ours to train itself',
      type: 'AISERVICES_OPT_OUT_POLICY',
      targets: [root],
      content: aiOptOutPolicy,
    },
    {
      id: 'tags',
      name: 'tags',
      description: 'How tags of governance are spelled, and what they may say',
      type: 'TAG_POLICY',
      targets: [root],
      content: tagPolicy(zone),
    },
  ];
  for (const { id, name, description, type, targets, content } of policies) {
    const policy = new OrganizationsPolicy(scope, id, {
      ...home,
      name: `${zone.name}-${name}`,
      description,
      type,
      content: literal(content).replaceAll(organizationIdMarker, () => organization.id),
      dependsOn: [organization],
    });
    for (const target of targets)
      new OrganizationsPolicyAttachment(scope, `${id}-at-${nodeId(target)}`, {
        ...home,
        policyId: policy.id,
        targetId: targetId(target),
      });
  }
}

/** As the stack calls the resource of a node. */
const nodeId = ({ kind, name }: Target): string =>
  kind === 'root' ? 'root' : kind === 'account' ? `account-${name}` : `ou-${name.replaceAll('/', '-')}`;
