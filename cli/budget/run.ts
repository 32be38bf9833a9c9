import type { LandingZone } from '../../schema/landing-zone';
import type { Answer, Context } from '../kit/command';
import { readZone } from '../read-zone';
import { budgetReport, describeReport } from './report';

/** The budgets under every set of quotas. */
export async function run(context: Pick<Context, 'width'>, zone: LandingZone = readZone()): Promise<Answer> {
  const report = budgetReport(zone);
  return { text: describeReport(report, context.width), json: report, no: !report.fits };
}
