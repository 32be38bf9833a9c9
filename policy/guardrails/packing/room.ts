import type { Quota } from '../../../schema/facts/quotas';
import type { LandingZone } from '../../../schema/landing-zone';
import type { PolicyType } from '../organization-policy';
import { authorizationKinds, type QuotaSet } from '../policy-kinds';

/** What AWS takes of policies of one type at each node of the tree. */
export interface Room {
  readonly characters: Quota;
  readonly perTarget: Quota;
  /** Policies that AWS and others have attached already. */
  readonly taken: number;
  /** Documents that are left for us; none where others take all. */
  readonly slots: number;
}

/** The full-access policy of each kind. */
const fullAccess = 1;

/** The room at each node under a set of quotas. */
export function roomFor({ organization }: LandingZone, type: PolicyType, set: QuotaSet): Room {
  const { quotas, reservedSlots } = authorizationKinds[type];
  const { characters, perTarget } = quotas[set];
  const taken = fullAccess + (reservedSlots ? organization[reservedSlots] : 0);
  return { characters, perTarget, taken, slots: Math.max(0, perTarget.value - taken) };
}
