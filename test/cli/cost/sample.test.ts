import { cost } from '../../../cli/cost';
import type { CostReport } from '../../../cli/cost/report';
import { run, type Surroundings } from '../../../cli/cost/run';
import { readProjectFiles } from '../../../project/read-project';
import { runCli } from '../../support/run-cli';
import { sampleByHand, sampleSums } from './sample-by-hand';

const surroundings: Surroundings = {
  files: readProjectFiles(),
  usageFile: undefined,
  mostTried: 0,
  connect: () => Promise.reject(new Error('nothing here asks AWS')),
};
const command: typeof cost = { ...cost, run: (options, context) => run(options, context, surroundings) };

describe('what the sample costs, worked out by hand', () => {
  let report: CostReport;
  beforeAll(async () => {
    report = JSON.parse((await runCli(command, ['--quick', '--json'])).stdout);
  });

  it.each(sampleByHand)('$price $where: $usual at $each are $usd', ({ price, where, fixed = 0, usual, each, usd }) => {
    const lines = report.charges.filter(
      (charge) =>
        charge.price === price && (where === undefined || (charge.region === 'eu-central-1') === (where === 'home')),
    );
    const sum = (of: (line: (typeof lines)[number]) => number): number =>
      lines.reduce((total, line) => total + of(line), 0);
    expect(usual * each).toBeCloseTo(usd, 9);
    expect(sum(({ quantity }) => quantity.fixed)).toBeCloseTo(fixed, 6);
    expect(sum(({ quantity }) => quantity.typical)).toBeCloseTo(usual, 6);
    expect(sum((line) => line.usd.typical)).toBeCloseTo(usd, 6);
    expect(sum((line) => line.usd.fixed)).toBeCloseTo(fixed * each, 6);
  });

  it('has a line by hand for each that the command has', () => {
    expect([...new Set(report.charges.map(({ price }) => price))].sort()).toEqual(
      [...new Set(sampleByHand.map(({ price }) => price))].sort(),
    );
  });

  it('adds up to the same', () => {
    expect(sampleByHand.reduce((total, { usd }) => total + usd, 0)).toBeCloseTo(sampleSums.usual, 6);
    expect(report.total.typical).toBeCloseTo(sampleSums.usual, 6);
    expect(report.total.fixed).toBeCloseTo(sampleSums.fixed, 6);
  });

  it('is told on one screen, the clock first', async () => {
    const { stdout, code } = await runCli(command, ['--quick']);
    expect(code).toBe(0);
    expect(stdout).toContain('usually 335.14: 48.35 whatever happens');
    expect(stdout).toContain('45 rules, in 18 accounts and regions, are 14,148 evaluations a month');
    expect(stdout.split('\n').length).toBeLessThan(25);
  });
});
