import type { S3Client } from '@aws-sdk/client-s3';
import type { StatePlace } from './place';

const clients = new Map<string, S3Client>();

/** The text of a state in a bucket; undefined where there is none yet. */
export async function readS3State({
  bucket,
  key,
  region,
}: Extract<StatePlace, { type: 's3' }>): Promise<string | undefined> {
  const { GetObjectCommand, NoSuchKey } = await import('@aws-sdk/client-s3');
  try {
    const { Body } = await (await s3ClientOf(region)).send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return await Body?.transformToString();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw new Error(`s3://${bucket}/${key} cannot be read: ${(error as Error).message}`);
  }
}

/** One client for all states of a region, with a connection for each that is read at once. */
export async function s3ClientOf(region: string): Promise<S3Client> {
  const known = clients.get(region);
  if (known) return known;
  const { S3Client } = await import('@aws-sdk/client-s3');
  // An endpoint of one's own has no host for each bucket.
  const forcePathStyle = Boolean(process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL);
  const client = new S3Client({ region, forcePathStyle, maxAttempts: 5 });
  clients.set(region, client);
  return client;
}
