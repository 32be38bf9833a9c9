import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cost } from '../../../cli/cost';
import type { UsageReader } from '../../../cli/cost/live/usage-reader';
import type { CostReport } from '../../../cli/cost/report';
import { run, type Surroundings } from '../../../cli/cost/run';
import { settingsFile } from '../../../schema/forms/settings';
import { usageFile } from '../../../schema/forms/usage';
import { synthesizeLandingZone } from '../../../stacks';
import { runCli } from '../../support/run-cli';
import { smallZone } from '../../support/synth';
import { accountFile, sampleAccounts, sampleSettings } from '../../support/zone';

const asked: string[] = [];
const reader: UsageReader = {
  guardDuty: async (region) => {
    asked.push(`guardduty ${region}`);
    return { state: 'found', value: { CLOUD_TRAIL: 1_000 } };
  },
  macie: async () => ({ state: 'absent' }),
  bill: async ({ Start }) => {
    asked.push(`bill ${Start}`);
    return { state: 'found', value: [] };
  },
  paidRequests: 1,
  close: () => {
    asked.push('close');
  },
};

const surroundings: Surroundings = {
  files: {
    settings: { file: settingsFile, value: { ...sampleSettings(), regions: ['eu-central-1'] } },
    accounts: sampleAccounts()
      .filter(({ role }) => role !== undefined)
      .map(accountFile),
    controls: [],
  },
  usageFile: undefined,
  mostTried: 2,
  connect: async () => reader,
};
const commandWith = (change: Partial<Surroundings> = {}): typeof cost => ({
  ...cost,
  run: (options, context) => run(options, context, { ...surroundings, ...change }),
});
const command = commandWith();
const json = async (args: readonly string[], of = command): Promise<CostReport> =>
  JSON.parse((await runCli(of, [...args, '--quick', '--json'])).stdout);

describe('landing-zone cost', () => {
  it('tells the range, the classes, where prices are from, and what is not in it', async () => {
    const { code, stdout } = await runCli(command, ['--quick']);
    expect(code).toBe(0);
    for (const said of [
      /^A month costs [\d.,]+ to [\d.,]+ USD, and usually [\d.,]+: [\d.,]+ whatever happens/,
      /core +│ +3 │/,
      /\d of \d+ are known only as somebody quotes them, and \d+ of \d+ are those of us-east-1 in place of the region/,
      /Not in it: taxes; support plans.*discounts of contracts/,
      /What AWS gives for free each month is not taken off: at most [\d.]+ USD/,
    ])
      expect(stdout).toMatch(said);
    expect(stdout).not.toContain('Expected of a month');
  });

  it('shows with --all each service, account, region and setting, what is expected, and each price with its day', async () => {
    const { stdout } = await runCli(command, ['--quick', '--all', '--usage', 'changes=4000']);
    for (const said of [
      'AWS Config',
      'log-archive',
      'eu-central-1',
      'accounts/landing-zone.ts: services.config',
      'changes (yours)',
      'data transfer',
      'AWS Key Management Service: 1 USD for keys (2026-11-28, page:',
      '0.001 USD, 0.0008 above 100,000, 0.0005 above 500,000',
      'Usage is yours for changes',
    ])
      expect(stdout).toContain(said);
  });

  it('weighs changes unless it is told to be quick', async () => {
    const { levers } = JSON.parse((await runCli(command, ['--json'])).stdout) as CostReport;
    expect(levers?.tried).toBe(2);
    expect(levers?.levers.every(({ saves }) => saves.typical > 0)).toBe(true);
    expect((await json([])).levers).toBeUndefined();
  });

  it('answers no where a usual month costs more than was asked for', async () => {
    const { code, stdout } = await runCli(command, ['--quick', '--at-most', '5']);
    expect(code).toBe(2);
    expect(stdout).toContain('That is more than 5 USD.');
    expect((await runCli(command, ['--quick', '--at-most', '100000'])).code).toBe(0);
  });

  it('reads the usage file, and refuses it with every problem and those of the options', async () => {
    const value = { classes: { core: { changes: 0 } } };
    const without = await json([], commandWith({ usageFile: { file: usageFile, value } }));
    expect(without.charges.some(({ price }) => price === 'configurationItem')).toBe(false);
    expect(without.written).toEqual(['changes']);
    const broken = commandWith({ usageFile: { file: usageFile, value: { classes: { cores: {} } } } });
    const { code, stderr, stdout } = await runCli(broken, [
      '--usage',
      'chnages=4',
      '--before',
      'nowhere',
      '--cost-explorer',
    ]);
    expect([code, stdout]).toEqual([1, '']);
    for (const said of ['classes.cores', '--usage is "chnages=4"', '--before is "nowhere"', '--cost-explorer is true'])
      expect(stderr).toContain(said);
  });

  it('shows what changed since an output folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cost-before-'));
    try {
      const daily = { ...sampleSettings().services, config: { recordingFrequency: 'DAILY' as const } };
      synthesizeLandingZone(smallZone({ services: daily }), { outdir: folder });
      const { stdout } = await runCli(command, ['--quick', '--before', folder]);
      // 300 changes at 0.003 in place of 0.012.
      expect(stdout).toMatch(/A usual month costs [\d.]+ USD in place of [\d.]+: -2\.70/);
      expect((await json(['--before', folder])).difference?.difference.typical).toBeCloseTo(-2.7, 6);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('asks AWS where it is told to, and for the bill only where that is told too', async () => {
    asked.length = 0;
    const { live } = await json(['--live']);
    expect(live?.lines.find(({ line }) => line === 'CLOUD_TRAIL')).toMatchObject({ actual: 1_000, verdict: 'more' });
    expect(asked).toEqual(['guardduty eu-central-1', 'close']);
    await json(['--live', '--cost-explorer']);
    expect(asked.filter((call) => call.startsWith('bill'))).toHaveLength(1);
    asked.length = 0;
    expect((await json([])).live).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('gives a program each charge, whose sums are the total', async () => {
    const { charges, total, services, accounts, regions, classes, settings } = await json([]);
    const sum = (of: readonly { readonly usd: { readonly typical: number } }[]) =>
      of.reduce((added, { usd }) => added + usd.typical, 0);
    for (const part of [charges, services, accounts, regions, classes, settings])
      expect(sum(part)).toBeCloseTo(total.typical, 6);
  });
});
