import { rootUse, runAudit } from '../../support/audit-command';

describe('audit refuses', () => {
  it('everything that is wrong at once, with the nearest name of each', async () => {
    const args = [
      '--query',
      'root-usage',
      '--since',
      'March',
      '--until',
      '2026-02-30',
      '--account',
      'model',
      '--format',
      'cvs',
    ];
    const { refused, written, roles } = await runAudit({ args: [...args, '--role', 'Auditor'] });
    expect(refused).toMatch(/^The request has 6 problems;/);
    for (const near of ['root-use', 'models', 'csv']) expect(refused).toContain(`did you mean '${near}'?`);
    expect(refused).toContain('--since is "March"\n  rule: must be a day of the calendar');
    expect(refused).toContain('--until is "2026-02-30"\n  rule: must be a day of the calendar');
    expect(refused).toContain('--role is "Auditor"\n  rule: must be the ARN of a role');
    expect([written, roles]).toEqual(['', []]);
  });

  it.each([
    ['no question', [], /--query is nothing[\s\S]*--since is nothing/],
    [
      'an end before the beginning',
      [...rootUse, '--until', '2026-02-28'],
      /--until is "2026-02-28"\n {2}rule: is before/,
    ],
    [
      'the future',
      ['--query', 'root-use', '--since', '2026-06-01', '--until', '2026-06-02'],
      /rule: today is 2026-05-01/,
    ],
    [
      'days before the first',
      ['--query', 'root-use', '--since', '2025-12-31'],
      /queried from 2026-01-01 on[\s\S]*audit\.since/,
    ],
    ['an account outside the organization', [...rootUse, '--account', 'partner'], /is outside the organization/],
    ['an option that it does not have', [...rootUse, '--acount', 'models'], /'--acount'/],
  ])('%s', async (_what, args, message) => {
    expect((await runAudit({ args })).refused).toMatch(message);
  });

  it.each([
    ['FAILED', 'SYNTAX_ERROR: line 1', 'The query failed: SYNTAX_ERROR: line 1'],
    ['CANCELLED', undefined, 'The query was cancelled: Athena gives no reason'],
    [
      'CANCELLED',
      'Query cancelled! : Bytes scanned limit was exceeded',
      'Query cancelled! : Bytes scanned limit was exceeded\n  rule: audit.scanLimitGigabytes',
    ],
  ] as const)(
    'to answer with less than the whole when Athena says %s: %s',
    async (State, StateChangeReason, message) => {
      const { refused, written } = await runAudit({
        args: rootUse,
        athena: { states: [{ Status: { State, StateChangeReason } }] },
      });
      expect(refused).toContain(message);
      expect(written).toBe('');
    },
  );
});
