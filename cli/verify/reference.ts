/** A part of an expression of Terraform's: what is looked up, and the way into it. */
export interface Reference {
  readonly path: readonly (string | number)[];
  /** As it is written. */
  readonly text: string;
}

/** A text of Terraform's in pieces: words as they are, and references. `$${` is written where a text has `${` itself. */
export function piecesOf(template: string): readonly (string | Reference)[] {
  const pieces: (string | Reference)[] = [];
  let rest = template;
  for (;;) {
    const start = rest.search(/(?<!\$)\$\{/);
    if (start < 0) break;
    const end = endOf(rest, start + 2);
    if (start > 0) pieces.push(plain(rest.slice(0, start)));
    const text = rest.slice(start + 2, end);
    pieces.push({ text, path: pathOf(text) });
    rest = rest.slice(end + 1);
  }
  if (rest !== '' || pieces.length === 0) pieces.push(plain(rest));
  return pieces;
}

const plain = (text: string): string => text.replaceAll('$${', '${');

function endOf(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`'${text}' has an expression without an end`);
}

/** `a.b["c"].d[0]` as its steps; empty where it is more than a way into something. */
function pathOf(expression: string): readonly (string | number)[] {
  const step = /\.?([A-Za-z_][\w-]*)|\["([^"]*)"\]|\[(\d+)\]/y;
  const path: (string | number)[] = [];
  while (step.lastIndex < expression.length) {
    const found = step.exec(expression);
    if (!found) return [];
    path.push(found[3] === undefined ? (found[1] ?? found[2] ?? '') : Number(found[3]));
  }
  return path;
}
