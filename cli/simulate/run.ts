import { organizationPolicies } from '../../policy/guardrails/organization-policies';
import type { OrganizationPolicy } from '../../policy/guardrails/organization-policy';
import { Evaluator } from '../../policy/guardrails/simulation/evaluate';
import type { LandingZone } from '../../schema/landing-zone';
import type { Answer, Context } from '../kit/command';
import { readZone } from '../read-zone';
import { requestOf } from './input';
import type { Options } from './options';
import { jsonReport, textReport } from './report';

interface Surroundings {
  readonly zone: LandingZone;
  readonly policies: readonly OrganizationPolicy[];
}

/** Simulates the request that the options describe. */
export async function run(
  options: Options,
  { refuse, ...screen }: Pick<Context, 'refuse' | 'width' | 'colors'>,
  { zone, policies }: Surroundings = readSurroundings(),
): Promise<Answer> {
  const { problems, request } = await requestOf(zone, options);
  refuse(problems);
  const verdict = new Evaluator(zone, policies).evaluate(request);
  return {
    text: textReport(zone, request, verdict, screen),
    json: jsonReport(zone, request, verdict),
    no: !verdict.allowed,
  };
}

function readSurroundings(): Surroundings {
  const zone = readZone();
  return { zone, policies: organizationPolicies(zone) };
}
