import { parseArgs } from 'node:util';
import type { OrganizationPolicy } from '../../policy/guardrails/organization-policy';
import { Evaluator } from '../../policy/guardrails/simulation/evaluate';
import type { LandingZone } from '../../schema/landing-zone';
import { requestOf } from './input';
import { jsonReport, textReport } from './report';

export const usage = `Says whether service and resource control policies let a request through, and which control stops it.

  npm run simulate -- --account NAME --action SERVICE:OPERATION [options]

  --resource ARN       what the request is about; default is '*', which no statement about one resource speaks of, and each
                       about all but some does
  --principal NAME     a role of the account, root, an exemption (deployRole, breakGlass, modelApprovers, dataStewards,
                       securityResponders), a service (config.amazonaws.com) or an ARN; default is a role that nobody named
  --region REGION      default is the home region
  --context KEY=VALUE  a condition key; again for each further key or value
  --json               print the verdict as JSON, and nothing else

Exit code: 0 allowed, 2 denied, 1 the request makes no sense.
`;

/**
 * The command: reads a request from its options and writes the verdict.
 *
 * @returns the exit code: 0 where the request is allowed, 2 where it is denied
 * @throws Error with every problem of the options; nothing has been written when it does
 */
export async function simulate(
  args: readonly string[],
  zone: LandingZone,
  policies: readonly OrganizationPolicy[],
  write: (text: string) => unknown,
): Promise<0 | 2> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      account: { type: 'string' },
      action: { type: 'string' },
      resource: { type: 'string' },
      principal: { type: 'string' },
      region: { type: 'string' },
      context: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    write(usage);
    return 0;
  }
  const request = await requestOf(zone, values);
  const verdict = new Evaluator(zone, policies).evaluate(request);
  write(values.json ? jsonReport(zone, request, verdict) : textReport(zone, request, verdict));
  return verdict.allowed ? 0 : 2;
}
