import { wildcardTest } from '../../../schema/text';

/** Whether an action has a wildcard. */
const isWide = (action: string): boolean => /[*?]/.test(action);

/** Whether `pattern` matches every action that `action` matches; both may hold wildcards. IAM ignores case in actions. */
export const covers = (pattern: string, action: string): boolean => coverOf([pattern])(action);

// Wildcards of the action are ordinary characters here. `?` does not match its `*`, which stands for any number of characters.
const wideCover = (pattern: string) => wildcardTest(pattern, { one: '[^*]', ignoreCase: true });

/** `covers` for any of some patterns, and many actions. */
function coverOf(patterns: readonly string[]): (action: string) => boolean {
  const plain = new Set(patterns.filter((pattern) => !isWide(pattern)).map((pattern) => pattern.toLowerCase()));
  const wide = [...new Set(patterns.filter(isWide))].map(wideCover);
  return (action) => plain.has(action.toLowerCase()) || wide.some((matches) => matches(action));
}

/** The actions in order, each once, without those that a wildcard among them covers. */
export function withoutCovered(actions: readonly string[]): readonly string[] {
  const spellings = new Map([...actions].sort().map((action) => [action.toLowerCase(), action]));
  const distinct = [...spellings.values()].sort();
  const wide = distinct.filter(isWide).map((pattern) => ({ pattern, covers: wideCover(pattern) }));
  return distinct.filter((action) => !wide.some((each) => each.covers(action) && isLesser(action, each.pattern)));
}

/** Of two patterns that cover each other, as `s3:*` and `s3:**`, one has to stay: the one that sorts first. */
const isLesser = (action: string, pattern: string): boolean =>
  action !== pattern && (pattern < action || !covers(action, pattern));
