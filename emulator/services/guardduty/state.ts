import type {
  AutoEnableMembers,
  DestinationProperties,
  DestinationType,
  DetectorStatus,
  FeatureStatus,
  FindingPublishingFrequency,
  OrgFeatureStatus,
} from '@aws-sdk/client-guardduty';
import { arnOf } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import { Store } from '../../toolkit/store';
import type { Tags } from '../../toolkit/tags';
import type { World } from '../../world';
import type { Input, Shape } from './api';
import { detectorFeatures } from './detector-features';
import { badRequest } from './errors';
import type { FeatureSet } from './features';

/** GuardDuty as Organizations and the policies of resources know it. */
export const principal = 'guardduty.amazonaws.com';

/** A call whose path names a detector. */
export interface DetectorCall extends Scope {
  readonly input: { readonly detectorId: string | undefined };
}

export interface Detector extends Scope {
  readonly id: string;
  readonly arn: string;
  status: DetectorStatus;
  findingPublishingFrequency: FindingPublishingFrequency;
  readonly features: FeatureSet<FeatureStatus>;
  readonly tags: Tags;
  /** By name. */
  readonly filters: Map<string, Filter>;
  /** By id. */
  readonly destinations: Map<string, Destination>;
  readonly createdAt: string;
  updatedAt: string;
}

/** A filter, which suppresses findings when its action is ARCHIVE. */
export interface Filter extends Pick<Input<'CreateFilter'>, 'description' | 'action' | 'findingCriteria'> {
  readonly name: string;
  readonly rank: number;
  readonly tags: Tags;
}

/** A bucket that findings are exported to. */
export interface Destination {
  readonly id: string;
  readonly type: DestinationType;
  properties: Shape<DestinationProperties>;
  readonly tags: Tags;
}

/** An account as its GuardDuty administrator sees it in one region. */
export interface Member extends Scope {
  readonly administrator: string;
  readonly email: string | undefined;
  status:
    | 'Created'
    | 'Invited'
    | 'EmailVerificationFailed'
    | 'Enabled'
    /** Monitoring is stopped; the association stays. */
    | 'Disabled'
    /** Disassociated by the administrator. */
    | 'Removed'
    /** Disassociated, or declined, by the member. */
    | 'Resigned';
  invitationId?: string | undefined;
  /** When the account was invited or, where no invitation is needed, added. */
  invitedAt: string;
  updatedAt: string;
}

/** The organization's delegated administrator in one region, with the settings that it made. */
export interface DelegatedAdministrator {
  readonly account: string;
  autoEnable: AutoEnableMembers;
  readonly features: FeatureSet<OrgFeatureStatus>;
}

/** What GuardDuty knows, per account and region. */
export class GuardDutyState {
  /** By account and region: an account has one detector in a region at most. */
  readonly detectors = new Store<Detector>();
  /** By region, administrator and account. */
  readonly members = new Store<Member>();
  /** By region. */
  readonly administrators = new Store<DelegatedAdministrator>();

  constructor(readonly world: World) {}

  /** The detector that the path names, which must be the caller's own. */
  findDetector({ account, region, input }: DetectorCall): Detector {
    const detector = this.detectors.get(account, region);
    if (detector === undefined || detector.id !== input.detectorId)
      throw badRequest('The request is rejected because the input detectorId is not owned by the current account.');
    return detector;
  }

  /** A detector that is enabled, with no feature and no tag, but for what is given. */
  createDetector({ account, region }: Scope, given: Partial<Detector> = {}): Detector {
    const { clock, newId } = this.world;
    const id = newId(32);
    const detector: Detector = {
      id,
      arn: arnOf('guardduty', { account, region }, `detector/${id}`),
      account,
      region,
      status: 'ENABLED',
      findingPublishingFrequency: 'SIX_HOURS',
      features: detectorFeatures(clock),
      tags: new Map(),
      filters: new Map(),
      destinations: new Map(),
      createdAt: clock.iso(),
      updatedAt: clock.iso(),
      ...given,
    };
    return this.detectors.set(detector, account, region);
  }

  addMember(member: Pick<Member, 'account' | 'administrator' | 'region' | 'email' | 'status'>): void {
    const { account, administrator, region } = member;
    const now = this.world.clock.iso();
    this.members.set({ ...member, invitedAt: now, updatedAt: now }, region, administrator, account);
  }

  /** Notes how an account stands to its administrator from now on. */
  relate(member: Member, status: Member['status']): void {
    member.status = status;
    member.updatedAt = this.world.clock.iso();
  }

  forget({ region, administrator, account }: Member): void {
    this.members.delete(region, administrator, account);
  }

  /** The members of an administrator in a region, whatever their status. */
  membersOf({ account, region }: Scope): Member[] {
    return this.members.list(region, account);
  }

  /** The membership that an account lives under, when an administrator is associated with it. */
  membershipOf({ account, region }: Scope): Member | undefined {
    return this.members.list(region).find((member) => member.account === account && isAssociated(member));
  }

  isDelegatedAdministrator({ account, region }: Scope): boolean {
    return this.administrators.get(region)?.account === account;
  }

  /** Whether the membership is `via Organizations` and not `by invitation`. */
  isOrganizationMember({
    account,
    administrator,
    region,
  }: Omit<Member, 'status' | 'invitedAt' | 'updatedAt'>): boolean {
    return (
      this.isDelegatedAdministrator({ account: administrator, region }) &&
      this.world.organization.isActiveMember(account)
    );
  }
}

/** Whether administrator and member belong together now, monitored or not. */
export const isAssociated = ({ status }: Member): boolean => status === 'Enabled' || status === 'Disabled';
