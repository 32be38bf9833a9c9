import type { SourcedDocument } from '../../policy/iam/authorize';
import { findBucket, findFunctionPolicy, findKey, findTopicPolicy } from '../resource-policy-lookup';
import { jsonCall } from '../toolkit/json-call';
import type { Moto } from '../world';
import { sourced } from './documents';
import type { Identities } from './identities';
import type { JudgedResource } from './judged-resource';
import type { PolicyCache } from './policy-cache';

/** The policies that resources carry themselves: buckets, keys, topics, queues, functions, secrets, buses, catalogs, roles. */
export class ResourcePolicies {
  constructor(
    private readonly moto: Moto,
    private readonly cache: PolicyCache,
    private readonly identities: Identities,
  ) {}

  /** The policy of a resource that an action is about; undefined where it has none. */
  async find(action: string, resource: JudgedResource): Promise<readonly SourcedDocument[] | undefined> {
    const [service = ''] = action.split(':');
    if (service === 'sts') return this.trust(resource);
    const read = readers[service];
    // Objects come under the policy of their bucket.
    const carrier = service === 's3' ? (resource.arn.split('/')[0] ?? '') : resource.arn;
    if (read === undefined || carrier.includes('*')) return undefined;
    const drawer = service === 's3' ? carrier.replace('arn:aws:s3:::', 's3/') : service;
    const policies = await this.cache.get(drawer, `policy of ${carrier}`, async () => {
      const text = await read(this.moto, carrier, resource.account ?? '');
      return text === undefined ? [] : [sourced(`the policy of ${carrier}`, text)];
    });
    return policies.length > 0 ? policies : undefined;
  }

  private async trust({ arn, account }: JudgedResource): Promise<readonly SourcedDocument[] | undefined> {
    const name = /:role\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
    if (name === undefined || account === undefined) return undefined;
    const role = await this.identities.tryFind(account, 'role', name);
    return role?.trust === undefined || role.arn !== arn ? undefined : [role.trust];
  }
}

/**
 * Whether resources of the action carry policies that let other accounts in. What another account's resource of any other service
 * may be asked, such as the trail of an organization by its delegated administrator, is for the service itself to decide.
 */
export function opensToOthers(action: string): boolean {
  const [service = ''] = action.split(':');
  return action !== 'sts:AssumeRoot' && (Object.hasOwn(readers, service) || service === 'sts' || service === 'iam');
}

type Reader = (moto: Moto, arn: string, account: string) => Promise<string | undefined>;

const readers: Readonly<Record<string, Reader>> = {
  s3: async (moto, arn, account) => (await findBucket(moto, arn.replace('arn:aws:s3:::', ''), account))?.policy,
  kms: async (moto, arn, account) =>
    arn.includes(':key/') ? (await findKey(moto, arn, { account, region: regionOf(arn) }))?.policy : undefined,
  sns: findTopicPolicy,
  lambda: findFunctionPolicy,
  sqs: async (moto, arn, account) => {
    const QueueUrl = `http://sqs.${regionOf(arn)}.amazonaws.com/${account}/${arn.split(':')[5]}`;
    const answer = await ask(moto, 'sqs', arn, 'AmazonSQS.GetQueueAttributes', {
      QueueUrl,
      AttributeNames: ['Policy'],
    });
    return (answer?.Attributes as { Policy?: string } | undefined)?.Policy;
  },
  secretsmanager: async (moto, arn) =>
    (await ask(moto, 'secretsmanager', arn, 'secretsmanager.GetResourcePolicy', { SecretId: arn }))?.ResourcePolicy as
      | string
      | undefined,
  events: async (moto, arn) => {
    const bus = /:event-bus\/(.+)$/.exec(arn)?.[1];
    if (bus === undefined) return undefined;
    return (await ask(moto, 'events', arn, 'AWSEvents.DescribeEventBus', { Name: bus }))?.Policy as string | undefined;
  },
  glue: async (moto, arn) =>
    (await ask(moto, 'glue', arn, 'AWSGlue.GetResourcePolicy', {}))?.PolicyInJson as string | undefined,
};

const regionOf = (arn: string): string => arn.split(':')[3] ?? '';

async function ask(
  moto: Moto,
  service: string,
  arn: string,
  target: string,
  input: object,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const [, , , region = '', account = ''] = arn.split(':');
  const { status, body } = await moto.request({ account, region, service, ...jsonCall(target, input) });
  return status === 200 ? JSON.parse(body) : undefined;
}
