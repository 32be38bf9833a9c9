import type { LandingZone } from '../schema/landing-zone';
import { InvalidLandingZone, type Problem } from '../schema/problems/problem';
import type { ConformancePack } from './conformance/conformance-pack';
import { conformancePacks } from './conformance/conformance-packs';
import { isCustomRule, regionsByAccount } from './conformance/regions-by-account';
import { type PlacedRemediation, remediations } from './conformance/remediations';
import { declarativePolicies } from './guardrails/declarative-policies';
import { organizationPolicies } from './guardrails/organization-policies';
import type { AttachedPolicy, OrganizationPolicy } from './guardrails/organization-policy';
import { placedPolicies } from './guardrails/placed-policies';

/** What the controls of a landing zone become, and the policies that no control writes. */
export interface CompiledControls {
  readonly policies: readonly OrganizationPolicy[];
  readonly declarations: readonly AttachedPolicy[];
  readonly packs: readonly ConformancePack[];
  readonly remediations: readonly PlacedRemediation[];
  /** Regions with a custom rule, by the account's name. */
  readonly customRules: ReadonlyMap<string, readonly string[]>;
}

/**
 * Compiles every control once, before anything is written.
 *
 * @throws InvalidLandingZone with everything that does not fit, of policies and of packs
 */
export function compileControls(zone: LandingZone): CompiledControls {
  const problems: Problem[] = [];
  const policies = collect(problems, () => organizationPolicies(zone));
  const declarations = collect(problems, () => [...declarativePolicies(zone), ...placedPolicies(zone)]);
  const packs = collect(problems, () => conformancePacks(zone));
  if (!policies || !declarations || !packs) throw new InvalidLandingZone(problems);
  return {
    policies,
    declarations,
    packs,
    remediations: remediations(zone, packs),
    customRules: regionsByAccount(packs, isCustomRule),
  };
}

function collect<T>(problems: Problem[], compile: () => T): T | undefined {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof InvalidLandingZone)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
