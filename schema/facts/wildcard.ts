/** Whether a text is what a pattern stands for: `*` is any text, every other character itself. */
export const matchesWildcard = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(text);
