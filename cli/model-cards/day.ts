import { z } from 'zod';

/**
 * A day as it was written on the command line.
 *
 * @throws Error where the calendar has no such day
 */
export function dayOf(written: string): string {
  if (z.iso.date().safeParse(written).success) return written;
  throw new Error(`--as-of is '${written}': write a day of the calendar, as YYYY-MM-DD`);
}
