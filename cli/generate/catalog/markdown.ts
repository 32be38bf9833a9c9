/** A table of Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Any text as a cell of a table. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** Text as code. */
export const code = (text: string): string => `\`${text}\``;

/** JSON in a block of its own, two spaces deep. */
export const jsonBlock = (value: unknown): string => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;

/** A link to the section of a control in the catalog. */
export const controlLink = (id: string, page = ''): string => `[${id}](${page}#${id})`;

/** One or many, as a list. */
export const list = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value;
