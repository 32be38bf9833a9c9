import * as fc from 'fast-check';
import type { AccountSpec } from '../../schema/forms/account';
import { contentFilterTypes, piiEntities } from '../../schema/forms/ai/guardrail';

type Workload = NonNullable<AccountSpec['ai']>;
type Lake = NonNullable<Workload['dataLake']>;

const kebab = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4})?$/);
const text = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 .]{0,40}$/);
const classification = fc.constantFrom('public', 'internal', 'confidential', 'restricted');
const named = <T>(values: fc.Arbitrary<T>, key: (value: T) => string, maxLength = 3) =>
  fc.uniqueArray(values, { maxLength, selector: key });

/** Now and then what breaks a rule. */
const now = <T>(broken: T, right: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(broken) }, { weight: 9, arbitrary: fc.constant(right) });

const roles = ['Training', 'Research', 'Steward'] as const;
const columnNames = ['patient', 'age', 'ward', 'score'] as const;

/** One with a projection and one without: a table that has both is refused. */
const partitionKeys: NonNullable<Lake['databases'][number]['tables'][number]['partitionKeys']> = [
  { name: 'year', type: 'int', projection: { type: 'integer', range: [2020, 2035] } },
  { name: 'day', type: 'date' },
];

const column = fc.record(
  {
    name: fc.constantFrom(...columnNames),
    type: fc.constantFrom('string', 'int', 'double', 'array<string>', 'struct<street:string,city:string>'),
    personal: fc.boolean(),
  },
  { requiredKeys: ['name', 'type'] },
);

const table = fc.record(
  {
    format: fc.constantFrom('parquet', 'orc', 'avro', 'json', 'csv'),
    columns: fc.uniqueArray(column, { minLength: 1, selector: ({ name }) => name }),
    partitionKeys: now(partitionKeys, partitionKeys.slice(0, 1)),
  },
  { requiredKeys: ['format', 'columns'] },
);

const grantee = fc.oneof(
  fc.record({ role: fc.constantFrom(...roles) }),
  fc.record({ account: fc.constantFrom('sandbox', 'acquired') }),
  fc.record({ ou: fc.constantFrom('Sandbox', 'Workloads') }),
);

/** Columns and rows that a table may not have: the rules then say so. */
const grant = fc.record(
  {
    name: kebab,
    to: fc.array(grantee, { minLength: 1, maxLength: 2 }),
    table: fc.constantFrom('clinical.admissions', 'clinical.wards'),
    columns: fc.subarray([...columnNames], { minLength: 1 }),
    rows: fc.constantFrom('age > 17', "ward = 'A'"),
  },
  { requiredKeys: ['name', 'to', 'table'] },
);

const dataLake: fc.Arbitrary<Lake> = fc.record({
  roles: fc.constant(roles.map((name) => ({ name, trusts: 'account' as const }))),
  clearance: fc.subarray([...roles]),
  databases: fc
    .tuple(...(['admissions', 'wards'] as const).map((name) => table.map((rest) => ({ ...rest, name }))))
    .map((tables) => [{ name: 'clinical', tables }]),
  grants: named(grant, ({ name }) => name, 2),
});

const guardrail = fc.record(
  {
    name: kebab,
    contentFilters: fc.record({ [contentFilterTypes[0]]: fc.record({ input: fc.constantFrom('LOW', 'HIGH') }) }),
    promptAttack: fc.constantFrom('NONE', 'LOW', 'MEDIUM', 'HIGH'),
    deniedTopics: named(
      fc.record({ name: text, definition: text, examples: fc.array(text, { minLength: 1, maxLength: 2 }) }),
      ({ name }) => name.toLowerCase(),
    ),
    sensitiveInformation: fc.record({
      block: fc.subarray(piiEntities.slice(0, 8)),
      anonymize: fc.subarray(piiEntities.slice(6, 14)),
    }),
    words: fc.record({ blocked: fc.uniqueArray(text, { maxLength: 3 }), profanity: fc.boolean() }),
    grounding: fc.record({ grounding: fc.constantFrom(0, 0.5, 0.99) }),
  },
  { requiredKeys: ['name'] },
);

const bedrock = fc.record(
  {
    invocationLogging: fc.record({
      on: fc.boolean(),
      archive: fc.boolean(),
      retentionDays: fc.integer({ min: 1, max: 2600 }),
    }),
    guardrails: named(guardrail, ({ name }) => name, 2),
    inferenceProfiles: named(
      fc.record({
        name: kebab,
        model: fc.constantFrom(
          'anthropic.claude-3-haiku-20240307-v1:0',
          'amazon.titan-embed-text-v2:0',
          'meta.llama-v1',
        ),
        costCenter: fc.constant('4711'),
      }),
      ({ name }) => name,
    ),
  },
  { requiredKeys: [] },
);

const registry = fc.record({
  groups: named(
    fc.record(
      {
        name: kebab,
        description: text,
        riskClass: fc.constantFrom('minimal', 'limited', 'high'),
        deployers: fc.subarray(['sandbox', 'acquired']),
        trainers: fc.subarray(['sandbox']),
      },
      { requiredKeys: ['name', 'description'] },
    ),
    ({ name }) => name,
  ),
});

const lineage = fc.record({
  datasets: named(
    fc.record({ name: kebab, prefix: kebab, description: text, derivedFrom: now(['raw'], []) }),
    ({ name }) => name,
  ),
});

const budget = fc.record(
  {
    monthlyUsd: fc.integer({ min: 1, max: 100_000 }),
    alertsAtPercent: fc.uniqueArray(fc.integer({ min: 1, max: 150 }), { maxLength: 3 }),
    services: now({ 'Amazon Sagemaker': 1 }, { 'Amazon SageMaker': 1 }),
  },
  { requiredKeys: ['monthlyUsd'] },
);

/** What a person may write under `ai`, now and then with names that are not there and rules that are broken. */
export const workloads: fc.Arbitrary<Workload> = fc.record(
  { dataClassification: classification, registry, dataLake, bedrock, lineage, budget },
  { requiredKeys: ['dataClassification'] },
) as fc.Arbitrary<Workload>;
