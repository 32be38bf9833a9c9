import { CloudformationStack } from '@cdktf/provider-aws/lib/cloudformation-stack';
import type { AiContext } from './context';
import { keyParameter, modelCardTemplate } from './model-card-template';

/**
 * Makes the model cards of the account, encrypted with its key. Terraform has a resource for them since provider 6.29 only: each is a
 * CloudFormation stack of its own, so that none rolls another back.
 */
export function makeModelCards({ stack, zone, account, here, key, keep }: AiContext): void {
  const { dataClassification, registry } = account.ai;
  for (const card of zone.modelCards.filter((each) => each.account === account.name)) {
    const group = registry.groups.find(({ name }) => name === card.group);
    new CloudformationStack(stack, `model-card-${card.name}`, {
      ...here.home,
      name: `${zone.name}-model-card-${card.name}`,
      templateBody: modelCardTemplate(card, {
        'data-classification': group?.dataClassification ?? dataClassification,
        'risk-class': card.governance.euAiActClass,
      }),
      parameters: { [keyParameter]: key.arn },
      // A card that could not be made leaves no stack behind that has to be deleted by hand.
      onFailure: 'DELETE',
      lifecycle: keep,
    });
  }
}
