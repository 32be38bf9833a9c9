import { readManifest, readStack } from '../../deployment/manifest';
import type { LandingZone } from '../../schema/landing-zone';
import { readingSynthesis } from '../../stacks';
import type { Answer, Context } from '../kit/command';
import { readZone } from '../read-zone';
import { type Charges, chargesOf, type NamedStack } from './charges';
import type { Options, Usage } from './options';
import { costReport, describeCost } from './report';

/** What the stacks of today's files cost. */
export async function run(
  { 'at-most': atMost, ...usage }: Options,
  { width }: Pick<Context, 'width'>,
  read: () => LandingZone = readZone,
): Promise<Answer> {
  const report = costReport(chargesOfFiles(read(), usage), usage);
  const over = atMost !== undefined && report.total > atMost;
  const limit = over ? `\n\nThat is more than ${atMost} USD.` : '';
  return { text: `${describeCost(report, width)}${limit}`, json: report, no: over };
}

const chargesOfFiles = (zone: LandingZone, usage: Usage): Charges =>
  readingSynthesis(zone, (outdir) => chargesOf(zone, stacksIn(outdir), usage));

/** One after the other, because a thousand of them are not held at once. */
function* stacksIn(outdir: string): Generator<NamedStack> {
  for (const stack of readManifest(outdir)) yield { name: stack.name, json: JSON.parse(readStack(stack)) };
}
