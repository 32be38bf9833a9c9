import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { changesIn, type PlanJson, type PlannedAction } from '../../deployment/plan-judgement';
import type { ChangeKind } from '../../review/resource-changes';
import { type Body, blocksIn, type StackJson } from '../../review/stack-json';
import { type Expressions, expressionsOf, settle } from './unknown-values';

/** A stack as AWS has it, and as a plan would make it. */
export interface PlannedStack {
  readonly before: StackJson;
  readonly after: StackJson;
  /** By address: what the plan does, where that is more than the two versions tell. */
  readonly actions: ReadonlyMap<string, ChangeKind>;
}

/** What is read of a plan beside its changes. Source: Terraform docs, "JSON Output Format". */
interface WholePlan extends Omit<PlanJson, 'resource_changes'> {
  readonly format_version?: string;
  readonly resource_changes?: readonly ValuedChange[];
  readonly configuration?: {
    readonly provider_config?: Readonly<Record<string, ProviderConfig>>;
    readonly root_module?: { readonly resources?: readonly ConfiguredResource[] };
  };
}

type PlannedResource = NonNullable<PlanJson['resource_changes']>[number];

type ValuedChange = PlannedResource & {
  readonly change: { readonly before?: Body | null; readonly after?: Body | null; readonly after_unknown?: Body };
};

interface ProviderConfig {
  readonly alias?: string;
  readonly expressions?: Readonly<
    Record<string, { readonly constant_value?: unknown; readonly references?: readonly string[] }>
  >;
}

interface ConfiguredResource {
  readonly address: string;
  readonly provider_config_key?: string;
  readonly expressions?: Expressions;
}

/**
 * The plans in a folder by the names of their stacks.
 *
 * @throws Error that names a file that is no plan
 */
export function readPlans(folder: string): ReadonlyMap<string, PlannedStack> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  if (files.length === 0)
    throw new Error(`${folder} has no plan: write <stack>.json by terraform show -json <plan file>`);
  return new Map(files.sort().map((file) => [basename(file, '.json'), plannedStack(readPlan(join(folder, file)))]));
}

function readPlan(file: string): WholePlan {
  const wrong = (why: string) => new Error(`${file} is no plan: ${why}. Write it by terraform show -json <plan file>`);
  let plan: WholePlan;
  try {
    plan = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw wrong((error as Error).message);
  }
  if (plan.format_version === undefined || plan.configuration === undefined) throw wrong('it has no configuration');
  return plan;
}

const kinds: Readonly<Partial<Record<PlannedAction, ChangeKind>>> = {
  replace: 'replaced',
  destroy: 'destroyed',
  forget: 'kept',
};

function plannedStack(plan: WholePlan): PlannedStack {
  const changes = (plan.resource_changes ?? []).filter(({ mode }) => mode === 'managed');
  const configured = new Map((plan.configuration?.root_module?.resources ?? []).map((each) => [each.address, each]));
  const names = namesOf(changes);
  const side = (which: 'before' | 'after'): StackJson => {
    const resource: Record<string, Record<string, Body>> = {};
    for (const each of changes) {
      const values = each.change[which];
      const { address, type } = each;
      if (!values) continue;
      const known = configured.get(address.replace(/\[[^\]]*\]$/, ''));
      const expressions = expressionsOf(type, each.change.before ?? {}, known?.expressions);
      const settled = settle(named(values, names), each.change.after_unknown ?? {}, expressions, which);
      const body = { ...settled, ...providerOf(known) };
      resource[type] = { ...resource[type], [address.slice(type.length + 1)]: body };
    }
    return { resource, provider: { aws: providersOf(plan) } };
  };
  const actions = changesIn(plan).flatMap(({ address, action }) => {
    const kind = kinds[action];
    return kind ? [[address, kind] as const] : [];
  });
  return { before: side('before'), after: side('after'), actions: new Map(actions) };
}

/** What AWS gave: by its id, the reference that the synthesized stack has in its place. */
function namesOf(changes: readonly ValuedChange[]): ReadonlyMap<string, string> {
  const known = /^aws_organizations_(policy|account|organizational_unit|organization)$/;
  return new Map(
    changes
      .filter(({ type }) => known.test(type))
      .flatMap(({ address, change }): [string, string][] => {
        const values = change.before ?? change.after;
        const roots = blocksIn(values?.roots);
        return [
          ...(typeof values?.id === 'string' ? [[values.id, `\${${address}.id}`] as [string, string]] : []),
          ...roots.slice(0, 1).map(({ id }): [string, string] => [String(id), `\${${address}.roots[0].id}`]),
        ];
      }),
  );
}

/** Values as the synthesized JSON has them: without what is empty, with references for what Organizations gave, and `$` escaped. */
function named(value: Body, names: ReadonlyMap<string, string>): Body {
  const clean = (each: unknown): unknown => {
    if (typeof each === 'string') return names.get(each) ?? each.replaceAll('${', () => '$${');
    if (Array.isArray(each)) return each.map(clean);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(
      Object.entries(each)
        .filter(([, inner]) => inner !== null && inner !== '' && !(Array.isArray(inner) && inner.length === 0))
        .map(([key, inner]) => [key, clean(inner)]),
    );
  };
  return clean(value) as Body;
}

const providerOf = (known: ConfiguredResource | undefined): Body =>
  known?.provider_config_key === undefined ? {} : { provider: known.provider_config_key };

function providersOf({ configuration }: WholePlan): NonNullable<NonNullable<StackJson['provider']>['aws']> {
  return Object.values(configuration?.provider_config ?? {}).map(({ alias, expressions = {} }) => {
    const value = (name: string): unknown => {
      const { constant_value: constant, references } = expressions[name] ?? {};
      return constant ?? (references?.[0] === undefined ? undefined : `\${${references[0]}}`);
    };
    const ids = value('allowed_account_ids');
    return {
      ...(alias !== undefined && { alias }),
      region: String(value('region') ?? ''),
      allowed_account_ids: [ids ?? ''].flat().map(String),
    };
  });
}
