import * as fc from 'fast-check';
import type { JsonSchema } from './json-schema';

/** Values that a JSON schema takes; text is often just as long as it may be. */
export function jsonOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(jsonOf));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return objects(schema);
    case 'array':
      return fc.array(jsonOf(schema.items ?? {}), {
        minLength: schema.minItems,
        maxLength: schema.maxItems ?? 4,
        size: 'xsmall',
      });
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    default:
      return texts(schema);
  }
}

function texts({ maxLength, pattern }: JsonSchema): fc.Arbitrary<string> {
  const limit = maxLength ?? Number(/\{1,(\d+)\}/.exec(pattern ?? '')?.[1] ?? 1024);
  const short = fc.stringMatching(/^[ -~]{1,20}$/);
  return fc.oneof(short, fc.constant('ä'.repeat(limit)), fc.constant(pattern ? 'x' : ''));
}

function objects({ properties = {}, required = [], additionalProperties }: JsonSchema): fc.Arbitrary<unknown> {
  if (additionalProperties)
    return fc.dictionary(fc.stringMatching(/^[a-z_][a-z_0-9]{0,8}$/), jsonOf(additionalProperties), { maxKeys: 3 });
  const known = Object.fromEntries(Object.entries(properties).map(([key, each]) => [key, jsonOf(each)]));
  return fc.record(known, { requiredKeys: [...required] });
}
