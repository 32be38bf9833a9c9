import { GuarddutyMemberDetectorFeature } from '@cdktf/provider-aws/lib/guardduty-member-detector-feature';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { guardDutyFeatures } from '../../schema/forms/services';
import type { AccountAccess } from '../kernel/account-access';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { forget } from '../kernel/state-moves';
import { planId, plansOf } from '../parts/detector';

const planResourceId = (plan: string, region: string): string => `guardduty-member-${planId(plan)}-${region}`;

export interface MemberPlansProps {
  readonly administrator: AccountAccess;
  readonly region: string;
  readonly detectorId: string;
  /** The account is a member from then on. */
  readonly membership: ITerraformDependable;
}

/**
 * GuardDuty's protection plans of a member, set by its administrator, who alone may. What the organization enables by itself reaches
 * accounts within a day, and a plan that it enables no longer stays on in those that have it (GuardDuty API, OrgFeatureStatus).
 */
export class MemberPlans extends Part {
  constructor(scope: Construct, id: string, { administrator, region, detectorId, membership }: MemberPlansProps) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    for (const plan of plansOf(zone))
      new GuarddutyMemberDetectorFeature(this, planResourceId(plan.name, region), {
        ...administrator.in(region),
        detectorId,
        accountId: here.id,
        ...plan,
        dependsOn: [membership],
      });
  }
}

/** Forgets the plans of a region: deleting them changes nothing in AWS, and the provider cannot read those of an account that is no member. */
export function forgetMemberPlans(stack: LandingZoneStack, region: string): void {
  for (const plan of guardDutyFeatures)
    forget(stack, `aws_guardduty_member_detector_feature.${planResourceId(plan, region)}`);
}
