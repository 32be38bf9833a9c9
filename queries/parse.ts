/** What a query is asked with, in the order of its question marks; a parameter may be needed more than once. */
const parameters = ['since', 'until', 'account'] as const;
export type Parameter = (typeof parameters)[number];

/** A question about the trails, as one file of `queries/` puts it. */
export interface AuditQuery {
  /** Name of the file without `.sql`: `model-deployments`. */
  readonly name: string;
  readonly title: string;
  /** What it answers, one clause without a full stop. */
  readonly answers: string;
  /** What each question mark stands for. */
  readonly parameters: readonly Parameter[];
  /** Columns of the result in their order. */
  readonly columns: readonly string[];
  /** The whole file, its header included: Athena takes comments. */
  readonly sql: string;
}

/**
 * Reads a query out of the header of its file: title, `Answers:`, `Parameters:`, `Columns:`, each a comment line.
 *
 * @throws Error where a line is missing, or the question marks are not as many as the parameters
 */
export function parseQuery(file: string, sql: string): AuditQuery {
  const header = sql.split('\n').filter((line) => line.startsWith('-- '));
  const find = (label: string): string => {
    const line = header.find((each) => each.startsWith(`-- ${label}: `));
    return line?.slice(label.length + 5) ?? refuse(file, `its header needs a line '-- ${label}: …'`);
  };
  const list = (label: string): string[] => find(label).split(', ');
  const title = sql.startsWith('-- ') ? (header[0]?.slice(3) ?? '') : refuse(file, 'its first line is its title');
  const given = list('Parameters');
  const known = given.filter(isParameter);
  if (known.length < given.length) refuse(file, `its parameters are of ${parameters.join(', ')}`);
  const marks = statementOf(sql).split('?').length - 1;
  if (marks !== given.length) refuse(file, `it has ${marks} question marks for ${given.length} parameters`);
  return {
    name: file.replace(/\.sql$/, ''),
    title,
    answers: find('Answers'),
    parameters: known,
    columns: list('Columns'),
    sql,
  };
}

/** The SQL without comments and text literals, in which a question mark stands for nothing. */
const statementOf = (sql: string): string => sql.replace(/--.*$/gm, '').replace(/'[^']*'/g, "''");

const isParameter = (name: string): name is Parameter => (parameters as readonly string[]).includes(name);

function refuse(file: string, rule: string): never {
  throw new Error(`queries/${file}\n  rule: ${rule}`);
}
