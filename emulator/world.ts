import type { EventRecord } from './event-record';
import type { Clock } from './toolkit/clock';
import type { Leftover } from './toolkit/store';

/** What the emulated AWS can be told to do differently. Defaults are what a new AWS organization does. */
export interface WorldSettings {
  /** The account whose long-lived credentials the caller holds, twelve digits. */
  readonly managementAccount: string;
  /** E-mail address of the management account. @default 'root@example.com' */
  readonly managementEmail: string;
  /** How many DescribeCreateAccountStatus answers say IN_PROGRESS before SUCCEEDED. @default 0 */
  readonly accountCreationPolls: number;
  /** Whether the 90 days in which AWS keeps a closed account count as over. @default true */
  readonly closureElapsed: boolean;
  /**
   * Whether accounts still carry `Status`, which AWS has not sent since 2026-09-09. Version 5.100 of Terraform's AWS provider reads it
   * alone: without it, closing an account ends in "unexpected state ''". @default true
   */
  readonly accountStatus: boolean;
  /**
   * Whether CloudTrail has to be allowed `kms:Decrypt` where the bucket of an encrypted trail has a bucket key, as AWS demands. Without it
   * a landing zone can be deployed that AWS would refuse. @default true
   */
  readonly trailsNeedDecrypt: boolean;
  /** Whether EnableOrganizationAdminAccount of GuardDuty also creates the administrator's detector, as the user guide says. @default false */
  readonly delegationEnablesGuardDuty: boolean;
  /** Accounts that the organization may have, the management account included. @default 10 */
  readonly accountQuota: number;
  /** Characters of one SCP and SCPs directly attached to one target. @default 10240 and 10 */
  readonly scpQuota: { readonly characters: number; readonly perTarget: number };
  /** Whether the management account has opened Cost Explorer once, which budgets and anomaly monitors of members wait for. @default true */
  readonly costExplorer: boolean;
  /** Whether the bill has seen every tag key, which takes up to 24 hours: until then nobody splits it by the key. @default true */
  readonly billedTags: boolean;
  /** Whether a person has authorized Slack workspaces and Teams tenants in the console of each account. @default true */
  readonly chatAuthorized: boolean;
  /** Accounts that exist in AWS but not in the organization: the accounts the invitation flow is for. @default none */
  readonly outsideAccounts: readonly { readonly id: string; readonly email: string }[];
  /** Where issuers of web identity tokens are reached by HTTP, by their URL: no name is resolved. @default none */
  readonly issuers: Readonly<Record<string, string>>;
  /** The instant at which the clock stands until it is set. @default 2026-01-01T00:00:00Z */
  readonly now: Date;
  /** The organization that exists before the first call, for a landing zone to adopt. @default none */
  readonly existing?: ExistingOrganization;
}

interface ExistingUnit {
  readonly id: string;
  readonly name: string;
  /** Another one of them. @default - it is in the root */
  readonly parentId?: string | undefined;
}

/** An organization with all features and no enabled policy type, as its management account made it by hand. */
interface ExistingOrganization {
  /** `o-` and 10 to 32 lower-case letters or digits. */
  readonly organizationId: string;
  /** `r-` and 4 to 32 lower-case letters or digits, the latter in the id of each of its OUs. @default a new one */
  readonly rootId?: string;
  /** Its organizational units, each after the one that it is in. @default none */
  readonly units?: readonly ExistingUnit[];
  /** Its member accounts, vended by Organizations and so with the access role, directly in the root. */
  readonly accounts: readonly { readonly id: string; readonly email: string; readonly name: string }[];
  /** Service principals with trusted access. @default none */
  readonly trustedServices?: readonly string[];
}

/** A new AWS organization's settings. */
export const defaultSettings: WorldSettings = {
  managementAccount: '111111111111',
  managementEmail: 'root@example.com',
  accountCreationPolls: 0,
  closureElapsed: true,
  accountStatus: true,
  trailsNeedDecrypt: true,
  delegationEnablesGuardDuty: false,
  accountQuota: 10,
  scpQuota: { characters: 10_240, perTarget: 10 },
  costExplorer: true,
  billedTags: true,
  chatAuthorized: true,
  outsideAccounts: [],
  issuers: {},
  now: new Date('2026-01-01T00:00:00Z'),
};

/** An account as Organizations knows it. */
export interface OrganizationAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly arn: string;
  readonly status: 'ACTIVE' | 'PENDING_CLOSURE' | 'SUSPENDED';
}

/** Types of policy that allow and deny requests. */
export type BindingPolicyType = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

/** What the other services ask of Organizations. */
export interface OrganizationView {
  readonly managementAccount: string;
  /** The organization, or undefined before CreateOrganization. */
  find(): { readonly id: string; readonly rootId: string } | undefined;
  /** Active and suspended accounts, the management account included. */
  accounts(): readonly OrganizationAccount[];
  /** Gives an account of the organization another name. */
  rename(account: string, name: string): void;
  /** Whether the account is an ACTIVE account of the organization. */
  isActiveMember(account: string): boolean;
  /** The account, OU or root itself and what it lies in, up to the root; empty for what the organization does not have. */
  lineage(targetId: string): readonly string[];
  /** ARN of a root, unit, account or policy by its id, where the organization has it. */
  arnOf(id: string): string | undefined;
  isPolicyTypeEnabled(type: BindingPolicyType): boolean;
  /** Policies of a type that are attached to the account, OU or root itself. */
  attachedPolicies(
    targetId: string,
    type: BindingPolicyType | 'DECLARATIVE_POLICY_EC2',
  ): readonly { readonly name: string; readonly content: string }[];
  hasTrustedAccess(principal: string): boolean;
  /** Turns trusted access on, as a service's own enable call does. */
  enableTrustedAccess(principal: string): void;
  delegatedAdministrators(principal: string): readonly string[];
  registerDelegatedAdministrator(account: string, principal: string): void;
  deregisterDelegatedAdministrator(account: string, principal: string): void;
  /** Calls back with the id of each account that joins from now on (auto-enable). */
  onJoin(listener: (account: string) => void): void;
  /** Calls back with the id of each account that is closed or removed. */
  onLeave(listener: (account: string) => void): void;
}

/** A request to moto in the name of an account, past the gateway's own rules. */
export interface Moto {
  request(options: {
    readonly account: string;
    readonly region: string;
    /** Signing name: 's3', 'iam', 'kms'. */
    readonly service: string;
    readonly method?: string;
    /** Path and query: '/bucket?policy'. @default '/' */
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  }): Promise<{ readonly status: number; readonly body: string }>;
}

/** What one resource-holding service shows of itself, so that a test can prove that nothing is left. */
export interface Inventory {
  /** Everything that a user created and would have to delete. */
  leftovers(): readonly Leftover[];
}

/** The one emulated AWS that all services share. */
export interface World {
  readonly settings: WorldSettings;
  readonly organization: OrganizationView;
  readonly moto: Moto;
  readonly clock: Clock;
  /** Who has called what. */
  readonly events: Pick<EventRecord, 'of'>;
  /** A new identifier: lower-case hexadecimal, the same sequence in each run. */
  newId(length: number): string;
  /** Whether the recorder of this account and region is recording: conformance packs ask. */
  isRecording(account: string, region: string): boolean;
}
