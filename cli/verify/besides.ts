import { type Attributes, block } from '../../live/reader';
import type { Stacks, Written } from './written-stacks';

/**
 * What a resource must be that something else in its stack says: which alias a key has, which policies a role has and no other, whether a
 * group of the model registry is shared, and the tags that its provider gives all that it makes.
 */
export function besides(stacks: Stacks, { stack, type, name, provider, values }: Written): Attributes {
  const resources = stacks.get(stack)?.resource ?? {};
  const referring = (other: string, attribute: string): readonly Attributes[] =>
    Object.values(resources[other] ?? {}).filter((body) => String(body[attribute]).startsWith(`\${${type}.${name}.`));
  if (type === 'aws_kms_key') return { alias: referring('aws_kms_alias', 'target_key_id')[0]?.name };
  if (type === 'aws_iam_role')
    return {
      inline_policies: referring('aws_iam_role_policy', 'role').map((policy) => policy.name),
      managed_policies: referring('aws_iam_role_policy_attachment', 'role').map(({ policy_arn }) => policy_arn),
    };
  if (type === 'aws_s3_bucket') return { tags: { ...defaultTags(stacks, stack, provider), ...block(values.tags) } };
  if (type === 'aws_sagemaker_model_package_group')
    return {
      is_shared: referring('aws_sagemaker_model_package_group_policy', 'model_package_group_name').length > 0,
    };
  return {};
}

function defaultTags(stacks: Stacks, stack: string, provider: string): Attributes {
  const [, alias] = provider.split('.');
  const found = stacks.get(stack)?.provider?.aws?.find((each) => each.alias === alias);
  return block(block(found?.default_tags).tags);
}
