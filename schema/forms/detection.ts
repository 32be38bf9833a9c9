import { z } from 'zod';
import { parameterNamePattern, resourceTypePattern } from '../facts/patterns';
import { configFrequencies } from '../facts/schedules';
import { kebabName, matching } from './text';

/** One or more values, as IAM writes them. */
export const oneOrMore = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

const resourceTypes = z.array(matching(resourceTypePattern)).min(1, 'must name a resource type, or be left out');

/** How often a periodic rule runs, by the API's names. */
const frequency = z.enum(configFrequencies);

/** Whatever JSON can say. */
const json = z.unknown().refine(isJson, 'must be JSON: text, numbers, true, false, null, lists and objects');

function isJson(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isJson);
  return value === null || Number.isFinite(value) || ['string', 'boolean'].includes(typeof value);
}

/** Parameters of a rule by their names in the rule. AWS takes text only. */
const parameters = z.record(z.string(), z.string());

const everywhere = {
  /**
   * Where the rule is available. `home`: it looks at something global, or at the whole account, and runs in the home region only.
   * @default - every governed region
   */
  regions: z
    .union([
      z.literal('home'),
      z.strictObject({ only: z.array(z.string()).min(1) }),
      z.strictObject({ except: z.array(z.string()).min(1) }),
    ])
    .optional(),
};

/** What finds a resource that breaks a control. */
export const detectForm = z.union([
  /** A rule that AWS manages. */
  z.strictObject({
    managed: z.string().regex(/^[A-Z0-9]+(_[A-Z0-9]+)+$/, 'must be the identifier of a managed rule'),
    parameters: parameters.optional(),
    /** Types whose changes trigger it. @default - it is periodic, or AWS knows its types */
    resourceTypes: resourceTypes.optional(),
    /**
     * AWS announced the rule and has no page of it yet, or has it since the list of `schema/facts/managed-rules.ts` was made, or the list
     * does not know the parameters that you give it. It gets a pack of its own: a region that refuses one rule refuses its whole pack.
     */
    announced: z.literal(true).optional(),
    ...everywhere,
  }),
  /** A rule in the Guard language (`guard-2.x.x`), run at each change of its types. At most 10,000 characters. */
  z.strictObject({ guard: z.string().min(1).max(10_000), resourceTypes, ...everywhere }),
  /** A check of `lambda/checks/`, by its file. Run at each change of its types, by the clock, or both. */
  z.strictObject({
    lambda: kebabName(40),
    parameters: parameters.optional(),
    resourceTypes: resourceTypes.optional(),
    frequency: frequency.optional(),
    ...everywhere,
  }),
]);

/** What happens then. */
export const respondForm = z.union([
  /** Somebody is told: every change of compliance reaches the findings topic. */
  z.literal('notify'),
  z.strictObject({
    /** An SSM Automation document of AWS, or the steps of one of ours. */
    document: z.union([
      z.string().regex(/^AWS[A-Za-z]*-\w+$/, 'must be the name of a document that AWS owns'),
      z.strictObject({
        description: z.string().min(1).max(1_000),
        /** `mainSteps` of the document, schema version 0.3. `{{ ResourceId }}` is the resource. */
        mainSteps: z.array(z.record(z.string(), json)).min(1),
      }),
    ]),
    /** The document's parameter that takes the resource's id. @default 'ResourceId' */
    resourceParameter: matching(parameterNamePattern).default('ResourceId'),
    /** The document's other parameters. */
    parameters: parameters.default({}),
    /** Whether Config starts it by itself. A person starts the others in the console. */
    automatic: z.boolean(),
    /** What the document's role may do; `AutomationAssumeRole` is set to it. */
    permissions: z.array(z.strictObject({ Action: oneOrMore, Resource: oneOrMore })).min(1),
  }),
]);
