import type {
  AutoEnableStandards,
  ControlFindingGenerator,
  OrganizationConfigurationConfigurationType,
  SecurityHubPolicy,
} from '@aws-sdk/client-securityhub';
import { arnOf } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import { Store } from '../../toolkit/store';
import type { Tags } from '../../toolkit/tags';
import type { World } from '../../world';
import type { Shape } from './api';
import { notSubscribed } from './errors';

/** Security Hub in one account and region. */
interface Hub {
  readonly arn: string;
  readonly subscribedAt: string;
  autoEnableControls: boolean;
  controlFindingGenerator: ControlFindingGenerator;
  readonly tags: Tags;
  /** ARNs of the enabled standards. */
  readonly standards: Set<string>;
}

/** An account as its Security Hub administrator sees it in one region. */
export interface Member extends Scope {
  readonly administrator: string;
  readonly email: string | undefined;
  status: 'Created' | 'Enabled' | 'Removed';
  readonly addedAt: string;
  updatedAt: string;
}

/** The organization's delegated administrator in one region, with its settings for accounts to come. */
export interface OrganizationAdmin {
  readonly account: string;
  autoEnable: boolean;
  autoEnableStandards: AutoEnableStandards;
  configurationType: OrganizationConfigurationConfigurationType;
}

/** The one finding aggregator of an account, which lives in its home region. */
export interface FindingAggregator {
  readonly arn: string;
  readonly homeRegion: string;
  regionLinkingMode: string;
  regions: readonly string[] | undefined;
}

/** A configuration policy of the delegated administrator. */
export interface ConfigurationPolicy {
  readonly id: string;
  readonly arn: string;
  readonly tags: Tags;
  name: string;
  description: string | undefined;
  securityHub: PolicyContent;
  readonly createdAt: string;
  updatedAt: string;
}

/** What a configuration policy says, as the API says it. */
export interface PolicyContent extends Shape<SecurityHubPolicy> {
  readonly ServiceEnabled: boolean;
}

/** What was applied to an account, OU or root. */
interface Association {
  /** The id of a policy, or that of self-managed behavior. */
  readonly configurationId: string;
  readonly updatedAt: string;
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
  /** By target id. */
  readonly associations = new Store<Association>();

  constructor(readonly world: World) {}

  findHub({ account, region }: Scope): Hub {
    const hub = this.hubs.get(account, region);
    if (hub === undefined) throw notSubscribed(account);
    return hub;
  }

  enable(
    { account, region }: Scope,
    standards: readonly string[],
    settings: Partial<Pick<Hub, 'controlFindingGenerator' | 'tags'>> = {},
  ): void {
    const hub: Hub = {
      arn: arnOf('securityhub', { account, region }, 'hub/default'),
      subscribedAt: this.world.clock.iso(),
      autoEnableControls: true,
      controlFindingGenerator: settings.controlFindingGenerator ?? 'SECURITY_CONTROL',
      tags: settings.tags ?? new Map(),
      standards: new Set(standards),
    };
    this.hubs.set(hub, account, region);
  }

  /** Forgets the hub and the associations of the account in the region. */
  disable({ account, region }: Scope): void {
    this.hubs.delete(account, region);
    for (const member of this.members.list(region))
      if (member.account === account || member.administrator === account) this.forget(member);
  }

  /** Forgets every policy and what it was applied to, as AWS does when the administrator is gone. */
  forgetPolicies(): void {
    for (const [key] of this.policies.entries()) this.policies.delete(...key);
    for (const [key] of this.associations.entries()) this.associations.delete(...key);
  }

  addMember(member: Omit<Member, 'addedAt' | 'updatedAt'>): void {
    const { account, administrator, region } = member;
    const now = this.world.clock.iso();
    this.members.set({ ...member, addedAt: now, updatedAt: now }, region, administrator, account);
  }

  forget({ region, administrator, account }: Member): void {
    this.members.delete(region, administrator, account);
  }

  /** The association that an account lives under in a region. */
  membershipOf({ account, region }: Scope): Member | undefined {
    return this.members.list(region).find((member) => member.account === account && member.status === 'Enabled');
  }
}
