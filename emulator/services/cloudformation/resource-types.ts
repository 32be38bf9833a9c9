import { enforcedGuardrail } from './enforced-guardrail';
import { guardrailPolicy } from './guardrail-policy';
import { action, artifact, context } from './lineage-entities';
import { modelCard } from './model-card';
import type { ResourceType } from './resource-type';

/** Every resource type that a template may name. */
export const resourceTypes: Readonly<Record<string, ResourceType>> = {
  'AWS::Bedrock::EnforcedGuardrailConfiguration': enforcedGuardrail,
  'AWS::Bedrock::ResourcePolicy': guardrailPolicy,
  'AWS::SageMaker::Action': action,
  'AWS::SageMaker::Artifact': artifact,
  'AWS::SageMaker::Context': context,
  'AWS::SageMaker::ModelCard': modelCard,
};
