import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import { emailAddress } from './text';

/** US dollars, in cents. AWS takes up to 15,000,000,000,000. */
const usd = z.number().min(0.01).max(15_000_000_000_000).multipleOf(0.01, 'has at most two decimals');

/** AWS takes up to 1,000,000. */
const mostPercent = 1_000_000;

/** Per cent of a budget. */
const percent = z.number().min(1).max(mostPercent);

const forecast = z
  .number()
  .max(mostPercent)
  .min(1, "must be at least 1; write 'off' where nobody wants to hear of the forecast");

/** Services of models and their data, as Cost Explorer spells them. A name that is misspelt never costs anything. */
export const costServices = [
  'AWS Glue',
  'AWS Lambda',
  'AWS Step Functions',
  'Amazon Athena',
  'Amazon Bedrock',
  'Amazon Comprehend',
  'Amazon Elastic Compute Cloud - Compute',
  'Amazon Kendra',
  'Amazon Lex',
  'Amazon OpenSearch Service',
  'Amazon Personalize',
  'Amazon Polly',
  'Amazon Rekognition',
  'Amazon SageMaker',
  'Amazon Simple Storage Service',
  'Amazon Textract',
  'Amazon Transcribe',
  'Amazon Translate',
  'AmazonCloudWatch',
] as const;

/** A limit of costs, and who hears when they come near it. */
export const limitForm = z.strictObject({
  /**
   * What a month may cost. Nothing is left out: AWS bills a third-party model of Bedrock as a product of its own, which a budget of
   * 'Amazon Bedrock' does not see.
   */
  monthlyUsd: usd,
  /**
   * What a month of one service may cost, by the name that Cost Explorer shows: `{ 'Amazon SageMaker': 3000 }`. A third-party model
   * of Bedrock ends with `(Amazon Bedrock Edition)`. @default - no budget of a single service
   */
  services: z.record(z.string(), usd).default({}),
  /** A message when so much of a budget is spent, in per cent. */
  alertsAtPercent: z.array(percent).default([50, 80, 100]),
  /** A message when AWS expects the month to end above so much of a budget, in per cent; `off` for none. */
  forecastAtPercent: z.union([forecast, z.literal('off')]).default(100),
  /** E-mail addresses, at most 10. @default - the address of the account; of the organization, that of the management account */
  notify: z.array(emailAddress).min(1, 'must name at least one address, or alerts reach nobody').max(10).optional(),
});

export type Limit = DeepReadonly<z.output<typeof limitForm>>;

/** What an account may cost, and who hears of it. */
export const budgetForm = limitForm.extend({
  /** Costs that are out of the ordinary, whatever the budget says. */
  anomalies: z
    .strictObject({
      enabled: z.boolean().default(true),
      /** The least that an anomaly costs before anybody hears of it, in US dollars. AWS takes up to 10,000,000,000. */
      aboveUsd: z.number().min(0).max(10_000_000_000).default(100),
      /** How often they are reported. */
      frequency: z.enum(['DAILY', 'WEEKLY']).default('DAILY'),
      /**
       * The ARN of the monitor of services in an account outside the organization, which pays by itself: AWS allows one and makes it when
       * Cost Explorer is opened, as `Default-Services-Monitor`. @default - one is made
       */
      monitorArn: z
        .string()
        .regex(/^arn:aws:ce::\d{12}:anomalymonitor\/[0-9a-f-]{36}$/, 'must be the ARN of a cost anomaly monitor')
        .optional(),
    })
    .prefault({}),
});

export type Budget = DeepReadonly<z.output<typeof budgetForm>>;
