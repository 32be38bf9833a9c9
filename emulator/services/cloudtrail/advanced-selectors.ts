import type { AdvancedEventSelector, AdvancedFieldSelector } from '@aws-sdk/client-cloudtrail';
import type { AwsError } from '../../toolkit/errors';
import type { Shape } from './api';
import { invalidSelectors } from './errors';

type Field = Shape<AdvancedFieldSelector>;

const mostValues = 500;
const operators = ['Equals', 'NotEquals', 'StartsWith', 'NotStartsWith', 'EndsWith', 'NotEndsWith'] as const;
const equalsOnly = ['eventCategory', 'readOnly', 'resources.type'];

/** The fields that each category of events may be selected by. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
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
const indispensable: Readonly<Record<string, string>> = { Data: 'resources.type', NetworkActivity: 'eventSource' };

/** Refuses advanced selectors that CloudTrail refuses. */
export function checkAdvancedSelectors(selectors: readonly Shape<AdvancedEventSelector>[]): void {
  if (selectors.length === 0) throw invalidSelectors('Specify at least one advanced event selector.');
  const fields = selectors.flatMap(({ FieldSelectors = [] }) => FieldSelectors);
  const values = fields.flatMap((field) => operators.flatMap((operator) => field[operator] ?? []));
  if (values.length > mostValues) throw invalidSelectors(`All selectors have at most ${mostValues} values together.`);
  for (const selector of selectors) checkSelector(selector);
}

function checkSelector({ Name = '', FieldSelectors: fields = [] }: Shape<AdvancedEventSelector>): void {
  const refuse = (message: string): AwsError => invalidSelectors(`Advanced event selector '${Name}': ${message}`);
  const byName = new Map(fields.map((field) => [field.Field ?? '', field]));
  if (byName.size !== fields.length) throw refuse('a field can be used only once.');
  for (const [name, field] of byName) checkOperators(name, field, refuse);

  const value = (name: string) => byName.get(name)?.Equals?.[0];
  const category = value('eventCategory') ?? '';
  const allowed = fieldsOf[category];
  if (allowed === undefined) throw refuse('eventCategory has to equal Management, Data or NetworkActivity.');
  const stray = [...byName.keys()].find((name) => name !== 'eventCategory' && !allowed.includes(name));
  if (stray !== undefined) throw refuse(`the field ${stray} cannot be used with eventCategory ${category}.`);
  const needed = indispensable[category];
  if (needed !== undefined && !byName.has(needed)) throw refuse(`eventCategory ${category} needs ${needed}.`);
  const type = value('resources.type');
  if (type !== undefined && !/^AWS::\w+::\w+$/.test(type)) throw refuse(`the resources.type ${type} is not valid.`);
  const readOnly = value('readOnly');
  if (readOnly !== undefined && !['true', 'false'].includes(readOnly)) throw refuse('readOnly equals true or false.');
}

function checkOperators(name: string, field: Field, refuse: (message: string) => AwsError): void {
  const used = operators.filter((operator) => field[operator]?.length);
  if (used.length === 0) throw refuse(`the field ${name} has no operator.`);
  if (equalsOnly.includes(name) && (used.length > 1 || field.Equals?.length !== 1))
    throw refuse(`the field ${name} takes only Equals with exactly one value.`);
}
