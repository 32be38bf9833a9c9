import { AwsError } from '../../toolkit/errors';
import type { Handler, Json } from '../../toolkit/untyped';
import { page } from './page';
import { checkPolicyContent } from './policy-content';
import { invalidInput, lookUp, type Organization, type OrganizationsState, type PolicyRecord } from './state';
import { tagsOf } from './tags';

/** A policy without its content. */
export const policySummary = ({ id, arn, name, description, type, awsManaged }: PolicyRecord): Json => ({
  Id: id,
  Arn: arn,
  Name: name,
  Description: description,
  Type: type,
  AwsManaged: awsManaged,
});

const policyOutput = (policy: PolicyRecord): Json => ({
  Policy: { PolicySummary: policySummary(policy), Content: policy.content },
});

/** Finds the policy or throws PolicyNotFoundException. */
export const findPolicy = (organization: Organization, id: unknown): PolicyRecord =>
  lookUp(organization.policies, id, 'PolicyNotFoundException', 'a policy');

/** Policies as documents: what may be written, and when a policy may go. */
export function policyOperations(state: OrganizationsState): Record<string, Handler> {
  const { settings, newId } = state.world;
  return {
    CreatePolicy: ({ account, input }) => {
      const organization = state.in(account);
      checkName(organization, input.Type, input.Name);
      checkPolicyContent(input.Type, input.Content, settings.scpQuota.characters);
      const id = `p-${newId(8)}`;
      const owner = `arn:aws:organizations::${settings.managementAccount}:policy/${organization.id}`;
      const policy: PolicyRecord = {
        id,
        arn: `${owner}/${input.Type.toLowerCase()}/${id}`,
        name: input.Name,
        description: input.Description ?? '',
        type: input.Type,
        awsManaged: false,
        content: input.Content,
      };
      organization.policies.set(id, policy);
      organization.tags.set(id, tagsOf(input));
      return policyOutput(policy);
    },
    DescribePolicy: ({ account, input }) => policyOutput(findPolicy(state.in(account), input.PolicyId)),
    UpdatePolicy: ({ account, input }) => {
      const organization = state.in(account);
      const policy = findCustomerPolicy(organization, input.PolicyId);
      if (input.Name !== undefined && input.Name !== policy.name) checkName(organization, policy.type, input.Name);
      if (input.Content !== undefined) checkPolicyContent(policy.type, input.Content, settings.scpQuota.characters);
      const { name, description, content } = policy;
      const updated = {
        ...policy,
        name: input.Name ?? name,
        description: input.Description ?? description,
        content: input.Content ?? content,
      };
      organization.policies.set(policy.id, updated);
      return policyOutput(updated);
    },
    DeletePolicy: ({ account, input }) => {
      const organization = state.in(account);
      const { id } = findCustomerPolicy(organization, input.PolicyId);
      if ([...organization.attachments.values()].some((attached) => attached.has(id))) {
        throw new AwsError(
          'PolicyInUseException',
          'The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts before performing this operation.',
        );
      }
      organization.policies.delete(id);
      organization.tags.delete(id);
      return {};
    },
    ListPolicies: ({ account, input }) => {
      const all = [...state.in(account).policies.values()].filter(({ type }) => type === input.Filter);
      const { items, token } = page(all, input);
      return { Policies: items.map(policySummary), ...token };
    },
  };
}

/** The delegation policy of the organization. */
export function resourcePolicyOperations(state: OrganizationsState): Record<string, Handler> {
  const output = (organization: Organization, { id, content }: { id: string; content: string }): Json => {
    const arn = `arn:aws:organizations::${state.world.settings.managementAccount}:resourcepolicy/${organization.id}/${id}`;
    return { ResourcePolicy: { ResourcePolicySummary: { Id: id, Arn: arn }, Content: content } };
  };
  const find = (organization: Organization) => {
    if (organization.resourcePolicy) return organization.resourcePolicy;
    throw new AwsError(
      'ResourcePolicyNotFoundException',
      "We can't find a resource policy request with the parameter that you specified.",
    );
  };
  return {
    PutResourcePolicy: ({ account, input }) => {
      const organization = state.in(account);
      checkResourcePolicy(input.Content);
      const id = organization.resourcePolicy?.id ?? `rp-${state.world.newId(8)}`;
      organization.resourcePolicy = { id, content: input.Content };
      if (input.Tags) organization.tags.set(id, tagsOf(input));
      return output(organization, organization.resourcePolicy);
    },
    DescribeResourcePolicy: ({ account }) => {
      const organization = state.in(account);
      return output(organization, find(organization));
    },
    DeleteResourcePolicy: ({ account }) => {
      const organization = state.in(account);
      organization.tags.delete(find(organization).id);
      organization.resourcePolicy = undefined;
      return {};
    },
  };
}

function checkResourcePolicy(content: string): void {
  try {
    JSON.parse(content);
  } catch {
    throw invalidInput('INVALID_RESOURCE_POLICY_JSON', 'The resource policy document is not valid JSON.');
  }
}

function checkName({ policies }: Organization, type: string, name: string): void {
  if ([...policies.values()].some((policy) => policy.type === type && policy.name === name)) {
    throw new AwsError('DuplicatePolicyException', 'A policy with the same name already exists.');
  }
}

function findCustomerPolicy(organization: Organization, id: unknown): PolicyRecord {
  const policy = findPolicy(organization, id);
  if (policy.awsManaged)
    throw invalidInput('IMMUTABLE_POLICY', "You can't change an Amazon Web Services managed policy.");
  return policy;
}
