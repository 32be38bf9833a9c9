import { SagemakerModelPackageGroup } from '@cdktf/provider-aws/lib/sagemaker-model-package-group';
import { SagemakerModelPackageGroupPolicy } from '@cdktf/provider-aws/lib/sagemaker-model-package-group-policy';
import type { Construct } from 'constructs';
import { policyDocument } from '../../policy/iam/statement';
import type { ModelPackageGroup } from '../../schema/forms/ai/registry';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { forget } from '../kernel/state-moves';
import { modelEvents } from '../parts/model-approvals';
import type { AiAccount, AiContext } from './context';
import { groupPolicyStatements, type SharedGroup, sharedGroups } from './registry-sharing';

/** The model package groups, shared with the accounts that train and deploy. That versions are approved is told by the stack `account-*`. */
export class ModelRegistry extends Part {
  /** By name. */
  readonly groupArns: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { account }: Pick<AiContext, 'account'>) {
    super(scope, id);
    const stack = LandingZoneStack.of(this);
    const { groups } = account.ai.registry;
    const shared = new Map(sharedGroups(stack, account).map((sharing) => [sharing.name, sharing]));
    const arns = groups.map((group) => [group.name, this.makeGroup(group, account, shared.get(group.name))]);
    this.groupArns = Object.fromEntries(arns);
    if (groups.length > 0) this.leaveApprovals();
  }

  /** The rules are those of the stack `account-*` now, which has them by the same names: destroying them here would take them away there. */
  private leaveApprovals(): void {
    const stack = LandingZoneStack.of(this);
    for (const { name } of modelEvents) {
      const id = `forward-${name}-${stack.zone.homeRegion}`;
      forget(stack, `aws_cloudwatch_event_target.${id}-target`);
      forget(stack, `aws_cloudwatch_event_rule.${id}`);
    }
  }

  private makeGroup(group: ModelPackageGroup, account: AiAccount, sharing: SharedGroup | undefined): string {
    const { zone, here, protection } = LandingZoneStack.of(this);
    const id = `model-package-group-${group.name}`;
    const { arn, modelPackageGroupName } = new SagemakerModelPackageGroup(this, id, {
      ...here.home,
      modelPackageGroupName: group.name,
      modelPackageGroupDescription: group.description,
      tags: tagsOf(group, account.ai.dataClassification),
      // AWS has no call that changes it, and another group would be without the versions of this one.
      lifecycle: { ...protection.lifecycle, ignoreChanges: ['model_package_group_description'] },
    });
    const versions = `arn:aws:sagemaker:${zone.homeRegion}:${here.id}:model-package/${group.name}/*`;
    if (sharing)
      new SagemakerModelPackageGroupPolicy(this, `${id}-policy`, {
        ...here.home,
        modelPackageGroupName,
        resourcePolicy: policyDocument(groupPolicyStatements(sharing, arn, versions)),
      });
    return arn;
  }
}

const tagsOf = (
  { owner, riskClass, dataClassification }: ModelPackageGroup,
  ofAccount: NonNullable<ModelPackageGroup['dataClassification']>,
): Record<string, string> => ({
  'data-classification': dataClassification ?? ofAccount,
  ...(owner && { owner }),
  ...(riskClass && { 'risk-class': riskClass }),
});
