/**
 * What Athena (Trino) has and DuckDB has not, or means otherwise by: with these macros and settings both read the same SQL.
 * Sources: Trino, functions/json, functions/regexp, functions/datetime; DuckDB, functions/regular_expressions, functions/json.
 */
export const asTrino: readonly string[] = [
  // A path of Trino, `$["x-amz-copy-source"]`, is `$."x-amz-copy-source"` in DuckDB; of an object or a list Trino answers NULL.
  `CREATE MACRO json_path_of(path) AS system.main.regexp_replace(path, '\\["([^"]+)"\\]', '."\\1"', 'g')`,
  `CREATE MACRO json_extract_scalar(document, path) AS
     CASE WHEN json_type(document, json_path_of(path)) NOT IN ('OBJECT', 'ARRAY')
     THEN json_extract_string(document, json_path_of(path)) END`,
  'CREATE MACRO date_parse(written, format) AS strptime(written, format)',
  'CREATE MACRO date_format(moment, format) AS strftime(moment, format)',
  // Trino answers NULL where a pattern does not match, and DuckDB an empty text.
  `CREATE MACRO regexp_extract(written, pattern, part) AS
     CASE WHEN regexp_matches(written, pattern) THEN system.main.regexp_extract(written, pattern, part) END`,
  // Trino replaces every match, and DuckDB the first.
  `CREATE MACRO regexp_replace(written, pattern, instead) AS
     system.main.regexp_replace(written, pattern, system.main.regexp_replace(instead, '\\$(\\d)', '\\\\\\1', 'g'), 'g')`,
  "SET default_null_order = 'nulls_last'",
  'SET integer_division = true',
];
