import { declarativeKinds, placedKinds } from '../../../policy/guardrails/policy-kinds';
import type { Quota } from '../../../schema/facts/quotas';
import { renderedQuotas } from '../../../schema/facts/rendered-quotas';
import { type Measure, measures } from './measures';
import { lengthAtMost, renderedText } from './rendered-text';

/** What is written of one resource. */
export type Body = Readonly<Record<string, unknown>>;

/** Resources by type and name. */
export type Resources = Readonly<Record<string, Readonly<Record<string, Body>>>>;

/** Something that AWS would refuse. */
export interface Violation {
  /** `aws_iam_role.audit-role` */
  readonly address: string;
  /** What is there: `25,984 characters`, or a name. */
  readonly value: string;
  /** One sentence without a full stop. */
  readonly rule: string;
}

/** Organization policies by type. Service and resource control policies are packed by their quotas, which names the controls. */
const measuredKinds: Readonly<Record<string, { readonly quota: Quota }>> = { ...placedKinds, ...declarativeKinds };

/** Everything in the resources of a stack that is more than AWS takes. */
export function violationsOf(resources: Resources): Violation[] {
  const each = Object.entries(resources).flatMap(([type, named]) =>
    Object.entries(named).flatMap(([name, body]) => {
      const address = `${type}.${name}`;
      const kind = measuredKinds[String(body.type)];
      const more: readonly Measure[] =
        type === 'aws_organizations_policy' && kind
          ? [{ kind: 'document', argument: 'content', quota: kind.quota, of: 'the organization policy' }]
          : [];
      return [...(measures[type] ?? []), ...more].flatMap((measure) => measured(address, body, measure));
    }),
  );
  return [...each, ...inlinePolicyViolations(resources), ...roleNameViolations(resources)];
}

function measured(address: string, body: Body, { kind, argument, quota, of }: Measure): Violation[] {
  const value = body[argument];
  const subject = () => `${of} ${titleOf(address, body)}`;
  if (kind === 'list') return Array.isArray(value) ? tooMany(address, subject, value.length, quota) : [];
  if (kind === 'values') return tooMany(address, subject, valuesIn(value), quota);
  if (typeof value !== 'string') return [];
  // A character has at most three bytes for each of its units.
  if (kind === 'document' && 3 * lengthAtMost(value) <= quota.value) return [];
  const text = renderedText(value);
  const size = quota.unit === 'bytes' ? Buffer.byteLength(text) : text.length;
  if (kind === 'document' || size > quota.value) return tooMany(address, subject, size, quota);
  const { regex, rule } = quota.characters;
  return regex.test(text) ? [] : [{ address, value, rule: `the name of ${of} ${rule} (${sourceOf(quota)})` }];
}

/** How many texts the lists hold that are nested in a value. */
function valuesIn(value: unknown): number {
  if (Array.isArray(value))
    return value.reduce<number>((sum, each) => sum + (typeof each === 'string' ? 1 : valuesIn(each)), 0);
  return typeof value === 'object' && value !== null ? valuesIn(Object.values(value).filter(isNested)) : 0;
}

const isNested = (value: unknown): boolean => typeof value === 'object';

/** All inline policies of a role count together. */
function inlinePolicyViolations({ aws_iam_role_policy: policies = {} }: Resources): Violation[] {
  const sizes = new Map<string, { readonly address: string; readonly size: number }>();
  for (const [name, { role, policy }] of Object.entries(policies)) {
    const before = sizes.get(String(role));
    const size = (before?.size ?? 0) + renderedText(String(policy)).length;
    sizes.set(String(role), { address: before?.address ?? `aws_iam_role_policy.${name}`, size });
  }
  return [...sizes].flatMap(([role, { address, size }]) =>
    tooMany(
      address,
      () => `the sum of the inline policies of the role ${addressOf(role)}`,
      size,
      renderedQuotas.inlineRolePolicies,
    ),
  );
}

/** IAM knows two names that differ in case only as one. */
function roleNameViolations({ aws_iam_role: roles = {} }: Resources): Violation[] {
  const known = new Map<string, string>();
  return Object.entries(roles).flatMap(([id, { name, provider }]) => {
    const key = `${provider} ${String(name).toLowerCase()}`;
    const other = known.get(key);
    known.set(key, id);
    if (other === undefined) return [];
    const rule = `names of IAM roles differ in more than case, and aws_iam_role.${other} has this one (${sourceOf(renderedQuotas.trustPolicy)})`;
    return [{ address: `aws_iam_role.${id}`, value: String(name), rule }];
  });
}

/** A size that is more than its quota. */
export function tooMany(address: string, subject: () => string, size: number, quota: Quota): Violation[] {
  if (size <= quota.value) return [];
  const rule = `${subject()} has at most ${counted(quota.value)} ${quota.unit} (${sourceOf(quota)})`;
  return [{ address, value: `${counted(size)} ${quota.unit}`, rule }];
}

const sourceOf = ({ source, asOf }: Quota): string => `${source}, ${asOf}`;

/** What AWS calls it, where it has a name of its own; what Terraform calls it otherwise. */
function titleOf(address: string, { name, function_name: functionName }: Body): string {
  const own = name ?? functionName;
  return typeof own === 'string' && !own.includes('${') ? own : (address.split('.')[1] ?? address);
}

/** `lake-role-Analyst` of `${aws_iam_role.lake-role-Analyst.name}`. */
const addressOf = (reference: string): string => /^\$\{aws_iam_role\.([\w-]+)\./.exec(reference)?.[1] ?? reference;

const counted = (value: number): string => value.toLocaleString('en-US');
