import { isDeepStrictEqual } from 'node:util';

/** One place at which two documents differ; what is absent on one side is undefined there. */
export interface Difference {
  /** `content.Statement[NoLeave].Action` */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** Every difference between two values, as deep as they are alike. Text that is JSON counts as what it says. */
export function differencesOf(before: unknown, after: unknown, path = ''): readonly Difference[] {
  if (isDeepStrictEqual(before, after)) return [];
  const [a, b] = [opened(before), opened(after)];
  if (Array.isArray(a) && Array.isArray(b)) return ofLists(a, b, path);
  if (isFields(a) && isFields(b))
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
      differencesOf(a[key], b[key], path === '' ? key : `${path}.${key}`),
    );
  return isDeepStrictEqual(a, b) ? [] : [{ path, before: a, after: b }];
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function opened(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[{[]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Items have no place of their own: one that has a name is compared with that of the same name, others with what is most like them. */
function ofLists(before: readonly unknown[], after: readonly unknown[], path: string): readonly Difference[] {
  const left = without(before, after);
  const added = without(after, before);
  const found: Difference[] = [];
  for (const item of left) {
    const partner = partnerOf(item, added) ?? tryOnlyOther(item, before, after);
    if (partner !== undefined) added.splice(added.indexOf(partner), 1);
    const at = `${path}[${nameOf(item) ?? ''}]`;
    found.push(...(partner === undefined ? [{ path: at, before: item }] : differencesOf(item, partner, at)));
  }
  return [...found, ...added.map((item) => ({ path: `${path}[${nameOf(item) ?? ''}]`, after: item }))];
}

const without = (items: readonly unknown[], others: readonly unknown[]): unknown[] =>
  items.filter((item) => !others.some((other) => isDeepStrictEqual(item, other)));

function partnerOf(item: unknown, candidates: readonly unknown[]): unknown {
  const name = nameOf(item);
  if (name !== undefined) return candidates.find((candidate) => nameOf(candidate) === name);
  const scored = candidates
    .filter((candidate) => nameOf(candidate) === undefined)
    .map((candidate) => ({ candidate, score: likeness(item, candidate) }))
    .sort((a, b) => b.score - a.score);
  // A statement of a policy has its effect and its resource in common with most others.
  return scored[0] && scored[0].score > 2 ? scored[0].candidate : undefined;
}

/** Of a block that may stand once, the other version. */
function tryOnlyOther(item: unknown, before: readonly unknown[], after: readonly unknown[]): unknown {
  const [other] = after;
  const areBlocks = before.length === 1 && after.length === 1 && isFields(item) && isFields(other);
  return areBlocks && nameOf(item) === undefined && nameOf(other) === undefined && item.Effect === undefined
    ? other
    : undefined;
}

/** How many fields two items have in common. */
const likeness = (a: unknown, b: unknown): number =>
  isFields(a) && isFields(b) ? Object.keys(a).filter((key) => isDeepStrictEqual(a[key], b[key])).length : 0;

function nameOf(item: unknown): string | undefined {
  if (!isFields(item)) return undefined;
  const name = item.Sid ?? item.alias ?? item.name ?? item.id ?? item.type ?? item.text ?? item.parameter_name;
  return typeof name === 'string' ? name : undefined;
}
