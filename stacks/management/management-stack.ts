import { OrganizationsAccount } from '@cdktf/provider-aws/lib/organizations-account';
import { OrganizationsOrganization } from '@cdktf/provider-aws/lib/organizations-organization';
import { OrganizationsOrganizationalUnit } from '@cdktf/provider-aws/lib/organizations-organizational-unit';
import type { App } from 'cdktf';
import type { AttachedPolicy } from '../../policy/guardrails/organization-policy';
import { pathOfUnit } from '../../schema/by-keys';
import { unitsAlong } from '../../schema/facts/organizational-units';
import { ownValue } from '../../schema/facts/own-value';
import { suspendedUnit } from '../../schema/forms/settings';
import type { Account, LandingZone } from '../../schema/landing-zone';
import type { Target } from '../../schema/organization-tree';
import type { Producer } from '../kernel/contract';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { adopt } from '../kernel/state-moves';
import { Administration, neededServices, trustedServices } from './administration';
import { managementContract } from './contract';
import { managementInputs } from './inputs';
import { OrganizationGuardrails } from './organization-guardrails';
import { OrganizationPolicies } from './policies';
import { ReadRoles } from './read-roles';
import { nameUndeclaredAccounts } from './undeclared-accounts';

/** Both lists are authoritative: what is missing from them is switched off, so settings can add to them. */
const policyTypes = [
  'AISERVICES_OPT_OUT_POLICY',
  'DECLARATIVE_POLICY_EC2',
  'RESOURCE_CONTROL_POLICY',
  'SERVICE_CONTROL_POLICY',
  'TAG_POLICY',
];

export interface ManagementStackProps {
  readonly zone: LandingZone;
  /** Of every kind. */
  readonly policies: readonly AttachedPolicy[];
  /** Who the runs that deploy it are, where they have an identity. */
  readonly identity: Producer | undefined;
}

/** The organization: OU tree, accounts, policies, and who administers which service. */
export class ManagementStack extends LandingZoneStack<typeof managementContract> {
  private readonly organization: OrganizationsOrganization;
  private readonly units = new Map<string, OrganizationsOrganizationalUnit>();
  private readonly accounts = new Map<string, OrganizationsAccount>();

  constructor(app: App, { zone, policies, identity }: ManagementStackProps) {
    super(app, 'management', managementContract, {
      zone,
      account: zone.managementAccount,
      inputs: () => managementInputs(zone),
    });
    if (identity) this.deployAfter(identity);
    this.organization = this.makeOrganization(policies.map(({ type }) => type));
    for (const path of zone.organizationalUnits) this.makeUnit(path);
    for (const account of zone.accounts) if (isMember(account)) this.makeAccount(account);
    const { organization } = this;
    nameUndeclaredAccounts(this, organization);
    new OrganizationPolicies(this, 'policies', {
      policies,
      organization,
      guardrails: new OrganizationGuardrails(this, 'organization-guardrails', organization.id),
      targetId: (target) => this.idOf(target),
    });
    new Administration(this, 'administration', {
      organization,
      administratorId: this.findAccount(zone.securityAccount.name).id,
    });
    if (zone.identity) new ReadRoles(this, 'read-roles', this.idsElsewhere());
    const idsOf = (resources: ReadonlyMap<string, { readonly id: string }>) =>
      Object.fromEntries([...resources].map(([name, { id }]) => [name, id]));
    this.publish({
      organizationId: organization.id,
      rootId: this.rootId,
      ouIds: idsOf(this.units),
      accountIds: idsOf(this.accounts),
    });
  }

  private get rootId(): string {
    return this.organization.roots.get(0).id;
  }

  private makeOrganization(attachedTypes: readonly string[]): OrganizationsOrganization {
    const { adopt: existing } = this.zone.organization;
    const organization = new OrganizationsOrganization(this, 'organization', {
      ...this.here.home,
      featureSet: 'ALL',
      awsServiceAccessPrincipals: union(trustedServices, [
        ...neededServices(this.zone),
        ...this.zone.organization.trustedServices,
      ]),
      enabledPolicyTypes: union(policyTypes, [...attachedTypes, ...this.zone.organization.policyTypes]),
      lifecycle: existing ? { preventDestroy: true } : this.protection.lifecycle,
    });
    if (existing) adopt(this, organization, existing);
    return organization;
  }

  private makeUnit(path: string): void {
    const names = path.split('/');
    const parent = this.units.get(unitsAlong(path).at(-2) ?? '');
    const existing = ownValue(this.zone.adoptedUnits, path);
    const unit = new OrganizationsOrganizationalUnit(this, `ou-${names.join('-')}`, {
      ...this.here.home,
      name: pathOfUnit(this.zone, path).split('/').at(-1) ?? path,
      parentId: parent?.id ?? this.rootId,
      lifecycle: {
        // An OU that leaves is deleted after its accounts have moved: AWS deletes none that has an account.
        createBeforeDestroy: true,
        ...(existing !== undefined && { preventDestroy: true, ignoreChanges: ['name', 'tags', 'tags_all'] }),
      },
    });
    if (existing !== undefined) adopt(this, unit, existing);
    this.units.set(path, unit);
  }

  private makeAccount(account: Account): void {
    const { name, displayName = name, email, ou, owner, state, origin, id, tags } = account;
    const closing = state === 'closing';
    const resource = new OrganizationsAccount(this, `account-${name}`, {
      ...this.here.homeForOthers,
      // Since provider 5.100 another name is no other account: AWS renames it in place.
      name: displayName,
      email,
      parentId: this.findUnit(closing ? suspendedUnit : (ou ?? '')).id,
      roleName: this.zone.deployRole,
      // Who sees the bill is up to IAM. DENY is undone by the root user alone, and our policies stop that one.
      iamUserAccessToBilling: 'ALLOW',
      // Only an account that is leaving is closed when it goes from the configuration.
      closeOnDeletion: closing || (!this.protection.on && origin === 'vended'),
      tags: { ...tags, owner },
      // Closing takes a little longer than the provider's ten minutes (terraform-provider-aws#46284).
      timeouts: { delete: '30m' },
      lifecycle: {
        // What was adopted outlives the landing zone.
        ...(closing ? undefined : origin === 'adopted' ? { preventDestroy: true } : this.protection.lifecycle),
        // AWS does not report the first two, and a change of any of these would replace the account.
        ignoreChanges: ['role_name', 'iam_user_access_to_billing', ...(origin === 'adopted' ? ['name'] : []), 'email'],
      },
    });
    if (origin === 'adopted' && id) adopt(this, resource, id);
    this.accounts.set(name, resource);
  }

  private idOf({ kind, name }: Target): string {
    if (kind === 'root') return this.rootId;
    if (kind === 'organizational unit') return this.findUnit(name).id;
    // Tag and backup policies reach it too, and it is in no state.
    const { managementAccount } = this.zone;
    return name === managementAccount.name ? this.accountId(managementAccount) : this.findAccount(name).id;
  }

  /** The id of each account but this one, by its name. */
  private idsElsewhere(): ReadonlyMap<string, string> {
    const others = this.zone.activeAccounts.filter(({ origin }) => origin !== 'management');
    return new Map(
      others.map(({ name, origin, id = '' }) => [name, origin === 'external' ? id : this.findAccount(name).id]),
    );
  }

  private findAccount(name: string): OrganizationsAccount {
    const resource = this.accounts.get(name);
    if (!resource) throw new Error(`the account ${name} is no member of the organization, and the check let it pass`);
    return resource;
  }

  private findUnit(path: string): OrganizationsOrganizationalUnit {
    const unit = this.units.get(path);
    if (!unit) throw new Error(`there is no OU ${path}, and the check let it pass`);
    return unit;
  }
}

const isMember = ({ origin }: Account): boolean => origin === 'vended' || origin === 'adopted';

const union = (ours: readonly string[], theirs: readonly string[]): string[] =>
  [...new Set([...ours, ...theirs])].sort();
