import { organizationPolicies } from '../policy/guardrails/organization-policies';
import { readProject } from '../project/read-project';
import { main } from './main';
import { simulate, usage } from './simulate/simulate';

main(usage, () => {
  const zone = readProject();
  const write = (text: string) => process.stdout.write(text);
  return simulate(process.argv.slice(2), zone, organizationPolicies(zone), write);
});
