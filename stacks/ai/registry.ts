import { SagemakerModelPackageGroup } from '@cdktf/provider-aws/lib/sagemaker-model-package-group';
import { SagemakerModelPackageGroupPolicy } from '@cdktf/provider-aws/lib/sagemaker-model-package-group-policy';
import { policyDocument } from '../../policy/iam/statement';
import type { ModelPackageGroup } from '../../schema/forms/ai/registry';
import { forwardFindings } from '../parts/findings-forwarder';
import { modelApprovalCalls, modelVersionChanges } from '../parts/model-approvals';
import type { AiContext } from './context';
import { groupPolicyStatements, sharedGroups } from './registry-sharing';

/**
 * Makes the model package groups, shares them with the accounts that train and deploy, and tells the findings bus of approvals.
 *
 * @returns the ARNs of the groups by name
 */
export function makeRegistry(context: AiContext): Record<string, string> {
  const { stack, zone, account, here, keep } = context;
  const { groups } = account.ai.registry;
  const shared = sharedGroups(context);
  const arns = groups.map((group) => {
    const { arn, modelPackageGroupName } = new SagemakerModelPackageGroup(stack, `model-package-group-${group.name}`, {
      ...here.home,
      modelPackageGroupName: group.name,
      modelPackageGroupDescription: group.description,
      tags: tagsOf(group, account.ai.dataClassification),
      lifecycle: keep,
    });
    const sharing = shared.find(({ name }) => name === group.name);
    const versions = `arn:aws:sagemaker:${zone.homeRegion}:${here.accountId}:model-package/${group.name}/*`;
    if (sharing)
      new SagemakerModelPackageGroupPolicy(stack, `model-package-group-${group.name}-policy`, {
        ...here.home,
        modelPackageGroupName,
        resourcePolicy: policyDocument(groupPolicyStatements(sharing, arn, versions)),
      });
    return [group.name, arn] as const;
  });
  if (groups.length > 0) tellOfApprovals(context);
  return Object.fromEntries(arns);
}

const tagsOf = (
  { owner, riskClass, dataClassification }: ModelPackageGroup,
  ofAccount: NonNullable<ModelPackageGroup['dataClassification']>,
): Record<string, string> => ({
  'data-classification': dataClassification ?? ofAccount,
  ...(owner && { owner }),
  ...(riskClass && { 'risk-class': riskClass }),
});

/** The registry is in the home region, and so are its events. */
function tellOfApprovals({ stack, zone, here, security }: AiContext): void {
  forwardFindings(stack, {
    zone,
    purpose: 'model-approvals',
    here,
    regions: [zone.homeRegion],
    busArn: security().findingsBusArn,
    events: [
      { name: 'model-versions', description: 'New and changed model versions', pattern: modelVersionChanges },
      { name: 'model-approvals', description: 'Who approved or rejected a version', pattern: modelApprovalCalls },
    ],
  });
}
