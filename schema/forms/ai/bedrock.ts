import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { roleName } from '../governance';
import { filledTagValue, kebabName } from '../text';
import { guardrailForm } from './guardrail';

/** Retention periods of CloudWatch Logs. Source: CloudWatch Logs API Reference, PutRetentionPolicy. */
const logGroupRetention = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** The record of what is asked of models and what they answer. It is one setting per account and region. */
const invocationLogging = z
  .strictObject({
    /** Off: models are called by nobody in the account (`bedrock-logged-calls`). */
    on: z.boolean().default(true),
    text: z.boolean().default(true),
    image: z.boolean().default(true),
    embedding: z.boolean().default(true),
    video: z.boolean().default(true),
    /**
     * Days until prompts and answers are deleted, in the account and in its folder of the log archive. The EU AI Act asks for at
     * least six months where a system is high-risk (Art. 19 and 26(6)).
     */
    retentionDays: z.int().min(1).max(36_500).default(365),
    /** Roles of the account that may read the record; nobody else may, whatever IAM grants. @default - break glass and Macie */
    readers: z.array(roleName).default([]),
    /** Whether every record is replicated to the log archive. */
    archive: z.boolean().default(true),
    /** A log group beside the bucket, to search and to alarm on. @default - none */
    cloudWatch: z.strictObject({ retentionDays: z.literal(logGroupRetention) }).optional(),
  })
  .prefault({});

const perHour = z.union([z.int().min(1), z.literal('off')], 'must be a whole number, or off');

/** From how much use of models on somebody is told, in a region and hour, over all models of an endpoint. What is usual is known to nobody but the team. */
const alarms = z
  .strictObject({
    /** Calls that are wrong or denied: a broken release, or somebody who tries what may be called. */
    clientErrorsPerHour: perHour.default(1000),
    /** Calls beyond the quota, repeated ones too: somebody else uses it up, or it is too small. */
    throttlesPerHour: perHour.default(1000),
    /** Calls that models took. Name what you expect: stolen use shows first in their number. @default 'off' */
    invocationsPerHour: perHour.default('off'),
  })
  .prefault({});

/** An ARN to call a model by, whose tags say who pays. */
const inferenceProfile = z.strictObject({
  name: kebabName(64),
  description: z
    .string()
    .max(200)
    .regex(/^([0-9a-zA-Z:.][ _-]?)+$/, 'has letters, digits, : and . only, each with a space, _ or - behind it at most')
    .optional(),
  /** An approved foundation model, `amazon.nova-lite-v1:0`, or AWS's profile of it for a geography, `eu.amazon.nova-lite-v1:0`. */
  model: z
    .string()
    .max(140)
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(:[a-z0-9-]+){0,2}$/, 'must be a model id: provider.model, or eu.provider.model'),
  /** The tag `cost-center`; `owner` is that of the account. */
  costCenter: filledTagValue,
  /** @default - every region of the account */
  regions: z.array(z.string()).min(1).optional(),
});

/** How an account uses Amazon Bedrock. */
export const bedrockForm = z.strictObject({
  invocationLogging,
  guardrails: z.array(guardrailForm).default([]),
  /**
   * The guardrail of the list that every call goes through in the guardrail's regions, whether the call names one or not. @default -
   * none
   */
  enforcedGuardrail: z.string().optional(),
  inferenceProfiles: z.array(inferenceProfile).default([]),
  alarms,
});

export type Bedrock = DeepReadonly<z.output<typeof bedrockForm>>;
