import type {
  AutoEnableMode,
  AutomatedDiscoveryStatus,
  ClassificationExportConfiguration,
  FindingPublishingFrequency,
  JobStatus,
  MacieStatus,
  RelationshipStatus,
  SecurityHubConfiguration,
} from '@aws-sdk/client-macie2';
import type { Scope } from '../../toolkit/call';
import { Store } from '../../toolkit/store';
import type { Tags } from '../../toolkit/tags';
import type { World } from '../../world';
import type { Input, Shape } from './api';
import { notFound } from './errors';

/** Macie in one account and region: there is one or none. */
export interface Session {
  readonly status: MacieStatus;
  readonly findingPublishingFrequency: FindingPublishingFrequency;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** An account as a Macie administrator account sees it in one region. */
export interface Member {
  readonly account: string;
  readonly administrator: string;
  readonly region: string;
  readonly arn: string;
  /** Whether the account belongs to the administrator's organization, so that no invitation is needed. */
  readonly throughOrganization: boolean;
  readonly email: string;
  relationshipStatus: RelationshipStatus;
  invitation?: { readonly id: string; readonly at: string };
  readonly tags: Tags;
  updatedAt: string;
}

/** The organization's delegated Macie administrator in one region. */
export interface OrganizationAdmin {
  readonly account: string;
  autoEnable: boolean;
}

/** What one account keeps in one region under an id. */
interface Resource {
  readonly id: string;
  readonly arn: string;
  readonly tags: Tags;
}

/** A classification job. */
export interface Job extends Resource {
  readonly definition: Omit<Input<'CreateClassificationJob'>, 'tags'>;
  readonly createdAt: string;
  status: JobStatus;
  /** When the status became what it is. */
  since: string;
}

/** A custom data identifier, which is kept when it is deleted. */
export interface Identifier extends Resource {
  readonly definition: Omit<Input<'CreateCustomDataIdentifier'>, 'tags' | 'clientToken'>;
  readonly createdAt: string;
  deleted: boolean;
}

/** A findings filter. */
export interface FindingsFilter extends Resource {
  settings: Pick<Input<'CreateFindingsFilter'>, 'name' | 'description' | 'action' | 'position' | 'findingCriteria'>;
}

/** Whether Macie looks into buckets by itself, and in which members. */
export interface Discovery {
  readonly status: AutomatedDiscoveryStatus;
  readonly autoEnableOrganizationMembers: AutoEnableMode;
}

/** What Macie knows. */
export class MacieState {
  /** By account and region. */
  readonly sessions = new Store<Session>();
  readonly exports = new Store<Shape<ClassificationExportConfiguration>>();
  readonly publications = new Store<Shape<SecurityHubConfiguration>>();
  readonly discoveries = new Store<Discovery>();
  /** By region, administrator and account. */
  readonly members = new Store<Member>();
  /** By region. */
  readonly organizationAdmins = new Store<OrganizationAdmin>();
  /** By account, region and id. */
  readonly jobs = new Store<Job>();
  readonly identifiers = new Store<Identifier>();
  readonly filters = new Store<FindingsFilter>();

  constructor(readonly world: World) {}

  /** Switches Macie on, or changes the settings under which it is on. */
  enable({ account, region }: Scope, settings: Partial<Session> = {}): void {
    const now = this.world.clock.iso();
    const usual = { status: 'ENABLED', findingPublishingFrequency: 'FIFTEEN_MINUTES', createdAt: now } as const;
    const known = this.sessions.get(account, region);
    this.sessions.set({ ...usual, ...known, ...settings, updatedAt: now }, account, region);
  }

  /** Notes how an account stands to its administrator from now on. */
  relate(member: Member, status: RelationshipStatus): void {
    member.relationshipStatus = status;
    member.updatedAt = this.world.clock.iso();
  }

  /** Forgets everything that the account keeps in the region, as AWS does when Macie is disabled. */
  disable({ account, region }: Scope): void {
    const { sessions, exports, publications, discoveries, jobs, identifiers, filters } = this;
    for (const store of [sessions, exports, publications, discoveries, jobs, identifiers, filters])
      store.deleteAll(account, region);
    for (const member of this.members.list(region, account)) this.forget(member);
  }

  forget({ region, administrator, account }: Member): void {
    this.members.delete(region, administrator, account);
  }

  /** The association that an account lives under in a region. */
  membershipOf({ account, region }: Scope): Member | undefined {
    return this.members.list(region).find((member) => member.account === account && isAssociated(member));
  }

  isOrganizationAdmin({ account, region }: Scope): boolean {
    return this.organizationAdmins.get(region)?.account === account;
  }
}

/** The resource of the caller that has the id. */
export function findIn<T>(store: Store<T>, { account, region }: Scope, id = ''): T {
  const resource = store.get(account, region, id);
  if (resource === undefined) throw notFound();
  return resource;
}

/** Whether administrator and member belong together now, paused or not. */
export const isAssociated = ({ relationshipStatus }: Member): boolean =>
  relationshipStatus === 'Enabled' || relationshipStatus === 'Paused';
