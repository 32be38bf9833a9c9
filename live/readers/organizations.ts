import {
  type Account,
  DescribeOrganizationCommand,
  DescribePolicyCommand,
  OrganizationsClient,
  type PolicyType,
  paginateListAccounts,
  paginateListAccountsForParent,
  paginateListAWSServiceAccessForOrganization,
  paginateListDelegatedServicesForAccount,
  paginateListOrganizationalUnitsForParent,
  paginateListParents,
  paginateListPolicies,
  paginateListRoots,
  paginateListTargetsForPolicy,
} from '@aws-sdk/client-organizations';
import type { Place } from '../live-aws';
import { type Attributes, type Reader, text } from '../reader';

/** Every account of the organization, one that is closed among them. */
export const accountsOf = async (at: Place) =>
  (await at.pages(OrganizationsClient, paginateListAccounts, {})).flatMap(({ Accounts = [] }) => Accounts);

/** AWS gives an account its id, and knows it by the address of its root user. */
export const tryByAddress = (accounts: readonly Account[], email: string): Account | undefined =>
  accounts.find(({ Email = '' }) => Email.toLowerCase() === email.toLowerCase());

const trustedServices = async (at: Place) =>
  (await at.pages(OrganizationsClient, paginateListAWSServiceAccessForOrganization, {})).flatMap(
    ({ EnabledServicePrincipals = [] }) =>
      EnabledServicePrincipals.flatMap(({ ServicePrincipal = [] }) => ServicePrincipal),
  );

async function delegation(at: Place, account: string, service: string): Promise<boolean> {
  const pages = await at.pages(OrganizationsClient, paginateListDelegatedServicesForAccount, { AccountId: account });
  return pages.some(({ DelegatedServices = [] }) =>
    DelegatedServices.some((each) => each.ServicePrincipal === service),
  );
}

async function parentOf(at: Place, account: string, wanted: string): Promise<string | undefined> {
  const there = await at.pages(OrganizationsClient, paginateListAccountsForParent, { ParentId: wanted });
  // One call for all accounts of an OU; ListParents would be one for each, and holds up whoever else asks.
  if (there.some(({ Accounts = [] }) => Accounts.some(({ Id }) => Id === account))) return wanted;
  return presentParentOf(at, account);
}

async function presentParentOf(at: Place, account: string): Promise<string | undefined> {
  const pages = await at.pages(OrganizationsClient, paginateListParents, { ChildId: account });
  return pages.flatMap(({ Parents = [] }) => Parents)[0]?.Id;
}

const account: Reader = {
  async read(at, wanted) {
    const email = text(wanted, 'email');
    const all = await accountsOf(at);
    const found = tryByAddress(all, email) ?? all.find(({ Name }) => Name === wanted.name);
    if (!found?.Id) return undefined;
    const state = found.State ?? found.Status;
    return {
      id: found.Id,
      arn: found.Arn,
      name: found.Name,
      email: found.Email?.toLowerCase() === email.toLowerCase() ? wanted.email : found.Email,
      state,
      // The OU of an account that is closed may be gone.
      parent_id:
        state === 'ACTIVE'
          ? await parentOf(at, found.Id, text(wanted, 'parent_id'))
          : await presentParentOf(at, found.Id),
    };
  },
  also: () => ({ state: 'ACTIVE' }),
  unread: {
    close_on_deletion: 'is Terraform’s own',
    role_name: 'AWS does not return it',
    iam_user_access_to_billing: 'AWS does not return it',
    tags: 'asked account by account, and no promise hangs on it',
  },
};

const organization: Reader = {
  async read(at) {
    const { Organization } = await at.ask(OrganizationsClient, new DescribeOrganizationCommand({}));
    const roots = (await at.pages(OrganizationsClient, paginateListRoots, {})).flatMap(({ Roots = [] }) => Roots);
    return {
      id: Organization?.Id,
      arn: Organization?.Arn,
      feature_set: Organization?.FeatureSet,
      roots: roots.map(({ Id }) => ({ id: Id })),
      enabled_policy_types: (roots[0]?.PolicyTypes ?? []).flatMap(({ Type, Status }) =>
        Status === 'ENABLED' ? [Type] : [],
      ),
      aws_service_access_principals: await trustedServices(at),
    };
  },
};

const unit: Reader = {
  async read(at, wanted) {
    const ParentId = text(wanted, 'parent_id');
    const pages = await at.pages(OrganizationsClient, paginateListOrganizationalUnitsForParent, { ParentId });
    const found = pages
      .flatMap(({ OrganizationalUnits = [] }) => OrganizationalUnits)
      .find(({ Name }) => Name === wanted.name);
    return found && { id: found.Id, arn: found.Arn, name: found.Name, parent_id: ParentId };
  },
  unread: { tags: 'no promise hangs on it' },
};

const policy: Reader = {
  async read(at, wanted) {
    const Filter = text(wanted, 'type') as PolicyType;
    const pages = await at.pages(OrganizationsClient, paginateListPolicies, { Filter });
    const found = pages.flatMap(({ Policies = [] }) => Policies).find(({ Name }) => Name === wanted.name);
    if (!found?.Id) return undefined;
    const { Policy } = await at.ask(OrganizationsClient, new DescribePolicyCommand({ PolicyId: found.Id }));
    const { Name: name, Description: description, Type: type, Arn: arn } = found;
    return { id: found.Id, arn, name, description, type, content: Policy?.Content };
  },
  unread: { tags: 'no promise hangs on it' },
};

const attachment: Reader = {
  async read(at, wanted) {
    const PolicyId = text(wanted, 'policy_id');
    const pages = await at.pages(OrganizationsClient, paginateListTargetsForPolicy, { PolicyId });
    const found = pages.some(({ Targets = [] }) => Targets.some(({ TargetId }) => TargetId === wanted.target_id));
    return found ? { policy_id: PolicyId, target_id: wanted.target_id } : undefined;
  },
};

const delegatedAdministrator: Reader = {
  async read(at, { account_id, service_principal }) {
    const found = await delegation(at, String(account_id), String(service_principal));
    return found ? { account_id, service_principal } : undefined;
  },
};

const trailAdministrator: Reader = {
  async read(at, { account_id }) {
    return (await delegation(at, String(account_id), 'cloudtrail.amazonaws.com')) ? { account_id } : undefined;
  },
};

const ramSharing: Reader = {
  async read(at): Promise<Attributes | undefined> {
    return (await trustedServices(at)).includes('ram.amazonaws.com') ? {} : undefined;
  },
};

export const readers: Readonly<Record<string, Reader>> = {
  aws_organizations_account: account,
  aws_organizations_organization: organization,
  aws_organizations_organizational_unit: unit,
  aws_organizations_policy: policy,
  aws_organizations_policy_attachment: attachment,
  aws_organizations_delegated_administrator: delegatedAdministrator,
  aws_cloudtrail_organization_delegated_admin_account: trailAdministrator,
  aws_ram_sharing_with_organization: ramSharing,
};
