import { GuarddutyInviteAccepter } from '@cdktf/provider-aws/lib/guardduty-invite-accepter';
import { GuarddutyMember } from '@cdktf/provider-aws/lib/guardduty-member';
import { Macie2Account } from '@cdktf/provider-aws/lib/macie2-account';
import { Macie2InvitationAccepter } from '@cdktf/provider-aws/lib/macie2-invitation-accepter';
import { Macie2Member } from '@cdktf/provider-aws/lib/macie2-member';
import type { Construct } from 'constructs';
import type { AccountAccess } from '../kernel/account-access';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { forget } from '../kernel/state-moves';
import { MemberDetector } from '../parts/member-detector';
import { forgetMemberPlans, MemberPlans } from './member-plans';

export interface MembershipProps {
  /** The security account: membership is made from its side. */
  readonly administrator: AccountAccess;
  /** The administrator's detector of each region. */
  readonly detectorIds: (region: string) => string;
}

/**
 * Joins the account to GuardDuty and Macie. From the administrator's side this enables both in an account of the
 * organization, and never races with auto-enable, as a detector made in the member would.
 */
export class Membership extends Part {
  private readonly administrator: AccountAccess;

  constructor(scope: Construct, id: string, { administrator, detectorIds }: MembershipProps) {
    super(scope, id);
    this.administrator = administrator;
    const { account } = LandingZoneStack.of(this).here;
    for (const region of account.regions) {
      if (account.origin === 'external') {
        this.acceptGuardDuty(region, detectorIds(region));
        this.acceptMacie(region);
      } else {
        this.enroll(region, detectorIds(region));
      }
    }
    this.leave();
  }

  /**
   * In a governed region where the account is not active any more it stays a member: its administrator enables both in every account
   * there, and AWS deletes no Macie member that is associated.
   */
  private leave(): void {
    const stack = LandingZoneStack.of(this);
    const { zone, here } = stack;
    const { regions, origin } = here.account;
    const left = [...zone.regions, ...zone.retiredRegions].filter((region) => !regions.includes(region));
    for (const region of left) {
      forgetMemberPlans(stack, region);
      if (origin === 'external' || !zone.regions.includes(region)) continue;
      forget(stack, `aws_guardduty_member.guardduty-member-${region}`);
      forget(stack, `aws_macie2_member.macie-member-${region}`);
    }
  }

  private enroll(region: string, detectorId: string): void {
    const { protection } = LandingZoneStack.of(this);
    const { administrator } = this;
    const member = this.memberIn(region);
    const membership = new GuarddutyMember(this, `guardduty-member-${region}`, {
      ...member,
      detectorId,
      disableEmailNotification: true,
      // AWS returns no address for a member of the organization, and the provider reads every enabled member as invited.
      lifecycle: { ignoreChanges: ['email', 'invite'] },
    });
    new MemberPlans(this, `guardduty-plans-${region}`, { administrator, region, detectorId, membership });
    new Macie2Member(this, `macie-member-${region}`, {
      ...member,
      status: 'ENABLED',
      // Set to false it disassociates the member, which AWS wants before the member is deleted (terraform-provider-aws#26219).
      invite: protection.on ? undefined : false,
      // AWS returns no address for a member of the organization.
      lifecycle: { ignoreChanges: ['email'] },
    });
  }

  /** An account outside the organization turns GuardDuty on by itself, is invited, and accepts. */
  private acceptGuardDuty(region: string, detectorId: string): void {
    const { here } = LandingZoneStack.of(this);
    const { administrator } = this;
    const detector = new MemberDetector(this, 'guardduty', { access: here, region });
    const member = new GuarddutyMember(this, `guardduty-member-${region}`, {
      ...this.memberIn(region),
      invite: true,
      detectorId,
      disableEmailNotification: true,
      invitationMessage: 'Join the threat detection of the landing zone',
      dependsOn: [detector],
    });
    const membership = new GuarddutyInviteAccepter(this, `guardduty-accept-${region}`, {
      ...here.in(region),
      detectorId: detector.id,
      masterAccountId: administrator.id,
      dependsOn: [member],
    });
    new MemberPlans(this, `guardduty-plans-${region}`, { administrator, region, detectorId, membership });
  }

  /** The same for Macie. */
  private acceptMacie(region: string): void {
    const placement = LandingZoneStack.of(this).here.in(region);
    const session = new Macie2Account(this, `macie-${region}`, { ...placement, status: 'ENABLED' });
    const member = new Macie2Member(this, `macie-member-${region}`, {
      ...this.memberIn(region),
      invite: true,
      invitationDisableEmailNotification: true,
      invitationMessage: 'Join the data discovery of the landing zone',
      dependsOn: [session],
    });
    new Macie2InvitationAccepter(this, `macie-accept-${region}`, {
      ...placement,
      administratorAccountId: this.administrator.id,
      dependsOn: [member],
    });
  }

  /** The account as its administrator sees it. */
  private memberIn(region: string) {
    const { here } = LandingZoneStack.of(this);
    return { ...this.administrator.in(region), accountId: here.id, email: here.account.email };
  }
}
