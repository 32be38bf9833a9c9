import { GetAlternateContactCommand } from '@aws-sdk/client-account';
import {
  GetAccountPasswordPolicyCommand,
  GetLoginProfileCommand,
  GetPolicyVersionCommand,
  ListAccessKeysCommand,
  ListAttachedUserPoliciesCommand,
  ListEntitiesForPolicyCommand,
  ListMFADevicesCommand,
  ListUserPoliciesCommand,
  type PasswordPolicy,
  paginateListPolicies,
  paginateListUsers,
  type User,
} from '@aws-sdk/client-iam';
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations';
import { tryParseStatements } from '../documents';
import { account, eachOf, type Finding, finding, type Judge, type Parameters, tryAsk, unless } from '../judge';
import type { Place } from '../place';

const users = (place: Place): Promise<readonly User[]> =>
  place.once('users', async () => {
    const found: User[] = [];
    for await (const { Users = [] } of paginateListUsers({ client: place.ask.iam }, {})) found.push(...Users);
    return found;
  });

/** Judges users, each by what IAM tells of it. */
const user =
  (tryFault: (iam: Place['ask']['iam'], user: User) => Promise<string | undefined>): Judge =>
  async (place) =>
    Promise.all(
      (await users(place)).map(async (each) => finding(each.UserName ?? '?', await tryFault(place.ask.iam, each))),
    );

/** Policies that customers wrote and that are not boundaries only, in their default version. */
const policies = async ({ ask: { iam } }: Place) => {
  const found: { readonly arn: string | undefined; readonly document: string | undefined }[] = [];
  for await (const { Policies = [] } of paginateListPolicies({ client: iam }, { Scope: 'Local' }))
    for (const { Arn: PolicyArn, DefaultVersionId: VersionId } of Policies) {
      const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }));
      found.push({ arn: PolicyArn, document: PolicyVersion?.Document && decodeURIComponent(PolicyVersion.Document) });
    }
  return found;
};

/** Whom a policy is attached to; each is at fault. */
async function holders({ ask: { iam } }: Place, PolicyArn: string): Promise<readonly Finding[]> {
  const answer = await tryAsk(iam.send(new ListEntitiesForPolicyCommand({ PolicyArn })), 'NoSuchEntityException');
  const { PolicyGroups = [], PolicyRoles = [], PolicyUsers = [] } = answer ?? {};
  const names = [
    ...PolicyGroups.map(({ GroupName }) => GroupName),
    ...PolicyRoles.map(({ RoleName }) => RoleName),
    ...PolicyUsers.map(({ UserName }) => UserName),
  ];
  return names.map((name = '?') => finding(name, `it has ${PolicyArn}`));
}

/** Parameters of IAM_PASSWORD_POLICY beside the members of the policy, with how each is met. */
const demands: Readonly<Record<string, (policy: PasswordPolicy, wanted: string) => boolean>> = {
  RequireUppercaseCharacters: (policy, wanted) => String(policy.RequireUppercaseCharacters) === wanted,
  RequireLowercaseCharacters: (policy, wanted) => String(policy.RequireLowercaseCharacters) === wanted,
  RequireSymbols: (policy, wanted) => String(policy.RequireSymbols) === wanted,
  RequireNumbers: (policy, wanted) => String(policy.RequireNumbers) === wanted,
  MinimumPasswordLength: ({ MinimumPasswordLength = 0 }, wanted) => MinimumPasswordLength >= Number(wanted),
  PasswordReusePrevention: ({ PasswordReusePrevention = 0 }, wanted) => PasswordReusePrevention >= Number(wanted),
  MaxPasswordAge: ({ MaxPasswordAge = Number.POSITIVE_INFINITY }, wanted) => MaxPasswordAge <= Number(wanted),
};

async function tryPasswordFault({ ask: { iam } }: Place, parameters: Parameters): Promise<string | undefined> {
  const answer = await tryAsk(iam.send(new GetAccountPasswordPolicyCommand({})), 'NoSuchEntityException');
  const policy = answer?.PasswordPolicy;
  if (policy === undefined) return 'there is no password policy';
  const unmet = Object.entries(parameters).filter(([name, wanted]) => !demands[name]?.(policy, wanted));
  return unless(unmet.length === 0, `not met: ${unmet.map(([name]) => name).join(', ')}`);
}

/** Rules about identities and the account itself. Source of each sentence: AWS Config Developer Guide, the page of the rule. */
export const identityRules: Readonly<Record<string, Judge>> = {
  // "Checks if an AWS account is part of AWS Organizations."
  ACCOUNT_PART_OF_ORGANIZATIONS: account(async ({ ask: { organizations } }) => {
    const answer = await tryAsk(
      organizations.send(new DescribeOrganizationCommand({})),
      'AWSOrganizationsNotInUseException',
    );
    return unless(answer?.Organization !== undefined, 'it is in no organization');
  }),
  // "This rule is NON_COMPLIANT if the account password policy does not meet the specified requirements."
  IAM_PASSWORD_POLICY: account(tryPasswordFault),
  // "The rule is NON_COMPLIANT if the policy ARN is attached to the IAM resource."
  IAM_POLICY_BLACKLISTED_CHECK: async (place, { policyArns = '' }) =>
    (await Promise.all(policyArns.split(',').map((arn) => holders(place, arn)))).flat(),
  // "NON_COMPLIANT if any customer managed IAM policy statement includes "Effect": "Allow" with "Action": "*" over "Resource": "*"."
  IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS: eachOf(
    policies,
    ({ arn }) => arn,
    ({ document }) => {
      const allowsAll = tryParseStatements(document).some(
        ({ Effect, Action, Resource }) =>
          Effect === 'Allow' && [Action].flat().includes('*') && [Resource].flat().includes('*'),
      );
      return unless(!allowsAll, 'it allows everything on everything');
    },
  ),
  // "The rule is NON_COMPLIANT if there is at least one IAM user with policies attached."
  IAM_USER_NO_POLICIES_CHECK: user(async (iam, { UserName }) => {
    const { AttachedPolicies = [] } = await iam.send(new ListAttachedUserPoliciesCommand({ UserName }));
    const { PolicyNames = [] } = await iam.send(new ListUserPoliciesCommand({ UserName }));
    return unless(AttachedPolicies.length + PolicyNames.length === 0, 'it has policies of its own');
  }),
  // "Checks whether MFA is enabled for all AWS Identity and Access Management (IAM) users that use a console password."
  MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS: user(async (iam, { UserName }) => {
    const login = await tryAsk(iam.send(new GetLoginProfileCommand({ UserName })), 'NoSuchEntityException');
    if (login === undefined) return undefined;
    const { MFADevices = [] } = await iam.send(new ListMFADevicesCommand({ UserName }));
    return unless(MFADevices.length > 0, 'it signs in without a second factor');
  }),
  // "The rule is NON_COMPLIANT if the access keys have not been rotated for more than maxAccessKeyAge number of days." The clock of
  // the emulated AWS stands, so that only a key from before it could be too old: what is judged is that there is none to be rotated.
  ACCESS_KEYS_ROTATED: user(async (iam, { UserName }) => {
    const { AccessKeyMetadata = [] } = await iam.send(new ListAccessKeysCommand({ UserName }));
    return unless(AccessKeyMetadata.length === 0, 'it has an access key, which ages');
  }),
  // "NON_COMPLIANT if security contact information within the account is not provided."
  SECURITY_ACCOUNT_INFORMATION_PROVIDED: account(async ({ ask }) => {
    const contact = await tryAsk(
      ask.account.send(new GetAlternateContactCommand({ AlternateContactType: 'SECURITY' })),
      'ResourceNotFoundException',
    );
    return unless(contact?.AlternateContact !== undefined, 'it has no security contact');
  }),
};
