import type { Statement } from '../../policy/iam/statement';
import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import planReads from '../parts/plan-reads.json';

/** What a run may do while it plans: read the management account and the state, and become the read role of each other account. */
export const planStatements = (zone: LandingZone): readonly Statement[] => [
  {
    Sid: 'ReadAccounts',
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    // While everything may be destroyed, plans work as the deploy role too.
    Resource: [names.readRole(zone), ...(zone.protection === 'on' ? [] : [zone.deployRole])].map(
      (role) => `arn:aws:iam::*:role/${role}`,
    ),
  },
  { Sid: 'Plan', Effect: 'Allow', Action: planReads.management, Resource: '*' },
  ...stateStatements(zone),
];

/** Reads states, and writes nothing but their locks. Source: Terraform, "Backend Type: s3", permissions with `use_lockfile`. */
function stateStatements({ backend }: LandingZone): readonly Statement[] {
  if (backend.type !== 's3') return [];
  const { bucket, region, prefix } = backend;
  const states = `arn:aws:s3:::${bucket}/${prefix}/*.tfstate`;
  return [
    { Sid: 'FindState', Effect: 'Allow', Action: 's3:ListBucket', Resource: `arn:aws:s3:::${bucket}` },
    { Sid: 'ReadState', Effect: 'Allow', Action: 's3:GetObject', Resource: [states, `${states}.tflock`] },
    {
      Sid: 'LockState',
      Effect: 'Allow',
      Action: ['s3:PutObject', 's3:DeleteObject'],
      Resource: `${states}.tflock`,
    },
    {
      Sid: 'OpenState',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: '*',
      Condition: {
        StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` },
        StringLike: {
          'kms:EncryptionContext:aws:s3:arn': [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/${prefix}/*`],
        },
      },
    },
  ];
}

/**
 * What a run may not do while it applies, although it administers the management account: open itself to others, or make a key that
 * lives longer than it. An operator applies the stack `identity`.
 */
export function applyDenials(zone: LandingZone): readonly Statement[] {
  const { id = '' } = zone.managementAccount;
  return [
    {
      Sid: 'KeepIdentity',
      Effect: 'Deny',
      Action: [
        'iam:AttachRolePolicy',
        'iam:DeleteRole',
        'iam:DeleteRolePolicy',
        'iam:DetachRolePolicy',
        'iam:PutRolePolicy',
        'iam:UpdateAssumeRolePolicy',
        'iam:UpdateRole',
      ],
      Resource: [names.planRole(zone), names.applyRole(zone)].map((role) => `arn:aws:iam::${id}:role/${role}`),
    },
    {
      Sid: 'KeepIssuers',
      Effect: 'Deny',
      Action: [
        'iam:AddClientIDToOpenIDConnectProvider',
        'iam:CreateOpenIDConnectProvider',
        'iam:CreateSAMLProvider',
        'iam:DeleteOpenIDConnectProvider',
        'iam:UpdateOpenIDConnectProviderThumbprint',
        'iam:UpdateSAMLProvider',
      ],
      Resource: '*',
    },
    {
      Sid: 'NoLongLivedKeys',
      Effect: 'Deny',
      Action: [
        'iam:CreateAccessKey',
        'iam:CreateLoginProfile',
        'iam:CreateServiceSpecificCredential',
        'iam:CreateUser',
      ],
      Resource: '*',
    },
  ];
}
