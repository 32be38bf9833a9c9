import type { Json } from '../../toolkit/untyped';
import type { ResourceType } from './resource-type';

/**
 * AWS::Bedrock::EnforcedGuardrailConfiguration, as its page in the CloudFormation Template Reference was on 2026-11-20. Left out:
 * ModelEnforcement and SelectiveContentGuarding.
 */
export const enforcedGuardrail: ResourceType = {
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

const apiInput = ({ GuardrailIdentifier, GuardrailVersion }: Json): Json => ({
  guardrailIdentifier: GuardrailIdentifier,
  guardrailVersion: GuardrailVersion,
});
