import { type AwsRequest, parameters } from '../gateway/request';
import type { Input } from './judged-call';
import { s3Input } from './s3-input';

/** What a request to a service that moto answers carries, under the API's member names. */
export function inputOfRequest(request: AwsRequest, service: string): Input {
  if (service === 's3') return s3Input(request);
  if (request.headers['x-amz-target'] !== undefined) return tryJson(request.body.toString());
  const form = String(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  if (form || /[?&]Action=/.test(request.query)) return nested(parameters(request));
  const query = Object.fromEntries(new URLSearchParams(request.query));
  return { ...query, ...pathMembers(request, service), ...tryJson(request.body.toString()) };
}

/** A body that is no JSON has no member that could be judged; the service itself refuses it. */
function tryJson(body: string): Input {
  try {
    const value: unknown = body === '' ? {} : JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Input) : {};
  } catch {
    return {};
  }
}

/** Members that stand in the path. Source: Lambda API Reference. */
function pathMembers({ path }: AwsRequest, service: string): Input {
  const [, , resource, name] = path.split('/').map(decodeURIComponent);
  if (service !== 'lambda' || !name) return {};
  return resource === 'tags' ? { Resource: name } : { FunctionName: name };
}

/**
 * Members of the query protocol as an object: `Tags.member.1.Key=owner` is `{ Tags: [{ Key: 'owner' }] }`. Source: the SDKs' query
 * and EC2 query protocols; a list counts from 1, with or without `member` or the item's name in between.
 */
export function nested(form: URLSearchParams): Input {
  const root: Record<string, unknown> = {};
  for (const [name, value] of form) {
    const path = name.split('.').filter((part) => !/^(member|entry)$/.test(part));
    let node = root;
    for (const part of path.slice(0, -1)) {
      const next = Object.hasOwn(node, part) ? node[part] : undefined;
      node[part] = typeof next === 'object' && next !== null ? next : {};
      node = node[part] as Record<string, unknown>;
    }
    node[path.at(-1) ?? ''] = value;
  }
  const { Action: _, Version: __, ...members } = withLists(root) as Record<string, unknown>;
  return members;
}

function withLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => withLists(item));
  return Object.fromEntries(entries.map(([key, item]) => [key, withLists(item)]));
}
