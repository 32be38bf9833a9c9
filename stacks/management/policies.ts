import type { OrganizationsOrganization } from '@cdktf/provider-aws/lib/organizations-organization';
import { OrganizationsPolicy } from '@cdktf/provider-aws/lib/organizations-policy';
import { OrganizationsPolicyAttachment } from '@cdktf/provider-aws/lib/organizations-policy-attachment';
import type { Construct } from 'constructs';
import { aiOptOutPolicy } from '../../policy/guardrails/ai-opt-out';
import type { OrganizationPolicy } from '../../policy/guardrails/organization-policy';
import { tagPolicy } from '../../policy/guardrails/tag-policy';
import { root, type Target } from '../../policy/guardrails/targets';
import { organizationIdMarker } from '../../schema/forms/control';
import type { LandingZone } from '../../schema/landing-zone';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { literal } from '../kernel/literal';
import { Part } from '../kernel/part';

export interface OrganizationPoliciesProps {
  /** Service and resource control policies. */
  readonly policies: readonly OrganizationPolicy[];
  readonly organization: OrganizationsOrganization;
  /** The id of a node of the tree. */
  readonly targetId: (target: Target) => string;
}

const prefixes = { SERVICE_CONTROL_POLICY: 'scp', RESOURCE_CONTROL_POLICY: 'rcp' } as const;

interface AttachedPolicy extends Pick<OrganizationPolicy, 'name' | 'description' | 'targets' | 'content'> {
  /** Of its resource. */
  readonly id: string;
  readonly type: string;
}

/** The service and resource control policies, the AI services opt-out policy and the tag policy, each attached to its targets. */
export class OrganizationPolicies extends Part {
  constructor(scope: Construct, id: string, props: OrganizationPoliciesProps) {
    super(scope, id);
    const { zone } = LandingZoneStack.of(this);
    for (const policy of props.policies)
      this.attach({ ...policy, id: `${prefixes[policy.type]}-${policy.name}` }, props);
    for (const policy of policiesOfRoot(zone)) this.attach({ ...policy, id: policy.name, targets: [root] }, props);
  }

  private attach(policy: AttachedPolicy, { organization, targetId }: OrganizationPoliciesProps): void {
    const { zone, here } = LandingZoneStack.of(this);
    const { id, name, description, type, targets, content } = policy;
    const { id: policyId } = new OrganizationsPolicy(this, id, {
      ...here.home,
      name: `${zone.name}-${name}`,
      description,
      type,
      content: literal(content).replaceAll(organizationIdMarker, () => organization.id),
      dependsOn: [organization],
    });
    for (const target of targets)
      new OrganizationsPolicyAttachment(this, `${id}-at-${nodeId(target)}`, {
        ...here.home,
        policyId,
        targetId: targetId(target),
      });
  }
}

const policiesOfRoot = (zone: LandingZone) => [
  {
    name: 'ai-opt-out',
    description: 'No AI service keeps content of ours to train itself',
    type: 'AISERVICES_OPT_OUT_POLICY',
    content: aiOptOutPolicy,
  },
  {
    name: 'tags',
    description: 'How tags of governance are spelled, and what they may say',
    type: 'TAG_POLICY',
    content: tagPolicy(zone),
  },
];

/** As the stack calls the resource of a node. */
const nodeId = ({ kind, name }: Target): string =>
  kind === 'root' ? 'root' : kind === 'account' ? `account-${name}` : `ou-${name.replaceAll('/', '-')}`;
