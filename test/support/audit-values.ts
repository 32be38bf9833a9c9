import type { Json } from './json';

/** A Hive type in DuckDB's words: `struct<a:string>` is `STRUCT("a" VARCHAR)`. */
export function columnType(hive: string): string {
  const { outer, parts } = taken(hive);
  if (outer === 'struct') return `STRUCT(${fieldsOf(parts).map(([name, type]) => `"${name}" ${columnType(type)}`)})`;
  if (outer === 'array') return `${columnType(parts[0] ?? '')}[]`;
  if (outer === 'map') return `MAP(${parts.map(columnType)})`;
  if (outer !== 'string') throw new Error(`the engine does not know the Hive type ${hive}`);
  return 'VARCHAR';
}

/** A value of a record as SQL. What is no text in a column of text is its JSON; fields of a structure are found in any spelling. */
export function sqlValue(hive: string, value: unknown): string {
  if (value === undefined || value === null) return 'NULL';
  const { outer, parts } = taken(hive);
  if (outer === 'struct') {
    const fields = Object.fromEntries(Object.entries(value).map(([key, field]) => [key.toLowerCase(), field]));
    return `{${fieldsOf(parts).map(([name, type]) => `'${name}': CAST(${sqlValue(type, fields[name])} AS ${columnType(type)})`)}}`;
  }
  if (outer === 'array') return `[${(value as unknown[]).map((item) => sqlValue(parts[0] ?? '', item))}]`;
  if (outer === 'map') {
    const entries = Object.entries(value).map(
      ([key, item]) => `${sqlValue('string', key)}: ${sqlValue('string', item)}`,
    );
    return `MAP {${entries}}`;
  }
  return `'${textOf(value).replaceAll("'", "''")}'`;
}

const jsonColumns = ['requestparameters', 'responseelements', 'additionaleventdata'];

/** What `json_extract_scalar` finds in the JSON columns of a row: nothing for null, an object or an array. */
export const jsonScalars = (
  row: Json,
): { readonly document: string; readonly path: string; readonly value: string }[] =>
  jsonColumns
    .filter((column) => row[column])
    .flatMap((column) =>
      scalarsOf(row[column], '$').map(({ path, value }) => ({ document: JSON.stringify(row[column]), path, value })),
    );

function scalarsOf(value: unknown, path: string): { readonly path: string; readonly value: string }[] {
  if (value === null) return [];
  if (typeof value !== 'object') return [{ path, value: String(value) }];
  if (Array.isArray(value)) return value.flatMap((item, index) => scalarsOf(item, `${path}[${index}]`));
  return Object.entries(value as Json).flatMap(([key, item]) =>
    scalarsOf(item, /^\w+$/.test(key) ? `${path}.${key}` : `${path}["${key}"]`),
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** `struct<a:string,b:array<string>>` is `struct` with the parts `a:string` and `b:array<string>`. */
function taken(hive: string): { readonly outer: string; readonly parts: readonly string[] } {
  const [, outer = hive, inner = ''] = /^(\w+)<(.*)>$/.exec(hive) ?? [];
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of inner) {
    depth += sign === '<' ? 1 : sign === '>' ? -1 : 0;
    if (sign === ',' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  return { outer, parts: part === '' ? parts : [...parts, part] };
}

const fieldsOf = (parts: readonly string[]): [string, string][] =>
  parts.map((part) => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)]);
