import { basename } from 'node:path';
import { rulesOf } from './checks/rule';
import { type AuditQuery, type Parameter, queryParameters } from './forms/audit-query';
import type { Problem, SourceFile } from './problems/problem';
import { withoutByteOrderMark } from './text';

/** Reads every audit query out of the header of its file: title, `Answers:`, `Parameters:`, `Columns:`, each a comment line. */
export function readAuditQueries(files: readonly SourceFile[]): {
  readonly auditQueries: readonly AuditQuery[];
  readonly problems: readonly Problem[];
} {
  const read = files.map(readAuditQuery);
  return {
    auditQueries: read.flatMap(({ query, problems }) => (problems.length === 0 ? [query] : [])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function readAuditQuery({ file, value }: SourceFile): {
  readonly query: AuditQuery;
  readonly problems: readonly Problem[];
} {
  const sql = withoutByteOrderMark(String(value)).replaceAll('\r\n', '\n');
  const header = sql.split('\n').filter((line) => line.startsWith('-- '));
  const find = (label: string): string | undefined =>
    header.find((line) => line.startsWith(`-- ${label}: `))?.slice(label.length + 5);
  const list = (label: string): readonly string[] => find(label)?.split(', ') ?? [];
  const parameters = list('Parameters');
  const marks = statementOf(sql).split('?').length - 1;
  const { rule, known } = rulesOf(file);
  return {
    query: {
      name: basename(file, '.sql'),
      title: header[0]?.slice(3) ?? '',
      answers: find('Answers') ?? '',
      parameters: parameters.filter(isParameter),
      columns: list('Columns'),
      sql,
    },
    problems: [
      ...rule(sql.startsWith('-- '), {
        field: 'first line',
        value: sql.split('\n')[0],
        rule: 'the first line of a query is its title',
        fix: "begin the file with a line '-- Title'",
      }),
      ...['Answers', 'Parameters', 'Columns'].flatMap((label) =>
        rule(find(label) !== undefined, {
          field: label,
          value: undefined,
          rule: `the header of a query needs a line '-- ${label}: …'`,
          fix: 'add the line',
        }),
      ),
      ...known(parameters, queryParameters, {
        field: (index) => `Parameters[${index}]`,
        rule: 'must be a parameter that the command audit knows',
      }),
      ...rule(find('Parameters') === undefined || marks === parameters.length, {
        field: 'Parameters',
        value: parameters,
        rule: `must name what each question mark stands for, and the SQL has ${marks} of them`,
        fix: `name ${marks} parameter(s), in the order of the question marks`,
      }),
    ],
  };
}

/** The SQL without comments and text literals, in which a question mark stands for nothing. */
const statementOf = (sql: string): string => sql.replace(/--.*$/gm, '').replace(/'[^']*'/g, "''");

const isParameter = (name: string): name is Parameter => (queryParameters as readonly string[]).includes(name);
