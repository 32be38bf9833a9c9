import { isObject, type JsonObject, type JsonValue, tryParseObject } from '../../toolkit/json';
import { type Counts, nothing } from './engine';

/** The resources that a plan in JSON changes; none where there is no plan. Source: Terraform docs, "JSON Output Format". */
export function countsIn(plan: string | undefined): Counts {
  const document = plan === undefined ? undefined : tryParseObject(plan);
  const changes = list(document?.resource_changes).flatMap(({ mode, change }) =>
    mode === 'managed' && isObject(change) ? [change] : [],
  );
  const having = (action: string): number =>
    changes.filter(({ actions }) => Array.isArray(actions) && actions.includes(action)).length;
  return {
    ...nothing,
    additions: having('create'),
    changes: having('update'),
    destructions: having('delete'),
    imports: changes.filter(({ importing }) => importing).length,
  };
}

/**
 * A plan as people may see it who must not see secrets, with the schemas that Terraform needs to print it. Source: Terraform 1.11,
 * `internal/command/jsonformat`, `Plan`; what stands for a secret there is unverified.
 */
export function redactedPlan(plan: string, schemas: string | undefined): string | undefined {
  const { format_version, resource_changes, resource_drift, output_changes, relevant_attributes } =
    tryParseObject(plan) ?? {};
  const { provider_schemas = {}, format_version: provider_format_version } = tryParseObject(schemas ?? '') ?? {};
  return JSON.stringify({
    plan_format_version: format_version,
    resource_changes: list(resource_changes).map(redactedChange),
    resource_drift: list(resource_drift).map(redactedChange),
    output_changes: isObject(output_changes)
      ? Object.fromEntries(Object.entries(output_changes).map(([name, change]) => [name, redacted(change)]))
      : {},
    relevant_attributes: relevant_attributes ?? [],
    provider_format_version,
    provider_schemas: usedSchemas(provider_schemas, [...list(resource_changes), ...list(resource_drift)]),
  });
}

const list = (value: JsonValue | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

const redactedChange = (resource: JsonObject): JsonObject => ({ ...resource, change: redacted(resource.change) });

function redacted(change: JsonValue | undefined): JsonValue {
  if (!isObject(change)) return {};
  const { before = null, after = null, before_sensitive = false, after_sensitive = false } = change;
  return { ...change, before: hide(before, before_sensitive), after: hide(after, after_sensitive) };
}

/** A value without what is marked as sensitive in it. */
function hide(value: JsonValue, sensitive: JsonValue): JsonValue {
  if (sensitive === true) return value === null ? null : 'REDACTED';
  if (Array.isArray(value)) {
    const marks: readonly JsonValue[] = Array.isArray(sensitive) ? sensitive : [];
    return value.map((item: JsonValue, index) => hide(item, marks[index] ?? false));
  }
  if (!isObject(value) || !isObject(sensitive)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, hide(item ?? null, sensitive[name] ?? false)]),
  );
}

/** Of the schemas those of the types that change: a provider has thousands. */
function usedSchemas(all: JsonValue, changes: readonly JsonObject[]): JsonObject {
  if (!isObject(all)) return {};
  const types = new Set(changes.map(({ type }) => String(type)));
  const used = (schemas: JsonValue | undefined): JsonObject =>
    isObject(schemas) ? Object.fromEntries(Object.entries(schemas).filter(([type]) => types.has(type))) : {};
  const providers = new Set(changes.map(({ provider_name }) => String(provider_name)));
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, schema]): [string, JsonObject][] =>
      providers.has(name) && isObject(schema)
        ? [
            [
              name,
              {
                ...schema,
                resource_schemas: used(schema.resource_schemas),
                data_source_schemas: used(schema.data_source_schemas),
              },
            ],
          ]
        : [],
    ),
  );
}
