import { CloudformationStack } from '@cdktf/provider-aws/lib/cloudformation-stack';
import type { AiContext } from '../context';
import type { PublishedGuardrail } from './guardrails';

/**
 * Applies the guardrail to every call in each region where it is, whether the call names one or not. Terraform's provider has no
 * resource for it until after 6.66, CloudFormation has.
 */
export function enforceGuardrail(
  { stack, zone, account, here }: AiContext,
  name: string,
  guardrails: Readonly<Record<string, PublishedGuardrail>>,
): void {
  for (const region of account.regions) {
    const guardrail = guardrails[`${region}/${name}`];
    if (guardrail)
      new CloudformationStack(stack, `enforced-guardrail-${region}`, {
        ...here.at(region),
        name: `${zone.name}-enforced-guardrail`,
        templateBody: JSON.stringify(template),
        parameters: { GuardrailIdentifier: guardrail.arn, GuardrailVersion: guardrail.version },
        onFailure: 'DELETE',
      });
  }
}

const parameters = ['GuardrailIdentifier', 'GuardrailVersion'];

const template = {
  Parameters: Object.fromEntries(parameters.map((name) => [name, { Type: 'String' }])),
  Resources: {
    EnforcedGuardrail: {
      Type: 'AWS::Bedrock::EnforcedGuardrailConfiguration',
      Properties: Object.fromEntries(parameters.map((name) => [name, { Ref: name }])),
    },
  },
};
