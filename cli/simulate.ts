import { readLandingZone } from '../accounts';
import { controlFiles } from '../controls';
import { organizationPolicies } from '../policy/guardrails/organization-policies';
import { main } from './main';
import { simulate, usage } from './simulate/simulate';

main(usage, () => {
  const zone = readLandingZone(controlFiles);
  const write = (text: string) => process.stdout.write(text);
  return simulate(process.argv.slice(2), zone, organizationPolicies(zone), write);
});
