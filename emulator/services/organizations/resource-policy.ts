import type { ResourcePolicy } from '@aws-sdk/client-organizations';
import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { Wire } from '../../toolkit/operations';
import { tagMap } from '../../toolkit/tags';
import type { OrganizationsOperations } from './api';
import { invalidInput, type Organization, type OrganizationsState } from './state';

/** The delegation policy of the organization. */
export const resourcePolicyOperations = (state: OrganizationsState): OrganizationsOperations => ({
  PutResourcePolicy: ({ account, input }) => {
    const organization = state.in(account);
    const { Content } = required(input, 'Content');
    checkJson(Content);
    const id = organization.resourcePolicy?.id ?? `rp-${state.world.newId(8)}`;
    organization.resourcePolicy = { id, content: Content };
    if (input.Tags) organization.tags.set(id, tagMap(input.Tags));
    return { ResourcePolicy: output(state, organization) };
  },
  DescribeResourcePolicy: ({ account }) => ({ ResourcePolicy: output(state, state.in(account)) }),
  DeleteResourcePolicy: ({ account }) => {
    const organization = state.in(account);
    organization.tags.delete(find(organization).id);
    organization.resourcePolicy = undefined;
    return {};
  },
});

function output({ world }: OrganizationsState, organization: Organization): Wire<ResourcePolicy, number> {
  const { id, content } = find(organization);
  const owner = `arn:aws:organizations::${world.settings.managementAccount}:resourcepolicy/${organization.id}`;
  return { ResourcePolicySummary: { Id: id, Arn: `${owner}/${id}` }, Content: content };
}

function find({ resourcePolicy }: Organization): NonNullable<Organization['resourcePolicy']> {
  if (resourcePolicy) return resourcePolicy;
  throw new AwsError(
    'ResourcePolicyNotFoundException',
    "We can't find a resource policy request with the parameter that you specified.",
  );
}

function checkJson(content: string): void {
  try {
    JSON.parse(content);
  } catch {
    throw invalidInput('INVALID_RESOURCE_POLICY_JSON', 'The resource policy document is not valid JSON.');
  }
}
