/** Where something is wrong in a file: `['ai', 'approvedModels', 0]`. */
export type FieldPath = readonly PropertyKey[];

/** Thrown where a check reads a field that is broken: whatever the check went on to say would be a guess. */
export class BrokenFieldRead extends Error {}

/**
 * The value of a file, in which broken fields cannot be read. It was completed with stand-ins to have its type, and nobody may draw
 * conclusions from those.
 */
export function guarded<T extends object>(value: T, broken: readonly FieldPath[]): T {
  if (broken.length === 0) return value;
  return new Proxy(value, {
    get(target, key) {
      const below = broken.filter(([first]) => String(first) === String(key)).map(([, ...rest]) => rest);
      if (below.some((path) => path.length === 0)) throw new BrokenFieldRead(String(key));
      const child: unknown = Reflect.get(target, key);
      return typeof child === 'object' && child !== null ? guarded(child, below) : child;
    },
  });
}

/** What a check says, or undefined where it would have to read a broken field. */
export function unlessBroken<T>(check: () => T): T | undefined {
  try {
    return check();
  } catch (error) {
    if (error instanceof BrokenFieldRead) return undefined;
    throw error;
  }
}

/** What checks say of a subject, each by itself: one that would have to read a broken field does not silence the others. */
export const sayings = <Subject, Saying>(
  checks: readonly ((subject: Subject) => readonly Saying[])[],
  subject: Subject,
): Saying[] => checks.flatMap((check) => unlessBroken(() => check(subject)) ?? []);
