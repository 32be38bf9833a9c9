/** A Hive type in DuckDB's words: `struct<a:string>` is `STRUCT("a" VARCHAR)`. */
export function columnType(hive: string): string {
  const { outer, parts } = taken(hive);
  if (outer === 'struct') return `STRUCT(${parts.map(fieldType).join(', ')})`;
  if (outer === 'array') return `${columnType(parts[0] ?? '')}[]`;
  if (outer === 'map') return `MAP(${parts.map(columnType).join(', ')})`;
  if (outer !== 'string') throw new Error(`a trail has no column of the Hive type ${hive}`);
  return 'VARCHAR';
}

function fieldType(part: string): string {
  const colon = part.indexOf(':');
  return `"${part.slice(0, colon)}" ${columnType(part.slice(colon + 1))}`;
}

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
