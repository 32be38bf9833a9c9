import type { Ledger } from '../../../schema/forms/ledger';
import type { SettingsSpec } from '../../../schema/forms/settings';
import { rootUse, row, runAudit } from '../../support/audit-command';
import { answer } from '../../support/audited';
import { writtenQueries } from '../../support/written-queries';
import { deployedBefore } from '../../support/zone';

describe('audit', () => {
  it('asks in the workgroup and the database of the auditors, with its parameters apart from the SQL', async () => {
    const { asked, refused } = await runAudit({ args: [...rootUse, '--until', '2026-03-31'] });
    expect(refused).toBeUndefined();
    expect(asked).toEqual([
      {
        QueryString: writtenQueries().find(({ name }) => name === 'root-use')?.sql,
        QueryExecutionContext: { Catalog: 'AwsDataCatalog', Database: 'acme_ai_audit' },
        WorkGroup: 'acme-ai-audit',
        ExecutionParameters: ["'2026/03/01'", "'2026/03/31'", "'%'"],
      },
    ]);
  });

  it('asks until today, and gives a parameter again where a query has it twice', async () => {
    const { asked } = await runAudit({ args: ['--query', 'model-invocations', '--since', '2026-03-01'] });
    const once = ["'2026/03/01'", "'2026/05/01'", "'%'"];
    expect(asked[0]?.ExecutionParameters).toEqual([...once, ...once]);
  });

  it('knows the id of an account that AWS gave it from the deployed table, and others from their files', async () => {
    const athena = { tableParameters: { 'account.models': '444455556666' } };
    const ofModels = await runAudit({ args: [...rootUse, '--account', 'models'], athena });
    expect(ofModels.asked[0]?.ExecutionParameters?.[2]).toBe("'444455556666'");
    const ofAcquired = await runAudit({ args: [...rootUse, '--account', 'acquired'] });
    expect(ofAcquired.asked[0]?.ExecutionParameters?.[2]).toBe("'222233334444'");
    const unknown = await runAudit({ args: [...rootUse, '--account', 'models'] });
    expect(unknown.refused).toContain(
      'accounts/models.ts: the table acme_ai_audit.management_events does not know models',
    );
    expect(unknown.asked).toEqual([]);
  });

  it('knows the id of an account that was closed from the settings, with no look into the table', async () => {
    const settings = { audit: { closedAccounts: { 'old-models': '444455556666' } } };
    const { asked } = await runAudit({ args: [...rootUse, '--account', 'old-models'], settings });
    expect(asked.map(({ ExecutionParameters }) => ExecutionParameters?.[2])).toEqual(["'444455556666'"]);
    const { refused } = await runAudit({ args: [...rootUse, '--account', 'old-model'], settings });
    expect(refused).toContain("did you mean 'old-models'?");
  });

  it('says how the past of a closed account is asked about', async () => {
    const ledger: Ledger = {
      ...deployedBefore,
      accounts: { ...deployedBefore.accounts, 'old-models': { key: 'old-models', state: 'closed' } },
    };
    const { refused, asked } = await runAudit({ args: [...rootUse, '--account', 'old-models'], ledger });
    expect(refused).toContain('is closed');
    expect(refused).toContain("write audit.closedAccounts: { 'old-models': '<its id>' }");
    expect(asked).toEqual([]);
  });

  it('shows how far the query is whenever that has changed, and how many rows came, apart from the answer', async () => {
    const { reported, written } = await runAudit({ args: [...rootUse, '--format', 'csv'] });
    expect(reported.split('\n')).toEqual([
      'QUEUED: 0.0 MB scanned, 0 s',
      'RUNNING: 1.5 MB scanned, 1 s',
      'SUCCEEDED: 2.0 MB scanned, 2 s',
      '1 row',
      '',
    ]);
    expect(written).toBe('day,who,calls,denied,region\r\n2026-03-02,"a ""b"", c",2,false,\r\n');
  });

  it('neutralizes what a spreadsheet would work out and what would steer a terminal', async () => {
    const run = () => [
      { who: '=cmd|calc', region: '@SUM(A1)', calls: -5 },
      { who: '+1', region: '\u001b[2Jx' },
    ];
    const csv = (await runAudit({ args: [...rootUse, '--format', 'csv'], athena: { run } })).written;
    expect(csv).toContain("'=cmd|calc");
    expect(csv).toContain("'@SUM(A1)");
    expect(csv).toContain(',-5\r\n');
    const table = (await runAudit({ args: rootUse, athena: { run } })).written;
    for (const text of [csv, table]) expect(text).not.toContain('\u001b');
    expect(table).toContain('\\u{1b}[2Jx');
  });

  it('prints JSON with numbers, booleans and null, and a table for a person', async () => {
    expect(JSON.parse((await runAudit({ args: [...rootUse, '--json'] })).written)).toEqual([row]);
    const lines = (await runAudit({ args: rootUse })).written.split('\n');
    expect(lines[1]).toMatch(/│ day +│ who +│ calls │ denied │ region │/);
    expect(lines[3]).toMatch(/│ 2026-03-02 │ a "b", c +│ 2 +│ false +│ +│/);
  });

  it('reads every page, and takes the names of the columns for no row', async () => {
    const rows = [1, 2, 3, 4, 5].map((calls) => ({ calls }));
    const athena = { run: () => rows, pageSize: 2 };
    const { written, reported } = await runAudit({ args: [...rootUse, '--json'], athena });
    expect(JSON.parse(written)).toEqual(rows);
    expect(reported).toContain('5 rows');
  });

  it('answers with recorded events what somebody did', async () => {
    const rows = await answer('root-use');
    const { written } = await runAudit({ args: [...rootUse, '--json'], athena: { run: () => rows } });
    expect(JSON.parse(written)).toHaveLength(5);
    expect(JSON.parse(written)[0]).toMatchObject({ event: 'ConsoleLogin', outcome: 'Failed authentication' });
  });

  it('warns of trails that an earlier release may have archived, which Athena leaves out', async () => {
    const settings: Partial<SettingsSpec> = { logs: { archiveAfterDays: 60 } };
    expect((await runAudit({ args: rootUse, settings })).reported).toMatch(/^Trails are archived after 60 days/);
    expect((await runAudit({ args: rootUse })).reported).not.toContain('archived');
  });

  it('assumes a role where it is told to, and none otherwise', async () => {
    const role = 'arn:aws:iam::111122223333:role/acme-ai-audit';
    expect((await runAudit({ args: [...rootUse, '--role', role] })).roles).toEqual([role]);
    expect((await runAudit({ args: rootUse })).roles).toEqual([undefined]);
  });

  it('lists the queries and says how it is used without asking Athena', async () => {
    const listed = await runAudit({ args: ['--list'] });
    for (const { name } of writtenQueries()) expect(listed.written).toContain(name);
    expect([listed.asked, listed.roles]).toEqual([[], []]);
    expect(JSON.parse((await runAudit({ args: ['--list', '--json'] })).written)).toHaveLength(writtenQueries().length);
    expect((await runAudit({ args: ['--help'] })).written).toContain('--query <NAME>');
  });
});
