import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Context } from '../kit/command';
import { table } from '../kit/table';
import type { Options } from './options';

/** What was measured of one size. */
export interface Measure {
  readonly accounts: number;
  readonly seconds: number;
  /** Time of the processor, which other programs on the machine lengthen less. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
  readonly megabytesWritten: number;
  /** The same bytes, written without being made. */
  readonly floorSeconds: number;
  /** ts-node, with stack traces on and each stack built in full, as `cdktf init --template=typescript` sets it up. */
  readonly template?: { readonly seconds: number; readonly processorSeconds: number; readonly peakMegabytes: number };
}

/** Measures one size after the other, and keeps the figures in a file. */
export async function run(
  { accounts, distinct, 'template-up-to': templateUpTo, out }: Options,
  { live, note, width }: Pick<Context, 'live' | 'note' | 'width'>,
): Promise<Answer> {
  const measures = accounts.map((size) => {
    live(`${size} accounts`);
    return measure(size, distinct, size <= templateUpTo);
  });
  const json = { node: process.version, regions: 3, distinct, measures };
  writeFileSync(out, `${JSON.stringify(json, undefined, 2)}\n`);
  note(`Written to ${out}.`);
  return { text: report(measures, width), json };
}

function measure(accounts: number, distinct: boolean, withTemplate: boolean): Measure {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const outdir = join(folder, 'out');
    const kind = distinct ? ['distinct'] : [];
    const ours = measured([join(__dirname, 'synth.js'), String(accounts), outdir, ...kind]);
    const floor = measured([join(__dirname, 'floor.js'), outdir, join(folder, 'floor')]).printed;
    const template = withTemplate
      ? measured(
          [
            ...['-r', 'ts-node/register', join('cli', 'bench', 'synth.ts')],
            ...[String(accounts), join(folder, 'template'), ...kind],
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
function measured(args: string[], environment: Record<string, string> = {}): { seconds: number; printed: Printed } {
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

/** A row for each size; the ratio is that of the processor's time. */
export function report(measures: readonly Measure[], width?: number): string {
  const head = [
    'accounts',
    's',
    'CPU s',
    'MB',
    'MB written',
    'x floor',
    'template s',
    'CPU s of it',
    'MB of it',
    'ratio',
  ];
  const rows = measures.map((each) => [
    each.accounts,
    each.seconds.toFixed(2),
    each.processorSeconds.toFixed(2),
    each.peakMegabytes,
    each.megabytesWritten,
    (each.seconds / each.floorSeconds).toFixed(0),
    each.template?.seconds.toFixed(1) ?? '-',
    each.template?.processorSeconds.toFixed(1) ?? '-',
    each.template?.peakMegabytes ?? '-',
    each.template ? (each.template.processorSeconds / each.processorSeconds).toFixed(1) : '-',
  ]);
  return table({ head, rows, right: head }, width);
}
