import { readQueries } from '../../queries';
import { parseQuery } from '../../queries/parse';
import { answer, startEngine } from '../support/audited';

beforeAll(startEngine, 60_000);

const header = (lines: readonly string[], sql = 'SELECT 1'): string => [...lines, sql].join('\n');
const lines = ['-- Title', '-- Answers: what', '-- Parameters: since', '-- Columns: a, b'];

describe('the audit queries', () => {
  it('are all there, each with what it answers', () => {
    const queries = readQueries();
    expect(queries.map(({ name }) => name)).toEqual([
      'cross-region-inference',
      'failed-ai-calls',
      'guardrail-and-logging-changes',
      'model-approvals',
      'model-card-changes',
      'model-deployments',
      'model-invocations',
      'root-use',
      'training-data-reads',
    ]);
    expect(new Set(queries.map(({ answers }) => answers)).size).toBe(queries.length);
  });

  it.each(readQueries())('$name answers in the columns that its header promises', async ({ name, columns }) => {
    const rows = await answer(name);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Object.keys(row)).toEqual(columns);
  });

  it.each(readQueries())(
    '$name asks for days and accounts by partition, so that Athena opens no other folder',
    (query) => {
      const tables = query.sql.match(/^\s*FROM (management|data)_events$/gm) ?? [];
      const days = query.sql.match(/^\s*WHERE day BETWEEN .*\?$|^\s*WHERE day BETWEEN .* AND \?$/gm) ?? [];
      const accounts = query.sql.match(/^\s*AND account LIKE \?$/gm) ?? [];
      expect(tables.length).toBeGreaterThan(0);
      expect([days.length, accounts.length]).toEqual([tables.length, tables.length]);
    },
  );

  it.each(readQueries())('$name is small and plain enough for Athena to save', ({ title, answers, sql }) => {
    expect(sql.length).toBeLessThanOrEqual(262_144);
    expect(`${title}: ${answers}`.length).toBeLessThanOrEqual(1_024);
    // The console asks for a value for each question mark, and Terraform would put in what follows a brace.
    expect(sql.replace(/^[^-].*$/gm, '')).not.toContain('?');
    expect(sql).not.toMatch(/[$%]\{/);
    // Athena takes one statement; whether a semicolon in a comment ends it is written nowhere.
    expect(sql).not.toContain(';');
  });
});

describe('the reader of a query', () => {
  it('reads title, answer, parameters and columns, and keeps the file as it is', () => {
    const sql = header([...lines, '-- More. Is it?'], "SELECT '?' AS a WHERE day = ?");
    expect(parseQuery('made-up.sql', sql)).toEqual({
      name: 'made-up',
      title: 'Title',
      answers: 'what',
      parameters: ['since'],
      columns: ['a', 'b'],
      sql,
    });
  });

  it.each([
    ['no title', header([], 'SELECT ?'), 'its first line is its title'],
    [
      'no answer',
      header(
        lines.filter((line) => !line.includes('Answers')),
        'SELECT ?',
      ),
      "needs a line '-- Answers: …'",
    ],
    ['a parameter that nobody gives', header(lines.map((line) => line.replace('since', 'sinse'))), 'parameters are of'],
    ['more question marks than parameters', header(lines, 'SELECT ?, ?'), '2 question marks for 1 parameters'],
    ['fewer question marks than parameters', header(lines), '0 question marks for 1 parameters'],
  ])('refuses a file with %s', (_what, sql, rule) => {
    expect(() => parseQuery('made-up.sql', sql)).toThrow(rule);
    expect(() => parseQuery('made-up.sql', sql)).toThrow(/^queries\/made-up\.sql\n {2}rule: /);
  });
});
