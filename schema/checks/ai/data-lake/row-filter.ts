import { tryOrderError } from './row-filter-order';

/** What a row filter says, as far as its words go. */
export type RowFilter = { readonly columns: readonly string[] } | { readonly error: string };

const tokens = /\s+|'(?:[^']|'')*'|"[^"]+"|\d+(?:\.\d+)?|[A-Za-z_][\w.]*|<>|[<>!]=|[=<>(),+*/%-]/y;

/** Words of a condition that are not columns. Source: Lake Formation Developer Guide, "PartiQL support in row filter expressions". */
const keywords = new Set(
  'and or not in like between is null missing true false escape cast as date timestamp char varchar int integer bigint smallint tinyint decimal double float string boolean'.split(
    ' ',
  ),
);
const statements = new Set(['select', 'from', 'where', 'union', 'join', 'insert', 'update', 'delete', 'drop']);

/** Reads the columns out of a row filter, and finds what no PartiQL condition has: open quotes and brackets, whole statements. */
export function readRowFilter(expression: string): RowFilter {
  const columns: string[] = [];
  const seen: string[] = [];
  let depth = 0;
  tokens.lastIndex = 0;
  while (tokens.lastIndex < expression.length) {
    const start = tokens.lastIndex;
    const token = tokens.exec(expression)?.[0];
    if (token === undefined) return { error: `nothing in it begins with ${expression.slice(start, start + 12)}` };
    const word = token.toLowerCase();
    if (token.trim() !== '') seen.push(token);
    if (statements.has(word)) return { error: `it is a condition, and '${token}' belongs to a statement` };
    if (token === '(') depth += 1;
    if (token === ')' && --depth < 0) return { error: 'a closing bracket has no opening bracket' };
    const isName = /^[A-Za-z_"]/.test(token) && !keywords.has(word);
    const isFunction = /^\s*\(/.test(expression.slice(tokens.lastIndex));
    if (isName && !isFunction) columns.push(token.replaceAll('"', ''));
  }
  const order = tryOrderError(seen, (word) => keywords.has(word));
  if (order !== undefined) return { error: order };
  if (depth > 0) return { error: 'a bracket is not closed' };
  return columns.length > 0 ? { columns } : { error: 'it names no column, so it hides no row' };
}
