/** How the wildcards of a pattern are read. */
interface Wildcards {
  /** What `?` stands for, as a regular expression. @default - the question mark itself */
  readonly one?: string;
  /** @default false */
  readonly ignoreCase?: boolean;
}

/** Tests texts against a pattern in which `*` stands for any characters. */
export function wildcardTest(
  pattern: string,
  { one = '\\?', ignoreCase = false }: Wildcards = {},
): (text: string) => boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', () => one);
  const expression = new RegExp(`^${source}$`, ignoreCase ? 'i' : '');
  return (text) => expression.test(text);
}

/** Whether a text is what a pattern stands for: `*` is any text, every other character itself. */
export const matchesWildcard = (pattern: string, text: string): boolean => wildcardTest(pattern)(text);
