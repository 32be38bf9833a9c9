import type { Policy, PolicySummary } from '@aws-sdk/client-organizations';
import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { Wire } from '../../toolkit/operations';
import { tagMap } from '../../toolkit/tags';
import type { Input, OrganizationsOperations } from './api';
import { pageOf } from './paging';
import { checkPolicyContent } from './policy-content';
import { invalidInput, lookUp, type Organization, type OrganizationsState, type PolicyRecord } from './state';

/** A policy without its content. */
export const policySummary = ({
  id,
  arn,
  name,
  description,
  type,
  awsManaged,
}: PolicyRecord): Wire<PolicySummary, number> => ({
  Id: id,
  Arn: arn,
  Name: name,
  Description: description,
  Type: type,
  AwsManaged: awsManaged,
});

/** Finds the policy or throws PolicyNotFoundException. */
export const findPolicy = (organization: Organization, id: string | undefined): PolicyRecord =>
  lookUp(organization.policies, id, 'PolicyNotFoundException', 'a policy');

/** Policies as documents: what may be written, and when a policy may go. */
export const policyOperations = (state: OrganizationsState): OrganizationsOperations => ({
  CreatePolicy: ({ account, input }) => ({ Policy: policyOutput(create(state, state.in(account), input)) }),
  DescribePolicy: ({ account, input }) => ({ Policy: policyOutput(findPolicy(state.in(account), input.PolicyId)) }),
  UpdatePolicy: ({ account, input }) => ({ Policy: policyOutput(update(state, state.in(account), input)) }),
  DeletePolicy: ({ account, input }) => {
    const organization = state.in(account);
    const { id } = findCustomerPolicy(organization, input.PolicyId);
    if ([...organization.attachments.values()].some((attached) => attached.has(id)))
      throw new AwsError(
        'PolicyInUseException',
        'The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts before performing this operation.',
      );
    organization.policies.delete(id);
    organization.tags.delete(id);
    return {};
  },
  ListPolicies: ({ account, input }) => {
    const all = [...state.in(account).policies.values()].filter(({ type }) => type === input.Filter);
    const { items, token } = pageOf(all, input);
    return { Policies: items.map(policySummary), ...token };
  },
});

const policyOutput = (policy: PolicyRecord): Wire<Policy, number> => ({
  PolicySummary: policySummary(policy),
  Content: policy.content,
});

function create(state: OrganizationsState, organization: Organization, input: Input<'CreatePolicy'>): PolicyRecord {
  const { settings, newId } = state.world;
  const { Type, Name, Content, Description = '' } = required(input, 'Type', 'Name', 'Content');
  checkName(organization, Type, Name);
  checkPolicyContent(Type, Content, settings);
  const id = `p-${newId(8)}`;
  const owner = `arn:aws:organizations::${settings.managementAccount}:policy/${organization.id}`;
  const policy = {
    id,
    arn: `${owner}/${Type.toLowerCase()}/${id}`,
    name: Name,
    description: Description,
    type: Type,
    awsManaged: false,
    content: Content,
  };
  organization.policies.set(id, policy);
  organization.tags.set(id, tagMap(input.Tags));
  return policy;
}

function update(state: OrganizationsState, organization: Organization, input: Input<'UpdatePolicy'>): PolicyRecord {
  const policy = findCustomerPolicy(organization, input.PolicyId);
  const { Name: name = policy.name, Description: description = policy.description, Content: content } = input;
  if (name !== policy.name) checkName(organization, policy.type, name);
  if (content !== undefined) checkPolicyContent(policy.type, content, state.world.settings);
  const updated = { ...policy, name, description, content: content ?? policy.content };
  organization.policies.set(policy.id, updated);
  return updated;
}

function checkName({ policies }: Organization, type: string, name: string): void {
  if ([...policies.values()].some((policy) => policy.type === type && policy.name === name))
    throw new AwsError('DuplicatePolicyException', 'A policy with the same name already exists.');
}

function findCustomerPolicy(organization: Organization, id: string | undefined): PolicyRecord {
  const policy = findPolicy(organization, id);
  if (policy.awsManaged)
    throw invalidInput('IMMUTABLE_POLICY', "You can't change an Amazon Web Services managed policy.");
  return policy;
}
