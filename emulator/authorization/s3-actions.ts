import { type JudgedCall, text } from './judged-call';

/**
 * The actions of an S3 call, where they depend on more than the operation: versions, ACLs, tags and locks that come along, and
 * whether a public access block is a bucket's or the account's. Source: S3 API Reference, "Required permissions for Amazon S3 API
 * operations".
 */
export function s3Actions({ operation, input }: JudgedCall, usual: readonly string[]): readonly string[] {
  const has = (name: string): boolean => text(input, name) !== undefined;
  if (operation.endsWith('PublicAccessBlock'))
    return usual.filter(
      (action) => action.includes(has('Bucket') ? ':PutBucket' : ':PutAccount') || isRead(action, has('Bucket')),
    );
  const version = has('versionId') ? 'Version' : '';
  switch (operation) {
    case 'GetObject':
    case 'HeadObject':
      return [has('uploadId') ? 's3:ListMultipartUploadParts' : `s3:GetObject${version}`];
    case 'DeleteObject':
      return [has('uploadId') ? 's3:AbortMultipartUpload' : `s3:DeleteObject${version}`];
    case 'GetObjectAcl':
      return [`s3:GetObject${version}Acl`];
    case 'PutObjectAcl':
      return [`s3:PutObject${version}Acl`];
    case 'GetObjectTagging':
    case 'PutObjectTagging':
    case 'DeleteObjectTagging':
      return [`s3:${operation.replace('Object', `Object${version}`)}`];
    case 'DeleteObjects':
      return text(input, 'deletesVersions') === 'true' ? usual : ['s3:DeleteObject'];
    case 'PutObject':
    case 'CreateMultipartUpload':
      return [
        ...(has('x-amz-copy-source') ? ['s3:GetObject'] : []),
        's3:PutObject',
        ...(hasAcl(input) ? ['s3:PutObjectAcl'] : []),
        ...(has('x-amz-tagging') ? ['s3:PutObjectTagging'] : []),
        ...(has('x-amz-object-lock-mode') ? ['s3:PutObjectRetention'] : []),
        ...(has('x-amz-object-lock-legal-hold') ? ['s3:PutObjectLegalHold'] : []),
      ];
    case 'CreateBucket':
      return [
        's3:CreateBucket',
        ...(hasAcl(input) && text(input, 'x-amz-acl') !== 'private' ? ['s3:PutBucketAcl'] : []),
        ...(text(input, 'x-amz-bucket-object-lock-enabled')?.toLowerCase() === 'true'
          ? ['s3:PutBucketObjectLockConfiguration', 's3:PutBucketVersioning']
          : []),
        ...(has('x-amz-object-ownership') ? ['s3:PutBucketOwnershipControls'] : []),
      ];
    default:
      return usual;
  }
}

const isRead = (action: string, ofBucket: boolean): boolean => action.includes(ofBucket ? ':GetBucket' : ':GetAccount');

const hasAcl = (input: JudgedCall['input']): boolean =>
  Object.keys(input).some((name) => name === 'x-amz-acl' || name.startsWith('x-amz-grant-'));
