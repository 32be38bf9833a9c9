import { z } from 'zod';
import { type FrameworkId, frameworkIds } from '../facts/frameworks';
import type { ParsedAccount } from './account';
import type { DeepReadonly } from './deep-readonly';
import { detectForm, oneOrMore, respondForm } from './detection';
import { keeperForm } from './keeper';
import { controlWhereForm } from './places';
import { switchedServices } from './services';
import type { Settings } from './settings';
import { kebabName } from './text';

/** Text for people. */
const sentence = z.string().min(1).max(1_000);

/** Source: IAM User Guide, "IAM JSON policy elements: Condition operators". */
const operator = z
  .string()
  .regex(
    /^(ForAnyValue:|ForAllValues:)?(Null|((String(Not)?(Equals(IgnoreCase)?|Like)|(Numeric|Date)((Not)?Equals|(Less|Greater)Than(Equals)?)|Bool|BinaryEquals|(Not)?IpAddress|Arn(Not)?(Equals|Like))(IfExists)?))$/,
    'must be a condition operator of IAM',
  );

/** What a control denies, in the language of IAM. `Effect` is always `Deny`; `Sid` derives from the control's id. */
const deniedForm = z
  .strictObject({
    Action: oneOrMore.optional(),
    /** Everything but these actions. */
    NotAction: oneOrMore.optional(),
    /** @default '*' */
    Resource: oneOrMore.optional(),
    NotResource: oneOrMore.optional(),
    /** Operator to key to the values of which one must match. */
    Condition: z.record(operator, z.record(z.string(), oneOrMore)).optional(),
  })
  .refine(({ Action, NotAction }) => (Action === undefined) !== (NotAction === undefined), {
    message: 'has either Action or NotAction',
  })
  .refine(({ Resource, NotResource }) => Resource === undefined || NotResource === undefined, {
    message: 'has Resource or NotResource, not both',
  });

/** Who a policy does not bind, by what the settings call them: the deploy role, or one of `roles`. */
export const exemptions = ['deployRole', 'breakGlass', 'modelApprovers', 'dataStewards', 'securityResponders'] as const;

const preventForm = z
  .strictObject({
    /** Statements of service control policies: what principals of the account may not do. */
    scp: z.array(deniedForm).default([]),
    /** Statements of resource control policies: what may not be done to resources of the account, whoever asks. */
    rcp: z.array(deniedForm).default([]),
    /** Roles that the statements do not bind. @default - it binds everybody, the deploy role too */
    exempt: z.array(z.enum(exemptions)).default([]),
  })
  .refine(({ scp, rcp }) => scp.length + rcp.length > 0, { message: 'must deny something' });

/** What is taken for granted of the requests that a promise is about. */
const assumptionForm = z
  .strictObject({
    /** One clause: 'ids of foundation models hold no colon'. */
    that: sentence,
    Resource: oneOrMore.optional(),
    NotResource: oneOrMore.optional(),
    Condition: z.record(operator, z.record(z.string(), oneOrMore)).optional(),
  })
  .refine(({ Resource, NotResource }) => Resource === undefined || NotResource === undefined, {
    message: 'has Resource or NotResource, not both',
  });

/**
 * What has to be denied, whichever statements do it, in words of its own: `landing-zone prove` proves it of the packed documents for
 * every request, or finds one that gets through.
 */
const promiseForm = z.strictObject({
  /** One sentence, without what is assumed. */
  that: sentence,
  /** By which policies; `prevent` must have statements of that kind, which say where the promise is asked. @default 'scp' */
  by: z.enum(['scp', 'rcp']).default('scp'),
  deny: deniedForm,
  /** Roles that it is not about; written beside those of `prevent`, so that one more there breaks it. @default - it binds everybody */
  exempt: z.array(z.enum(exemptions)).default([]),
  /** @default - it is about every request that `deny` speaks of */
  assuming: z.array(assumptionForm).default([]),
  /** Why a request may get through all the same; then one has to be found. @default - none may */
  exception: sentence.optional(),
});

const mappingForm = z.strictObject({
  framework: z.enum(frameworkIds),
  /** As the framework writes them: `AC-3(7)`, `164.312(b)`, `Art. 32`. */
  requirements: z.array(z.string().min(1)).min(1),
  /** `published`: a public source maps the control or its rule to them. `our judgement`: we do. */
  basis: z.enum(['published', 'our judgement']),
  /** Where it is published. */
  source: sentence.optional(),
});

/** A request on one side of the edge of what `prevent` denies. */
const requestExampleForm = z.strictObject({
  /** One clause: 'internet access is left out'. */
  when: sentence,
  action: z.string().regex(/^[a-z0-9-]+:\w+$/, 'must be service:Operation'),
  /** ARN. @default '*' */
  resource: z.string().min(1).max(2_048).default('*'),
  /** Name of a role in the account, `root`, one of the exemptions, or an ARN. @default - a role that nobody named */
  principal: z.string().min(1).max(2_048).optional(),
  /** Condition keys of the request; those that AWS always sets are there already. */
  context: z.record(z.string(), oneOrMore).default({}),
  /** Whether this control denies it. Where it does not, another one may. */
  denied: z.boolean(),
});

/** A resource on one side of the edge of what `detect` reports. */
const resourceExampleForm = z.strictObject({ when: sentence, compliant: z.boolean() });

/** One promise of the landing zone, with all that is needed to keep it, prove it and explain it. */
export const controlForm = z.strictObject({
  /** The public name of the promise and of its file. Kebab-case, at most 40 characters, never reused. */
  id: kebabName(40),
  /** What holds, in one sentence. */
  title: z.string().min(1).max(120),
  /** The harm that it stops, in one sentence for an auditor. */
  why: sentence,
  /** What somebody does who is stopped by it. */
  fix: sentence,
  severity: z.enum(['critical', 'high', 'medium', 'low']),
  /** How far it goes where the setting `controls` does not say. @default 'on' */
  mode: z.enum(['on', 'off']).default('on'),
  /** Why it is off, where the settings make it so: one clause. @default - the catalog gives no reason */
  reason: sentence.optional(),
  where: controlWhereForm,
  /**
   * The service that keeps the promise. Where the landing zone leaves it to others, nothing is denied, what `detect` finds is still
   * reported, and the catalog says so. @default - none that can be off
   */
  needs: z.enum(switchedServices).optional(),
  /** @default - nothing is denied; the control only detects */
  prevent: preventForm.optional(),
  /** @default - what `prevent` says, and that nobody passes for a role that is exempt */
  promises: z.array(promiseForm).default([]),
  /** @default - AWS Config cannot see it */
  detect: detectForm.optional(),
  /**
   * Resources of the stacks that keep the promise, all of them, where neither a policy nor a rule does. A setting switches them, and with
   * them the control. @default - `prevent` or `detect` keeps it
   */
  keptBy: z.array(keeperForm).min(1).optional(),
  /** What happens to a resource that `detect` reports. @default 'notify' */
  respond: respondForm.default('notify'),
  satisfies: z.array(mappingForm).min(1),
  /**
   * Both sides of the edge: requests where something is prevented, resources where it is only detected. None where a resource of the stacks
   * keeps it.
   */
  examples: z.array(z.union([requestExampleForm, resourceExampleForm])).default([]),
});

/** What a person writes. */
export type ControlSpec = DeepReadonly<z.input<typeof controlForm>>;
export type ParsedControl = DeepReadonly<z.output<typeof controlForm>>;
/** Where a control holds, its place looked up in the settings. */
export type Where = Exclude<ParsedControl['where'], { readonly place: unknown }>;
/** Where people may say that something holds. */
export type WrittenWhere = Exclude<Where, { readonly accountsWithout: unknown }>;
export type Denied = DeepReadonly<z.output<typeof deniedForm>>;
export type DetectiveRule = NonNullable<ParsedControl['detect']>;
export type Remediation = Exclude<ParsedControl['respond'], 'notify'>;
export type PromisedDenial = DeepReadonly<z.output<typeof promiseForm>>;
export type RequestExample = DeepReadonly<z.output<typeof requestExampleForm>>;
export type Exemption = (typeof exemptions)[number];

/** A control, or what makes one out of the settings and the accounts. */
export type ControlFile = ControlSpec | ((settings: Settings, accounts: readonly ParsedAccount[]) => ControlSpec);

/** The form of a control's file: `export default defineControl({ … })`, or with a function of the settings and the accounts. */
export const defineControl = <T extends ControlFile>(control: T): T => control;

/**
 * Stands for the id of the organization, which AWS gives: 34 characters, the longest that it may have. The management stack puts
 * the id in its place.
 */
export const organizationIdMarker = `o-${'organizationid'.padEnd(32, '0')}`;

type Mapping = ControlSpec['satisfies'][number];

/** A mapping that a public source makes. */
export const published = (framework: FrameworkId, requirements: string[], source: string): Mapping => ({
  framework,
  requirements,
  basis: 'published',
  source,
});

/** A mapping that is ours. */
export const judged = (framework: FrameworkId, requirements: string[]): Mapping => ({
  framework,
  requirements,
  basis: 'our judgement',
});
