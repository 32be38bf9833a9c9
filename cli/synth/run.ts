import { relative } from 'node:path';
import type { LandingZone } from '../../schema/landing-zone';
import { synthesizeLandingZone } from '../../stacks';
import type { Answer, Context } from '../kit/command';
import { readZone } from '../read-zone';
import { replaceOutput } from './replace-output';

/** Reads, checks, builds and writes every stack. */
export async function run(
  { note }: Pick<Context, 'note'>,
  read: () => LandingZone = readZone,
  outdir: string = process.env.CDKTF_OUTDIR ?? 'cdktf.out',
): Promise<Answer> {
  const zone = read();
  const result = replaceOutput(outdir, (folder) => synthesizeLandingZone(zone, { outdir: folder }));
  const { stacks, changed, gone } = result;
  const folder = relative(process.cwd(), outdir);
  const shown = folder.startsWith('..') ? outdir : folder;
  note(`${count(stacks.length, 'stack')} in ${shown}/stacks, ${count(changed.length, 'file')} changed`);
  for (const stack of gone)
    note(
      `${stack} is no longer a stack: its cdk.tf.json was removed. What it deployed stays in AWS, and its state file stays where it is.`,
    );
  return { json: { outdir: shown, ...result } };
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
