import { type JudgedCall, text } from '../judged-call';
import type { KeyReaders } from './key-reader';

const named =
  (name: string) =>
  ({ input }: JudgedCall) =>
    text(input, name);

/** Headers that are condition keys under their own names. */
const headers = [
  'x-amz-acl',
  'x-amz-content-sha256',
  'x-amz-copy-source',
  'x-amz-grant-full-control',
  'x-amz-grant-read',
  'x-amz-grant-read-acp',
  'x-amz-grant-write',
  'x-amz-grant-write-acp',
  'x-amz-metadata-directive',
  'x-amz-object-ownership',
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-server-side-encryption-customer-algorithm',
  'x-amz-storage-class',
  'x-amz-website-redirect-location',
] as const;

/** Keys of S3. Source: Service Authorization Reference, "Condition keys for Amazon S3". */
export const s3Keys: KeyReaders = {
  ...Object.fromEntries(headers.map((header) => [`s3:${header}`, named(header)])),
  's3:VersionId': named('versionId'),
  's3:authType': () => 'REST-HEADER',
  's3:delimiter': named('delimiter'),
  's3:max-keys': named('max-keys'),
  's3:object-lock-legal-hold': named('x-amz-object-lock-legal-hold'),
  's3:object-lock-mode': named('x-amz-object-lock-mode'),
  's3:object-lock-retain-until-date': named('x-amz-object-lock-retain-until-date'),
  's3:prefix': named('prefix'),
  // Milliseconds since the request was signed: the time stands still in the emulated AWS, so every signature is new.
  's3:signatureAge': () => '0',
  's3:signatureversion': () => 'AWS4-HMAC-SHA256',
};
