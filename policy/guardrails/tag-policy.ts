import { governanceTags } from '../../schema/forms/governance-tags';
import type { PlacedTagPolicy } from '../../schema/forms/unit-policies';
import type { LandingZone } from '../../schema/landing-zone';

/**
 * Resource types whose tagging Organizations can refuse, of those that hold or describe training data. Source: Organizations User
 * Guide, orgs_manage_policies_supported-resources-enforcement.
 */
const enforcedTypes = [
  's3:bucket',
  'sagemaker:artifact',
  'sagemaker:context',
  'sagemaker:model-package',
  'sagemaker:model-package-group',
  'sagemaker:processing-job',
  'sagemaker:training-job',
] as const;

/**
 * The tag policy: how the keys of governance are spelled and what they may say, in every account. Where it is enforced, AWS
 * refuses another value; it never asks for a tag that is missing, which controls do. Syntax: Organizations User Guide,
 * orgs_manage_policies_example-tag-policies.
 */
export const tagPolicy = ({ tagPolicy: { enforced, values } }: Pick<LandingZone, 'tagPolicy'>): string =>
  tagPolicyContent({ enforced, values: governanceTags({ enforced, values }) });

/** A tag policy about these keys and their values; a key without any may have whatever value. */
export function tagPolicyContent(settings: Pick<PlacedTagPolicy, 'enforced' | 'values'>): string {
  const tags = Object.entries(settings.values).map(([key, values]) => [
    key,
    {
      tag_key: { '@@assign': key },
      ...(values.length > 0 && { tag_value: { '@@assign': values } }),
      ...(values.length > 0 && settings.enforced && { enforced_for: { '@@assign': enforcedTypes } }),
    },
  ]);
  return JSON.stringify({ tags: Object.fromEntries(tags) });
}
