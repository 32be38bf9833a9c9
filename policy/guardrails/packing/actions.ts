/** Whether an action has a wildcard. */
export const isWide = (action: string): boolean => /[*?]/.test(action);

/** Whether `pattern` matches every action that `action` matches; both may hold wildcards. IAM ignores case in actions. */
export const covers = (pattern: string, action: string): boolean => coverOf(pattern)(action);

/** `covers` for one pattern and many actions. */
export function coverOf(pattern: string): (action: string) => boolean {
  if (!isWide(pattern)) return (action) => pattern.toLowerCase() === action.toLowerCase();
  // The wildcards of `action` are signs like others here. A `?` does not take its `*`, which stands for any number of signs.
  const signs = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '[^*]');
  const matcher = new RegExp(`^${signs}$`, 'i');
  return (action) => matcher.test(action);
}

/** The actions in order, each once, without those that a wildcard among them covers. */
export function withoutCovered(actions: readonly string[]): readonly string[] {
  const spellings = new Map([...actions].sort().map((action) => [action.toLowerCase(), action]));
  const distinct = [...spellings.values()].sort();
  const wide = distinct.filter(isWide).map((pattern) => ({ pattern, covers: coverOf(pattern) }));
  return distinct.filter((action) => !wide.some((each) => each.covers(action) && isLesser(action, each.pattern)));
}

/** Of two patterns that cover each other, as `s3:*` and `s3:**`, one has to stay: the one that sorts first. */
const isLesser = (action: string, pattern: string): boolean =>
  action !== pattern && (pattern < action || !covers(action, pattern));
