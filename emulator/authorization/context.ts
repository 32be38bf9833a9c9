import { type ConditionKeys, type Context, contextOf } from '../../policy/iam/context';
import type { Principal } from '../../policy/iam/principal';
import { principalKeys, resourceKeys } from '../../policy/iam/principal-context';
import type { Clock } from '../toolkit/clock';
import { isObject } from '../toolkit/json';
import { tryActionFacts } from './action-facts';
import { bedrockKeys } from './condition-keys/bedrock';
import type { KeyReaders } from './condition-keys/key-reader';
import { otherKeys } from './condition-keys/others';
import { s3Keys } from './condition-keys/s3';
import { sagemakerKeys } from './condition-keys/sagemaker';
import { type JudgedCall, member, text } from './judged-call';
import type { JudgedResource } from './judged-resource';
import type { OrganizationPolicies } from './organization-policies';
import { tagKeysOfRequest, tagsOfRequest } from './request-tags';

/** Keys that services add to the global ones, read from the request. */
export const serviceKeys: KeyReaders = { ...bedrockKeys, ...otherKeys, ...s3Keys, ...sagemakerKeys };

/** Keys that end in a name of the caller's choice; they are put together below. */
export const prefixedKeys = ['aws:PrincipalTag/', 'aws:RequestTag/', 'kms:EncryptionContext:'] as const;

/** Who asks, with what the keys of a principal need beside the ARN. */
export interface Asker {
  readonly principal: Principal;
  /** Tags of the user or role, and of the session in their place. */
  readonly tags: ReadonlyMap<string, string>;
  /** What an identity provider says of them. @default nothing */
  readonly federation?: ConditionKeys;
}

/** What the context of a request is put together from. */
export interface ContextParts {
  readonly organization: OrganizationPolicies;
  readonly clock: Clock;
  readonly aliasesOf: (keyArn: string) => Promise<readonly string[]>;
}

/** What is asked of which resource. */
interface AskedOf {
  readonly action: string;
  readonly resource: JudgedResource;
  /** None where no policy asks for them. */
  readonly resourceTags: ReadonlyMap<string, string>;
}

/**
 * The condition keys that AWS would send with a call. Source: IAM User Guide, "AWS global condition context keys", and the tables
 * in `condition-keys/`.
 */
export async function contextFor(
  { organization, clock, aliasesOf }: ContextParts,
  { principal, tags, federation = {} }: Asker,
  call: JudgedCall,
  { action, resource, resourceTags }: AskedOf,
): Promise<Context> {
  const { account, region, input } = call;
  // A provider is in no organization.
  const home = principal.kind === 'federated' ? undefined : account;
  const owner = resource.account ?? (resource.arn === '*' ? account : undefined);
  const facts = await tryActionFacts(action);
  const own = Object.entries(serviceKeys).flatMap(([key, read]): [string, readonly string[]][] => {
    // A key that the action does not support is not in its request, whatever the members are called.
    const values = facts?.conditionKeys.has(key.toLowerCase()) ? read(call) : undefined;
    return values === undefined ? [] : [[key, [values].flat()]];
  });
  return contextOf(
    principalKeys(principal, organization.tryId(home)),
    owner === undefined ? {} : resourceKeys(owner, organization.tryId(owner)),
    pathKey('aws:PrincipalOrgPaths', organization.tryPath(home)),
    pathKey('aws:ResourceOrgPaths', organization.tryPath(owner)),
    connectionKeys(region, clock),
    sessionKeys(principal),
    federation,
    prefixed('aws:PrincipalTag/', tags),
    prefixed('aws:RequestTag/', tagsOfRequest(input)),
    prefixed('aws:ResourceTag/', resourceTags),
    { 'aws:TagKeys': tagKeysOfRequest(input) },
    encryptionContext(input),
    Object.fromEntries(own),
    // Out of use but for the policy that each topic has from the start (SNS Developer Guide, "aws:SourceAccount versus aws:SourceOwner").
    action.startsWith('sns:') ? { 'aws:SourceOwner': account } : {},
    action.startsWith('kms:') ? { 'kms:ResourceAliases': await aliasesOf(resource.arn) } : {},
  );
}

/** The door of the emulated AWS speaks HTTP on this machine; it stands for an endpoint of AWS, which speaks TLS. */
const connectionKeys = (region: string, clock: Clock): ConditionKeys => ({
  'aws:RequestedRegion': region,
  'aws:SecureTransport': 'true',
  'aws:SourceIp': '127.0.0.1',
  'aws:ViaAWSService': 'false',
  'aws:CurrentTime': clock.iso(),
  'aws:EpochTime': String(clock.seconds()),
});

/**
 * Keys of temporary credentials. Nobody has a root user's own credentials here, so whoever is a root user has a session of
 * sts:AssumeRoot.
 */
const sessionKeys = ({ kind }: Principal): ConditionKeys => ({
  ...(kind === 'role' && { 'aws:MultiFactorAuthPresent': 'false' }),
  ...(kind === 'root' && { 'aws:AssumedRoot': 'true' }),
});

const pathKey = (key: string, path: string | undefined): ConditionKeys => (path === undefined ? {} : { [key]: path });

const prefixed = (
  prefix: (typeof prefixedKeys)[number] | 'aws:ResourceTag/',
  values: Iterable<readonly [string, string]>,
): ConditionKeys => Object.fromEntries([...values].map(([name, value]) => [`${prefix}${name}`, value]));

function encryptionContext(input: JudgedCall['input']): ConditionKeys {
  const pairs = member(input, 'EncryptionContext');
  return isObject(pairs)
    ? prefixed(
        'kms:EncryptionContext:',
        Object.keys(pairs).map((name) => [name, text(pairs, name) ?? '']),
      )
    : {};
}
