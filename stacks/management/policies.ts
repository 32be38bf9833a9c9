import type { OrganizationsOrganization } from '@cdktf/provider-aws/lib/organizations-organization';
import { OrganizationsPolicy } from '@cdktf/provider-aws/lib/organizations-policy';
import { OrganizationsPolicyAttachment } from '@cdktf/provider-aws/lib/organizations-policy-attachment';
import type { Construct } from 'constructs';
import type { AttachedPolicy } from '../../policy/guardrails/organization-policy';
import { policyKinds } from '../../policy/guardrails/policy-kinds';
import { organizationIdMarker } from '../../schema/forms/control';
import type { LandingZone } from '../../schema/landing-zone';
import type { Target } from '../../schema/organization-tree';
import { literal } from '../kernel/literal';
import type { Place } from '../kernel/places';

export interface OrganizationPoliciesProps {
  readonly zone: LandingZone;
  /** Of every kind. */
  readonly policies: readonly AttachedPolicy[];
  readonly home: Place;
  readonly organization: OrganizationsOrganization;
  /** The id of a node of the tree. */
  readonly targetId: (target: Target) => string;
}

/** Makes the policies of the organization, of every kind, and attaches them. */
export function attachPolicies(scope: Construct, props: OrganizationPoliciesProps): void {
  const { zone, policies, home, organization, targetId } = props;
  for (const { name, description, type, targets, content } of policies) {
    const id = `${policyKinds[type].resourcePrefix}${name}`;
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
