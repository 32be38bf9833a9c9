import type { Deviation } from '../../live/finding';
import type { Attributes, Reader } from '../../live/reader';
import { assignmentOf } from './assignment';
import { type Fields, isDocument, isEmpty, isFields, listOf, plain } from './plain';

/** A document of JSON, and a block that its reader returns all of, is compared whole; of another block, what it says. */
interface Way {
  readonly whole: boolean;
  /** Whether it is inside a document, in which an empty text is a value. */
  readonly document: boolean;
  /** Paths of lists whose order says something. */
  readonly ordered: readonly string[];
}

/** Where AWS has other than is expected, attribute by attribute; what is expected to be empty must be. */
export const deviationsOf = (
  expected: Attributes,
  found: Attributes,
  { whole = [], ordered = [] }: Pick<Reader, 'whole' | 'ordered'> = {},
): readonly Deviation[] =>
  Object.entries(expected).flatMap(([name, value]) =>
    value === null ? [] : compare(name, value, found[name], { whole: whole.includes(name), document: false, ordered }),
  );

function compare(path: string, expected: unknown, found: unknown, outside: Way): readonly Deviation[] {
  const way = isDocument(expected) ? { ...outside, whole: true, document: true } : outside;
  const [wanted, got] = [plain(expected, way.document), plain(found, way.document)];
  if (wanted === got || (isEmpty(wanted, way.document) && isEmpty(got, way.document))) return [];
  if (Array.isArray(wanted) || Array.isArray(got)) {
    const compareThem = way.ordered.includes(path) ? compareInOrder : compareLists;
    return compareThem(path, listOf(wanted), listOf(got), way);
  }
  if (isFields(wanted) && isFields(got))
    return namesOf(wanted, got, way).flatMap((name) => compare(`${path}.${name}`, wanted[name], got[name], way));
  return [{ path, expected: wanted, found: got }];
}

/** What is compared of two blocks: an empty one must be empty, and null is what Terraform leaves to AWS. */
function namesOf(wanted: Fields, got: Fields, { whole, document }: Way): readonly string[] {
  const written = Object.keys(wanted);
  const names = whole || written.length === 0 ? new Set([...written, ...Object.keys(got)]) : new Set(written);
  return [...names].filter((name) => document || wanted[name] !== null);
}

/** Each that has its equal is left out, whatever the order, and the others are compared with what is called the same. */
function compareLists(
  path: string,
  expected: readonly unknown[],
  found: readonly unknown[],
  way: Way,
): readonly Deviation[] {
  const { missed, added } = assignmentOf(expected, found, (one, other) => compare('', one, other, way).length === 0);
  const left = [...added];
  const deviations = missed.flatMap((each) => {
    const name = nameOf(each);
    const at = `${path}[${name ?? ''}]`;
    const index = name === undefined ? -1 : left.findIndex((other) => nameOf(other) === name);
    if (index < 0) return [{ path: at, expected: each }];
    const [partner] = left.splice(index, 1);
    return compare(at, each, partner, way);
  });
  return [...deviations, ...left.map((each) => ({ path: `${path}[${nameOf(each) ?? ''}]`, found: each }))];
}

const compareInOrder: typeof compareLists = (path, expected, found, way) =>
  Array.from({ length: Math.max(expected.length, found.length) }, (_, index) => index).flatMap((index) =>
    compare(`${path}[${index}]`, expected[index], found[index], way),
  );

function nameOf(value: unknown): string | undefined {
  if (!isFields(value)) return undefined;
  const name = value.Sid ?? value.name ?? value.id ?? value.type ?? value.key ?? value.field;
  return typeof name === 'string' ? name : undefined;
}
