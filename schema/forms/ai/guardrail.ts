import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { kebabName } from '../text';

/** Personal data that guardrails know by name. Source: botocore 1.43.107, bedrock, GuardrailPiiEntityType. */
export const piiEntities = [
  'ADDRESS',
  'AGE',
  'AWS_ACCESS_KEY',
  'AWS_SECRET_KEY',
  'CA_HEALTH_NUMBER',
  'CA_SOCIAL_INSURANCE_NUMBER',
  'CREDIT_DEBIT_CARD_CVV',
  'CREDIT_DEBIT_CARD_EXPIRY',
  'CREDIT_DEBIT_CARD_NUMBER',
  'DRIVER_ID',
  'EMAIL',
  'INTERNATIONAL_BANK_ACCOUNT_NUMBER',
  'IP_ADDRESS',
  'LICENSE_PLATE',
  'MAC_ADDRESS',
  'NAME',
  'PASSWORD',
  'PHONE',
  'PIN',
  'SWIFT_CODE',
  'UK_NATIONAL_HEALTH_SERVICE_NUMBER',
  'UK_NATIONAL_INSURANCE_NUMBER',
  'UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER',
  'URL',
  'USERNAME',
  'US_BANK_ACCOUNT_NUMBER',
  'US_BANK_ROUTING_NUMBER',
  'US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER',
  'US_PASSPORT_NUMBER',
  'US_SOCIAL_SECURITY_NUMBER',
  'VEHICLE_IDENTIFICATION_NUMBER',
] as const;

/** What content filters look for; prompt attacks have a field of their own, because they are looked for in prompts only. */
export const contentFilterTypes = ['HATE', 'INSULTS', 'MISCONDUCT', 'SEXUAL', 'VIOLENCE'] as const;

/** `HIGH` filters what is harmful with low confidence too; `NONE` filters nothing. */
const strength = z.enum(['NONE', 'LOW', 'MEDIUM', 'HIGH']);

const contentFilter = z
  .strictObject({ input: strength.default('HIGH'), output: strength.default('HIGH') })
  .prefault({});

const message = z.string().min(1).max(500);

/** How much an answer has to be borne out, from 0 to 0.99: below it the answer is blocked. */
const threshold = z.number().min(0).max(0.99);

const deniedTopic = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[\w !?.-]+$/, 'has letters, digits, spaces and _ - ! ? . only'),
  /** What the topic is, in a sentence of at most 200 characters: the filter understands it. */
  definition: z.string().min(1).max(200),
  /** Prompts of the topic. At least one: AWS provider 5.100 fails at a topic without. */
  examples: z.array(z.string().min(1).max(100)).min(1).max(5),
});

const sensitiveInformation = z
  .strictObject({
    /** Kinds of personal data with which a prompt or an answer is refused. */
    block: z.array(z.enum(piiEntities)).default([]),
    /** Kinds that are replaced by their name: `{EMAIL}`. */
    anonymize: z.array(z.enum(piiEntities)).default([]),
    patterns: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(100),
          /** Bedrock does not support lookaround. */
          regex: z.string().min(1).max(500),
          action: z.enum(['BLOCK', 'ANONYMIZE']),
          /** @default - its name */
          description: z.string().min(1).max(1000).optional(),
        }),
      )
      .max(10)
      .default([]),
  })
  .prefault({});

/**
 * What prompts and answers are filtered by, in the CLASSIC tier: it understands English, French and Spanish. The STANDARD tier and
 * images are left out, because they need attributes that AWS provider 5.100 does not have. Limits: botocore 1.43.107, CreateGuardrail.
 */
export const guardrailForm = z.strictObject({
  name: kebabName(50),
  /** @default - its name */
  description: z.string().min(1).max(200).optional(),
  /** What a person reads in place of an answer, because of what was asked. */
  blockedInputMessage: message.default('This request cannot be answered here.'),
  /** What a person reads in place of an answer, because of what it said. */
  blockedOutputMessage: message.default('The answer was withheld.'),
  /** @default - every kind at HIGH, in prompts and in answers */
  contentFilters: z
    .strictObject({
      HATE: contentFilter,
      INSULTS: contentFilter,
      MISCONDUCT: contentFilter,
      SEXUAL: contentFilter,
      VIOLENCE: contentFilter,
    } satisfies Record<(typeof contentFilterTypes)[number], typeof contentFilter>)
    .prefault({}),
  /** Attempts to talk the model out of its instructions. */
  promptAttack: strength.default('HIGH'),
  deniedTopics: z.array(deniedTopic).max(30).default([]),
  sensitiveInformation,
  words: z
    .strictObject({
      blocked: z.array(z.string().min(1).max(100)).max(10_000).default([]),
      /** AWS's own list of swear words. */
      profanity: z.boolean().default(false),
    })
    .prefault({}),
  /** Whether an answer keeps to the source that the call passes. @default - not checked */
  grounding: z
    .strictObject({
      /** The source supports what the answer says. */
      grounding: threshold.optional(),
      /** The answer is about what was asked. */
      relevance: threshold.optional(),
    })
    .prefault({}),
  /** @default - every region of the account, or of the landing zone for a guardrail of the organization */
  regions: z.array(z.string()).min(1).optional(),
});

export type Guardrail = DeepReadonly<z.output<typeof guardrailForm>>;
