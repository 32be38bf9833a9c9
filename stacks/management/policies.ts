import type { OrganizationsOrganization } from '@cdktf/provider-aws/lib/organizations-organization';
import { OrganizationsPolicy } from '@cdktf/provider-aws/lib/organizations-policy';
import { OrganizationsPolicyAttachment } from '@cdktf/provider-aws/lib/organizations-policy-attachment';
import type { Construct } from 'constructs';
import { withGuardrails } from '../../policy/guardrails/bedrock-policy';
import type { AttachedPolicy } from '../../policy/guardrails/organization-policy';
import { policyKinds } from '../../policy/guardrails/policy-kinds';
import { organizationIdMarker } from '../../schema/forms/control';
import { addressOf, type Target } from '../../schema/organization-tree';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { literal } from '../kernel/literal';
import { Part } from '../kernel/part';
import { move } from '../kernel/state-moves';
import type { OrganizationGuardrails } from './organization-guardrails';

export interface OrganizationPoliciesProps {
  /** Of every kind. */
  readonly policies: readonly AttachedPolicy[];
  readonly organization: OrganizationsOrganization;
  /** What Bedrock policies name. */
  readonly guardrails: OrganizationGuardrails;
  /** The id of a node of the tree. */
  readonly targetId: (target: Target) => string;
}

/**
 * The policies of the organization, of every kind, each attached to its targets. Where a node has several, the one of the highest number
 * is saved and attached first, and the others follow one by one: a deny that moves is in force where it goes before it leaves where
 * it was.
 */
export class OrganizationPolicies extends Part {
  private readonly attachments = new Map<string, readonly OrganizationsPolicyAttachment[]>();

  constructor(scope: Construct, id: string, props: OrganizationPoliciesProps) {
    super(scope, id);
    // What others come after stands behind them.
    for (const policy of props.policies.toReversed()) this.attach(policy, props);
  }

  private attach(policy: AttachedPolicy, { organization, guardrails, targetId }: OrganizationPoliciesProps): void {
    const { zone, here } = LandingZoneStack.of(this);
    const { name, title = name, formerly, description, type, targets, content, after = '' } = policy;
    const { resourcePrefix } = policyKinds[type];
    const id = `${resourcePrefix}${name}`;
    const former = formerly && `${resourcePrefix}${formerly}`;
    const made = new OrganizationsPolicy(this, id, {
      ...here.home,
      name: `${zone.name}-${title}`,
      description,
      type,
      content: withGuardrails(
        literal(content).replaceAll(organizationIdMarker, () => organization.id),
        guardrails.identifierOf,
      ),
      dependsOn: [
        organization,
        ...(this.attachments.get(after) ?? []),
        ...(type === 'BEDROCK_POLICY' ? guardrails.shares : []),
      ],
    });
    if (former) move(made, former);
    const attached = targets.map((target) => {
      const attachment = new OrganizationsPolicyAttachment(this, `${id}-at-${addressOf(target)}`, {
        ...here.home,
        policyId: made.id,
        targetId: targetId(target),
      });
      if (former) move(attachment, `${former}-at-${addressOf(target)}`);
      return attachment;
    });
    this.attachments.set(name, attached);
  }
}
