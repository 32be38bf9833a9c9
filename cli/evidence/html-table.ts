/** Markup, as opposed to text that has to be escaped. */
interface Markup {
  readonly html: string;
}

type Content = string | number | Markup | readonly Content[];

/** A word as well as a colour: not everybody sees the colour. */
export const status = (result: string): Markup => ({
  html: `<span class="${result.replace(' ', '-')}">${result}</span>`,
});

/** A link to a file of the bundle. */
export const link = (href: string, text: string): string => `<a href="${escaped(href)}">${escaped(text)}</a>`;

/** A time as a person reads it. */
export const readable = (time: string): string => `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;

/** A table that a reader of the screen can walk through: it has a caption, and heads of columns and of rows. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly Content[])[]): string {
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell, index) => (index === 0 ? `<th scope="row">${shown(cell)}</th>` : `<td>${shown(cell)}</td>`)).join('')}</tr>`,
  );
  return `<div class="wide" role="region" aria-label="${escaped(caption)}" tabindex="0"><table><caption>${escaped(caption)}</caption>
<thead><tr>${head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr></thead>
<tbody>${body.join('\n')}</tbody></table></div>`;
}

function shown(content: Content): string {
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content));
  return 'html' in content ? content.html : content.map(shown).join('');
}

/** Text as markup shows it. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
