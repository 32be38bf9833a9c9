import { CloudformationStack } from '@cdktf/provider-aws/lib/cloudformation-stack';
import type { Construct } from 'constructs';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { wholeOrNothing } from '../parts/whole-or-nothing';
import type { AiContext } from './context';
import { keyParameter, modelCardTemplate } from './model-card-template';

export type ModelCardsProps = Pick<AiContext, 'account' | 'key'>;

/**
 * The model cards of the account, encrypted with its key. Terraform has a resource for them since provider 6.29 only: each is a
 * CloudFormation stack of its own, so that none rolls another back.
 */
export class ModelCards extends Part {
  constructor(scope: Construct, id: string, { account, key }: ModelCardsProps) {
    super(scope, id);
    const { zone, here, protection } = LandingZoneStack.of(this);
    const { dataClassification, registry } = account.ai;
    for (const card of zone.modelCards.filter((each) => each.account === account.name)) {
      const group = registry.groups.find(({ name }) => name === card.group);
      new CloudformationStack(this, `model-card-${card.name}`, {
        ...here.home,
        name: `${zone.name}-model-card-${card.name}`,
        templateBody: modelCardTemplate(card, {
          'data-classification': group?.dataClassification ?? dataClassification,
          'risk-class': card.governance.euAiActClass,
        }),
        parameters: { [keyParameter]: key.arn },
        ...wholeOrNothing(protection),
      });
    }
  }
}
