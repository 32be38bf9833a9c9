import type { AwsRequest } from '../gateway/request';
import type { Input } from './judged-call';

/** What an S3 request carries: bucket, key, its query and its `x-amz-` headers by their own names, and what policies read of its body. */
export function s3Input(request: AwsRequest): Input {
  const query = Object.fromEntries(new URLSearchParams(request.query));
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name, value]) => name.startsWith('x-amz-') && value !== undefined),
  );
  return { ...query, ...headers, ...resourceMembers(request), ...bodyMembers(request) };
}

/** S3 Control writes the resource behind its date; account-wide operations have none. */
function resourceMembers({ path }: AwsRequest): Input {
  if (path.startsWith('/v20180820/')) {
    const arn = decodeURIComponent(/^\/v20180820\/tags\/(.+)$/.exec(path)?.[1] ?? '');
    return arn === '' ? {} : { ResourceArn: arn, Bucket: /^arn:aws:s3:::([^/]+)$/.exec(arn)?.[1] };
  }
  const [, bucket = '', ...key] = path.split('/');
  const Key = decodeURIComponent(key.join('/'));
  return { ...(bucket && { Bucket: decodeURIComponent(bucket) }), ...(Key && { Key }) };
}

/** Tags, the role of a replication, and the keys of a multi-object delete. Source: S3 API Reference. */
function bodyMembers({ body, headers, query }: AwsRequest): Input {
  const xml = body.length > 0 && body.length < 1_000_000 ? body.toString() : '';
  const header = headers['x-amz-tagging'];
  const tags = [
    ...[...new URLSearchParams(typeof header === 'string' ? header : '')].map(([Key, Value]) => ({ Key, Value })),
    ...tagsInXml(xml),
  ];
  const deletes = /^\?(.*&)?delete(=|&|$)/.test(query);
  return {
    ...(tags.length > 0 && { Tags: tags }),
    ...(xml.includes('<ReplicationConfiguration') && { Role: /<Role>([^<]+)<\/Role>/.exec(xml)?.[1] }),
    ...(deletes && {
      Keys: [...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => unescapeXml(key)),
      deletesVersions: String(xml.includes('<VersionId>')),
    }),
  };
}

/** Tags as S3 writes them in XML. */
export const tagsInXml = (xml: string): readonly { readonly Key: string; readonly Value: string }[] =>
  [...xml.matchAll(/<Tag>\s*<Key>([^<]*)<\/Key>\s*<Value>([^<]*)<\/Value>\s*<\/Tag>/g)].map(
    ([, key = '', value = '']) => ({
      Key: unescapeXml(key),
      Value: unescapeXml(value),
    }),
  );

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescapeXml = (text: string): string =>
  text.replace(/&(\w+|#x?[\da-fA-F]+);/g, (entity, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? entity;
    return String.fromCodePoint(name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });
