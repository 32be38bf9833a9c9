import { bench } from '../../../cli/bench';
import { report } from '../../../cli/bench/run';
import { runCli } from '../../support/run-cli';

const measures = [
  {
    accounts: 10,
    seconds: 1.234,
    processorSeconds: 2,
    peakMegabytes: 150,
    megabytesWritten: 2,
    floorSeconds: 0.1,
    template: { seconds: 12.34, processorSeconds: 25, peakMegabytes: 700 },
  },
  { accounts: 1000, seconds: 9, processorSeconds: 8, peakMegabytes: 900, megabytesWritten: 80, floorSeconds: 0.5 },
];

describe('the command bench', () => {
  it('has a row for each size, without the template where it was not measured, and compares time of the processor', () => {
    const rows = report(measures)
      .split('\n')
      .filter((line) => /\d/.test(line))
      .map((line) =>
        line
          .split('│')
          .map((cell) => cell.trim())
          .slice(1, -1),
      );
    expect(rows).toEqual([
      ['10', '1.23', '2.00', '150', '2', '12', '12.3', '25.0', '700', '12.5'],
      ['1000', '9.00', '8.00', '900', '80', '18', '-', '-', '-', '-'],
    ]);
  });

  it('is as wide as the terminal at most', () => {
    const lines = report(measures, 50).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(50);
  });

  it('refuses sizes that are no numbers, and gives the others on as numbers', async () => {
    const { code, stderr } = await runCli(bench, ['--accounts', '10,many', '--template-up-to', '-1']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The request has 2 problems; nothing was done\./);
    const asked: unknown[] = [];
    const noted: typeof bench = {
      ...bench,
      run: async (options) => {
        asked.push(options);
        return { json: null };
      },
    };
    await runCli(noted, ['--accounts', '5,50']);
    expect(asked).toEqual([{ accounts: [5, 50], distinct: false, 'template-up-to': 1000, out: 'bench.json' }]);
  });
});
