import type { AwsError } from '../../toolkit/errors';
import type { Json } from '../../toolkit/untyped';
import { invalidSelectors } from './basic-selectors';

const MAX_VALUES = 500;
const OPERATORS = ['Equals', 'NotEquals', 'StartsWith', 'NotStartsWith', 'EndsWith', 'NotEndsWith'] as const;
const EQUALS_ONLY: readonly string[] = ['eventCategory', 'readOnly', 'resources.type'];

/** The fields that each category of events may be selected by. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Management: ['eventSource', 'readOnly', 'eventName', 'eventType', 'sessionCredentialFromConsole', 'userIdentity.arn'],
  Data: [
    'resources.type',
    'resources.ARN',
    'readOnly',
    'eventName',
    'eventSource',
    'eventType',
    'sessionCredentialFromConsole',
    'userIdentity.arn',
  ],
  NetworkActivity: ['eventSource', 'eventName', 'errorCode', 'vpcEndpointId'],
};

/** The field that a category cannot be selected without. */
const REQUIRED: Readonly<Record<string, string>> = { Data: 'resources.type', NetworkActivity: 'eventSource' };

/** Refuses advanced selectors that CloudTrail refuses. */
export function checkAdvancedSelectors(selectors: readonly Json[]): void {
  if (selectors.length === 0) throw invalidSelectors('Specify at least one advanced event selector.');
  const fields: Json[] = selectors.flatMap(({ FieldSelectors }) => FieldSelectors);
  const values = fields.flatMap((field) => OPERATORS.flatMap((operator) => field[operator] ?? []));
  if (values.length > MAX_VALUES) throw invalidSelectors(`All selectors have at most ${MAX_VALUES} values together.`);
  for (const selector of selectors) checkSelector(selector);
}

function checkSelector({ Name = '', FieldSelectors: fields }: Json): void {
  const refuse = (message: string): AwsError => invalidSelectors(`Advanced event selector '${Name}': ${message}`);
  const byName = new Map<string, Json>(fields.map((field: Json) => [field.Field, field]));
  if (byName.size !== fields.length) throw refuse('a field can be used only once.');
  for (const [name, field] of byName) {
    const used = OPERATORS.filter((operator) => field[operator]?.length > 0);
    if (used.length === 0) throw refuse(`the field ${name} has no operator.`);
    if (EQUALS_ONLY.includes(name) && (used.length > 1 || field.Equals?.length !== 1)) {
      throw refuse(`the field ${name} takes only Equals with exactly one value.`);
    }
  }

  const category = byName.get('eventCategory')?.Equals[0];
  const allowed = FIELDS[category];
  if (allowed === undefined) throw refuse('eventCategory has to equal Management, Data or NetworkActivity.');
  const stray = [...byName.keys()].find((name) => name !== 'eventCategory' && !allowed.includes(name));
  if (stray !== undefined) throw refuse(`the field ${stray} cannot be used with eventCategory ${category}.`);
  const required = REQUIRED[category];
  if (required !== undefined && !byName.has(required)) throw refuse(`eventCategory ${category} needs ${required}.`);
  const type = byName.get('resources.type')?.Equals[0];
  if (type !== undefined && !/^AWS::\w+::\w+$/.test(type)) throw refuse(`the resources.type ${type} is not valid.`);
  const readOnly = byName.get('readOnly')?.Equals[0];
  if (readOnly !== undefined && !['true', 'false'].includes(readOnly)) throw refuse('readOnly equals true or false.');
}
