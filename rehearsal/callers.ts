import type { EmulatedAws } from '../emulator/emulated-aws';
import { operatorStacks } from '../schema/facts/hcp';
import { names } from '../schema/facts/names';
import type { Backend } from '../schema/forms/settings';
import type { LandingZone } from '../schema/landing-zone';
import type { Callers } from './run';

/**
 * Where runs have an identity, a plan is made by the plan role and everything else by the apply role, as a run does it; an operator applies
 * what makes these roles. Elsewhere it is an administrator always.
 */
export const callersIn =
  (zone: LandingZone, aws: Pick<EmulatedAws, 'environmentOf'>): Callers =>
  (stack, phase) => {
    if (!zone.identity || operatorStacks.includes(stack)) return {};
    return aws.environmentOf(phase === 'plan' ? names.planRole(zone) : names.applyRole(zone));
  };

/** The identity as far as a rehearsal has it: runs of HCP Terraform are known by where they keep the state. */
export function rehearsedIdentity({ identity }: LandingZone, backend: Backend): LandingZone['identity'] {
  if (!identity?.hcp || backend.type === 'hcp') return identity;
  const { hcp: _, ...others } = identity;
  return others.github || others.gitlab ? others : undefined;
}
