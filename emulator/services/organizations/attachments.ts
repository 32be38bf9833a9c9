import type { PolicyTargetSummary, PolicyType } from '@aws-sdk/client-organizations';
import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { Wire } from '../../toolkit/operations';
import type { OrganizationsOperations } from './api';
import { pageOf } from './paging';
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

type Target = Wire<PolicyTargetSummary, number>;

/** Policies of a type that one root, unit or account takes where it is not ten; SCPs are a setting. */
const mostPerTarget: Partial<Record<PolicyType, number>> = {
  RESOURCE_CONTROL_POLICY: 5,
  AISERVICES_OPT_OUT_POLICY: 5,
  CHATBOT_POLICY: 5,
};

/** Which policy is attached to what, within the limits per target. */
export const attachmentOperations = (state: OrganizationsState): OrganizationsOperations => ({
  AttachPolicy: ({ account, input }) => {
    const organization = state.in(account);
    const { TargetId } = required(input, 'TargetId');
    const policy = findPolicy(organization, input.PolicyId);
    findTarget(organization, TargetId);
    checkEnabled(organization, policy.type);
    const attached = organization.attachments.get(TargetId) ?? new Set<string>();
    checkRoom(state, organization, attached, policy);
    organization.attachments.set(TargetId, attached.add(policy.id));
    return {};
  },
  DetachPolicy: ({ account, input }) => {
    const organization = state.in(account);
    const { TargetId } = required(input, 'TargetId');
    const policy = findPolicy(organization, input.PolicyId);
    findTarget(organization, TargetId);
    detach(organization, organization.attachments.get(TargetId), policy);
    return {};
  },
  ListPoliciesForTarget: ({ account, input }) => {
    const organization = state.in(account);
    const { TargetId } = required(input, 'TargetId');
    findTarget(organization, TargetId);
    const all = ofType(organization, organization.attachments.get(TargetId) ?? new Set(), input.Filter);
    const { items, token } = pageOf(all, input);
    return { Policies: items.map(policySummary), ...token };
  },
  ListTargetsForPolicy: ({ account, input }) => {
    const organization = state.in(account);
    const { id } = findPolicy(organization, input.PolicyId);
    const known = targets(organization);
    const all = [...organization.attachments]
      .filter(([, ids]) => ids.has(id))
      .map(([target]) => findTarget(organization, target, known));
    const { items, token } = pageOf(all, input);
    return { Targets: items, ...token };
  },
});

function checkRoom(
  state: OrganizationsState,
  organization: Organization,
  attached: ReadonlySet<string>,
  { id, type }: PolicyRecord,
): void {
  if (attached.has(id))
    throw new AwsError(
      'DuplicatePolicyAttachmentException',
      'A policy with the same id is already attached to the target.',
    );
  const { perTarget } = state.world.settings.scpQuota;
  const most = type === 'SERVICE_CONTROL_POLICY' ? perTarget : (mostPerTarget[type] ?? 10);
  if (ofType(organization, attached, type).length >= most)
    throw violation(
      'MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
      'You have attached the maximum number of policies to the specified target.',
    );
}

function detach(organization: Organization, attached: Set<string> | undefined, { id, type }: PolicyRecord): void {
  if (!attached?.has(id))
    throw new AwsError('PolicyNotAttachedException', "The policy isn't attached to the specified target.");
  if (id === 'p-RCPFullAWSAccess')
    throw invalidInput('NON_DETACHABLE_POLICY', "You can't detach this Amazon Web Services managed policy.");
  if (type === 'SERVICE_CONTROL_POLICY' && ofType(organization, attached, type).length === 1)
    throw violation(
      'MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
      'You cannot remove the last policy attached to the specified target. You should have at least one attached policy.',
    );
  attached.delete(id);
}

const findTarget = (organization: Organization, id: string, known = targets(organization)): Target =>
  lookUp(known, id, 'TargetNotFoundException', 'a target');

const ofType = ({ policies }: Organization, ids: ReadonlySet<string>, type: string | undefined): PolicyRecord[] =>
  [...ids].flatMap((id) => policies.get(id) ?? []).filter((policy) => policy.type === type);

const targets = ({ rootId, rootArn, units, accounts }: Organization): ReadonlyMap<string, Target> =>
  new Map(
    [
      { TargetId: rootId, Arn: rootArn, Name: 'Root', Type: 'ROOT' as const },
      ...[...units.values()].map(({ id, arn, name }) => ({
        ...{ TargetId: id, Arn: arn, Name: name },
        Type: 'ORGANIZATIONAL_UNIT' as const,
      })),
      ...[...accounts.values()].map(({ id, arn, name }) => ({
        ...{ TargetId: id, Arn: arn, Name: name },
        Type: 'ACCOUNT' as const,
      })),
    ].map((target) => [target.TargetId, target]),
  );
