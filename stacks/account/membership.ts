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
    const { zone, here } = LandingZoneStack.of(this);
    const { guardDuty, macie } = zone.services;
    const isExternal = here.account.origin === 'external';
    for (const region of here.account.regions) {
      if (guardDuty.enabled && isExternal) this.acceptGuardDuty(region, detectorIds(region));
      else if (guardDuty.enabled) this.enrollInGuardDuty(region, detectorIds(region));
      if (macie.enabled && isExternal) this.acceptMacie(region);
      else if (macie.enabled) this.enrollInMacie(region);
    }
    for (const region of [...zone.regions, ...zone.retiredRegions]) this.leave(region);
  }

  /**
   * In a governed region where the account is not active any more it stays a member: its administrator enables both in every account
   * there, and AWS deletes no Macie member that is associated. Where a service is left to others, its administrator is gone before.
   */
  private leave(region: string): void {
    const stack = LandingZoneStack.of(this);
    const { zone, here } = stack;
    const { guardDuty, macie } = zone.services;
    const isActive = here.account.regions.includes(region);
    const isMember = here.account.origin !== 'external' && zone.regions.includes(region);
    if (!(guardDuty.enabled && isActive)) {
      forgetMemberPlans(stack, region);
      if (isMember) forget(stack, `aws_guardduty_member.guardduty-member-${region}`);
    }
    if (!(macie.enabled && isActive) && isMember) forget(stack, `aws_macie2_member.macie-member-${region}`);
  }

  private enrollInGuardDuty(region: string, detectorId: string): void {
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
  }

  private enrollInMacie(region: string): void {
    const { protection } = LandingZoneStack.of(this);
    new Macie2Member(this, `macie-member-${region}`, {
      ...this.memberIn(region),
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
