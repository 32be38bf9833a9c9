import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const root = join(__dirname, '..');
const script = join(root, 'test/judges/prowler.mjs');
const accounts = ['management', 'log-archive', 'security', 'ml-production', 'ml-development', 'sandbox'];

/** The cells of each row of a page that begins with a check. */
const rowsOf = (page: string): readonly (readonly string[])[] =>
  [...readFileSync(join(root, 'docs', page), 'utf8').matchAll(/^\| (`.*) \|$/gm)].map(([, row = '']) =>
    row.split('|').map((cell) => cell.trim()),
  );

const checksIn = (cell = ''): readonly string[] => cell.split(', ').map((check) => check.replaceAll('`', ''));

describe('the page about Prowler', () => {
  const rows = rowsOf('prowler.md');

  it('answers each check once, with a severity, places, one of four verdicts and a reason', () => {
    const checks = rows.flatMap(([cell]) => checksIn(cell));
    expect(checks.length).toBeGreaterThan(60);
    expect(checks).toEqual([...new Set(checks)]);
    for (const [, severity = '', where = '', verdict, why = ''] of rows) {
      expect(severity).toMatch(/^(critical|high|medium|low)(, (critical|high|medium|low))*$/);
      expect([...accounts, 'members', 'AI', 'all']).toEqual(expect.arrayContaining(where.split(', ')));
      expect(['real', 'Prowler', 'emulator', 'deliberate']).toContain(verdict);
      expect(why).not.toBe('');
    }
  });

  it('answers what fails of AI just where it fails', () => {
    for (const [cell, ...results] of rowsOf('prowler-ai.md')) {
      const [check = ''] = checksIn(cell);
      const failing = accounts.filter((_, index) => results[index]?.startsWith('fail'));
      const row = rows.find(([checks]) => checksIn(checks).includes(check));
      expect({ check, answered: row !== undefined }).toEqual({ check, answered: failing.length > 0 });
    }
  });

  it('names controls and queries that exist', () => {
    const known = ['controls', 'queries'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (file) => basename(file).split('.')[0],
      ),
    );
    const named = rowsOf('prowler-ai.md').flatMap((cells) =>
      [...(cells.at(-1) ?? '').matchAll(/`([a-z0-9]+-[a-z0-9-]+)`/g)].map(([, name]) => name),
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('npm run prowler', () => {
  /** What it says of reports, by the account, with the checks that failed in it. */
  function compare(reports: Readonly<Record<string, readonly string[]>>) {
    const folder = mkdtempSync(join(tmpdir(), 'prowler-'));
    try {
      const files = Object.entries(reports).map(([account, checks]) => {
        const file = join(folder, `${account}.ocsf.json`);
        const passed = { status_code: 'PASS', metadata: { event_code: 'iam_root_mfa_enabled' } };
        const failed = checks.map((check) => ({ status_code: 'FAIL', metadata: { event_code: check } }));
        writeFileSync(file, JSON.stringify([passed, ...failed]));
        return file;
      });
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...files], { encoding: 'utf8' });
      return { status, lines: stdout.trimEnd().split('\n'), stderr };
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it('has nothing to say of a report that fails where the page answers it, and of no account that was not scanned', () => {
    const { lines } = compare({ sandbox: [] });
    const answered = lines.flatMap((line) => /^gone {2}(\S+) in sandbox$/.exec(line)?.[1] ?? []);
    expect(answered.length).toBeGreaterThan(40);
    expect(lines).toHaveLength(answered.length + 1);
    expect(compare({ sandbox: answered })).toMatchObject({
      status: 0,
      lines: [`${answered.length} failures in 1 accounts: 0 new, 0 gone`],
    });
  });

  it('says what the page does not answer, and what fails no more, by check and account', () => {
    const { status, lines } = compare({ security: ['iam_root_mfa_enabled'] });
    expect(status).toBe(2);
    expect(lines).toContain('new   iam_root_mfa_enabled in security');
    expect(lines).toContain('gone  inspector2_is_enabled in security');
  });

  it('refuses to compare without a report, or with a file that is none', () => {
    expect(compare({})).toMatchObject({ status: 1, stderr: expect.stringContaining('--output-formats json-ocsf') });
    const { status, stderr } = spawnSync(process.execPath, [script, script], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('is no report of Prowler');
  });
});
