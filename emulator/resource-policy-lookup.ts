import type { DescribeKeyResponse, GetKeyPolicyResponse, ListAliasesResponse } from '@aws-sdk/client-kms';
import { askIam } from './services/iam/ask';
import { jsonCall } from './toolkit/json-call';
import { elementsOf, tryElement } from './toolkit/xml';
import type { Moto } from './world';

/** A bucket as a service sees it that is about to write there. */
export interface Bucket {
  readonly region: string;
  /** Undefined where the bucket has no policy. */
  readonly policy: string | undefined;
}

/** Finds a bucket by name in whichever account owns it. */
export async function findBucket(moto: Moto, name: string, caller: string): Promise<Bucket | undefined> {
  const ask = (query: string) =>
    moto.request({ account: caller, region: 'us-east-1', service: 's3', path: `/${name}?${query}` });
  const location = await ask('location');
  if (location.status !== 200) return undefined;
  const policy = await ask('policy');
  return {
    region: tryElement(location.body, 'LocationConstraint') || 'us-east-1',
    policy: policy.status === 200 ? policy.body : undefined,
  };
}

/** Whether Object Lock keeps each new object of the bucket for a default retention period. */
export async function hasDefaultRetention(moto: Moto, bucket: string, caller: string): Promise<boolean> {
  const path = `/${bucket}?object-lock`;
  const { body } = await moto.request({ account: caller, region: 'us-east-1', service: 's3', path });
  return tryElement(body, 'Mode') !== undefined;
}

/** Whether S3 keeps a key of its own for the objects of the bucket that KMS encrypts. */
export async function hasBucketKey(moto: Moto, bucket: string, caller: string): Promise<boolean> {
  const path = `/${bucket}?encryption`;
  const { body } = await moto.request({ account: caller, region: 'us-east-1', service: 's3', path });
  return tryElement(body, 'BucketKeyEnabled') === 'true';
}

/** A KMS key and its key policy. */
export interface Key {
  readonly arn: string;
  readonly region: string;
  readonly policy: string;
  readonly enabled: boolean;
}

/** Finds a key by ARN, or by id or alias in the caller's account and region. */
export async function findKey(
  moto: Moto,
  id: string,
  caller: { readonly account: string; readonly region: string },
): Promise<Key | undefined> {
  const [, , , region = caller.region, account = caller.account] = id.split(':');
  const ask = <Output>(operation: string, input: object) =>
    post<Output>(moto, { account, region, service: 'kms' }, `TrentService.${operation}`, input);
  const described = await ask<DescribeKeyResponse>('DescribeKey', { KeyId: id });
  if (described?.KeyMetadata === undefined) return undefined;
  const { Arn: arn = '', Enabled: enabled = false, KeyId } = described.KeyMetadata;
  const policy = await ask<GetKeyPolicyResponse>('GetKeyPolicy', { KeyId, PolicyName: 'default' });
  return { arn, region, enabled, policy: policy?.Policy ?? '' };
}

/** Names of the aliases of a key, by its ARN; none where it has none or does not exist. */
export async function findKeyAliases(moto: Moto, keyArn: string): Promise<readonly string[]> {
  const [, , , region = '', account = '', resource = ''] = keyArn.split(':');
  if (!resource.startsWith('key/')) return [];
  const KeyId = resource.slice('key/'.length);
  const scope = { account, region, service: 'kms' };
  const found = await post<ListAliasesResponse>(moto, scope, 'TrentService.ListAliases', { KeyId });
  return (found?.Aliases ?? []).flatMap(({ AliasName = [] }) => AliasName);
}

/** Finds the trust policy of a role by the role's ARN; undefined where the role does not exist. */
export async function findTrustPolicy(moto: Moto, roleArn: string): Promise<string | undefined> {
  const [, , , , account = '', resource = ''] = roleArn.split(':');
  const name = resource.slice(resource.lastIndexOf('/') + 1);
  const answer = await askIam(moto, account, 'GetRole', { RoleName: name });
  const policy = tryElement(answer.body, 'AssumeRolePolicyDocument');
  return policy === undefined ? undefined : decodeURIComponent(policy);
}

/** Finds the policy of a topic by the topic's ARN; undefined where the topic does not exist. */
export async function findTopicPolicy(moto: Moto, topicArn: string): Promise<string | undefined> {
  const [, , , region = '', account = ''] = topicArn.split(':');
  const body = `Action=GetTopicAttributes&Version=2010-03-31&TopicArn=${encodeURIComponent(topicArn)}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await moto.request({ account, region, service: 'sns', method: 'POST', headers, body });
  const names = elementsOf(answer.body, 'key');
  return elementsOf(answer.body, 'value')[names.indexOf('Policy')];
}

/** Finds the policy of a Lambda function by the function's ARN; undefined where it has none or does not exist. */
export async function findFunctionPolicy(moto: Moto, functionArn: string): Promise<string | undefined> {
  const [, , , region = '', account = '', , name = ''] = functionArn.split(':');
  const answer = await moto.request({
    account,
    region,
    service: 'lambda',
    path: `/2015-03-31/functions/${name}/policy`,
  });
  return answer.status === 200 ? JSON.parse(answer.body).Policy : undefined;
}

/** Whether an SSM document of this name or ARN exists; those of AWS always do. */
export async function documentExists(
  moto: Moto,
  id: string,
  caller: { readonly account: string; readonly region: string },
): Promise<boolean> {
  if (/^AWS(ConfigRemediation|Support|SSO|EC2|FIS)?-/.test(id)) return true;
  const [, , , region = caller.region, account = caller.account, resource = id] = id.split(':');
  const described = await post(moto, { account, region, service: 'ssm' }, 'AmazonSSM.DescribeDocument', {
    Name: resource.replace(/^document\//, ''),
  });
  return described !== undefined;
}

/** Whether the log group of this ARN exists. */
export async function logGroupExists(moto: Moto, groupArn: string): Promise<boolean> {
  const [, , , region = '', account = '', , name = ''] = groupArn.split(':');
  const scope = { account, region, service: 'logs' };
  const groups = await post<LogGroups>(moto, scope, 'Logs_20140328.DescribeLogGroups', { logGroupNamePrefix: name });
  return groups?.logGroups?.some(({ logGroupName }) => logGroupName === name) ?? false;
}

interface LogGroups {
  readonly logGroups?: readonly { readonly logGroupName?: string }[];
}

/** What a service of moto with the JSON protocol answers; undefined where it refuses. */
async function post<Output>(
  moto: Moto,
  place: { account: string; region: string; service: string },
  target: string,
  input: object,
): Promise<Output | undefined> {
  const answer = await moto.request({ ...place, ...jsonCall(target, input) });
  return answer.status === 200 ? JSON.parse(answer.body) : undefined;
}
