import { defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const createOidc = 'iam:CreateOpenIDConnectProvider';
const anchor = 'rolesanywhere:CreateTrustAnchor';
const activate = 'ssm:CreateActivation';
const signIn = 'sts:AssumeRoleWithWebIdentity';

/** What a token of a provider says that every account knows without being told (IAM User Guide, reference_policies_iam-condition-keys). */
const builtIn = [
  'accounts.google.com:aud',
  'cognito-identity.amazonaws.com:aud',
  'graph.facebook.com:app_id',
  'www.amazon.com:app_id',
];

export default defineControl({
  id: 'identity-federation',
  title: 'Only the landing zone decides who may sign in from outside',
  why: 'With an identity provider of their own, intruders come back even after every stolen credential was changed.',
  fix: 'Ask the platform team for the provider, the trust anchor or the activation; pods of EKS get a role through EKS Pod Identity, which needs none.',
  severity: 'high',
  where: everyAccount,
  prevent: {
    scp: [
      {
        Action: [
          'iam:AddClientIDToOpenIDConnectProvider',
          createOidc,
          'iam:CreateSAMLProvider',
          'iam:DeleteOpenIDConnectProvider',
          'iam:DeleteSAMLProvider',
          'iam:UpdateOpenIDConnectProviderThumbprint',
          'iam:UpdateSAMLProvider',
          // Certificates of an authority of one's own become credentials.
          anchor,
          'rolesanywhere:DeleteTrustAnchor',
          'rolesanywhere:DisableTrustAnchor',
          // Without the list of what was revoked, a stolen certificate is good again.
          'rolesanywhere:DeleteCrl',
          'rolesanywhere:DisableCrl',
          'rolesanywhere:UpdateCrl',
          'rolesanywhere:EnableTrustAnchor',
          'rolesanywhere:UpdateTrustAnchor',
          // The code of an activation turns any machine into a holder of the role.
          activate,
        ],
      },
    ],
    // A role may trust these without any provider in the account, and no key of IAM shows what a trust policy says.
    rcp: builtIn.map((key) => ({ Action: signIn, Condition: { Null: { [key]: 'false' } } })),
    // When sign-in is what broke, the emergency role has to mend it.
    exempt: ['deployRole', 'breakGlass'],
  },
  promises: [
    {
      that: 'Nobody lets another provider sign people or machines in, but the deployment and in an emergency',
      deny: {
        Action: [
          'iam:CreateOpenIDConnectProvider',
          'iam:CreateSAMLProvider',
          'rolesanywhere:CreateTrustAnchor',
          'ssm:CreateActivation',
        ],
      },
      exempt: ['deployRole', 'breakGlass'],
    },
    {
      that: 'Nobody comes by an account of Google that a role trusts',
      by: 'rcp',
      deny: { Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringLike: { 'accounts.google.com:aud': '*' } } },
      exempt: ['deployRole', 'breakGlass'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-2', 'IA-2', 'IA-8']),
    judged('hipaa', ['164.308(a)(4)(ii)(B)', '164.312(d)']),
    judged('gdpr', ['Art. 32']),
    judged('soc-2', ['CC6.1', 'CC6.2']),
    judged('pci-dss', ['7.2.2']),
  ],
  examples: [
    { when: 'a developer trusts a private repository', action: createOidc, denied: true },
    {
      when: 'a developer replaces the metadata of a SAML provider',
      action: 'iam:UpdateSAMLProvider',
      resource: 'arn:aws:iam::111122223333:saml-provider/corporate',
      denied: true,
    },
    { when: 'a developer trusts certificates of an own authority', action: anchor, denied: true },
    { when: 'a developer lets machines elsewhere hold a role', action: activate, denied: true },
    ...builtIn.map((key) => ({
      when: `somebody signs in whose token says ${key}`,
      action: signIn,
      context: { [key]: 'anybody' },
      denied: true,
    })),
    {
      when: 'a pipeline signs in by the provider of the company',
      action: signIn,
      context: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
      denied: false,
    },
    { when: 'the landing zone makes a provider', action: createOidc, principal: 'deployRole', denied: false },
    {
      when: 'the emergency role makes a provider',
      action: 'iam:UpdateSAMLProvider',
      principal: 'breakGlass',
      denied: false,
    },
    {
      when: 'IAM Identity Center makes its own provider in the account',
      action: 'iam:CreateSAMLProvider',
      principal: 'aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO',
      denied: false,
    },
  ],
});
