import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { dateUnits, precisionOf } from './partition-dates';

const positive = z.int().min(1);

/** What follows `=` in the name of a folder: writers escape every other character, and a comma separates values. */
const folderName = z
  .string()
  .max(255)
  .regex(
    /^[\p{L}\p{M}\p{N}_.@+-]+( [\p{L}\p{M}\p{N}_.@+-]+)*$/u,
    'has letters, digits, _ . @ + - and single spaces between them',
  );

const dateFormat = z
  .string()
  .refine(
    (text) => precisionOf(text) !== undefined,
    'must be made of yyyy, MM, dd, HH, mm and ss, each with those before it, and - _ . between them: yyyy-MM-dd',
  );

/**
 * How Athena works out the values of a partition key without anybody registering partitions. Fields are named after the table
 * parameters. Athena User Guide, partition-projection-supported-types.
 */
export const projectionForm = z.discriminatedUnion('type', [
  /** A few dozen values at most. */
  z.strictObject({ type: z.literal('enum'), values: z.array(folderName).min(1) }),
  z.strictObject({
    type: z.literal('integer'),
    /** The first and the last value. */
    range: z.tuple([z.int(), z.int()]),
    /** @default 1 */
    interval: positive.optional(),
    /** Digits of each value, filled up with zeros. @default - as many as it has */
    digits: positive.optional(),
  }),
  z.strictObject({
    type: z.literal('date'),
    /** The first and the last date, in the format or from the time of the query on: `NOW`, `NOW-3YEARS`, `NOW+1MONTH`; all in UTC. */
    range: z.tuple([z.string(), z.string()]),
    /** `yyyy-MM-dd`, in the letters of Java's DateTimeFormatter. */
    format: dateFormat,
    /** @default 1 where the format ends with the month or the day */
    interval: positive.optional(),
    /** @default - MONTHS or DAYS, where the format ends with them */
    intervalUnit: z.enum(dateUnits).optional(),
  }),
  /** Any value: each query has to name those that it asks for. */
  z.strictObject({ type: z.literal('injected') }),
]);

export type Projection = DeepReadonly<z.output<typeof projectionForm>>;
