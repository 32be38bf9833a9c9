import { BrokenFieldRead, type FieldPath } from './broken-fields';
import { describeError } from './describe-error';

/** Something in a value that no form can read. */
interface Impurity {
  readonly path: FieldPath;
  readonly value: unknown;
  readonly rule: string;
  readonly fix: string;
}

/** A value as plain data, and what in it was none. */
export interface PlainData {
  /** A copy, in which something that no form takes stands for what is no plain data. */
  readonly value: unknown;
  readonly impurities: readonly Impurity[];
}

/** Of a kind that no form takes. */
const standIn = Symbol('no plain data');

/** Nobody writes deeper by hand, and whoever reads it would run out of stack. */
const deepest = 100;

/**
 * Reads a value to its end: getters that throw, what contains itself, keys that JavaScript keeps for itself, and characters that nobody
 * sees are named. A function and an instance of a class, as a `Date` or a `Map` is one, are left to the form, which takes none.
 */
export function plainData(value: unknown): PlainData {
  const impurities: Impurity[] = [];
  const around: object[] = [];
  /** Where it is now; copied for what is wrong alone, because a catalog has thousands of values. */
  const path: PropertyKey[] = [];
  const impure = (said: Omit<Impurity, 'path'>): typeof standIn => {
    impurities.push({ path: [...path], ...said });
    return standIn;
  };
  const visit = (at: unknown): unknown => {
    if (typeof at === 'string') return isSeen(at) ? at : impure({ value: at, ...unseenRule(at) });
    if (typeof at === 'function') return standIn;
    if (typeof at !== 'object' || at === null) return at;
    if (around.includes(at)) return impure(containsItself);
    if (around.length >= deepest) return impure(tooDeep);
    around.push(at);
    const copy = visitObject(at);
    around.pop();
    return copy;
  };
  const within = <T>(key: PropertyKey, work: () => T): T => {
    path.push(key);
    const result = work();
    path.pop();
    return result;
  };
  const below = (at: object, key: PropertyKey): unknown =>
    within(key, () => {
      const read = tryRead(at, key);
      return 'error' in read ? impure({ value: read.error, ...unreadable }) : visit(read.value);
    });
  const visitObject = (at: object): unknown => {
    if (Array.isArray(at)) return Array.from({ length: at.length }, (_, index) => below(at, index));
    if (!isPlain(at)) return standIn;
    const entries = Reflect.ownKeys(at).flatMap((key) => {
      if (!Object.prototype.propertyIsEnumerable.call(at, key)) return [];
      const broken = tryBrokenKey(key);
      if (!broken) return [[key, below(at, key)] as const];
      within(key, () => impure({ value: String(key), ...broken }));
      return [];
    });
    return Object.fromEntries(entries);
  };
  return { value: visit(value), impurities };
}

const containsItself = {
  value: '[Circular]',
  rule: 'must not contain itself',
  fix: 'write the value out, without a reference to what is around it',
};
const tooDeep = { value: '[…]', rule: `must not nest more than ${deepest} deep`, fix: 'make it flatter' };
const unreadable = { rule: 'must be a value that can be read', fix: 'write the value in place of a getter' };

/** The value under a key, or what was thrown in its place. */
function tryRead(at: object, key: PropertyKey): { readonly value: unknown } | { readonly error: string } {
  try {
    return { value: Reflect.get(at, key) };
  } catch (error) {
    if (error instanceof BrokenFieldRead) throw error;
    return { error: describeError(error) };
  }
}

/** Whether an object is made of its own fields alone, of whatever realm it is. */
function isPlain(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || Object.hasOwn(prototype, 'isPrototypeOf');
}

/** What is wrong with a key; undefined where a form can read it. */
function tryBrokenKey(key: PropertyKey): Pick<Impurity, 'rule' | 'fix'> | undefined {
  const fix = 'rename the key';
  if (typeof key === 'symbol') return { rule: 'must be a key that is text', fix };
  if (key === '__proto__') return { rule: 'is a key that JavaScript reserves', fix };
  return isSeen(String(key)) ? undefined : unseenRule(String(key));
}

/** Characters that nobody sees, but for line breaks, tabs and the joiners that some scripts need. */
const unseen = /(?![\n\t\u200c\u200d])[\p{C}\u2028\u2029]/u;

/** What nearly every text is made of, and a machine finds out much sooner. */
const seen = /^[\n\t\x20-\x7e]*$/;

const isSeen = (text: string): boolean => seen.test(text) || !unseen.test(text);

function unseenRule(text: string): Pick<Impurity, 'rule' | 'fix'> {
  const code = unseen.exec(text)?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return { rule: `must not have a character that nobody sees: U+${code}`, fix: 'remove the character' };
}
