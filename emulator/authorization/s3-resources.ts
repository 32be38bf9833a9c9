import { member, text, texts } from './judged-call';
import { type Finder, known } from './resource-finder';

/** Bucket or objects that an S3 call is about; of a copy what is read and what is written. */
export const s3Resources: Finder = async (action, { operation, input, account }, directory) => {
  const source = text(input, 'x-amz-copy-source');
  const copied = source !== undefined && action.startsWith('s3:GetObject') && operation === 'PutObject';
  const [, fromBucket, fromKey] = /^\/?([^/]+)\/([^?]+)/.exec(decodeURIComponent(copied ? source : '')) ?? [];
  const bucket = fromBucket ?? text(input, 'Bucket');
  if (bucket === undefined) return [];
  const owner = (await directory.bucketOwner(bucket)) ?? account;
  const isObjectAction =
    /Object|Multipart(Upload)?Parts|AbortMultipartUpload/.test(action) && !/Bucket|ListMultipartUploads/.test(action);
  const keys = fromKey !== undefined ? [fromKey] : texts(member(input, 'Keys') ?? text(input, 'Key'));
  if (!isObjectAction) return [known(`arn:aws:s3:::${bucket}`, owner)];
  const arns = (keys.length > 0 ? keys : ['*']).map((key) => `arn:aws:s3:::${bucket}/${key}`);
  // A key may hold a star; it is known all the same.
  return arns.map((arn) => ({ arn, account: owner, known: keys.length > 0 }));
};
