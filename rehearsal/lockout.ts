import { actionsOf } from '../emulator/authorization/action';
import { organizationPolicies } from '../policy/guardrails/organization-policies';
import { Evaluator } from '../policy/guardrails/simulation/evaluate';
import type { LandingZone } from '../schema/landing-zone';

/** A call that the landing zone needs, as the request log keeps it. */
export interface NeededCall {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** Where it was made, twelve digits. @default - in any account */
  readonly account?: string;
  /** The phase of the rehearsal that it was made in. @default - it was not Terraform */
  readonly app?: string;
}

/** A call of the deploy role that the landing zone's own policies would deny. */
export interface Lockout {
  readonly account: string;
  readonly action: string;
  readonly region: string;
  readonly resource: string;
  readonly controls: readonly string[];
}

/**
 * What the policies of the landing zone would keep its deploy role from doing, in any account. Each call is tried on everything and
 * on each resource that a policy names, because the log does not say which resource a call was about. Policies bind no account outside
 * the organization, so what was called there alone is left out.
 */
export function lockouts(zone: LandingZone, calls: readonly NeededCall[]): readonly Lockout[] {
  const policies = organizationPolicies(zone);
  const evaluator = new Evaluator(zone, policies);
  const named = policies
    .flatMap(({ statements }) => statements)
    .flatMap(({ statement }) => [statement.Resource ?? '*', statement.NotResource ?? []].flat());
  const resourcesOf = (action: string): readonly string[] => {
    const [service = ''] = action.split(':');
    return ['*', ...new Set(named.filter((arn) => arn.startsWith(`arn:aws:${service}:`)))];
  };
  const outside = zone.accounts.filter(({ origin }) => origin === 'external').map(({ id }) => id);
  const bound = calls.filter(({ account }) => account === undefined || !outside.includes(account));
  const needed = bound.flatMap((call) => actionsOf(call).map((action) => `${action} ${call.region}`));
  return [...new Set(needed)].sort().flatMap((each) => {
    const [action = '', region = ''] = each.split(' ');
    const attempts = resourcesOf(action).flatMap((resource) =>
      zone.activeAccounts
        .filter(({ origin }) => origin !== 'external')
        .map((account) => ({ account: account.name, action, region, resource })),
    );
    return attempts.flatMap((attempt) => {
      const context = { 'aws:RequestedRegion': region };
      const { allowed, denials } = evaluator.evaluate({ ...attempt, principal: 'deployRole', context });
      return allowed ? [] : [{ ...attempt, controls: denials.flatMap(({ controls }) => controls) }];
    });
  });
}
