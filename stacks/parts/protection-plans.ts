import type { GuarddutyDetector } from '@cdktf/provider-aws/lib/guardduty-detector';
import { GuarddutyDetectorFeature } from '@cdktf/provider-aws/lib/guardduty-detector-feature';
import type { Construct } from 'constructs';
import { guardDutyFeatures, runtimeAgents } from '../../schema/forms/services';
import type { LandingZone } from '../../schema/landing-zone';
import type { Place } from '../kernel/places';

/** Agents that belong to a protection plan, in the order in which AWS lists them. */
export const agentsOf = (plan: string): typeof runtimeAgents | readonly [] =>
  plan === 'RUNTIME_MONITORING' ? runtimeAgents : [];

/** Sets every protection plan of a detector on or explicitly off: AWS switches most of them on with a new detector. */
export function setProtectionPlans(
  scope: Construct,
  id: string,
  region: string,
  place: Place,
  detector: GuarddutyDetector,
  zone: LandingZone,
): GuarddutyDetectorFeature[] {
  const { features, runtimeAgents: agents } = zone.services.guardDuty;
  const status = (on: boolean): string => (on ? 'ENABLED' : 'DISABLED');
  return guardDutyFeatures.map((name) => {
    const on = features.includes(name);
    return new GuarddutyDetectorFeature(scope, `${id}-${name.toLowerCase().replaceAll('_', '-')}-${region}`, {
      ...place,
      detectorId: detector.id,
      name,
      status: status(on),
      additionalConfiguration: agentsOf(name).map((agent) => ({
        name: agent,
        status: status(on && agents.includes(agent)),
      })),
    });
  });
}
