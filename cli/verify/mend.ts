import type { Deviation } from '../../live/finding';
import type { Written } from './written-stacks';

/**
 * How to mend what differs: by a deployment. Where no attribute of a resource of Terraform says it, a deployment would leave it as it is, and
 * what takes it back is said instead.
 */
export function mendOf(
  { stack, type, name }: Pick<Written, 'stack' | 'type' | 'name'>,
  deviations: readonly Deviation[],
): string {
  const ways = deviations.map((deviation) => beyondTerraform[type]?.find(({ tells }) => tells(deviation))?.mend);
  if (ways.every((way) => way !== undefined))
    return [...new Set(ways)].join('; ').replaceAll('{stack}', stack).replaceAll('{name}', name);
  return `deploy the stack ${stack}: in cdktf.out/stacks/${stack}, terraform apply`;
}

interface ByHand {
  readonly tells: (deviation: Deviation) => boolean;
  /** `{stack}` and `{name}` are the resource's. */
  readonly mend: string;
}

const added =
  (path: string) =>
  (deviation: Deviation): boolean =>
    deviation.path.replace('[]', '') === path && deviation.expected === undefined;

const beyondTerraform: Readonly<Record<string, readonly ByHand[]>> = {
  // It is as it is written, and waits for whoever gets its messages.
  aws_sns_topic_subscription: [
    { tells: ({ path }) => path === 'confirmed', mend: 'confirm it from the message that AWS sent' },
  ],
  aws_iam_role: [
    { tells: added('managed_policies'), mend: 'take it from the role with iam detach-role-policy, or write it' },
    { tells: added('inline_policies'), mend: 'take it from the role with iam delete-role-policy, or write it' },
  ],
  aws_sagemaker_model_package_group: [
    {
      tells: ({ path, found }) => path === 'is_shared' && found === 'true',
      mend: 'take its policy away with sagemaker delete-model-package-group-policy, or write its deployers',
    },
  ],
  // CloudFormation does not look at what it made.
  aws_cloudformation_stack: [
    {
      tells: ({ path, found }) => /^(model_card|enforced_guardrail)$/.test(path) && found === undefined,
      mend: 'make it anew: in cdktf.out/stacks/{stack}, terraform apply -replace=aws_cloudformation_stack.{name}',
    },
  ],
};
