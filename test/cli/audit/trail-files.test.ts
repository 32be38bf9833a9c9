import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { firstDay } from '../../../cli/audit/files/first-day';
import { isWanted, trailFilesIn } from '../../../cli/audit/files/trail-files';
import { rootUse, runAudit } from '../../support/audit-command';
import { withFolder } from '../../support/trail-folder';
import { writtenQueries } from '../../support/written-queries';

describe('the first day that a query may look at', () => {
  const first = (sql: string) => firstDay(sql, '2026-03-01');

  it('is the first of the period, or as many days before as it reckons back', () => {
    expect(first('day BETWEEN ? AND ?')).toBe('2026/03/01');
    expect(first("date_parse(?, '%Y/%m/%d') - INTERVAL '90' DAY")).toBe('2025/12/01');
    expect(first("f(?) - INTERVAL '7' DAY, f(?) - INTERVAL '365' DAY")).toBe('2025/03/01');
  });

  it('is any day where a query reckons in another way', () => {
    expect(first("date_add('day', -90, date_parse(?, '%Y/%m/%d'))")).toBe('');
    expect(first("date_parse(?, '%Y/%m/%d') - INTERVAL '3' MONTH")).toBe('');
  });

  it('is known of every query that is shipped', () => {
    for (const { sql } of writtenQueries()) expect(first(sql)).toMatch(/^202[56]\//);
  });
});

describe('a file', () => {
  const march = { from: '2026/03/01', until: '2026/03/31', accountId: '111122223333' };

  it('is wanted where nothing is known of its events, or where they may be of the period and the account', () => {
    expect(isWanted({ path: 'a.json' }, march)).toBe(true);
    expect(isWanted({ path: 'a.json', account: '111122223333', day: '2026/03/31' }, march)).toBe(true);
    expect(isWanted({ path: 'a.json', account: '111122223333', day: '2026/04/01' }, march)).toBe(false);
    expect(isWanted({ path: 'a.json', account: '444455556666', day: '2026/03/31' }, march)).toBe(false);
  });
});

describe('a folder that cannot be opened', () => {
  it('is among the files with its reason, beside those of the others', async () => {
    await withFolder({ 'closed/a.json': '', 'open/b.json': '' }, async (folder) => {
      const listed = (path: string) => {
        if (path.endsWith('closed')) throw new Error(`EACCES: permission denied, scandir '${path}'`);
        return readdirSync(path, { withFileTypes: true });
      };
      expect(trailFilesIn(folder, listed)).toEqual([
        { path: join(folder, 'closed'), unreadable: 'EACCES: permission denied' },
        { path: join(folder, 'open/b.json') },
      ]);
    });
  });
});

describe('audit of files refuses', () => {
  it('a folder that is not there, one without trails, and what has no meaning beside it, all at once', async () => {
    const missing = await runAudit({
      args: ['--files', 'nowhere', '--role', 'arn:aws:iam::111122223333:role/a', ...rootUse],
    });
    expect(missing.refused).toContain('--files is "nowhere"\n  rule: must be a folder');
    expect(missing.refused).toContain('rule: files at hand are read without AWS');
    await withFolder({ 'a.txt': '' }, async (folder) => {
      const { refused } = await runAudit({ args: ['--files', folder, '--sample', ...rootUse] });
      expect(refused).toContain('rule: has no file of CloudTrail');
      expect(refused).toContain('fix:  leave out --files or --sample');
    });
  });

  it('the name of an account whose id only AWS knows, and takes days before audit.since', async () => {
    await withFolder({ 'a.json': '' }, async (folder) => {
      const args = ['--files', folder, '--query', 'root-use', '--since', '2020-01-01', '--account', 'models'];
      const { refused } = await runAudit({ args });
      expect(refused).toMatch(/^The request has 1 problem;/);
      expect(refused).toContain('write the twelve digits');
    });
  });
});
