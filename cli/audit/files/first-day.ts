import { folder } from '../parameters';

const step = /INTERVAL\s+'(\d+)'\s+DAY/gi;

/**
 * The first day whose events a query may look at, as a folder is called: some look back from `since`. A query that reckons with
 * days in another way than `date_parse(?, …) - INTERVAL '90' DAY` may look at any day.
 */
export function firstDay(sql: string, since: string): string {
  const steps = [...sql.matchAll(step)].map(([, days]) => Number(days));
  if (steps.length !== (sql.match(/\w\(\?/g) ?? []).length) return '';
  const back = Math.max(0, ...steps);
  return folder(new Date(Date.parse(since) - back * 86_400_000).toISOString().slice(0, 10));
}
