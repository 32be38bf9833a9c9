import { readManifest, readStack } from '../../deployment/manifest';
import type { LandingZone } from '../../schema/landing-zone';
import { readingSynthesis } from '../../stacks';

type Json = Readonly<Record<string, unknown>>;

interface Provider {
  readonly alias?: string;
  readonly region: string;
  readonly allowed_account_ids: readonly string[];
  readonly default_tags?: unknown;
}

/** A stack in Terraform JSON, as far as it is read here. */
export interface Stack {
  readonly provider?: { readonly aws?: readonly Provider[] };
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly output?: Readonly<Record<string, { readonly value: unknown }>>;
}

export type Stacks = ReadonlyMap<string, Stack>;

/** A resource as a stack writes it. */
export interface Written {
  readonly stack: string;
  readonly type: string;
  readonly name: string;
  /** What Terraform hands to AWS: without what is about Terraform itself. */
  readonly values: Json;
  /** `aws.security-eu-west-1` */
  readonly provider: string;
  /** Where the resource names its region itself. */
  readonly region: string | undefined;
}

/** The stacks as they would be deployed. */
export const writtenStacks = (zone: LandingZone): Stacks =>
  readingSynthesis(
    zone,
    (outdir) => new Map(readManifest(outdir).map((stack) => [stack.name, JSON.parse(readStack(stack)) as Stack])),
  );

/** Every resource of the stacks that AWS has, in their order: `terraform_data` stands in the state alone. */
export const writtenResources = (stacks: Stacks): readonly Written[] =>
  [...stacks].flatMap(([stack, { resource = {} }]) =>
    Object.entries(resource)
      .filter(([type]) => type !== 'terraform_data')
      .flatMap(([type, named]) => Object.entries(named).map(([name, body]) => written(stack, type, name, body))),
  );

/** @throws Error where there is no such resource, which no synthesized stack refers to */
export function findWritten(stacks: Stacks, stack: string, type: string, name: string): Written {
  const body = stacks.get(stack)?.resource?.[type]?.[name];
  if (!body) throw new Error(`${stack} refers to ${type}.${name}, which it does not have`);
  return written(stack, type, name, body);
}

function written(stack: string, type: string, name: string, body: Json): Written {
  const { '//': _, provider = 'aws', region, lifecycle, depends_on, timeouts, for_each, count, ...values } = body;
  return { stack, type, name, values, provider: String(provider), region: region as string | undefined };
}
