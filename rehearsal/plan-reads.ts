import { actionsOf } from '../emulator/authorization/action';
import { withoutPermission } from '../emulator/authorization/action-names';
import type { LandingZone } from '../schema/landing-zone';
import planReads from '../stacks/parts/plan-reads.json';
import type { NeededCall } from './lockout';

/** By where it is called, what plans do. */
type PlanReads = Readonly<Record<keyof typeof planReads, readonly string[]>>;

/** The actions that plans called, where everything stood: in the management account, and in the others. */
export function calledByPlans({ managementAccount }: LandingZone, calls: readonly NeededCall[]): PlanReads {
  const planned = calls.filter(
    ({ app, service, operation }) => app === 'plan' && !withoutPermission.has(`${service}:${operation}`),
  );
  const isThere = ({ account }: NeededCall) => account === managementAccount.id;
  // Whoever plans becomes the read role by the policy of the plan role, and of nobody else.
  const actions = (made: readonly NeededCall[]) =>
    [...new Set(made.flatMap(actionsOf))].filter((action) => action !== 'sts:AssumeRole').sort();
  return {
    management: actions(planned.filter(isThere)),
    members: actions(planned.filter((call) => !isThere(call))),
  };
}

/** What plans called and the roles by which runs plan may not: `members cloudtrail:GetTrail`. It belongs into `plan-reads.json`. */
export function unreadable(zone: LandingZone, calls: readonly NeededCall[]): readonly string[] {
  const called = calledByPlans(zone, calls);
  return (Object.keys(planReads) as (keyof PlanReads)[]).flatMap((where) =>
    called[where].filter((action) => !planReads[where].includes(action)).map((action) => `${where} ${action}`),
  );
}
