import { approver, call, engineer, responder, role, scientist } from '../proofs/calls';
import { administrator, deployer, emergency, impostors, outsider, type Room, stopped } from './path';

const deployRole = role('OrganizationAccountAccessRole');
const signIn = 'sts:AssumeRoleWithWebIdentity';
const anybody = { ...outsider, name: 'anybody' };
const anchor = 'arn:aws:rolesanywhere:eu-central-1:{account}:trust-anchor/a1b2c3';

export const identity: Room = {
  'Nobody passes for a role that is exempt': [
    ...stopped(
      'identity-protected-roles',
      'ml-production',
      call(administrator, 'makes a role of that name', 'iam:CreateRole', role('BreakGlass')),
      call(administrator, 'lets itself take the deploy role', 'iam:UpdateAssumeRolePolicy', deployRole),
      call(administrator, 'gives it more rights', 'iam:AttachRolePolicy', deployRole),
      call(administrator, 'writes them into it', 'iam:PutRolePolicy', deployRole),
      call(engineer, 'deletes it, to make it again', 'iam:DeleteRole', deployRole),
      call(engineer, 'takes the limit off', 'iam:DeleteRolePermissionsBoundary', role('ModelApprover')),
      call(scientist, 'makes itself a steward', 'iam:UpdateAssumeRolePolicy', role('DataSteward')),
      call(responder, 'makes itself an approver', 'iam:CreateRole', role('ModelApprover')),
      call(emergency, 'changes the deploy role', 'iam:UpdateAssumeRolePolicy', deployRole),
      call(engineer, 'opens the role of the recorder', 'iam:UpdateAssumeRolePolicy', role('acme-ai-config-recorder')),
      call(engineer, 'opens the role of the copies', 'iam:PutRolePolicy', role('acme-ai-prompt-replication')),
      call(scientist, 'takes the role of a researcher', 'iam:UpdateAssumeRolePolicy', role('ClinicalResearcher')),
      ...impostors('OrganizationAccountAccessRole').map((impostor) =>
        call(impostor, 'takes the deploy role over', 'iam:UpdateAssumeRolePolicy', deployRole),
      ),
    ),
  ],
  'Nobody signs in whom the company does not know': [
    ...stopped(
      'identity-federation',
      'ml-production',
      call(administrator, 'trusts its own repository', 'iam:CreateOpenIDConnectProvider'),
      call(engineer, 'lets one more client in', 'iam:AddClientIDToOpenIDConnectProvider'),
      call(engineer, 'trusts its own directory', 'iam:CreateSAMLProvider'),
      call(engineer, 'replaces what the directory says', 'iam:UpdateSAMLProvider'),
      call(engineer, 'trusts certificates of its own', 'rolesanywhere:CreateTrustAnchor'),
      call(engineer, 'changes whose certificates are trusted', 'rolesanywhere:UpdateTrustAnchor', anchor),
      call(engineer, 'trusts an old authority again', 'rolesanywhere:EnableTrustAnchor', anchor),
      call(engineer, 'forgets which certificates were revoked', 'rolesanywhere:DeleteCrl'),
      call(engineer, 'looks at that list no more', 'rolesanywhere:DisableCrl'),
      call(engineer, 'empties it', 'rolesanywhere:UpdateCrl'),
      call(engineer, 'gives a role to a machine at home', 'ssm:CreateActivation'),
      call(anybody, 'comes by Google', signIn, role('feature-reader'), { 'accounts.google.com:aud': 'app' }),
      call(anybody, 'comes by Facebook', signIn, role('feature-reader'), { 'graph.facebook.com:app_id': 'app' }),
      call(anybody, 'comes by Amazon', signIn, role('feature-reader'), { 'www.amazon.com:app_id': 'app' }),
      call(anybody, 'comes by an identity pool', signIn, role('feature-reader'), {
        'cognito-identity.amazonaws.com:aud': 'pool',
      }),
    ),
    ...stopped(
      'identity-federation',
      'log-archive',
      call(anybody, 'comes by Google to the logs', signIn, role('reader'), { 'accounts.google.com:aud': 'app' }),
      call(administrator, 'trusts certificates of its own', 'rolesanywhere:CreateTrustAnchor'),
    ),
    ...stopped(
      'identity-account-instances',
      'ml-production',
      call(deployer, 'makes a second sign-in', 'sso:CreateInstance'),
      call(administrator, 'makes a second sign-in', 'sso:CreateInstance'),
    ),
    ...stopped(
      'data-perimeter-sts',
      'ml-production',
      call(outsider, 'takes a role', 'sts:AssumeRole', role('feature-reader')),
    ),
    ...stopped(
      'data-perimeter-sts',
      'log-archive',
      call(outsider, 'takes the role of an auditor', 'sts:AssumeRole', role('auditor')),
    ),
  ],
  'No credential lasts': [
    ...stopped(
      'identity-no-users',
      'ml-production',
      call(administrator, 'makes a user', 'iam:CreateUser'),
      call(administrator, 'makes a key', 'iam:CreateAccessKey'),
      call(administrator, 'gives a user a password', 'iam:CreateLoginProfile'),
      call(administrator, 'gives a user another password', 'iam:UpdateLoginProfile'),
      call(deployer, 'makes a key for a pipeline', 'iam:CreateAccessKey'),
    ),
    ...stopped('identity-no-users', 'sandbox', call(approver, 'makes a key', 'iam:CreateAccessKey')),
    ...stopped(
      'identity-password-policy',
      'ml-production',
      call(administrator, 'allows short passwords', 'iam:UpdateAccountPasswordPolicy'),
      call(emergency, 'allows any', 'iam:DeleteAccountPasswordPolicy'),
    ),
  ],
};
