import * as fc from 'fast-check';
import type { z } from 'zod';
import { bare, definitionOf, type Form, isOptional, takes } from './form';

/** Texts of which one fits almost every rule of a text. */
const texts = [
  'example',
  'a',
  'example.com',
  '111122223333',
  'nobody@example.com',
  'https://example.com/page',
  '2027-06-30',
  'AWS::S3::Bucket',
  'eu-central-1',
  'provider.model',
  'ml.m5.large',
  'service.amazonaws.com',
  'arn:aws:kms:eu-central-1:111122223333:key/a',
  'arn:aws:ce::111122223333:anomalymonitor/12345678-1234-1234-1234-123456789012',
  'o-abcdefghij',
  's3:CreateBucket',
  'StringEquals',
  'S3_BUCKET_VERSIONING_ENABLED',
  'AWS-EnableS3BucketEncryption',
  'string',
  'folder/',
  'yyyy-MM-dd',
  'aws_kms_key.data-key',
  '12345678-1234-4123-8123-123456789012',
];

/**
 * A value that a form takes, with what is required in it.
 *
 * @throws Error where none of the known texts fits: add one that does
 */
export function goodValue(form: Form): unknown {
  const inner = bare(form);
  const {
    type,
    shape = {},
    element,
    items = [],
    keyType,
    valueType,
    options = [],
    entries = {},
    values = [],
  } = definitionOf(inner);
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape)
          .filter(([, field]) => !isOptional(field))
          .map(([key, field]) => [key, goodValue(field)]),
      );
    case 'array':
      return takes(inner, []) || !element ? [] : several(inner, goodValue(element));
    case 'tuple':
      return items.map(goodValue);
    case 'record':
      return takes(inner, {}) || !keyType || !valueType ? {} : { [String(goodValue(keyType))]: goodValue(valueType) };
    case 'union':
      return options.length > 0 ? goodValue(options[0] as Form) : undefined;
    case 'enum':
      return Object.values(entries)[0];
    case 'literal':
      return values[0];
    case 'boolean':
      return false;
    case 'number':
    case 'int':
      return first(inner, [1, 0.5, 0, 2, 10, 90, 100, 1000]);
    case 'string':
      return first(inner, [...texts, ...textsLike(inner)]);
    default:
      return {};
  }
}

/** Texts of the pattern of a form; none where it has none, or one that looks around. */
function textsLike(form: Form): readonly string[] {
  return (definitionOf(form).checks ?? []).flatMap((check) => {
    const { pattern } = check._zod.def;
    try {
      return pattern ? fc.sample(fc.stringMatching(pattern), { seed: 1, numRuns: 20 }) : [];
    } catch {
      return [];
    }
  });
}

const several = (form: Form, item: unknown): unknown =>
  first(
    form,
    [1, 2, 3].map((count) => Array(count).fill(item)),
  );

function first(form: Form, candidates: readonly unknown[]): unknown {
  const found = candidates.find((candidate) => takes(form, candidate));
  if (found !== undefined) return found;
  const { error } = (form as z.ZodType).safeParse(candidates[0]);
  throw new Error(
    `no example fits a field that '${error?.issues[0]?.message}': add one to the texts of good-values.ts`,
  );
}
