import {
  GetAccountPasswordPolicyCommand,
  GetOpenIDConnectProviderCommand,
  IAMClient,
  ListOrganizationsFeaturesCommand,
  paginateGetAccountAuthorizationDetails,
  type RoleDetail,
} from '@aws-sdk/client-iam';
import type { Place } from '../live-aws';
import { type Reader, snake } from '../reader';

/** All roles of an account with their policies: a call or two, however many roles. */
async function tryRole(at: Place, name: unknown): Promise<RoleDetail | undefined> {
  const pages = await at.pages(IAMClient, paginateGetAccountAuthorizationDetails, { Filter: ['Role'] });
  return pages.flatMap(({ RoleDetailList = [] }) => RoleDetailList).find(({ RoleName }) => RoleName === name);
}

const role: Reader = {
  async read(at, wanted) {
    const found = await tryRole(at, wanted.name);
    return (
      found && {
        id: found.RoleName,
        arn: found.Arn,
        name: found.RoleName,
        path: found.Path,
        assume_role_policy: decoded(found.AssumeRolePolicyDocument),
        permissions_boundary: found.PermissionsBoundary?.PermissionsBoundaryArn,
        inline_policies: (found.RolePolicyList ?? []).map(({ PolicyName }) => PolicyName),
        managed_policies: (found.AttachedManagedPolicies ?? []).map(({ PolicyArn }) => PolicyArn),
      }
    );
  },
  unread: {
    description: 'IAM does not list it, and no promise hangs on it',
    tags: 'no promise hangs on it',
    max_session_duration: 'IAM does not list it',
    force_detach_policies: 'is Terraform’s own',
  },
};

const rolePolicy: Reader = {
  async read(at, { role: roleName, name }) {
    const policies = (await tryRole(at, roleName))?.RolePolicyList ?? [];
    const found = policies.find(({ PolicyName }) => PolicyName === name);
    return found && { role: roleName, name, policy: decoded(found.PolicyDocument) };
  },
};

const attachment: Reader = {
  async read(at, { role: roleName, policy_arn }) {
    const attached = (await tryRole(at, roleName))?.AttachedManagedPolicies ?? [];
    return attached.some(({ PolicyArn }) => PolicyArn === policy_arn) ? { role: roleName, policy_arn } : undefined;
  },
};

/** IAM writes documents as parts of URLs. */
const decoded = (document: string | undefined): string | undefined =>
  document?.startsWith('%7B') ? decodeURIComponent(document) : document;

const passwordPolicy: Reader = {
  async read(at) {
    const { PasswordPolicy } = await at.ask(IAMClient, new GetAccountPasswordPolicyCommand({}));
    const { require_uppercase_characters, require_lowercase_characters, ...others } = snake(PasswordPolicy) as Record<
      string,
      unknown
    >;
    // IAM leaves out what is off.
    return { hard_expiry: false, ...others, require_uppercase_characters, require_lowercase_characters };
  },
};

const organizationsFeatures: Reader = {
  async read(at) {
    const { EnabledFeatures } = await at.ask(IAMClient, new ListOrganizationsFeaturesCommand({}));
    return { enabled_features: EnabledFeatures };
  },
};

const openIdConnectProvider: Reader = {
  async read(at, wanted) {
    const url = String(wanted.url);
    const OpenIDConnectProviderArn = `arn:aws:iam::${at.account}:oidc-provider/${url.replace('https://', '')}`;
    const found = await at.ask(IAMClient, new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn }));
    // IAM leaves out the scheme.
    return { arn: OpenIDConnectProviderArn, url: found.Url && url, client_id_list: found.ClientIDList };
  },
  unread: { tags: 'no promise hangs on it' },
};

export const readers: Readonly<Record<string, Reader>> = {
  aws_iam_role: role,
  aws_iam_role_policy: rolePolicy,
  aws_iam_role_policy_attachment: attachment,
  aws_iam_account_password_policy: passwordPolicy,
  aws_iam_openid_connect_provider: openIdConnectProvider,
  aws_iam_organizations_features: organizationsFeatures,
};
