import { type AwsRequest, parameters } from '../../gateway/request';

/** The S3 operation of a request by its API name, or undefined when moto would take it for another one. */
export function s3Operation(request: AwsRequest): string | undefined {
  if (request.path.startsWith('/v20180820/')) return s3ControlOperation(request);
  const [, bucket, ...key] = request.path.split('/');
  if (!bucket) return 'ListBuckets';
  const isObject = key.join('/') !== '';
  const subresource = [...parameters(request).keys()].find((name) => !plainParameters.test(name));
  return (isObject ? ofObject : ofBucket)[subresource ?? '']?.[request.method];
}

/** Parameters that filter, page or number, and so leave the operation as it is. */
const plainParameters =
  /^(x-id|x-amz-.*|list-type|prefix|delimiter|max-.*|marker|key-marker|version-id-marker|encoding-type|start-after|continuation-token|fetch-owner|versionId|uploadId|partNumber|response-.*|id|bucket-region)$/;

type Verbs = Readonly<Record<string, string>>;

const crud = (name: string, deletion = `Delete${name}`): Verbs => ({
  GET: `Get${name}`,
  PUT: `Put${name}`,
  DELETE: deletion,
});

/** moto answers an unknown subresource of a bucket with the list of its objects, so only what it knows is listed. */
const ofBucket: Readonly<Record<string, Verbs>> = {
  '': { GET: 'ListObjects', HEAD: 'HeadBucket', PUT: 'CreateBucket', DELETE: 'DeleteBucket' },
  accelerate: { GET: 'GetBucketAccelerateConfiguration', PUT: 'PutBucketAccelerateConfiguration' },
  acl: { GET: 'GetBucketAcl', PUT: 'PutBucketAcl' },
  cors: crud('BucketCors'),
  delete: { POST: 'DeleteObjects' },
  encryption: crud('BucketEncryption'),
  inventory: crud('BucketInventoryConfiguration'),
  lifecycle: crud('BucketLifecycleConfiguration', 'DeleteBucketLifecycle'),
  location: { GET: 'GetBucketLocation' },
  logging: { GET: 'GetBucketLogging', PUT: 'PutBucketLogging' },
  notification: { GET: 'GetBucketNotificationConfiguration', PUT: 'PutBucketNotificationConfiguration' },
  'object-lock': { GET: 'GetObjectLockConfiguration', PUT: 'PutObjectLockConfiguration' },
  ownershipControls: crud('BucketOwnershipControls'),
  policy: crud('BucketPolicy'),
  publicAccessBlock: crud('PublicAccessBlock'),
  replication: crud('BucketReplication'),
  requestPayment: { GET: 'GetBucketRequestPayment' },
  tagging: crud('BucketTagging'),
  uploads: { GET: 'ListMultipartUploads' },
  versioning: { GET: 'GetBucketVersioning', PUT: 'PutBucketVersioning' },
  versions: { GET: 'ListObjectVersions' },
  website: crud('BucketWebsite'),
};

const ofObject: Readonly<Record<string, Verbs>> = {
  '': {
    GET: 'GetObject',
    HEAD: 'HeadObject',
    PUT: 'PutObject',
    DELETE: 'DeleteObject',
    POST: 'CompleteMultipartUpload',
  },
  acl: { GET: 'GetObjectAcl', PUT: 'PutObjectAcl' },
  attributes: { GET: 'GetObjectAttributes' },
  'legal-hold': { GET: 'GetObjectLegalHold', PUT: 'PutObjectLegalHold' },
  retention: { GET: 'GetObjectRetention', PUT: 'PutObjectRetention' },
  tagging: crud('ObjectTagging'),
  uploads: { POST: 'CreateMultipartUpload' },
};

function s3ControlOperation({ method, path }: AwsRequest): string | undefined {
  const resource = path.split('/')[2] === 'configuration' ? path.split('/')[3] : path.split('/')[2];
  return ofS3Control[resource ?? '']?.[method];
}

const ofS3Control: Readonly<Record<string, Verbs>> = {
  publicAccessBlock: crud('PublicAccessBlock'),
  tags: { GET: 'ListTagsForResource', POST: 'TagResource', DELETE: 'UntagResource' },
};
