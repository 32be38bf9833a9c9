/** The part of JSON Schema that tests make values of. */
export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly maxLength?: number;
  /** Of the form `.{1,63}`. */
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** A value that breaks a schema in one place. */
export interface Fault {
  /** Where and how: `intended_uses.risk_rating: another value`. */
  readonly title: string;
  readonly value: unknown;
}

/** The least that a schema takes. */
function leastOf(schema: JsonSchema): unknown {
  if (schema.anyOf) return leastOf(schema.anyOf[0] ?? {});
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((key) => [key, leastOf(schema.properties?.[key] ?? {})]));
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => leastOf(schema.items ?? {}));
    case 'number':
      return 1;
    case 'boolean':
      return true;
    default:
      return 'x';
  }
}

/** A value for each limit of a schema, one step beyond it; some of them another branch of a union may take. */
export function faultsOf(schema: JsonSchema, at = ''): Fault[] {
  const fault = (how: string, value: unknown): Fault => ({ title: `${at}: ${how}`, value });
  if (schema.anyOf) return schema.anyOf.flatMap((branch, index) => faultsOf(branch, `${at}<${index}>`));
  const wrongType = fault('another type', schema.type === 'number' ? 'x' : 7);
  if (schema.enum) return [wrongType, fault('another value', 'other')];
  if (schema.type === 'array') return [wrongType, ...arrayFaults(schema, at, fault)];
  if (schema.type === 'object') return [wrongType, ...objectFaults(schema, at, fault)];
  return [
    wrongType,
    ...(schema.maxLength === undefined ? [] : [fault('one character more', 'x'.repeat(schema.maxLength + 1))]),
    ...(schema.pattern === undefined ? [] : [fault('empty', '')]),
  ];
}

type Make = (how: string, value: unknown) => Fault;

function arrayFaults({ items = {}, minItems = 0, maxItems }: JsonSchema, at: string, fault: Make): Fault[] {
  const many = (length: number) => Array.from({ length }, () => leastOf(items));
  return [
    ...(maxItems === undefined ? [] : [fault('one item more', many(maxItems + 1))]),
    ...(minItems === 0 ? [] : [fault('one item less', many(minItems - 1))]),
    ...faultsOf(items, `${at}[]`).map(({ title, value }) => ({
      title,
      value: [value, ...many(Math.max(minItems - 1, 0))],
    })),
  ];
}

function objectFaults(schema: JsonSchema, at: string, fault: Make): Fault[] {
  const { properties = {}, required = [], additionalProperties } = schema;
  const least = leastOf(schema) as Record<string, unknown>;
  const within = (key: string, each: JsonSchema) =>
    faultsOf(each, at ? `${at}.${key}` : key).map(({ title, value }) => ({ title, value: { ...least, [key]: value } }));
  return [
    ...(additionalProperties === false ? [fault('one field more', { ...least, extra: 'x' })] : []),
    ...(additionalProperties ? within('any_key', additionalProperties) : []),
    ...required.map((key) => {
      const { [key]: _, ...others } = least;
      return fault(`no ${key}`, others);
    }),
    ...Object.entries(properties).flatMap(([key, each]) => within(key, each)),
  ];
}
