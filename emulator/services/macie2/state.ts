import { Store } from '../../toolkit/store';
import type { Call, Handler, Json, Route } from '../../toolkit/untyped';
import type { World } from '../../world';
import { notEnabled, notFound } from './errors';

/** One fixed time for every timestamp, so that two runs answer alike. */
export const TIMESTAMP = '2025-01-01T00:00:00.000Z';

/** Macie in one account and region: there is one or none. */
export interface Session {
  status: 'ENABLED' | 'PAUSED';
  findingPublishingFrequency: 'FIFTEEN_MINUTES' | 'ONE_HOUR' | 'SIX_HOURS';
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
  relationshipStatus: 'Created' | 'Invited' | 'EmailVerificationFailed' | 'Enabled' | 'Paused' | 'Removed' | 'Resigned';
  invitationId?: string;
  tags: Record<string, string>;
}

/** The organization's delegated Macie administrator in one region. */
export interface OrganizationAdmin {
  readonly account: string;
  autoEnable: boolean;
}

/** What one account keeps in one region: a job, a findings filter, a custom data identifier. */
export interface Resource {
  readonly id: string;
  readonly arn: string;
  tags: Record<string, string>;
  /** The members of the API's answer, except those above. */
  readonly settings: Json;
}

/** What Macie knows. */
export class MacieState {
  /** By account and region. */
  readonly sessions = new Store<Session>();
  /** By region, administrator and account. */
  readonly members = new Store<Member>();
  /** By region. */
  readonly organizationAdmins = new Store<OrganizationAdmin>();
  /** By account, region and id. */
  readonly jobs = new Store<Resource>();
  readonly customDataIdentifiers = new Store<Resource>();
  readonly findingsFilters = new Store<Resource>();
  /** By account, region and the name of the setting. */
  readonly settings = new Store<Json>();

  constructor(readonly world: World) {}

  enable(account: string, region: string, settings: Partial<Session> = {}): void {
    this.sessions.set(
      { status: 'ENABLED', findingPublishingFrequency: 'FIFTEEN_MINUTES', ...settings },
      account,
      region,
    );
  }

  /** Forgets everything that the account keeps in the region, as AWS does when Macie is disabled. */
  disable(account: string, region: string): void {
    this.sessions.delete(account, region);
    for (const store of [this.jobs, this.customDataIdentifiers, this.findingsFilters, this.settings]) {
      for (const [key] of store.entries()) {
        if (key[0] === account && key[1] === region) store.delete(...key);
      }
    }
    for (const member of this.members.list(region, account)) this.forget(member);
  }

  forget({ region, administrator, account }: Member): void {
    this.members.delete(region, administrator, account);
  }

  /** The association that an account lives under in a region. */
  membershipOf(account: string, region: string): Member | undefined {
    return this.members.list(region).find((member) => member.account === account && isAssociated(member));
  }

  isOrganizationAdmin(account: string, region: string): boolean {
    return this.organizationAdmins.get(region)?.account === account;
  }

  /** The resource of the caller that the path names. */
  find(store: Store<Resource>, { account, region }: Call, id: string): Resource {
    const resource = store.get(account, region, id);
    if (resource === undefined) throw notFound();
    return resource;
  }

  /** An identifier in the form of most Macie resources, a UUID. */
  newUuid(): string {
    return this.world.newId(32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }
}

/** Whether administrator and member belong together now, paused or not. */
export function isAssociated(member: Member): boolean {
  return member.relationshipStatus === 'Enabled' || member.relationshipStatus === 'Paused';
}

/** The ARN of a resource that the caller owns. */
export function arnOf({ account, region }: Pick<Call, 'account' | 'region'>, type: string, id: string): string {
  return `arn:aws:macie2:${region}:${account}:${type}/${id}`;
}

/** A row of a routing table for an operation that AWS refuses while Macie is not enabled. */
export function route(
  state: MacieState,
  method: Route['method'],
  path: string,
  operation: string,
  handle: Handler,
): Route {
  return {
    method,
    path,
    operation,
    handle: (call) => {
      if (state.sessions.get(call.account, call.region) === undefined) throw notEnabled();
      return handle(call);
    },
  };
}
