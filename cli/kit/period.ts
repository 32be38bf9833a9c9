import { isDay } from './day';

/** Days that are asked about, the first and the last among them. */
export interface Period {
  /** `2026-09-01` */
  readonly since: string;
  readonly until: string;
}

/** `2026-09..2026-11`, `2026-11`, or days instead of months; undefined where it is none, or ends before it begins. */
export function tryPeriod(written: string): Period | undefined {
  const [first = '', last = first, ...more] = written.split('..');
  const [since, until] = [tryFirstDay(first), tryLastDay(last)];
  return more.length === 0 && since && until && since <= until ? { since, until } : undefined;
}

const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`);

const tryFirstDay = (text: string): string | undefined =>
  isMonth(text) ? `${text}-01` : isDay(text) ? text : undefined;

function tryLastDay(text: string): string | undefined {
  if (!isMonth(text)) return isDay(text) ? text : undefined;
  const [year = 0, month = 0] = text.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** `2026-11-28` or `2026-11-28T08:00:00Z`, as ISO 8601 in UTC to the millisecond; undefined where it is neither. */
export function tryInstant(written: string): string | undefined {
  if (isDay(written)) return `${written}T00:00:00.000Z`;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(written) || !isDay(written.slice(0, 10)))
    return undefined;
  const time = Date.parse(written);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
