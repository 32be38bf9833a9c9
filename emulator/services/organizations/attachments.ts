import { AwsError } from '../../toolkit/errors';
import type { Handler, Json } from '../../toolkit/untyped';
import { page } from './page';
import { findPolicy, policySummary } from './policies';
import { checkEnabled } from './policy-types';
import {
  invalidInput,
  lookUp,
  type Organization,
  type OrganizationsState,
  type PolicyRecord,
  violation,
} from './state';

/** Policies of a type that one root, unit or account takes; SCPs are a setting. */
const PER_TARGET: Readonly<Record<string, number>> = {
  RESOURCE_CONTROL_POLICY: 5,
  AISERVICES_OPT_OUT_POLICY: 5,
  CHATBOT_POLICY: 5,
};
const PER_TARGET_DEFAULT = 10;

/** Which policy is attached to what, within the limits per target. */
export function attachmentOperations(state: OrganizationsState): Record<string, Handler> {
  const perTarget = (type: string): number =>
    type === 'SERVICE_CONTROL_POLICY'
      ? state.world.settings.scpQuota.perTarget
      : (PER_TARGET[type] ?? PER_TARGET_DEFAULT);

  return {
    AttachPolicy: ({ account, input }) => {
      const organization = state.in(account);
      const policy = findPolicy(organization, input.PolicyId);
      findTarget(organization, input.TargetId);
      checkEnabled(organization, policy.type);
      const attached = organization.attachments.get(input.TargetId) ?? new Set<string>();
      if (attached.has(policy.id)) {
        throw new AwsError(
          'DuplicatePolicyAttachmentException',
          'A policy with the same id is already attached to the target.',
        );
      }
      if (ofType(organization, attached, policy.type).length >= perTarget(policy.type)) {
        throw violation(
          'MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
          'You have attached the maximum number of policies to the specified target.',
        );
      }
      organization.attachments.set(input.TargetId, attached.add(policy.id));
      return {};
    },
    DetachPolicy: ({ account, input }) => {
      const organization = state.in(account);
      const policy = findPolicy(organization, input.PolicyId);
      findTarget(organization, input.TargetId);
      const attached = organization.attachments.get(input.TargetId);
      if (!attached?.has(policy.id)) {
        throw new AwsError('PolicyNotAttachedException', "The policy isn't attached to the specified target.");
      }
      if (policy.id === 'p-RCPFullAWSAccess') {
        throw invalidInput('NON_DETACHABLE_POLICY', "You can't detach this Amazon Web Services managed policy.");
      }
      if (policy.type === 'SERVICE_CONTROL_POLICY' && ofType(organization, attached, policy.type).length === 1) {
        throw violation(
          'MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
          'You cannot remove the last policy attached to the specified target. You should have at least one attached policy.',
        );
      }
      attached.delete(policy.id);
      return {};
    },
    ListPoliciesForTarget: ({ account, input }) => {
      const organization = state.in(account);
      findTarget(organization, input.TargetId);
      const all = ofType(organization, organization.attachments.get(input.TargetId) ?? new Set(), input.Filter);
      const { items, token } = page(all, input);
      return { Policies: items.map(policySummary), ...token };
    },
    ListTargetsForPolicy: ({ account, input }) => {
      const organization = state.in(account);
      const { id } = findPolicy(organization, input.PolicyId);
      const known = targets(organization);
      const all = [...organization.attachments]
        .filter(([, ids]) => ids.has(id))
        .map(([target]) => findTarget(organization, target, known));
      const { items, token } = page(all, input);
      return { Targets: items, ...token };
    },
  };
}

const findTarget = (organization: Organization, id: string, known = targets(organization)): Json =>
  lookUp(known, id, 'TargetNotFoundException', 'a target');

const ofType = ({ policies }: Organization, ids: ReadonlySet<string>, type: string): PolicyRecord[] =>
  [...ids].flatMap((id) => policies.get(id) ?? []).filter((policy) => policy.type === type);

function targets({ rootId, rootArn, units, accounts }: Organization): Map<string, Json> {
  return new Map<string, Json>([
    [rootId, { TargetId: rootId, Arn: rootArn, Name: 'Root', Type: 'ROOT' }],
    ...[...units.values()].map(({ id, arn, name }): [string, Json] => [
      id,
      { TargetId: id, Arn: arn, Name: name, Type: 'ORGANIZATIONAL_UNIT' },
    ]),
    ...[...accounts.values()].map(({ id, arn, name }): [string, Json] => [
      id,
      { TargetId: id, Arn: arn, Name: name, Type: 'ACCOUNT' },
    ]),
  ]);
}
