import { z } from 'zod';
import { kebabName } from '../../text';
import { riskClass } from '../ai/risk-class';
import { modelCardContent } from './content';
import { line, text } from './text';

/** How far a model card is, from the first draft to its end. */
const modelCardStatuses = ['Draft', 'PendingReview', 'Approved', 'Archived'] as const;

/** What an auditor asks of a model and the JSON schema of AWS has no field for; it lands in `custom_details`. */
const governanceForm = z.strictObject({
  /** Under the EU AI Act. */
  euAiActClass: riskClass,
  /** One sentence for whoever wants to use the model. */
  intendedUse: line(1024),
  /** The data protection impact assessment (GDPR Art. 35). @default - none; a high risk needs one */
  dpia: z
    .url({ protocol: /^https$/, error: 'must be an address that begins with https://' })
    .max(1024, 'must have at most 1,024 characters')
    .optional(),
  /** Who lets the model pass: a role or a board rather than a name. @default - nobody yet; an approved card needs one */
  approver: line(256).optional(),
  /** The last day on which the card counts as reviewed, YYYY-MM-DD. @default - none yet; an approved card needs one */
  reviewBy: z.iso.date('must be a day of the calendar, as YYYY-MM-DD').optional(),
  /** Where the reasons are: a ticket, minutes. @default - none */
  decisionRecord: text(1024).optional(),
});

/** What a person writes about one model, in `models/<name>.ts`. */
export const modelCardForm = z.strictObject({
  /** The name of the card and of its file. */
  name: kebabName(63),
  /** The account that the card lives in, by name; it has `ai`. */
  account: z.string(),
  /** `Archived` ends it: SageMaker takes no change of the card after. */
  status: z.enum(modelCardStatuses),
  /** The model package group of the account that the card is about. @default - none: a model outside the registry */
  group: z.string().optional(),
  content: modelCardContent,
  governance: governanceForm,
});

/** What a person writes. */
export type ModelCardSpec = z.input<typeof modelCardForm>;
export type ParsedModelCard = z.output<typeof modelCardForm>;

/** The form of a model card's file: `export default defineModelCard({ … })`. */
export const defineModelCard = (spec: ModelCardSpec): ModelCardSpec => spec;
