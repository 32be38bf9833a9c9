import { application, approver, call, engineer, job, key, lake, on, responder, scientist } from '../proofs/calls';
import {
  administrator,
  deployer,
  emergency,
  foreign,
  member,
  ofNobody,
  outsider,
  type Room,
  serviceOf,
  stopped,
} from './path';

const object = lake('training', 'referrals/part-0001.parquet');
const theirs = 'arn:aws:s3:::theirs/part';
const insecure = { 'aws:SecureTransport': 'false' };
const old = { 's3:signatureAge': '7200000' };
const forStranger = { 'aws:SourceAccount': '999988887777', 'aws:SourceOrgID': 'o-somebodyelse' };
const forNobody = { 'aws:SourceAccount': '999988887777' };
const secret = on('secretsmanager', 'secret:triage');
const session = 'arn:aws:s3express:eu-central-1:999988887777:bucket/theirs--euc1-az1--x-s3';

export const data: Room = {
  'No stranger reaches data': [
    ...stopped(
      'data-perimeter-identity',
      'ml-production',
      call(outsider, 'reads training data', 's3:GetObject', object),
      call(outsider, 'lists it', 's3:ListBucket', lake('training')),
      call(outsider, 'writes into it', 's3:PutObject', object),
      call(outsider, 'decrypts with a grant', 'kms:Decrypt', key),
      call(outsider, 'reads a secret', 'secretsmanager:GetSecretValue', secret),
      call(outsider, 'takes a referral from the queue', 'sqs:ReceiveMessage', on('sqs', 'referrals')),
      call(outsider, 'pulls an image', 'ecr:BatchGetImage', on('ecr', 'repository/triage')),
      call(outsider, 'reads a table', 'dynamodb:Scan', on('dynamodb', 'table/cases')),
      call(outsider, 'searches vectors', 'aoss:APIAccessAll', on('aoss', 'collection/c')),
      call(outsider, 'reads a log', 'logs:GetLogEvents', on('logs', 'log-group:/triage:log-stream:x')),
    ),
    ...stopped(
      'data-perimeter-services',
      'ml-production',
      call(serviceOf('cloudtrail'), 'writes into our bucket', 's3:PutObject', object, forStranger),
      call(serviceOf('athena'), 'reads for somebody in no organization', 's3:GetObject', object, forNobody),
      call(serviceOf('sns'), 'fills our queue', 'sqs:SendMessage', on('sqs', 'referrals'), forStranger),
      call(serviceOf('bedrock'), 'decrypts with our key', 'kms:Decrypt', key, forStranger),
    ),
    ...stopped(
      'data-perimeter-identity',
      'log-archive',
      call(outsider, 'reads a log', 's3:GetObject', 'arn:aws:s3:::acme-ai-trails-{account}/x'),
    ),
  ],
  'Data leaves the organization nowhere': [
    ...stopped(
      'data-perimeter-resources',
      'ml-production',
      call(scientist, 'copies a model elsewhere', 's3:PutObject', theirs, foreign),
      call(job, 'writes to an account in no organization', 's3:PutObject', theirs, ofNobody),
      call(scientist, 'lets Athena write the answer there', 's3:PutObject', theirs, {
        ...foreign,
        'aws:CalledVia': 'athena.amazonaws.com',
      }),
      call(engineer, 'replicates a bucket there', 's3:ReplicateObject', theirs, foreign),
      call(scientist, 'opens a directory bucket there', 's3express:CreateSession', session, foreign),
      call(scientist, 'writes into a table bucket there', 's3tables:PutTableData', '*', foreign),
      call(job, 'encrypts with a key of a stranger', 'kms:GenerateDataKey', '*', foreign),
      call(administrator, 'moves data under such a key', 'kms:ReEncryptTo', '*', foreign),
      call(emergency, 'copies in an emergency', 's3:PutObject', theirs, foreign),
      call(approver, 'copies what it approved', 's3:PutObject', theirs, foreign),
    ),
    ...stopped(
      'data-share-organization-only',
      'ml-production',
      call(engineer, 'shares with whomever', 'ram:CreateResourceShare'),
      call(engineer, 'opens a share', 'ram:UpdateResourceShare', '*', {
        'ram:RequestedAllowsExternalPrincipals': 'true',
      }),
      call(engineer, 'adds a stranger', 'ram:AssociateResourceShare', '*', { 'ram:AllowsExternalPrincipals': 'true' }),
    ),
    ...stopped(
      'data-snapshot-no-public',
      'ml-production',
      call(engineer, 'publishes a disk', 'ec2:ModifySnapshotAttribute', on('ec2', 'snapshot/s'), {
        'ec2:Add/group': 'all',
      }),
      call(administrator, 'lets images be published', 'ec2:DisableImageBlockPublicAccess'),
      call(deployer, 'lets disks be published', 'ec2:DisableSnapshotBlockPublicAccess'),
    ),
    ...stopped(
      'data-account-public-access-block',
      'sandbox',
      call(administrator, 'opens buckets', 's3:PutAccountPublicAccessBlock'),
    ),
    ...stopped(
      'data-image-not-published',
      'ml-production',
      call(engineer, 'publishes an image', 'ecr-public:PutImage'),
    ),
  ],
  'A link and a line give nothing away': [
    ...stopped(
      'data-presigned-url-age',
      'ml-production',
      call(scientist, 'opens an old link', 's3:GetObject', object, old),
      call(scientist, 'opens one to a version', 's3:GetObjectVersion', object, old),
      call(scientist, 'uploads by an old link', 's3:PutObject', object, old),
      call(scientist, 'deletes by one', 's3:DeleteObjectVersion', object, old),
    ),
    ...stopped(
      'data-bucket-tls-only',
      'ml-production',
      call(job, 'reads in the clear', 's3:GetObject', object, insecure),
    ),
    ...stopped(
      'data-perimeter-tls',
      'ml-production',
      call(application, 'reads a secret in the clear', 'secretsmanager:GetSecretValue', secret, insecure),
      call(application, 'decrypts in the clear', 'kms:Decrypt', key, insecure),
    ),
  ],
  'Who sees which rows is decided by stewards': [
    ...stopped(
      'data-lake-grants',
      'ml-development',
      call(scientist, 'lets itself see a table', 'lakeformation:GrantPermissions'),
      call(administrator, 'opts out of Lake Formation', 'lakeformation:DeleteLakeFormationOptIn'),
    ),
    ...stopped(
      'data-lake-filters',
      'ml-development',
      call(scientist, 'widens a filter', 'lakeformation:UpdateDataCellsFilter'),
      call(engineer, 'calls a column open', 'lakeformation:AddLFTagsToResource'),
    ),
    ...stopped(
      'data-lake-settings',
      'ml-development',
      call(administrator, 'rules the lake', 'lakeformation:PutDataLakeSettings'),
      call(engineer, 'takes a place out of it', 'lakeformation:DeregisterResource'),
    ),
    ...stopped('data-catalog-policy', 'ml-development', call(engineer, 'opens the catalog', 'glue:PutResourcePolicy')),
    ...stopped(
      'data-catalog-encryption',
      'ml-development',
      call(emergency, 'lays the catalog open', 'glue:PutDataCatalogEncryptionSettings'),
    ),
    ...stopped(
      'data-lake-deployer-reads-none',
      'ml-development',
      call(deployer, 'reads a table', 'lakeformation:GetDataAccess'),
    ),
    ...stopped(
      'data-lake-buckets',
      'ml-development',
      call(engineer, 'opens the bucket', 's3:PutBucketPolicy', lake('training')),
      call(engineer, 'replicates it', 's3:PutReplicationConfiguration', lake('training')),
      call(engineer, 'hides it from Macie', 's3:PutBucketTagging', lake('training')),
      call(scientist, 'encrypts data with a key of its own', 's3:UpdateObjectEncryption', object),
      call(engineer, 'sends prompts to the archive no more', 's3:PauseReplication', lake('prompts')),
      call(engineer, 'locks new objects no more', 's3:PutBucketObjectLockConfiguration', lake('models')),
    ),
  ],
  'What is encrypted can be read tomorrow': [
    ...stopped(
      'data-object-no-customer-key',
      'ml-production',
      call(job, 'keeps the key to itself', 's3:PutObject', object, {
        's3:x-amz-server-side-encryption-customer-algorithm': 'AES256',
      }),
    ),
    ...stopped(
      'data-key-deletion',
      'ml-production',
      call(engineer, 'deletes a key', 'kms:ScheduleKeyDeletion', key),
      call(responder, 'deletes its material', 'kms:DeleteImportedKeyMaterial', key),
    ),
    ...stopped(
      'data-key-lockout',
      'security',
      call(administrator, 'makes a key of its own alone', 'kms:CreateKey', '*', {
        'kms:BypassPolicyLockoutSafetyCheck': 'true',
      }),
    ),
    ...stopped(
      'data-key-rotation',
      'ml-production',
      call(emergency, 'keeps a key for ever', 'kms:DisableKeyRotation', key),
    ),
    ...stopped(
      'data-bucket-default-lock',
      'ml-production',
      call(scientist, 'goes round a retention', 's3:BypassGovernanceRetention', object),
    ),
  ],
  'A root user reads nothing': [
    ...stopped('identity-root-user', 'ml-development', call(member, 'reads training data', 's3:GetObject', object)),
  ],
};
