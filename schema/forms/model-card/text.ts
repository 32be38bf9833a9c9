import { z } from 'zod';

const counted = (count: number): string => count.toLocaleString('en-US');

/** Text of any length up to a limit. */
export const text = (max: number) => z.string().max(max, `must have at most ${counted(max)} characters`);

/** Text in one line that is not empty. */
export const line = (max: number) =>
  z.string().regex(new RegExp(`^.{1,${max}}$`), `must have 1 to ${counted(max)} characters, in one line`);

export const list = <T extends z.ZodType>(item: T, max: number) =>
  z.array(item).max(max, `must have at most ${max} items`);

/** What a person thinks of, by keys that CloudFormation takes in a map of a model card. */
export const details = z.record(
  z
    .string()
    .regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, 'a key has letters, digits and underscores, and no digit at the beginning'),
  text(1024),
);
