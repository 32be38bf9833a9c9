import type { Lacking } from './forms/places';
import type { Account, LandingZone } from './landing-zone';

/** Whether an account lacks something that controls ask after. One that leaves has no stack, so it lacks everything. */
export function lacks({ regions }: Pick<LandingZone, 'regions'>, lacking: Lacking, account: Account): boolean {
  const { state, ai, regions: own } = account;
  if (state !== 'active' || ai === undefined) return true;
  if (lacking === 'ai') return false;
  if (ai.bedrock?.invocationLogging.on !== true) return true;
  return lacking === 'invocation logging in every region' && !regions.every((region) => own.includes(region));
}
