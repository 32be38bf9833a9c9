import { isDeepStrictEqual } from 'node:util';
import { type Difference, differencesOf } from './differences';
import type { Attribute, Kind } from './kind';
import type { Body } from './stack-json';

/** What differs between two bodies of a resource, as single values, unless the table speaks of a block as a whole. */
export const changedValues = (before: Body, after: Body, kind: Kind): readonly Difference[] =>
  differencesOf(withoutPlace(before), withoutPlace(after)).flatMap((each) => leavesOf(each, kind));

const withoutPlace = ({ '//': _, provider: __, ...body }: Body): Body => body;

function leavesOf(difference: Difference, kind: Kind): readonly Difference[] {
  const { path, before, after } = difference;
  const top = kind.attributes[path.split(/[.[]/)[0] ?? ''];
  if (top && ('whole' in top || 'document' in top || 'elsewhere' in top)) return [];
  const block = [before, after].find((value) => typeof value === 'object' && value !== null);
  if (block === undefined) return [difference];
  if (isDirectly(kind.attributes[plainPath(path)])) return isEmpty(before) && isEmpty(after) ? [] : [difference];
  const keys = new Set(
    [before, after].flatMap((value) => (isEmpty(value) || typeof value !== 'object' ? [] : Object.keys(value as Body))),
  );
  const at = (value: unknown, key: string) =>
    typeof value === 'object' && value !== null ? (value as Body)[key] : undefined;
  return [...keys].flatMap((key) => {
    const below = Array.isArray(block) ? `${path}[]` : `${path}.${key}`;
    const [old, now] = [at(before, key), at(after, key)];
    return isDeepStrictEqual(old, now) ? [] : leavesOf({ path: below, before: old, after: now }, kind);
  });
}

const isDirectly = (attribute: Attribute | undefined): boolean => attribute !== undefined && 'judge' in attribute;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** Without the places in lists. */
export const plainPath = (path: string): string => path.replace(/\[[^\]]*\]/g, '');

/** A change of a value as people read it. */
export function shown({ path, before, after }: Difference, why: string): string {
  const value = (each: unknown) => {
    const text =
      each === undefined || each === null ? 'nothing' : typeof each === 'string' ? each : JSON.stringify(each);
    return text.length > 100 ? `${text.slice(0, 100)}…` : text;
  };
  return `${path} ${value(before)} → ${value(after)}${why ? ` (${why})` : ''}`;
}
