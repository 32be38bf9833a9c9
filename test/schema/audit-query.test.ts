import { readAuditQueries } from '../../schema/read-audit-queries';

const lines = ['-- Title', '-- Answers: what', '-- Parameters: since', '-- Columns: a, b'];
const written = (header: readonly string[], sql = 'SELECT 1'): string => [...header, sql].join('\n');
const read = (value: string) => readAuditQueries([{ file: 'queries/made-up.sql', value }]);

describe('the reader of an audit query', () => {
  it('reads title, answer, parameters and columns, and keeps the file as it is', () => {
    const sql = written([...lines, '-- More. Is it?'], "SELECT '?' AS a WHERE day = ?");
    expect(read(sql)).toEqual({
      problems: [],
      auditQueries: [
        { name: 'made-up', title: 'Title', answers: 'what', parameters: ['since'], columns: ['a', 'b'], sql },
      ],
    });
  });

  it('reads a file with the line ends of Windows as the same query', () => {
    const sql = written(lines, 'SELECT ?');
    expect(read(sql.replaceAll('\n', '\r\n'))).toEqual(read(sql));
  });

  it.each([
    ['no title', written([], 'SELECT ?'), 'first line', 'is its title'],
    ['no answer', written([lines[0] ?? '', ...lines.slice(2)], 'SELECT ?'), 'Answers', "needs a line '-- Answers: …'"],
    [
      'a parameter that nobody gives',
      written(
        lines.map((line) => line.replace('since', 'sinse')),
        'SELECT ?',
      ),
      'Parameters[0]',
      'must be a parameter',
    ],
    ['more question marks than parameters', written(lines, 'SELECT ?, ?'), 'Parameters', 'the SQL has 2 of them'],
    ['fewer question marks than parameters', written(lines), 'Parameters', 'the SQL has 0 of them'],
  ])('refuses a file with %s', (_what, sql, field, rule) => {
    const { problems, auditQueries } = read(sql);
    expect(problems).toContainEqual(
      expect.objectContaining({ file: 'queries/made-up.sql', field, rule: expect.stringContaining(rule) }),
    );
    expect(auditQueries).toEqual([]);
  });

  it('says everything that is missing in one go', () => {
    expect(read('SELECT 1').problems.map(({ field }) => field)).toEqual([
      'first line',
      'Answers',
      'Parameters',
      'Columns',
    ]);
  });
});
