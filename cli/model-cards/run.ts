import type { LandingZone } from '../../schema/landing-zone';
import type { Answer, Context } from '../kit/command';
import { readZone } from '../read-zone';
import { describeReport, modelCardReport } from './report';

/** Every model card on a day. */
export async function run(
  options: { readonly 'as-of': string | undefined },
  { today, width }: Pick<Context, 'today' | 'width'>,
  zone: LandingZone = readZone(),
): Promise<Answer> {
  const report = modelCardReport(zone, options['as-of'] ?? today);
  return { text: describeReport(report, width), json: report, no: !report.complete };
}
