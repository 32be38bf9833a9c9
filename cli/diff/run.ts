import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stackChanges } from '../../review/stack-changes';
import type { LandingZone } from '../../schema/landing-zone';
import { readingSynthesis } from '../../stacks';
import type { Answer, Context } from '../kit/command';
import { optionProblem } from '../kit/invalid-request';
import { readZone } from '../read-zone';
import { type ChangedStack, describeChanges } from './report';

/** Compares the stacks of today's files with those of an output folder. */
export async function run(
  { with: folder = process.env.CDKTF_OUTDIR ?? 'cdktf.out' }: { readonly with: string | undefined },
  { refuse }: Pick<Context, 'refuse'>,
  read: () => LandingZone = readZone,
): Promise<Answer> {
  if (!existsSync(join(folder, 'stacks')))
    refuse([
      optionProblem('with', folder, 'must be a folder that synth has written', 'npm run synth writes cdktf.out/'),
    ]);
  const stacks = readingSynthesis(read(), (outdir) => compare(folder, outdir));
  return { text: describeChanges(stacks), json: { stacks }, no: stacks.length > 0 };
}

function compare(before: string, after: string): readonly ChangedStack[] {
  const names = [...new Set([...stacksIn(before), ...stacksIn(after)])].sort();
  return names.flatMap((stack): ChangedStack[] => {
    const [old, now] = [tryText(before, stack), tryText(after, stack)];
    if (old === now) return [];
    const changes = stackChanges(old && JSON.parse(old), now && JSON.parse(now));
    if (changes.length === 0) return [];
    return [{ stack, change: old === undefined ? 'added' : now === undefined ? 'removed' : 'changed', changes }];
  });
}

const stacksIn = (folder: string): string[] =>
  readdirSync(join(folder, 'stacks')).filter((stack) => existsSync(fileOf(folder, stack)));

const fileOf = (folder: string, stack: string): string => join(folder, 'stacks', stack, 'cdk.tf.json');

function tryText(folder: string, stack: string): string | undefined {
  const file = fileOf(folder, stack);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
