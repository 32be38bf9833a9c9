import type { Moto } from '../../emulator/world';

/** What a fake moto holds; a test may change it between calls. */
export interface MotoResources {
  buckets?: Record<string, { region?: string; policy?: object; bucketKey?: boolean }>;
  /** Trust policies by role ARN. */
  roles?: Record<string, object>;
  keys?: Record<string, { policy: object; enabled?: boolean }>;
  /** Topic policies by topic ARN. */
  topics?: Record<string, object>;
  /** Function policies by function ARN. */
  functions?: Record<string, object>;
  documents?: string[];
  logGroups?: string[];
}

type Request = Parameters<Moto['request']>[0];
type Answer = { status: number; body: string };

/** A moto that answers the look-ups of services before they write somewhere. */
export function motoWith(resources: MotoResources): (request: Request) => Answer {
  return (request) => answers[request.service]?.(resources, request) ?? missing;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const missing: Answer = { status: 404, body: '' };
const ok = (body: string): Answer => ({ status: 200, body });
const json = (value: unknown): Answer => ok(JSON.stringify(value));

const answers: Record<string, (resources: MotoResources, request: Request) => Answer | undefined> = {
  s3: ({ buckets = {} }, { path = '' }) => {
    const [, name = '', query] = /^\/([^?]+)\?(\w+)$/.exec(path) ?? [];
    const bucket = buckets[name];
    if (bucket === undefined) return undefined;
    if (query === 'policy') return bucket.policy && json(bucket.policy);
    if (query === 'encryption')
      return ok(`<Rule><BucketKeyEnabled>${bucket.bucketKey ?? false}</BucketKeyEnabled></Rule>`);
    return ok(`<LocationConstraint xmlns="x">${bucket.region ?? 'eu-west-1'}</LocationConstraint>`);
  },
  iam: ({ roles = {} }, { account, body = '' }) => {
    if (!body.includes('Action=GetRole&')) return ok('');
    const name = decodeURIComponent(/RoleName=(.*)$/.exec(body)?.[1] ?? '');
    const arn = Object.keys(roles).find((one) => one.split(':')[4] === account && one.endsWith(`/${name}`));
    const trust = encodeURIComponent(JSON.stringify(roles[arn ?? '']));
    return arn === undefined ? undefined : ok(`<AssumeRolePolicyDocument>${trust}</AssumeRolePolicyDocument>`);
  },
  kms: ({ keys = {} }, { headers = {}, body = '' }) => {
    const arn = Object.keys(keys).find((one) => one.endsWith(JSON.parse(body).KeyId));
    const key = keys[arn ?? ''];
    if (key === undefined) return undefined;
    if (headers['x-amz-target']?.endsWith('GetKeyPolicy')) return json({ Policy: JSON.stringify(key.policy) });
    return json({ KeyMetadata: { Arn: arn, KeyId: arn, Enabled: key.enabled ?? true } });
  },
  sns: ({ topics = {} }, { body = '' }) => {
    const policy = topics[decodeURIComponent(/TopicArn=(.*)$/.exec(body)?.[1] ?? '')];
    const text = JSON.stringify(policy ?? '').replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
    return policy && ok(`<entry><key>Policy</key><value>${text}</value></entry>`);
  },
  lambda: ({ functions = {} }, { path }) => {
    const arn = Object.keys(functions).find((one) => path?.includes(`/${one.split(':')[6]}/policy`));
    return arn === undefined ? undefined : json({ Policy: JSON.stringify(functions[arn]) });
  },
  ssm: ({ documents = [] }, { body = '' }) => (documents.includes(JSON.parse(body).Name) ? json({}) : undefined),
  logs: ({ logGroups = [] }) => json({ logGroups: logGroups.map((logGroupName) => ({ logGroupName })) }),
};
