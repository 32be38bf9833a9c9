import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { main } from './main';

const usage = `Measures synth time and peak memory beside CDKTF's TypeScript template and beside writing the same bytes.

  npm run bench -- [options]

  --accounts LIST  numbers of accounts, each in three regions; default 10,100,1000,10000
  --distinct       no two accounts are alike, so each stack is built in full
  --template-up-to N  largest number that the template is measured with; default 1000
  --out FILE       where the JSON goes; default bench.json
`;

interface Measure {
  readonly accounts: number;
  readonly seconds: number;
  /** Time of the processor, which other programs on the machine do not lengthen as much. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
  readonly megabytesWritten: number;
  /** The same bytes, written without being made. */
  readonly floorSeconds: number;
  /** ts-node, with stack traces on and each stack built in full, as \`cdktf init --template=typescript\` sets it up. */
  readonly template?: { readonly seconds: number; readonly processorSeconds: number; readonly peakMegabytes: number };
}

main(usage, async () => {
  const { values } = parseArgs({
    options: {
      accounts: { type: 'string', default: '10,100,1000,10000' },
      distinct: { type: 'boolean', default: false },
      'template-up-to': { type: 'string', default: '1000' },
      out: { type: 'string', default: 'bench.json' },
    },
  });
  const sizes = values.accounts.split(',').map(Number);
  const measures = sizes.map((accounts) =>
    measure(accounts, values.distinct, accounts <= Number(values['template-up-to'])),
  );
  writeFileSync(values.out, `${JSON.stringify({ node: process.version, regions: 3, measures }, undefined, 2)}\n`);
  process.stdout.write(`${report(measures)}\nWritten to ${values.out}.\n`);
  return 0;
});

function measure(accounts: number, distinct: boolean, withTemplate: boolean): Measure {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const outdir = join(folder, 'out');
    const options = distinct ? ['distinct'] : [];
    const ours = run([join(__dirname, 'bench', 'synth.js'), String(accounts), outdir, ...options]);
    const floor = run([join(__dirname, 'bench', 'floor.js'), outdir, join(folder, 'floor')]).printed;
    const template = withTemplate
      ? run(
          [
            ...['-r', 'ts-node/register', join('cli', 'bench', 'synth.ts')],
            ...[String(accounts), join(folder, 'template'), ...options],
          ],
          { TS_NODE_COMPILER: 'typescript-5', LANDING_ZONE_DEBUG: '1' },
        )
      : undefined;
    return {
      accounts,
      seconds: ours.seconds,
      processorSeconds: ours.printed.processorSeconds ?? 0,
      peakMegabytes: megabytes(ours.printed.peakBytes),
      megabytesWritten: megabytes(floor.bytes),
      floorSeconds: floor.seconds ?? 0,
      template: template && {
        seconds: template.seconds,
        processorSeconds: template.printed.processorSeconds ?? 0,
        peakMegabytes: megabytes(template.printed.peakBytes),
      },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Printed {
  readonly seconds?: number;
  readonly processorSeconds?: number;
  readonly peakBytes?: number;
  readonly bytes?: number;
}

/** Runs a Node process to its end; its time is that of the whole process, as a person waits for it. */
function run(args: string[], environment: Record<string, string> = {}): { seconds: number; printed: Printed } {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed:\n${stderr}`);
  return { seconds: (performance.now() - started) / 1000, printed: JSON.parse(stdout) as Printed };
}

function megabytes(bytes = 0): number {
  return Math.round(bytes / 1e6);
}

function report(measures: readonly Measure[]): string {
  const table = new Table({
    head: [
      'accounts',
      's',
      'CPU s',
      'MB peak',
      'MB written',
      'x floor',
      'template s',
      'CPU s',
      'MB',
      'template / ours',
    ],
    colAligns: Array.from({ length: 10 }, () => 'right' as const),
    style: { head: [], border: [] },
  });
  for (const {
    accounts,
    seconds,
    processorSeconds,
    peakMegabytes,
    megabytesWritten,
    floorSeconds,
    template,
  } of measures)
    table.push([
      accounts,
      seconds.toFixed(2),
      processorSeconds.toFixed(2),
      peakMegabytes,
      megabytesWritten,
      (seconds / floorSeconds).toFixed(0),
      template?.seconds.toFixed(1) ?? '-',
      template?.processorSeconds.toFixed(1) ?? '-',
      template?.peakMegabytes ?? '-',
      template ? (template.processorSeconds / processorSeconds).toFixed(1) : '-',
    ]);
  return table.toString();
}
