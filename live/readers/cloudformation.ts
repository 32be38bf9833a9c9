import { BedrockClient, paginateListEnforcedGuardrailsConfiguration } from '@aws-sdk/client-bedrock';
import { CloudFormationClient, GetTemplateCommand, paginateDescribeStacks } from '@aws-sdk/client-cloudformation';
import { DescribeModelCardCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { orAbsent } from '../answer';
import type { Place } from '../live-aws';
import { type Attributes, block, type Reader, text } from '../reader';

type Resource = { readonly Type?: string; readonly Properties?: Attributes };

/** What a stack's template declares, as it is written. */
function resourcesOf(template: string): readonly Resource[] {
  const { Resources = {} } = JSON.parse(template) as { readonly Resources?: Readonly<Record<string, Resource>> };
  return Object.values(Resources);
}

/** A stack says what it once made: what may be changed beside it is asked of its own service too. */
async function made(at: Place, { Type, Properties = {} }: Resource, parameters: Attributes): Promise<Attributes> {
  if (Type === 'AWS::SageMaker::ModelCard') {
    const name = String(Properties.ModelCardName);
    // A card that was deleted beside its stack does not take the stack with it.
    const card = await orAbsent(at.ask(SageMakerClient, new DescribeModelCardCommand({ ModelCardName: name })));
    return { model_card: card && { name: card.ModelCardName, kms_key_id: card.SecurityConfig?.KmsKeyId } };
  }
  if (Type === 'AWS::Bedrock::EnforcedGuardrailConfiguration') {
    const pages = await at.pages(BedrockClient, paginateListEnforcedGuardrailsConfiguration, {});
    const found = pages
      .flatMap(({ guardrailsConfig = [] }) => guardrailsConfig)
      .find(({ guardrailArn }) => guardrailArn === parameters.GuardrailIdentifier);
    return { enforced_guardrail: found && { arn: found.guardrailArn, version: found.guardrailVersion } };
  }
  return {};
}

function expected({ Type, Properties = {} }: Resource, parameters: Attributes): Attributes {
  if (Type === 'AWS::SageMaker::ModelCard')
    return { model_card: { name: Properties.ModelCardName, kms_key_id: parameters.KmsKeyId } };
  if (Type === 'AWS::Bedrock::EnforcedGuardrailConfiguration')
    return { enforced_guardrail: { arn: parameters.GuardrailIdentifier, version: parameters.GuardrailVersion } };
  return {};
}

const merged = (parts: readonly Attributes[]): Attributes => Object.assign({}, ...parts);

const stack: Reader = {
  async read(at, wanted) {
    const StackName = text(wanted, 'name');
    const pages = await at.pages(CloudFormationClient, paginateDescribeStacks, { StackName });
    const found = pages.flatMap(({ Stacks = [] }) => Stacks)[0];
    if (!found) return undefined;
    const { TemplateBody } = await at.ask(CloudFormationClient, new GetTemplateCommand({ StackName }));
    const parameters = block(wanted.parameters);
    const parts = await Promise.all(
      resourcesOf(text(wanted, 'template_body')).map((resource) => made(at, resource, parameters)),
    );
    return {
      id: found.StackId,
      name: found.StackName,
      parameters: Object.fromEntries(
        (found.Parameters ?? []).map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]),
      ),
      template_body: TemplateBody,
      failed: found.StackStatus?.endsWith('FAILED') ? `${found.StackStatus}: ${found.StackStatusReason}` : undefined,
      ...merged(parts),
    };
  },
  also: (wanted) => ({
    failed: undefined,
    ...merged(resourcesOf(text(wanted, 'template_body')).map((each) => expected(each, block(wanted.parameters)))),
  }),
  unread: { on_failure: 'AWS does not return it', tags: 'no promise hangs on it' },
};

export const readers: Readonly<Record<string, Reader>> = { aws_cloudformation_stack: stack };
