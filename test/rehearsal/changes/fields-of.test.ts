import { z } from 'zod';
import { fieldsOf } from '../../../rehearsal/changes/fields-of';

describe('the fields of a form', () => {
  it('are those below its defaults and optional marks', () => {
    const form = z.strictObject({
      a: z.strictObject({ b: z.string().default('x') }).prefault({}),
      c: z.int().optional(),
    });
    expect(fieldsOf(form)).toEqual(['a.b', 'c']);
  });

  it('name an object that may be left out beside what is in it', () => {
    expect(fieldsOf(z.strictObject({ a: z.strictObject({ b: z.string() }).optional() }))).toEqual(['a', 'a.b']);
  });

  it('name a list and a record beside the fields of what they hold, and plain members by the list', () => {
    const item = z.strictObject({ name: z.string() });
    const form = z.strictObject({
      list: z.array(item),
      plain: z.array(z.string()),
      record: z.record(z.string(), item),
    });
    expect(fieldsOf(form)).toEqual(['list', 'list[].name', 'plain', 'record', 'record{}.name']);
  });

  it('name those of each branch of a union, by the name of the branch where it has one', () => {
    const form = z.strictObject({
      where: z.union([z.literal('home'), z.strictObject({ only: z.array(z.string()) })]),
      kind: z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('local') }),
        z.strictObject({ type: z.literal('s3'), bucket: z.string() }),
      ]),
    });
    expect(fieldsOf(form)).toEqual(['where', 'where.only', 'kind', 'kind(s3).bucket']);
  });
});
