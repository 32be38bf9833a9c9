/** What is written as code instead of as a value: `everyAccount`, `judged('soc-2', ['CC6.1'])`. */
export class Code {
  constructor(
    readonly code: string,
    /** What it means. */
    readonly value: unknown,
  ) {}
}

/** A field with a comment on the line above. */
export class Commented {
  constructor(
    readonly comment: string,
    readonly value: unknown,
  ) {}
}

type Fields = Readonly<Record<string, unknown>>;

/** As wide as biome.json lets a line be. */
const width = 120;

/** The value that a person means by what is written. */
export function meant(written: unknown): unknown {
  if (written instanceof Code || written instanceof Commented) return meant(written.value);
  if (Array.isArray(written)) return written.map(meant);
  if (!isFields(written)) return written;
  return Object.fromEntries(fieldsOf(written).map(([key, value]) => [key, meant(value)]));
}

/** A value as a person writes it in TypeScript, and as biome leaves it; the fields of the outermost object stand below each other. */
export const literal = (written: Fields): string => broken(written, 0);

/** @param before columns that are taken on its first line, and by the comma behind its last */
function print(value: unknown, indent: number, before: number): string {
  const line = inline(value);
  if (line !== undefined && before + line.length <= width) return line;
  if (Array.isArray(value) || isFields(value)) return broken(value, indent);
  return line ?? '';
}

function broken(value: Fields | readonly unknown[], indent: number): string {
  const inner = ' '.repeat(indent + 2);
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}${print(item, indent + 2, indent + 3)},`)
    : fieldsOf(value as Fields).flatMap(([key, field]) => [
        ...(field instanceof Commented ? [`${inner}// ${field.comment}`] : []),
        `${inner}${printField(key, field instanceof Commented ? field.value : field, indent + 2)},`,
      ]);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return [open, ...lines, `${' '.repeat(indent)}${close}`].join('\n');
}

function printField(key: string, value: unknown, indent: number): string {
  const name = `${keyOf(key)}: `;
  const printed = print(value, indent, indent + name.length + 1);
  // A text that is too long goes to a line of its own, unless its name is so short that little is won by that.
  return typeof value === 'string' && keyOf(key).length > 4 && indent + name.length + printed.length + 1 > width
    ? `${name.trimEnd()}\n${' '.repeat(indent + 2)}${printed}`
    : `${name}${printed}`;
}

/** The value in one line, or undefined where it never is. */
function inline(value: unknown): string | undefined {
  if (value instanceof Code) return value.code;
  if (value instanceof Commented) return undefined;
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) {
    const items = value.map(inline);
    const isList = value.length > 1 && value.every((item) => isFields(item) && fieldsOf(item).length > 1);
    return isList || items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
  }
  if (!isFields(value)) return String(value);
  const fields = fieldsOf(value).map(([key, field]) => [keyOf(key), inline(field)]);
  if (fields.some(([, field]) => field === undefined)) return undefined;
  return fields.length === 0 ? '{}' : `{ ${fields.map(([key, field]) => `${key}: ${field}`).join(', ')} }`;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Code) &&
  !(value instanceof Commented);

/** What is undefined is not written. */
const fieldsOf = (fields: Fields): [string, unknown][] =>
  Object.entries(fields).filter(([, value]) => value !== undefined);

const keyOf = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key));

/** Text in the quotes that need fewer escapes, single ones otherwise. */
function quoted(text: string): string {
  const count = (mark: string) => text.split(mark).length;
  const mark = count("'") > count('"') ? '"' : "'";
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return `${mark}${inner.replaceAll(mark, `\\${mark}`)}${mark}`;
}
