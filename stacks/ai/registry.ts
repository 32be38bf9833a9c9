import { SagemakerModelPackageGroup } from '@cdktf/provider-aws/lib/sagemaker-model-package-group';
import type { AiContext } from './context';

/** Makes the model package groups. @returns their ARNs by name */
export function makeRegistry({ stack, account, here }: AiContext): Record<string, string> {
  const { dataClassification, registry } = account.ai;
  return Object.fromEntries(
    registry.groups.map(({ name, description }) => {
      const group = new SagemakerModelPackageGroup(stack, `model-package-group-${name}`, {
        ...here.home,
        modelPackageGroupName: name,
        modelPackageGroupDescription: description,
        tags: { 'data-classification': dataClassification },
      });
      return [name, group.arn];
    }),
  );
}
