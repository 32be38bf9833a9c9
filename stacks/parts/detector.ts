import { GuarddutyDetector } from '@cdktf/provider-aws/lib/guardduty-detector';
import { GuarddutyDetectorFeature } from '@cdktf/provider-aws/lib/guardduty-detector-feature';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { guardDutyFeatures, runtimeAgents } from '../../schema/forms/services';
import type { AccountAccess } from '../kernel/account-access';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

/** Agents that belong to a protection plan, in the order in which AWS lists them. */
export const agentsOf = (plan: string): typeof runtimeAgents | readonly [] =>
  plan === 'RUNTIME_MONITORING' ? runtimeAgents : [];

/** A plan as addresses name it: `s3-data-events`. */
export const planId = (plan: string): string => plan.toLowerCase().replaceAll('_', '-');

export interface DetectorProps {
  readonly access: AccountAccess;
  readonly region: string;
}

/** GuardDuty of one account and region, with every protection plan on or explicitly off: AWS switches most of them on with a new detector. */
export class Detector extends Part {
  readonly id: string;
  readonly plans: readonly ITerraformDependable[];

  constructor(scope: Construct, name: string, { access, region }: DetectorProps) {
    super(scope, `${name}-${region}`);
    const {
      features,
      runtimeAgents: agents,
      findingPublishingFrequency,
    } = LandingZoneStack.of(this).zone.services.guardDuty;
    const placement = access.in(region);
    const detector = new GuarddutyDetector(this, `${name}-${region}`, {
      ...placement,
      enable: true,
      findingPublishingFrequency,
    });
    const status = (on: boolean): string => (on ? 'ENABLED' : 'DISABLED');
    this.id = detector.id;
    this.plans = guardDutyFeatures.map((plan) => {
      const on = features.includes(plan);
      return new GuarddutyDetectorFeature(this, `${name}-${planId(plan)}-${region}`, {
        ...placement,
        detectorId: detector.id,
        name: plan,
        status: status(on),
        additionalConfiguration: agentsOf(plan).map((agent) => ({
          name: agent,
          status: status(on && agents.includes(agent)),
        })),
      });
    });
  }
}
