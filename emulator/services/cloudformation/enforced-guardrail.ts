import type { Bedrock } from '@aws-sdk/client-bedrock';
import type { JsonObject } from '../../toolkit/json';
import type { Ask, ResourceType } from './resource-type';

/**
 * AWS::Bedrock::EnforcedGuardrailConfiguration, as its page in the CloudFormation Template Reference was on 2026-11-20. Left out:
 * ModelEnforcement and SelectiveContentGuarding.
 */
export const enforcedGuardrail: ResourceType<Ask<Bedrock>> = {
  service: 'bedrock',
  required: ['GuardrailIdentifier', 'GuardrailVersion'],
  optional: [],
  createOnly: [],
  async create(ask, { properties }) {
    const guardrailInferenceConfig = apiInput(properties);
    return (await ask('PutEnforcedGuardrailConfiguration', { guardrailInferenceConfig })).configId;
  },
  async update(ask, configId, _before, { properties }) {
    await ask('PutEnforcedGuardrailConfiguration', { configId, guardrailInferenceConfig: apiInput(properties) });
  },
  async delete(ask, configId) {
    await ask('DeleteEnforcedGuardrailConfiguration', { configId });
  },
};

const apiInput = ({ GuardrailIdentifier, GuardrailVersion }: JsonObject): JsonObject => ({
  guardrailIdentifier: GuardrailIdentifier,
  guardrailVersion: GuardrailVersion,
});
