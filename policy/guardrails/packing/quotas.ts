import { type Quota, rcpQuotas, scpQuotas } from '../../../schema/facts/quotas';
import type { LandingZone } from '../../../schema/landing-zone';
import type { PolicyType } from '../organization-policy';

/** The sets of quotas that an organization may be under: `organization.scpQuota`. */
export type QuotaSet = keyof typeof scpQuotas;

/** What AWS takes of policies of one type at each node of the tree. */
export interface Room {
  readonly characters: Quota;
  readonly perTarget: Quota;
  /** Policies that AWS and others have attached already. */
  readonly taken: number;
  /** Documents that are left for us; none where others take all. */
  readonly slots: number;
}

/** The full-access policy of each type, which AWS attaches everywhere: `FullAWSAccess`, `RCPFullAWSAccess`. */
const fullAccess = 1;

/** The room at each node under a set of quotas. */
export function roomFor({ organization }: LandingZone, type: PolicyType, set: QuotaSet): Room {
  const forScps = type === 'SERVICE_CONTROL_POLICY';
  const { characters, perTarget } = forScps ? scpQuotas[set] : rcpQuotas;
  const taken = fullAccess + (forScps ? organization.reservedScpSlots : 0);
  return { characters, perTarget, taken, slots: Math.max(0, perTarget.value - taken) };
}
