import { organizationPolicies } from '../../policy/guardrails/organization-policies';
import { Evaluator } from '../../policy/guardrails/simulation/evaluate';
import type { LandingZone } from '../../schema/landing-zone';

/** Rules about the use of something, which may stay red where nobody can use it, with the action that is asked about. */
const useOf: Readonly<Record<string, { readonly action: string; readonly because: string }>> = {
  'bedrock-invocation-logging': { action: 'bedrock:InvokeModel', because: 'policies deny every call of a model there' },
};

/** Why it does not matter what a rule reports in an account and region, by the name of the account; undefined where it does. */
export type DeniedAnyway = (rule: string, account: string, region: string) => string | undefined;

/** Asks the policies of a landing zone about each of its approved models. */
export function deniedAnyway(zone: LandingZone): DeniedAnyway {
  const evaluator = new Evaluator(zone, organizationPolicies(zone));
  return (rule, account, region) => {
    const use = useOf[rule];
    if (use === undefined || !zone.activeAccounts.some(({ name }) => name === account)) return undefined;
    const isDenied = zone.ai.approvedModels.every((pattern) => {
      const resource = `arn:aws:bedrock:${region}::foundation-model/${pattern.replaceAll('*', 'x')}`;
      const context = { 'aws:RequestedRegion': region };
      return !evaluator.evaluate({ account, action: use.action, resource, context }).allowed;
    });
    return isDenied ? use.because : undefined;
  };
}
