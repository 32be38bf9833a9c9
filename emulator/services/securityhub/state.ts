import { Store } from '../../toolkit/store';
import type { Handler, Json, Route } from '../../toolkit/untyped';
import type { World } from '../../world';
import { notSubscribed } from './errors';

/** One fixed time for every timestamp, so that two runs answer alike. */
export const TIMESTAMP = '2025-01-01T00:00:00.000Z';

/** Security Hub in one account and region. */
interface Hub {
  readonly arn: string;
  autoEnableControls: boolean;
  controlFindingGenerator: string;
  readonly tags: Record<string, string>;
  /** ARNs of the enabled standards. */
  readonly standards: Set<string>;
}

/** An account as its Security Hub administrator sees it in one region. */
export interface Member {
  readonly account: string;
  readonly administrator: string;
  readonly region: string;
  readonly email: string | undefined;
  status: 'Created' | 'Enabled' | 'Removed';
}

/** The organization's delegated administrator in one region, with its settings for accounts to come. */
export interface OrganizationAdmin {
  readonly account: string;
  autoEnable: boolean;
  autoEnableStandards: 'NONE' | 'DEFAULT';
  configurationType: 'LOCAL' | 'CENTRAL';
}

/** The one finding aggregator of an account, which lives in its home region. */
export interface FindingAggregator {
  readonly arn: string;
  readonly homeRegion: string;
  regionLinkingMode: string;
  regions: string[] | undefined;
}

/** A configuration policy of the delegated administrator. */
export interface ConfigurationPolicy {
  readonly id: string;
  readonly arn: string;
  readonly tags: Record<string, string>;
  name: string;
  description: string | undefined;
  securityHub: SecurityHubPolicy;
}

/** What a configuration policy says, as the API says it. */
export interface SecurityHubPolicy {
  readonly ServiceEnabled: boolean;
  readonly EnabledStandardIdentifiers?: readonly string[];
  readonly SecurityControlsConfiguration?: Json;
}

/** What Security Hub knows. */
export class SecurityHubState {
  /** By account and region. */
  readonly hubs = new Store<Hub>();
  /** By region, administrator and account. */
  readonly members = new Store<Member>();
  /** By region. */
  readonly organizationAdmins = new Store<OrganizationAdmin>();
  /** By account. */
  readonly findingAggregators = new Store<FindingAggregator>();
  /** By id. */
  readonly policies = new Store<ConfigurationPolicy>();
  /** The id of the policy that was applied to an account, OU or root, or that of self-managed behavior, by target id. */
  readonly associations = new Store<string>();

  constructor(readonly world: World) {}

  findHub({ account, region }: { readonly account: string; readonly region: string }): Hub {
    const hub = this.hubs.get(account, region);
    if (hub === undefined) throw notSubscribed(account);
    return hub;
  }

  enable(account: string, region: string, settings: Json, standards: readonly string[]): Hub {
    const hub: Hub = {
      arn: `arn:aws:securityhub:${region}:${account}:hub/default`,
      autoEnableControls: true,
      controlFindingGenerator: settings.ControlFindingGenerator ?? 'SECURITY_CONTROL',
      tags: settings.Tags ?? {},
      standards: new Set(standards),
    };
    return this.hubs.set(hub, account, region);
  }

  /** Forgets the hub and the associations of the account in the region. */
  disable(account: string, region: string): void {
    this.hubs.delete(account, region);
    for (const member of this.members.list(region)) {
      if (member.account === account || member.administrator === account) this.forget(member);
    }
  }

  /** Forgets every policy and what it was applied to, as AWS does when the administrator is gone. */
  forgetPolicies(): void {
    for (const [key] of this.policies.entries()) this.policies.delete(...key);
    for (const [key] of this.associations.entries()) this.associations.delete(...key);
  }

  forget({ region, administrator, account }: Member): void {
    this.members.delete(region, administrator, account);
  }

  /** The association that an account lives under in a region. */
  membershipOf(account: string, region: string): Member | undefined {
    return this.members.list(region).find((member) => member.account === account && member.status === 'Enabled');
  }
}

/** A row of a routing table for an operation that AWS refuses while Security Hub is not enabled. */
export function route(
  state: SecurityHubState,
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
      state.findHub(call);
      return handle(call);
    },
  };
}
