import { s3Operation } from '../../../../emulator/services/s3';

const operation = (method: string, target: string) => {
  const [path = '', query] = target.split('?');
  return s3Operation({
    method,
    path,
    query: query === undefined ? '' : `?${query}`,
    proxiedHost: undefined,
    headers: {},
    body: Buffer.alloc(0),
    scope: undefined,
  });
};

test.each([
  ['GET', '/', 'ListBuckets'],
  ['PUT', '/logs', 'CreateBucket'],
  ['GET', '/logs?list-type=2&prefix=a', 'ListObjects'],
  ['PUT', '/logs?policy', 'PutBucketPolicy'],
  ['DELETE', '/logs?lifecycle', 'DeleteBucketLifecycle'],
  ['GET', '/logs?object-lock', 'GetObjectLockConfiguration'],
  ['PUT', '/logs/a/b.json?x-id=PutObject', 'PutObject'],
  ['GET', '/logs/a/b.json?tagging', 'GetObjectTagging'],
  ['PUT', '/v20180820/configuration/publicAccessBlock', 'PutPublicAccessBlock'],
  ['GET', '/v20180820/tags/arn%3Aaws%3As3%3A%3A%3Alogs', 'ListTagsForResource'],
])('names %s %s %s', (method, target, name) => {
  expect(operation(method, target)).toBe(name);
});

test.each([
  ['GET', '/logs?analytics&id=a'],
  ['PUT', '/logs?metrics&id=a'],
  ['GET', '/logs?intelligent-tiering'],
  ['PUT', '/logs?requestPayment'],
  ['PUT', '/logs/a?torrent'],
  ['GET', '/v20180820/storagelens/a'],
])('does not know %s %s, which moto would take for another operation', (method, target) => {
  expect(operation(method, target)).toBeUndefined();
});
