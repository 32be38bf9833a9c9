import { CloudformationStack } from '@cdktf/provider-aws/lib/cloudformation-stack';
import type { Construct } from 'constructs';
import { regionsOfGuardrail } from '../../policy/guardrails/bedrock-policy';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { Guardrails, type PublishedGuardrail } from '../parts/guardrails';

/**
 * The guardrails that Bedrock policies name: of the management account, as AWS wants it, and applied by whoever calls a model in an account
 * of the organization. Nobody else may change one: SCPs do not bind the management account, and its guardrails admit no other action.
 */
export class OrganizationGuardrails extends Part {
  /** What lets the accounts apply them. Whoever may not apply an enforced guardrail calls no model, so it comes before any policy. */
  readonly shares: readonly CloudformationStack[];
  private readonly made: Readonly<Record<string, PublishedGuardrail>>;

  constructor(scope: Construct, id: string, organizationId: string) {
    super(scope, id);
    const { zone } = LandingZoneStack.of(this);
    const { organizationGuardrails: guardrails } = zone.ai;
    const { guardrails: made } = new Guardrails(this, 'guardrails', {
      guardrails,
      regions: zone.regions,
      keyStatements: [
        {
          // Callers decrypt by their own IAM policies (Bedrock User Guide, guardrails-permissions-kms), from their own accounts.
          Sid: 'OrganizationApplies',
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: 'kms:Decrypt',
          Resource: '*',
          Condition: { StringEquals: { 'aws:PrincipalOrgID': organizationId } },
        },
      ],
    });
    this.made = made;
    this.shares = guardrails.flatMap((guardrail) =>
      regionsOfGuardrail(zone, guardrail).map((region) => this.share(region, guardrail.name, organizationId)),
    );
  }

  /** ARN and version, as a policy writes them, by `<region>/<name>`. */
  readonly identifierOf = (key: string): string => {
    const { arn, version } = this.find(key);
    return `${arn}:${version}`;
  };

  private find(key: string): PublishedGuardrail {
    const guardrail = this.made[key];
    if (!guardrail) throw new Error(`there is no guardrail ${key}, and a policy names it`);
    return guardrail;
  }

  /** Terraform's provider has no resource for the policy of a guardrail (hashicorp/terraform-provider-aws#48674), CloudFormation has. */
  private share(region: string, name: string, organizationId: string): CloudformationStack {
    const { zone, here } = LandingZoneStack.of(this);
    return new CloudformationStack(this, `guardrail-${name}-${region}-policy`, {
      ...here.in(region),
      name: `${zone.name}-guardrail-${name}`,
      templateBody: JSON.stringify(template),
      parameters: { GuardrailArn: this.find(`${region}/${name}`).arn, OrganizationId: organizationId },
      onFailure: 'DELETE',
    });
  }
}

/** Of the statements that Bedrock takes, the one for an organization (Bedrock User Guide, guardrails-resource-based-policies). */
const template = {
  Parameters: { GuardrailArn: { Type: 'String' }, OrganizationId: { Type: 'String' } },
  Resources: {
    GuardrailPolicy: {
      Type: 'AWS::Bedrock::ResourcePolicy',
      Properties: {
        ResourceArn: { Ref: 'GuardrailArn' },
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: '*',
              Action: ['bedrock:ApplyGuardrail', 'bedrock:GetGuardrail'],
              Resource: { Ref: 'GuardrailArn' },
              Condition: { StringEquals: { 'aws:PrincipalOrgID': { Ref: 'OrganizationId' } } },
            },
          ],
        },
      },
    },
  },
};
