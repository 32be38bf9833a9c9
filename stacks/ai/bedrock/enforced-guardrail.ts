import { CloudformationStack } from '@cdktf/provider-aws/lib/cloudformation-stack';
import type { Construct } from 'constructs';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import type { PublishedGuardrail } from '../../parts/guardrails';

export interface EnforcedGuardrailProps {
  readonly name: string;
  /** Every guardrail of the account by `<region>/<name>`. */
  readonly guardrails: Readonly<Record<string, PublishedGuardrail>>;
}

/**
 * Applies the guardrail to every call in each region where it is, whether the call names one or not. Terraform's provider has no
 * resource for it until after 6.66, CloudFormation has.
 */
export class EnforcedGuardrail extends Part {
  constructor(scope: Construct, id: string, { name, guardrails }: EnforcedGuardrailProps) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    for (const region of here.account.regions) {
      const guardrail = guardrails[`${region}/${name}`];
      if (guardrail)
        new CloudformationStack(this, `${id}-${region}`, {
          ...here.in(region),
          name: `${zone.name}-enforced-guardrail`,
          templateBody: JSON.stringify(template),
          parameters: { GuardrailIdentifier: guardrail.arn, GuardrailVersion: guardrail.version },
          onFailure: 'DELETE',
        });
    }
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
