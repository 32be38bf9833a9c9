import { GuarddutyDetector } from '@cdktf/provider-aws/lib/guardduty-detector';
import { GuarddutyInviteAccepter } from '@cdktf/provider-aws/lib/guardduty-invite-accepter';
import { GuarddutyMember } from '@cdktf/provider-aws/lib/guardduty-member';
import { Macie2Account } from '@cdktf/provider-aws/lib/macie2-account';
import { Macie2InvitationAccepter } from '@cdktf/provider-aws/lib/macie2-invitation-accepter';
import { Macie2Member } from '@cdktf/provider-aws/lib/macie2-member';
import type { Construct } from 'constructs';
import type { Account, LandingZone } from '../../schema/landing-zone';
import type { Places } from '../kernel/places';
import { setProtectionPlans } from '../parts/protection-plans';

export interface MembershipProps {
  readonly zone: LandingZone;
  readonly account: Account;
  readonly here: Places;
  /** The security account: membership is made from its side. */
  readonly administrator: Places;
  readonly detectorId: (region: string) => string;
}

/**
 * Joins the account to GuardDuty and Macie. From the administrator's side this enables both in an account of the
 * organization, and never races with auto-enable, as a detector made in the member would.
 */
export function joinSecurityServices(scope: Construct, props: MembershipProps): void {
  for (const region of props.account.regions) {
    if (props.account.origin === 'external') acceptInvitations(scope, props, region);
    else enroll(scope, props, region);
  }
}

function enroll(
  scope: Construct,
  { zone, account, here, administrator, detectorId }: MembershipProps,
  region: string,
): void {
  const member = { ...administrator.at(region), accountId: here.accountId, email: account.email };
  new GuarddutyMember(scope, `guardduty-member-${region}`, {
    ...member,
    detectorId: detectorId(region),
    disableEmailNotification: true,
    // AWS returns no address for a member of the organization, and the provider reads every enabled member as invited.
    lifecycle: { ignoreChanges: ['email', 'invite'] },
  });
  const leaving = zone.protection === 'off';
  new Macie2Member(scope, `macie-member-${region}`, {
    ...member,
    status: 'ENABLED',
    // Set to false it disassociates the member, which AWS wants before the member is deleted (terraform-provider-aws#26219).
    invite: leaving ? false : undefined,
    // AWS returns no address for a member of the organization.
    lifecycle: { ignoreChanges: ['email'] },
  });
}

/** An account outside the organization turns the services on by itself, is invited, and accepts. */
function acceptInvitations(
  scope: Construct,
  { zone, account, here, administrator, detectorId }: MembershipProps,
  region: string,
): void {
  const place = here.at(region);
  const invited = { ...administrator.at(region), accountId: here.accountId, email: account.email, invite: true };
  const detector = new GuarddutyDetector(scope, `guardduty-${region}`, {
    ...place,
    enable: true,
    findingPublishingFrequency: zone.services.guardDuty.findingPublishingFrequency,
  });
  const guardDuty = new GuarddutyMember(scope, `guardduty-member-${region}`, {
    ...invited,
    detectorId: detectorId(region),
    disableEmailNotification: true,
    invitationMessage: 'Join the threat detection of the landing zone',
    dependsOn: setProtectionPlans(scope, 'guardduty', region, place, detector, zone),
  });
  new GuarddutyInviteAccepter(scope, `guardduty-accept-${region}`, {
    ...place,
    detectorId: detector.id,
    masterAccountId: administrator.accountId,
    dependsOn: [guardDuty],
  });
  const session = new Macie2Account(scope, `macie-${region}`, { ...place, status: 'ENABLED' });
  const macie = new Macie2Member(scope, `macie-member-${region}`, {
    ...invited,
    invitationDisableEmailNotification: true,
    invitationMessage: 'Join the data discovery of the landing zone',
    dependsOn: [session],
  });
  new Macie2InvitationAccepter(scope, `macie-accept-${region}`, {
    ...place,
    administratorAccountId: administrator.accountId,
    dependsOn: [macie],
  });
}
