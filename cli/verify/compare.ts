import { isDeepStrictEqual } from 'node:util';
import type { Deviation } from '../../live/finding';
import type { Attributes } from '../../live/reader';

type Plain = string | readonly Plain[] | { readonly [key: string]: Plain } | undefined;
type Fields = Readonly<Record<string, Plain>>;

/** A document of JSON is compared whole; of a block of Terraform's, what it says. */
interface Way {
  readonly whole: boolean;
}

/** Where AWS has other than is expected, attribute by attribute; what is expected to be empty must be. */
export const deviationsOf = (expected: Attributes, found: Attributes): readonly Deviation[] =>
  Object.entries(expected).flatMap(([name, value]) =>
    value === null ? [] : compare(name, plain(value), plain(found[name]), { whole: isDocument(value) }),
  );

const isDocument = (value: unknown): boolean => typeof value === 'string' && /^\s*[{[]/.test(value);

function compare(path: string, expected: Plain, found: Plain, way: Way): readonly Deviation[] {
  if (isDeepStrictEqual(expected, found)) return [];
  if (Array.isArray(expected) || Array.isArray(found)) return compareLists(path, listOf(expected), listOf(found), way);
  if (isFields(expected) && isFields(found)) {
    const names = way.whole ? [...new Set([...Object.keys(expected), ...Object.keys(found)])] : Object.keys(expected);
    return names.flatMap((name) => compare(`${path}.${name}`, expected[name], found[name], way));
  }
  return [{ path, expected, found }];
}

/** Order says nothing: each that has its equal is left out, and the others are compared with what is called the same. */
function compareLists(
  path: string,
  expected: readonly Plain[],
  found: readonly Plain[],
  way: Way,
): readonly Deviation[] {
  const added = [...found];
  const missed = expected.filter((each) => {
    const index = added.findIndex((other) => compare('', each, other, way).length === 0);
    if (index >= 0) added.splice(index, 1);
    return index < 0;
  });
  const deviations = missed.flatMap((each) => {
    const name = nameOf(each);
    const at = `${path}[${name ?? ''}]`;
    const index = name === undefined ? -1 : added.findIndex((other) => nameOf(other) === name);
    if (index < 0) return [{ path: at, expected: each }];
    const [partner] = added.splice(index, 1);
    return compare(at, each, partner, way);
  });
  return [...deviations, ...added.map((each) => ({ path: `${path}[${nameOf(each) ?? ''}]`, found: each }))];
}

function nameOf(value: Plain): string | undefined {
  if (!isFields(value)) return undefined;
  const name = value.Sid ?? value.name ?? value.id ?? value.type ?? value.key ?? value.field;
  return typeof name === 'string' ? name : undefined;
}

const listOf = (value: Plain): readonly Plain[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly Plain[]) : [value];

const isFields = (value: Plain): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A value as it is compared: what is empty is nothing, a list of one is what it holds, numbers are as they are written, documents of JSON
 * are what they say, and an account as a principal is its id (IAM User Guide, "AWS JSON policy elements: Principal").
 */
function plain(value: unknown): Plain {
  if (value === undefined || value === null || value === '') return undefined;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') {
    const document = tryOpen(value);
    return document === undefined ? value.replace(/^arn:aws:iam::(\d{12}):root$/, '$1') : plain(document);
  }
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) {
    const items = value.map(plain).filter((each) => each !== undefined);
    return items.length > 1 ? items : items[0];
  }
  const fields = Object.entries(value).flatMap(([name, each]) => {
    const text = plain(each);
    return text === undefined ? [] : [[name, text] as const];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

function tryOpen(text: string): unknown {
  try {
    return isDocument(text) ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
