import { isObject } from '../../toolkit/json';
import { at, deepTexts, type JudgedCall, member, text, texts } from '../judged-call';
import type { KeyReaders } from './key-reader';

const named =
  (...names: readonly string[]) =>
  ({ input }: JudgedCall) =>
    names.map((name) => text(input, name)).find((value) => value !== undefined);

const deep =
  (...names: readonly string[]) =>
  ({ input }: JudgedCall) =>
    deepTexts(input, names);

/** A member that counts as `false` where the request leaves it out. */
const flag =
  (...names: readonly string[]) =>
  (call: JudgedCall) =>
    named(...names)(call) ?? 'false';

/** Keys of KMS. Source: KMS Developer Guide, "AWS KMS condition keys". */
const kmsKeys: KeyReaders = {
  'kms:BypassPolicyLockoutSafetyCheck': flag('BypassPolicyLockoutSafetyCheck'),
  'kms:CallerAccount': ({ account }) => account,
  'kms:EncryptionAlgorithm': named('EncryptionAlgorithm'),
  'kms:EncryptionContextKeys': ({ input }) => Object.keys(asObject(member(input, 'EncryptionContext'))),
  // True only of a grant that a service makes for a caller.
  'kms:GrantIsForAWSResource': () => 'false',
  'kms:GrantOperations': ({ input }) => texts(member(input, 'Operations')),
  'kms:GranteePrincipal': named('GranteePrincipal'),
  'kms:KeyOrigin': named('Origin'),
  'kms:KeySpec': named('KeySpec', 'CustomerMasterKeySpec'),
  'kms:KeyUsage': named('KeyUsage'),
  'kms:MultiRegion': named('MultiRegion'),
  'kms:ReplicaRegion': named('ReplicaRegion'),
  'kms:RequestAlias': ({ input }) => /^(?:arn:.*:)?(alias\/.+)$/.exec(text(input, 'KeyId') ?? '')?.[1],
  'kms:RetiringPrincipal': named('RetiringPrincipal'),
  'kms:RotationPeriodInDays': named('RotationPeriodInDays'),
  'kms:ScheduleKeyDeletionPendingWindowInDays': ({ input }) => text(input, 'PendingWindowInDays') ?? '30',
};

/** Keys of IAM and STS. Source: Service Authorization Reference; IAM User Guide, "IAM and AWS STS condition context keys". */
const identityKeys: KeyReaders = {
  'iam:AWSServiceName': named('AWSServiceName'),
  'iam:PassedToService': named('PassedToService'),
  'iam:PermissionsBoundary': named('PermissionsBoundary'),
  'iam:PolicyARN': named('PolicyArn'),
  'iam:ServiceSpecificCredentialServiceName': named('ServiceName'),
  'sts:DurationSeconds': named('DurationSeconds'),
  'sts:ExternalId': named('ExternalId'),
  'sts:RoleSessionName': named('RoleSessionName'),
  'sts:SourceIdentity': named('SourceIdentity'),
  'sts:TaskPolicyArn': ({ input }) => texts(at(input, ['TaskPolicyArn', 'arn']) ?? at(input, ['TaskPolicyArn', 'Arn'])),
  'sts:TransitiveTagKeys': ({ input }) => texts(member(input, 'TransitiveTagKeys')),
};

/** Groups and accounts that a snapshot or an image is opened to. */
const permission =
  (change: 'Add' | 'Remove', kind: 'Group' | 'UserId') =>
  ({ input }: JudgedCall) =>
    ['LaunchPermission', 'CreateVolumePermission']
      .flatMap((name) => list(at(input, [name, change])))
      .flatMap((item) => texts(isObject(item) ? member(item, kind) : undefined));

/** The public address that a launch asks for, at the instance or at its first interface. */
const networkInterface = ({ input }: JudgedCall): string | undefined =>
  deepTexts(member(input, 'NetworkInterface'), ['AssociatePublicIpAddress'])[0];

/** Keys of EC2, whose query protocol names lists in the singular. Source: Service Authorization Reference. */
const ec2Keys: KeyReaders = {
  'ec2:Add/group': permission('Add', 'Group'),
  'ec2:Add/userId': permission('Add', 'UserId'),
  'ec2:AssociatePublicIpAddress': networkInterface,
  'ec2:Attribute/AssociatePublicIpAddress': deep('AssociatePublicIpAddress'),
  'ec2:Attribute/HttpTokens': deep('HttpTokens'),
  'ec2:Attribute/MapPublicIpOnLaunch': deep('MapPublicIpOnLaunch', 'Value'),
  'ec2:InstanceType': named('InstanceType'),
  'ec2:MetadataHttpTokens': ({ input }) => texts(at(input, ['MetadataOptions', 'HttpTokens'])),
  'ec2:Region': ({ region }) => region,
  'ec2:Remove/group': permission('Remove', 'Group'),
};

/** Keys of other services. Source: Service Authorization Reference. */
export const otherKeys: KeyReaders = {
  ...kmsKeys,
  ...identityKeys,
  ...ec2Keys,
  'account:AlternateContactTypes': named('AlternateContactType'),
  'account:TargetRegion': named('RegionName'),
  'lambda:FunctionUrlAuthType': named('FunctionUrlAuthType', 'AuthType'),
  'lambda:Principal': named('Principal'),
  'organizations:PolicyType': named('PolicyType', 'Type', 'Filter'),
  'organizations:ServicePrincipal': named('ServicePrincipal'),
  'ram:Principal': ({ input }) => texts(member(input, 'principals')),
  'ram:RequestedAllowsExternalPrincipals': named('allowExternalPrincipals'),
  'ram:ResourceArn': ({ input }) => texts(member(input, 'resourceArns')),
  'sns:Endpoint': named('Endpoint'),
  'sns:Protocol': named('Protocol'),
};

const asObject = (value: unknown): object => (isObject(value) ? value : {});

const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
