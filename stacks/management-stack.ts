import { CloudtrailOrganizationDelegatedAdminAccount } from '@cdktf/provider-aws/lib/cloudtrail-organization-delegated-admin-account';
import { OrganizationsAccount } from '@cdktf/provider-aws/lib/organizations-account';
import { OrganizationsDelegatedAdministrator } from '@cdktf/provider-aws/lib/organizations-delegated-administrator';
import { OrganizationsOrganization } from '@cdktf/provider-aws/lib/organizations-organization';
import { OrganizationsOrganizationalUnit } from '@cdktf/provider-aws/lib/organizations-organizational-unit';
import { OrganizationsPolicy } from '@cdktf/provider-aws/lib/organizations-policy';
import { OrganizationsPolicyAttachment } from '@cdktf/provider-aws/lib/organizations-policy-attachment';
import type { App } from 'cdktf';
import { aiOptOutPolicy } from '../policy/ai-opt-out';
import { serviceControlPolicies } from '../policy/service-control-policies';
import type { Account, LandingZone } from '../schema/landing-zone';
import { suspendedUnit } from '../schema/settings';
import type { Contract } from './support/contract';
import { accountIdsContract, LandingZoneStack } from './support/landing-zone-stack';
import { literal } from './support/literal';
import { adopt } from './support/state-moves';

export const managementContract = {
  ...accountIdsContract,
  organizationId: 'text',
  rootId: 'text',
  ouIds: 'map',
} as const satisfies Contract;

/** Services that act in every account. The list is authoritative: a principal that is missing is switched off. */
const trustedServices = [
  'access-analyzer.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'config-multiaccountsetup.amazonaws.com',
  'config.amazonaws.com',
  'guardduty.amazonaws.com',
  'macie.amazonaws.com',
  'malware-protection.guardduty.amazonaws.com',
  'securityhub.amazonaws.com',
];

/** Services whose administrator Organizations itself registers; the others have a resource of their own. */
const plainDelegations = [
  'access-analyzer.amazonaws.com',
  'config-multiaccountsetup.amazonaws.com',
  'config.amazonaws.com',
];

const policyTypes = [
  'AISERVICES_OPT_OUT_POLICY',
  'BACKUP_POLICY',
  'DECLARATIVE_POLICY_EC2',
  'RESOURCE_CONTROL_POLICY',
  'SERVICE_CONTROL_POLICY',
  'TAG_POLICY',
];

/** The organization: OU tree, accounts, policies, and who administers which service. */
export class ManagementStack extends LandingZoneStack<typeof managementContract> {
  private readonly organization: OrganizationsOrganization;
  private readonly units = new Map<string, OrganizationsOrganizationalUnit>();
  private readonly accounts = new Map<string, OrganizationsAccount>();

  constructor(app: App, zone: LandingZone) {
    super(app, 'management', managementContract, { zone, account: zone.managementAccount });
    this.organization = this.makeOrganization();
    for (const path of zone.organizationalUnits) this.makeUnit(path);
    for (const account of zone.accounts) if (isMember(account)) this.makeAccount(account);
    this.attachPolicies();
    this.delegate();
    const idsOf = (resources: ReadonlyMap<string, { readonly id: string }>) =>
      Object.fromEntries([...resources].map(([name, { id }]) => [name, id]));
    this.publish({
      organizationId: this.organization.id,
      rootId: this.rootId,
      ouIds: idsOf(this.units),
      accountIds: idsOf(this.accounts),
    });
  }

  private get rootId(): string {
    return this.organization.roots.get(0).id;
  }

  private makeOrganization(): OrganizationsOrganization {
    const organization = new OrganizationsOrganization(this, 'organization', {
      ...this.here.home,
      featureSet: 'ALL',
      awsServiceAccessPrincipals: trustedServices,
      enabledPolicyTypes: policyTypes,
      lifecycle: this.keep,
    });
    const { adopt: existing } = this.zone.organization;
    if (existing) adopt(this, organization, existing);
    return organization;
  }

  private makeUnit(path: string): void {
    const names = path.split('/');
    const parent = this.units.get(names.slice(0, -1).join('/'));
    const unit = new OrganizationsOrganizationalUnit(this, `ou-${names.join('-')}`, {
      ...this.here.home,
      name: names.at(-1) ?? path,
      parentId: parent?.id ?? this.rootId,
    });
    this.units.set(path, unit);
  }

  private makeAccount(account: Account): void {
    const { name, email, ou, owner, state, origin, id, tags } = account;
    const closing = state === 'closing';
    const resource = new OrganizationsAccount(this, `account-${name}`, {
      ...this.here.home,
      name,
      email,
      parentId: this.findUnit(closing ? suspendedUnit : (ou ?? '')).id,
      roleName: this.zone.deployRole,
      iamUserAccessToBilling: 'DENY',
      // Only an account that is leaving is closed when it goes from the configuration.
      closeOnDeletion: closing || this.zone.protection === 'off',
      tags: { ...tags, owner },
      lifecycle: {
        ...(closing ? undefined : this.keep),
        // AWS reports neither after creation, and a change of either would replace the account.
        ignoreChanges: ['role_name', 'iam_user_access_to_billing'],
      },
    });
    if (origin === 'adopted' && id) adopt(this, resource, id);
    this.accounts.set(name, resource);
  }

  private attachPolicies(): void {
    const { name } = this.zone;
    for (const policy of serviceControlPolicies(this.zone)) {
      this.attach(`scp-${policy.name}`, policy.target, {
        name: `${name}-${policy.name}`,
        description: policy.description,
        type: 'SERVICE_CONTROL_POLICY',
        content: policy.content,
      });
    }
    this.attach('ai-opt-out', 'Root', {
      name: `${name}-ai-opt-out`,
      description: 'No AI service keeps content of ours to train itself',
      type: 'AISERVICES_OPT_OUT_POLICY',
      content: aiOptOutPolicy,
    });
  }

  private attach(
    id: string,
    target: string,
    policy: { readonly name: string; readonly description: string; readonly type: string; readonly content: string },
  ): void {
    const resource = new OrganizationsPolicy(this, id, {
      ...this.here.home,
      ...policy,
      content: literal(policy.content),
      dependsOn: [this.organization],
    });
    new OrganizationsPolicyAttachment(this, `${id}-attachment`, {
      ...this.here.home,
      policyId: resource.id,
      targetId: target === 'Root' ? this.rootId : this.findUnit(target).id,
    });
  }

  /**
   * Makes the security account administrator of the global services. The regional ones are delegated by the security stack, which
   * has to have them running before and after.
   */
  private delegate(): void {
    const adminAccountId = this.securityAccountId;
    for (const servicePrincipal of plainDelegations)
      new OrganizationsDelegatedAdministrator(this, `delegate-${servicePrincipal.split('.')[0]}`, {
        ...this.here.home,
        accountId: adminAccountId,
        servicePrincipal,
        dependsOn: [this.organization],
      });
    new CloudtrailOrganizationDelegatedAdminAccount(this, 'delegate-cloudtrail', {
      ...this.here.home,
      accountId: adminAccountId,
      dependsOn: [this.organization],
    });
  }

  private get securityAccountId(): string {
    const resource = this.accounts.get(this.zone.securityAccount.name);
    if (!resource) throw new Error('the security account is no member of the organization, and the check let it pass');
    return resource.id;
  }

  private findUnit(path: string): OrganizationsOrganizationalUnit {
    const unit = this.units.get(path);
    if (!unit) throw new Error(`there is no OU ${path}, and the check let it pass`);
    return unit;
  }
}

const isMember = ({ origin }: Account): boolean => origin === 'vended' || origin === 'adopted';
