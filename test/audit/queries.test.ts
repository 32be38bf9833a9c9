import { answer } from '../support/audited';
import { writtenQueries } from '../support/written-queries';

describe('the audit queries', () => {
  it('are all there, each with what it answers', () => {
    const queries = writtenQueries();
    expect(queries.map(({ name }) => name)).toEqual([
      'cross-region-inference',
      'failed-ai-calls',
      'guardrail-and-logging-changes',
      'model-approvals',
      'model-card-changes',
      'model-deployments',
      'model-invocations',
      'root-use',
      'stale-model-access',
      'training-data-reads',
      'unusual-model-use',
    ]);
    expect(new Set(queries.map(({ answers }) => answers)).size).toBe(queries.length);
  });

  it.each(writtenQueries())('$name answers in the columns that its header promises', async ({ name, columns }) => {
    const rows = await answer(name);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Object.keys(row)).toEqual(columns);
  });

  it.each(writtenQueries())(
    '$name asks for days and accounts by partition, so that Athena opens no other folder',
    (query) => {
      const tables = query.sql.match(/^\s*FROM (management|data)_events$/gm) ?? [];
      const days = query.sql.match(/^\s*WHERE day BETWEEN .*\?$|^\s*WHERE day BETWEEN .* AND \?$/gm) ?? [];
      const accounts = query.sql.match(/^\s*AND account LIKE \?$/gm) ?? [];
      expect(tables.length).toBeGreaterThan(0);
      expect([days.length, accounts.length]).toEqual([tables.length, tables.length]);
    },
  );

  it.each(writtenQueries())('$name is small and plain enough for Athena to save', ({ title, answers, sql }) => {
    expect(sql.length).toBeLessThanOrEqual(262_144);
    expect(`${title}: ${answers}`.length).toBeLessThanOrEqual(1_024);
    // The console asks for a value for each question mark, and Terraform would put in what follows a brace.
    expect(sql.replace(/^[^-].*$/gm, '')).not.toContain('?');
    expect(sql).not.toMatch(/[$%]\{/);
    // Athena takes one statement; whether a semicolon in a comment ends it is written nowhere.
    expect(sql).not.toContain(';');
  });
});
