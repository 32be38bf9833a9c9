import { findAccount } from '../../policy/guardrails/simulation/accounts';
import type { Statement } from '../../policy/iam/statement';
import { pascalCase } from '../../schema/text';
import type { LandingZoneStack } from '../kernel/landing-zone-stack';
import type { AiAccount } from './context';

/** A model package group with the ids of the accounts that it is shared with, twelve digits or their tokens. */
export interface SharedGroup {
  readonly name: string;
  readonly deployers: readonly string[];
  readonly trainers: readonly string[];
}

/** Those of the account's groups that any other account has to do with. The id of an account is one token, however often it is named. */
export function sharedGroups(stack: LandingZoneStack, account: AiAccount): SharedGroup[] {
  const ids = (names: readonly string[]) => names.map((name) => stack.accountId(findAccount(stack.zone, name)));
  return account.ai.registry.groups
    .map(({ name, deployers, trainers }) => ({ name, deployers: ids(deployers), trainers: ids(trainers) }))
    .filter(({ deployers, trainers }) => deployers.length + trainers.length > 0);
}

/** Which role of the account it is, its own IAM policies say. */
const accounts = (ids: readonly string[]) => ({ AWS: ids.map((id) => `arn:aws:iam::${id}:root`) });

/** Leaves out what nobody is granted: a policy takes no empty list. */
const granted = (ids: readonly string[], statement: Omit<Statement, 'Effect' | 'Principal'>): Statement[] =>
  ids.length === 0 ? [] : [{ Effect: 'Allow', Principal: accounts(ids), ...statement }];

const everyone = ({ deployers, trainers }: SharedGroup): string[] => [...new Set([...deployers, ...trainers])];

/**
 * The resource policy of a group. Nobody outside is granted UpdateModelPackage: versions are approved where the group is. Actions and
 * resources: SageMaker Developer Guide, model-registry-deploy-xaccount.
 */
export function groupPolicyStatements(shared: SharedGroup, groupArn: string, versionArns: string): Statement[] {
  return [
    ...granted(everyone(shared), {
      Sid: 'DescribeGroup',
      Action: 'sagemaker:DescribeModelPackageGroup',
      Resource: groupArn,
    }),
    ...granted(everyone(shared), {
      Sid: 'ReadVersions',
      Action: ['sagemaker:BatchDescribeModelPackage', 'sagemaker:DescribeModelPackage', 'sagemaker:ListModelPackages'],
      Resource: versionArns,
    }),
    ...granted(shared.deployers, { Sid: 'DeployVersions', Action: 'sagemaker:CreateModel', Resource: versionArns }),
    ...granted(shared.trainers, {
      Sid: 'RegisterUnapproved',
      Action: 'sagemaker:CreateModelPackage',
      Resource: [groupArn, versionArns],
      Condition: { StringEqualsIfExists: { 'sagemaker:ModelApprovalStatus': 'PendingManualApproval' } },
    }),
  ];
}

/** What the bucket of model artifacts grants: each group has a folder of its name there. */
export const artifactStatements = (groups: readonly SharedGroup[], bucketArn: string): Statement[] =>
  groups.flatMap(({ name, deployers, trainers }) => {
    const subject = pascalCase(name);
    return [
      ...granted(deployers, {
        Sid: `Read${subject}`,
        Action: 's3:GetObject',
        Resource: `${bucketArn}/${name}/*`,
      }),
      ...granted(deployers, {
        Sid: `List${subject}`,
        Action: 's3:ListBucket',
        Resource: bucketArn,
        Condition: { StringLike: { 's3:prefix': `${name}/*` } },
      }),
      ...granted(trainers, {
        Sid: `Write${subject}`,
        Action: 's3:PutObject',
        Resource: `${bucketArn}/${name}/*`,
      }),
    ];
  });

/** What the key grants: through S3 and for that bucket only, since it encrypts training data too. */
export function artifactKeyStatements(groups: readonly SharedGroup[], bucketArn: string, region: string): Statement[] {
  const Condition = {
    StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` },
    StringLike: { 'kms:EncryptionContext:aws:s3:arn': [bucketArn, `${bucketArn}/*`] },
  };
  const all = (ids: (group: SharedGroup) => readonly string[]) => [...new Set(groups.flatMap(ids))];
  return [
    ...granted(all(everyone), { Sid: 'ReadModels', Action: 'kms:Decrypt', Resource: '*', Condition }),
    ...granted(
      all(({ trainers }) => trainers),
      { Sid: 'WriteModels', Action: 'kms:GenerateDataKey', Resource: '*', Condition },
    ),
  ];
}
