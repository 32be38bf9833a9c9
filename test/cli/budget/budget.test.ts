import { budget } from '../../../cli/budget';
import { budgetReport, describeReport } from '../../../cli/budget/report';
import { run } from '../../../cli/budget/run';
import { describeBudget } from '../../../policy/guardrails/budget';
import type { ControlSpec } from '../../../schema/forms/control';
import type { LandingZone } from '../../../schema/landing-zone';
import { madeControl } from '../../support/made-control';
import { runCli } from '../../support/run-cli';
import { sampleAccounts, zoneOf } from '../../support/zone';

type QuotaSet = LandingZone['organization']['scpQuota'];

/** So many statements of 3,000 characters at the root: one fits a document of 5,120, three one of 10,240. */
const zoneWith = (statements: number, scpQuota: QuotaSet = 'since-2026-05') => {
  const scp = Array.from({ length: statements }, (_, index) => ({
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${String(index).padStart(2920, '0')}`,
  }));
  const control: Partial<ControlSpec> = { prevent: { scp } };
  return zoneOf({ settings: { organization: { scpQuota } }, controls: [madeControl(control)] });
};
const rootOf = (zone: LandingZone, quotaSet: QuotaSet) => {
  const budget = budgetReport(zone).budgets.find((each) => each.quotaSet === quotaSet);
  return budget?.nodes.find(({ targets, type }) => targets[0]?.kind === 'root' && type === 'SERVICE_CONTROL_POLICY');
};

describe('the budget', () => {
  it('counts documents, slots and characters of a node under each set of quotas', () => {
    const zone = zoneWith(4);
    expect(rootOf(zone, 'since-2026-05')).toMatchObject({ documents: 2, slots: 9, freeSlots: 7, capacity: 92_160 });
    expect(rootOf(zone, 'before-2026-05')).toMatchObject({ documents: 4, slots: 4, freeSlots: 0, capacity: 20_480 });
  });

  it('says how much is left in per cent, rounded down, and less than nothing where it is exceeded', () => {
    expect(rootOf(zoneWith(1), 'before-2026-05')?.headroom).toBe(85);
    expect(rootOf(zoneWith(7), 'before-2026-05')?.headroom).toBe(-5);
  });

  it('has a sentence for each node', () => {
    const root = rootOf(zoneWith(1), 'since-2026-05');
    expect(root && describeBudget(root)).toBe('Root: 1 of 9 documents, 3,047 of 92,160 characters');
  });

  it('has a line for the root and every OU, and for accounts with the same tags one together', () => {
    const zone = zoneOf({
      accounts: sampleAccounts().map((account) => ({ ...account, tags: { tier: 'gold' } })),
      controls: [madeControl({ where: { accountTags: { tier: 'gold' } } })],
    });
    const places = budgetReport(zone).budgets[0]?.nodes.map(describeBudget) ?? [];
    expect(places.map((text) => text.split(':')[0]).slice(0, places.length / 2)).toEqual([
      'Root',
      ...zone.organizationalUnits,
      'acquired and 5 more',
    ]);
  });

  it('has no free part where others take every slot', () => {
    const zone = zoneOf({ settings: { organization: { scpQuota: 'before-2026-05', reservedScpSlots: 4 } } });
    expect(rootOf(zone, 'before-2026-05')).toMatchObject({ slots: 0, freeSlots: 0, capacity: 0, headroom: 0 });
  });
});

describe('the report of the budget', () => {
  it('fits where the quotas in force are kept, and names the tightest node', () => {
    const report = budgetReport(zoneWith(1));
    const text = describeReport(report);
    expect(report.fits).toBe(true);
    expect(text).toContain('Quotas since-2026-05, in force\n');
    expect(text).toContain('Quotas before-2026-05\n');
    expect(text).toContain('Fits. The tightest is Root: 1 of 4 documents, 3,047 of 20,480 characters.');
    expect(text).not.toContain('Does not fit');
  });

  it('says what does not fit the quotas that are not in force, and fits', () => {
    const report = budgetReport(zoneWith(5));
    expect(report.fits).toBe(true);
    expect(describeReport(report)).toMatch(
      /Does not fit:\n\naccounts\/landing-zone\.ts: organization\.scpQuota is "before/,
    );
  });

  it('does not fit where the quotas in force are exceeded', () => {
    const report = budgetReport(zoneWith(5, 'before-2026-05'));
    expect(report.fits).toBe(false);
    expect(describeReport(report)).toMatch(
      /its controls need 5 documents with 15,\d{3} characters\n.+made-control 15,\d{3}/,
    );
  });

  it('shows every OU, and resource control policies where there are some', () => {
    const zone = zoneWith(1);
    const lines = describeReport(budgetReport(zone)).split('\n');
    const cells = lines.map((line) =>
      line
        .split('│')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
    const rows = cells.filter(([, type]) => type === 'SCP' || type === 'RCP');
    const once = ['Root', ...zone.organizationalUnits];
    expect(rows.map(([place]) => place)).toEqual([...once, ...once]);
    expect(rows[0]).toEqual(['Root', 'SCP', '1 of 9', '8', '3,047 of 92,160', '96 %']);
    const prevent = { rcp: [{ Action: 's3:GetObject' }] };
    const withRcp = describeReport(budgetReport(zoneOf({ controls: [madeControl({ prevent })] })));
    expect(withRcp).toMatch(/│ Root +│ RCP +│ +1 of 4 │/);
  });
});

describe('the command budget', () => {
  const inZone = (zone: LandingZone): typeof budget => ({ ...budget, run: (_options, context) => run(context, zone) });

  it('ends with 0 where everything fits, and prints the report', async () => {
    const zone = zoneWith(1);
    const { code, stdout, stderr } = await runCli(inZone(zone), []);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`${describeReport(budgetReport(zone))}\n`);
  });

  it('ends with 2 where the quotas in force are exceeded, and says so in JSON', async () => {
    const { code, stdout } = await runCli(inZone(zoneWith(5, 'before-2026-05')), ['--json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ inForce: 'before-2026-05', fits: false, budgets: [{}, {}] });
  });

  it('fits the terminal', async () => {
    const { stdout } = await runCli(inZone(zoneWith(1)), [], { columns: 60 });
    const rows = stdout.split('\n').filter((line) => /^[┌│├└]/.test(line));
    expect(rows.length).toBeGreaterThan(0);
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(60);
  });
});
