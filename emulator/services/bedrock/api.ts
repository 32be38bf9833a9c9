import type { Bedrock } from '@aws-sdk/client-bedrock';
import type { CallOf, InputOf, OperationOf, Operations, OutputOf, Wire } from '../../toolkit/operations';
import type { Routes } from '../../toolkit/routes';

/** Bedrock writes dates as ISO 8601. */
type Instant = string;

/** Handlers of Amazon Bedrock's control plane. */
export type BedrockOperations = Operations<Bedrock, Instant>;

export type BedrockCall<Operation extends OperationOf<Bedrock>> = CallOf<Bedrock, Operation, Instant>;

export type Input<Operation extends OperationOf<Bedrock>> = InputOf<Bedrock, Operation, Instant>;

export type Output<Operation extends OperationOf<Bedrock>> = OutputOf<Bedrock, Operation, Instant>;

/** A shape of the SDK's as Bedrock writes it. */
export type Shape<T> = Wire<T, Instant>;

/** The requests that name Bedrock's operations. Source: botocore's model bedrock/2023-04-20. */
export const routes: Routes<Bedrock> = {
  CreateGuardrail: 'POST /guardrails',
  ListGuardrails: ['GET /guardrails', { maxResults: 'number' }],
  GetGuardrail: 'GET /guardrails/:guardrailIdentifier',
  UpdateGuardrail: 'PUT /guardrails/:guardrailIdentifier',
  DeleteGuardrail: 'DELETE /guardrails/:guardrailIdentifier',
  CreateGuardrailVersion: 'POST /guardrails/:guardrailIdentifier',
  PutEnforcedGuardrailConfiguration: 'PUT /enforcedGuardrailsConfiguration',
  ListEnforcedGuardrailsConfiguration: 'GET /enforcedGuardrailsConfiguration',
  DeleteEnforcedGuardrailConfiguration: 'DELETE /enforcedGuardrailsConfiguration/:configId',
  CreateInferenceProfile: 'POST /inference-profiles',
  ListInferenceProfiles: ['GET /inference-profiles', { maxResults: 'number' }],
  GetInferenceProfile: 'GET /inference-profiles/:inferenceProfileIdentifier',
  DeleteInferenceProfile: 'DELETE /inference-profiles/:inferenceProfileIdentifier',
  PutModelInvocationLoggingConfiguration: 'PUT /logging/modelinvocations',
  GetModelInvocationLoggingConfiguration: 'GET /logging/modelinvocations',
  DeleteModelInvocationLoggingConfiguration: 'DELETE /logging/modelinvocations',
  GetUseCaseForModelAccess: 'GET /use-case-for-model-access',
  PutResourcePolicy: 'POST /resource-policy',
  GetResourcePolicy: 'GET /resource-policy/:resourceArn',
  DeleteResourcePolicy: 'DELETE /resource-policy/:resourceArn',
  ListTagsForResource: 'POST /listTagsForResource',
  TagResource: 'POST /tagResource',
  UntagResource: 'POST /untagResource',
};
