import { GuarddutyDetector } from '@cdktf/provider-aws/lib/guardduty-detector';
import { GuarddutyDetectorFeature } from '@cdktf/provider-aws/lib/guardduty-detector-feature';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { guardDutyFeatures, runtimeAgents } from '../../schema/forms/services';
import type { LandingZone } from '../../schema/landing-zone';
import type { AccountAccess } from '../kernel/account-access';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

/** Agents that belong to a protection plan, in the order in which AWS lists them. */
export const agentsOf = (plan: string): typeof runtimeAgents | readonly [] =>
  plan === 'RUNTIME_MONITORING' ? runtimeAgents : [];

/** A plan as addresses name it: `s3-data-events`. */
export const planId = (plan: string): string => plan.toLowerCase().replaceAll('_', '-');

const status = (on: boolean): string => (on ? 'ENABLED' : 'DISABLED');

/** Every protection plan, on or explicitly off, as the settings say: AWS switches most of them on with a new detector. */
export const plansOf = ({ services: { guardDuty } }: LandingZone) =>
  guardDutyFeatures.map((name) => {
    const on = guardDuty.features.includes(name);
    const agents = agentsOf(name).map((agent) => ({
      name: agent,
      status: status(on && guardDuty.runtimeAgents.includes(agent)),
    }));
    return { name, status: status(on), additionalConfiguration: agents };
  });

export interface DetectorProps {
  readonly access: AccountAccess;
  readonly region: string;
}

/** GuardDuty of one account and region, whose plans the account sets by itself: it is no member of another. */
export class Detector extends Part {
  readonly id: string;
  readonly plans: readonly ITerraformDependable[];

  constructor(scope: Construct, name: string, { access, region }: DetectorProps) {
    super(scope, `${name}-${region}`);
    const { zone } = LandingZoneStack.of(this);
    const placement = access.in(region);
    const detector = new GuarddutyDetector(this, `${name}-${region}`, {
      ...placement,
      enable: true,
      findingPublishingFrequency: zone.services.guardDuty.findingPublishingFrequency,
    });
    this.id = detector.id;
    this.plans = plansOf(zone).map(
      (plan) =>
        new GuarddutyDetectorFeature(this, `${name}-${planId(plan.name)}-${region}`, {
          ...placement,
          detectorId: detector.id,
          ...plan,
        }),
    );
  }
}
