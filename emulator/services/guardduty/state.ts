import { Store } from '../../toolkit/store';
import type { Call, Json } from '../../toolkit/untyped';
import type { World } from '../../world';
import { badRequest } from './errors';
import { type AutoEnable, FeatureSet, type FeatureStatus } from './features';

/** One fixed time for every timestamp, so that two runs answer alike. */
export const TIMESTAMP = '2025-01-01T00:00:00.000Z';

export interface Detector {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  status: FeatureStatus;
  findingPublishingFrequency: string;
  readonly features: FeatureSet<FeatureStatus>;
  tags: Record<string, string>;
  readonly filters: Map<string, Json>;
  readonly destinations: Map<string, Json>;
}

/** An account as its GuardDuty administrator sees it in one region. */
export interface Member {
  readonly account: string;
  readonly administrator: string;
  readonly region: string;
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
  invitationId?: string;
}

/** The organization's delegated administrator in one region, with the settings that it made. */
export interface DelegatedAdministrator {
  readonly account: string;
  autoEnable: AutoEnable;
  readonly features: FeatureSet<AutoEnable>;
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
  findDetector(call: Call): Detector {
    const detector = this.detectors.get(call.account, call.region);
    if (detector === undefined || detector.id !== call.input.detectorId) {
      throw badRequest('The request is rejected because the input detectorId is not owned by the current account.');
    }
    return detector;
  }

  /** A detector that is enabled, with no feature and no tag, but for what is given. */
  createDetector(account: string, region: string, given: Partial<Detector> = {}): Detector {
    const detector: Detector = {
      id: this.world.newId(32),
      account,
      region,
      status: 'ENABLED',
      findingPublishingFrequency: 'SIX_HOURS',
      features: FeatureSet.ofDetector(),
      tags: {},
      filters: new Map(),
      destinations: new Map(),
      ...given,
    };
    return this.detectors.set(detector, account, region);
  }

  /** The members of an administrator in a region, whatever their status. */
  membersOf(administrator: string, region: string): Member[] {
    return this.members.list(region, administrator);
  }

  /** The membership that an account lives under, when an administrator is associated with it. */
  membershipOf(account: string, region: string): Member | undefined {
    return this.members.list(region).find((member) => member.account === account && isAssociated(member));
  }

  isDelegatedAdministrator(account: string, region: string): boolean {
    return this.administrators.get(region)?.account === account;
  }

  /** Whether the membership is `via Organizations` and not `by invitation`. */
  isOrganizationMember({ account, administrator, region }: Member): boolean {
    return this.isDelegatedAdministrator(administrator, region) && this.world.organization.isActiveMember(account);
  }
}

/** Whether administrator and member belong together now, monitored or not. */
export function isAssociated(member: Member): boolean {
  return member.status === 'Enabled' || member.status === 'Disabled';
}
