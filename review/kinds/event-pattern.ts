import { isDeepStrictEqual } from 'node:util';
import type { Effect } from '../verdict';

/**
 * What of an event pattern matches more or less: each field that it names has to match, by one of the values (EventBridge User Guide,
 * "Creating event patterns").
 */
export function eventPattern(before: unknown, after: unknown): readonly Effect[] {
  const [old, now] = [parsed(before), parsed(after)];
  return isDeepStrictEqual(old, now) ? [] : compare(old, now, '');
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function compare(before: unknown, after: unknown, path: string): readonly Effect[] {
  const at = path === '' ? 'the pattern' : path;
  if (isFields(before) && isFields(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key): readonly Effect[] => {
      const below = path === '' ? key : `${path}.${key}`;
      if (key.startsWith('$')) return isDeepStrictEqual(before[key], after[key]) ? [] : [unknown(below)];
      if (!(key in before)) return [{ verdict: 'weaker', says: `is told only where ${below} is ${text(after[key])}` }];
      if (!(key in after)) return [{ verdict: 'stronger', says: `is told whatever ${below} is` }];
      return isDeepStrictEqual(before[key], after[key]) ? [] : compare(before[key], after[key], below);
    });
  if (!Array.isArray(before) || !Array.isArray(after)) return [unknown(at)];
  const gone = before.filter((each) => !after.some((other) => isDeepStrictEqual(each, other)));
  const come = after.filter((each) => !before.some((other) => isDeepStrictEqual(each, other)));
  return [
    ...(gone.length > 0 ? [{ verdict: 'weaker' as const, says: `is not told any more: ${at} ${text(gone)}` }] : []),
    ...(come.length > 0 ? [{ verdict: 'stronger' as const, says: `is told, too: ${at} ${text(come)}` }] : []),
  ];
}

const unknown = (at: string): Effect => ({ verdict: 'not judged', says: `which events are told: ${at}` });

const text = (value: unknown): string => {
  const written = JSON.stringify(value);
  return written.length > 120 ? `${written.slice(0, 120)}…` : written;
};
