import type { PolicyType, Root } from '@aws-sdk/client-organizations';
import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { Wire } from '../../toolkit/operations';
import type { OrganizationsOperations } from './api';
import { checkedPolicyType } from './policy-content';
import { type Organization, type OrganizationsState, type PolicyRecord, violation } from './state';

/** Policies that AWS attaches to everything while their type is enabled. */
const defaultPolicies: Partial<Record<PolicyType, PolicyRecord>> = {
  SERVICE_CONTROL_POLICY: {
    id: 'p-FullAWSAccess',
    arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
    name: 'FullAWSAccess',
    description: 'Allows access to every operation',
    type: 'SERVICE_CONTROL_POLICY',
    awsManaged: true,
    content: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
  },
  RESOURCE_CONTROL_POLICY: {
    id: 'p-RCPFullAWSAccess',
    arn: 'arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess',
    name: 'RCPFullAWSAccess',
    description: 'Allows access to every resource',
    type: 'RESOURCE_CONTROL_POLICY',
    awsManaged: true,
    content: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
  },
};

/** Policy types that a service carries out, which therefore needs trusted access first. */
export const serviceOfPolicyType: Partial<Record<PolicyType, string>> = {
  SECURITYHUB_POLICY: 'securityhub.amazonaws.com',
  INSPECTOR_POLICY: 'inspector2.amazonaws.com',
};

/** Which policy types are enabled in the root. */
export const policyTypeOperations = (state: OrganizationsState): OrganizationsOperations => ({
  EnablePolicyType: ({ account, input }) => {
    const organization = state.in(account);
    checkRoot(organization, input.RootId);
    enable(organization, checkedPolicyType(input.PolicyType));
    return { Root: rootOutput(organization) };
  },
  DisablePolicyType: ({ account, input }) => {
    const organization = state.in(account);
    checkRoot(organization, input.RootId);
    const { PolicyType: type } = required(input, 'PolicyType');
    checkEnabled(organization, type);
    organization.policyTypes.delete(type);
    for (const attached of organization.attachments.values())
      for (const id of attached) if (organization.policies.get(id)?.type === type) attached.delete(id);
    return { Root: rootOutput(organization) };
  },
});

function enable(organization: Organization, type: PolicyType): void {
  if (organization.policyTypes.has(type))
    throw new AwsError('PolicyTypeAlreadyEnabledException', 'The specified policy type is already enabled.');
  const service = serviceOfPolicyType[type];
  if (service && !organization.trusted.has(service))
    throw violation('SERVICE_ACCESS_NOT_ENABLED', 'You must enable service access before you enable this policy type.');
  organization.policyTypes.add(type);
  const policy = defaultPolicies[type];
  if (policy) organization.policies.set(policy.id, policy);
  const { rootId, units, accounts } = organization;
  for (const target of [rootId, ...units.keys(), ...accounts.keys()]) attachDefaults(organization, target);
}

/** Attaches the full-access policies of the enabled types, as AWS does with each new unit and account. */
export function attachDefaults(organization: Organization, target: string): void {
  const attached = organization.attachments.get(target) ?? new Set<string>();
  for (const type of organization.policyTypes) {
    const policy = defaultPolicies[type];
    if (policy) attached.add(policy.id);
  }
  organization.attachments.set(target, attached);
}

/** The root as ListRoots shows it. */
export const rootOutput = ({ rootId, rootArn, policyTypes }: Organization): Wire<Root, number> => ({
  Id: rootId,
  Arn: rootArn,
  Name: 'Root',
  PolicyTypes: [...policyTypes].map((Type) => ({ Type, Status: 'ENABLED' })),
});

/** Refuses a policy type that is not enabled. */
export function checkEnabled({ policyTypes }: Organization, type: PolicyType): void {
  if (!policyTypes.has(type))
    throw new AwsError(
      'PolicyTypeNotEnabledException',
      'This operation can be performed only for enabled policy types.',
    );
}

function checkRoot({ rootId }: Organization, id: string | undefined): void {
  if (id !== rootId) throw new AwsError('RootNotFoundException', "You specified a root that doesn't exist.");
}
