import { GuarddutyDetector } from '@cdktf/provider-aws/lib/guardduty-detector';
import type { Construct } from 'constructs';
import { guardDutyFeatures } from '../../schema/forms/services';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { forget } from '../kernel/state-moves';
import { type DetectorProps, planId } from './detector';

/**
 * GuardDuty of an account that has to switch it on by itself before it becomes a member. From then on its administrator sets it: AWS
 * refuses the member every change of its own (GuardDuty User Guide, administrator_member_relationships), and gives it the
 * administrator's publishing frequency.
 */
export class MemberDetector extends GuarddutyDetector {
  constructor(scope: Construct, name: string, { access, region }: DetectorProps) {
    const stack = LandingZoneStack.of(scope);
    super(scope, `${name}-${region}`, {
      ...access.in(region),
      enable: true,
      findingPublishingFrequency: stack.zone.services.guardDuty.findingPublishingFrequency,
      lifecycle: { ignoreChanges: ['enable', 'finding_publishing_frequency'] },
    });
    // Releases up to 0.1 set the plans from the member's side.
    for (const plan of guardDutyFeatures)
      forget(stack, `aws_guardduty_detector_feature.${name}-${planId(plan)}-${region}`);
  }
}
