import {
  type Bucket,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLocationCommand,
  GetBucketLoggingCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  type PublicAccessBlockConfiguration,
  paginateListBuckets,
} from '@aws-sdk/client-s3';
import { tryParseStatements } from '../documents';
import { eachOf, type Judge, type Parameters, tryAsk, unless } from '../judge';
import type { Place } from '../place';

/** A bucket as far as rules look at it. */
interface Judged {
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly block: PublicAccessBlockConfiguration;
  readonly algorithm?: string | undefined;
  readonly policy?: string | undefined;
  readonly isVersioned: boolean;
  readonly isLogged: boolean;
  readonly hasLock: boolean;
  readonly hasLifecycle: boolean;
}

/** The buckets of the place: S3 lists those of all regions everywhere. */
const buckets = (place: Place): Promise<readonly Judged[]> =>
  place.once('buckets', async () => {
    const found: Judged[] = [];
    for await (const { Buckets = [] } of paginateListBuckets({ client: place.ask.s3 }, {}))
      for (const { Name } of Buckets) if (await isIn(place, Name)) found.push(await read(place, Name));
    return found;
  });

/** us-east-1 is called by no name: Amazon S3 API Reference, `GetBucketLocation`. */
async function isIn({ ask, region }: Place, Bucket: Bucket['Name']): Promise<boolean> {
  const { LocationConstraint = 'us-east-1' } = await ask.s3.send(new GetBucketLocationCommand({ Bucket }));
  return (LocationConstraint || 'us-east-1') === region;
}

async function read({ ask: { s3 } }: Place, Bucket = ''): Promise<Judged> {
  const it = { Bucket };
  const [tagging, block, encryption, policy, versioning, logging, lock, lifecycle] = await Promise.all([
    tryAsk(s3.send(new GetBucketTaggingCommand(it)), 'NoSuchTagSet'),
    tryAsk(s3.send(new GetPublicAccessBlockCommand(it)), 'NoSuchPublicAccessBlockConfiguration'),
    tryAsk(s3.send(new GetBucketEncryptionCommand(it)), 'ServerSideEncryptionConfigurationNotFoundError'),
    tryAsk(s3.send(new GetBucketPolicyCommand(it)), 'NoSuchBucketPolicy'),
    s3.send(new GetBucketVersioningCommand(it)),
    s3.send(new GetBucketLoggingCommand(it)),
    tryAsk(s3.send(new GetObjectLockConfigurationCommand(it)), 'ObjectLockConfigurationNotFoundError'),
    tryAsk(s3.send(new GetBucketLifecycleConfigurationCommand(it)), 'NoSuchLifecycleConfiguration'),
  ]);
  const [rule] = encryption?.ServerSideEncryptionConfiguration?.Rules ?? [];
  return {
    name: Bucket,
    tags: Object.fromEntries((tagging?.TagSet ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
    block: block?.PublicAccessBlockConfiguration ?? {},
    algorithm: rule?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm,
    policy: policy?.Policy,
    isVersioned: versioning.Status === 'Enabled',
    isLogged: logging.LoggingEnabled?.TargetBucket !== undefined,
    hasLock: lock?.ObjectLockConfiguration?.Rule?.DefaultRetention !== undefined,
    hasLifecycle: (lifecycle?.Rules ?? []).some(({ Status }) => Status === 'Enabled'),
  };
}

const bucket = (tryFault: (bucket: Judged, parameters: Parameters) => string | undefined): Judge =>
  eachOf(buckets, ({ name }) => name, tryFault);

const isClosed = ({ block }: Judged): boolean =>
  [block.BlockPublicAcls, block.BlockPublicPolicy, block.IgnorePublicAcls, block.RestrictPublicBuckets].every(
    (part) => part === true,
  );

/** AWS also passes a bucket that is open in principle and whose policy and ACL let nobody in. */
const closed = bucket((each) => unless(isClosed(each), 'the public is not blocked in all four ways'));

/** REQUIRED_TAGS: "Checks if your resources have the tags that you specify." Values of a tag stand with commas between them. */
function tryMissingTag({ tags }: Judged, parameters: Parameters): string | undefined {
  for (const number of [1, 2, 3, 4, 5, 6]) {
    const key = parameters[`tag${number}Key`];
    const values = parameters[`tag${number}Value`]?.split(',').map((value) => value.trim());
    const value = key === undefined ? undefined : tags[key];
    if (key === undefined || (value !== undefined && (values?.includes(value) ?? true))) continue;
    return value === undefined ? `the tag ${key} is missing` : `the tag ${key} is '${value}'`;
  }
  return undefined;
}

const deniesPlainText = ({ policy }: Judged): boolean =>
  tryParseStatements(policy).some(
    ({ Effect, Action, Condition }) =>
      Effect === 'Deny' &&
      [Action].flat().some((action) => action === '*' || action === 's3:*') &&
      String(Object(Object(Condition).Bool)['aws:SecureTransport']) === 'false',
  );

/** Rules about buckets. Source of each sentence: AWS Config Developer Guide, the page of the rule. */
export const bucketRules: Readonly<Record<string, Judge>> = {
  REQUIRED_TAGS: bucket(tryMissingTag),
  // "Checks whether Amazon S3 bucket has lock enabled, by default."
  S3_BUCKET_DEFAULT_LOCK_ENABLED: bucket(({ hasLock }) => unless(hasLock, 'it has no default retention')),
  // "Checks if Amazon Simple Storage Service (Amazon S3) buckets are publicly accessible."
  S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED: closed,
  // "Checks if logging is enabled for your S3 buckets."
  S3_BUCKET_LOGGING_ENABLED: bucket(({ isLogged }) => unless(isLogged, 'nobody logs who reached it')),
  // "Checks if your Amazon S3 buckets do not allow public read access."
  S3_BUCKET_PUBLIC_READ_PROHIBITED: closed,
  // "Checks if your Amazon S3 buckets do not allow public write access."
  S3_BUCKET_PUBLIC_WRITE_PROHIBITED: closed,
  // "The rule is NON_COMPLIANT if your Amazon S3 bucket is not encrypted by default."
  S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED: bucket(({ algorithm }) =>
    unless(algorithm !== undefined, 'it has no default encryption'),
  ),
  // "The rule is COMPLIANT if buckets explicitly deny access to HTTP requests."
  S3_BUCKET_SSL_REQUESTS_ONLY: bucket((each) => unless(deniesPlainText(each), 'its policy admits plain HTTP')),
  // "Checks if versioning is enabled for your S3 buckets."
  S3_BUCKET_VERSIONING_ENABLED: bucket(({ isVersioned }) => unless(isVersioned, 'it keeps no versions')),
  // "The rule is NON_COMPLIANT if the Amazon S3 bucket is not encrypted with AWS KMS key."
  S3_DEFAULT_ENCRYPTION_KMS: bucket(({ algorithm }) =>
    unless(algorithm?.startsWith('aws:kms'), `it is encrypted by ${algorithm ?? 'nothing'}`),
  ),
  // "The rule is NON_COMPLIANT if there is no active lifecycle configuration rules."
  S3_LIFECYCLE_POLICY_CHECK: bucket(({ hasLifecycle }) => unless(hasLifecycle, 'it has no active lifecycle rule')),
};
