import { organizationIdMarker } from '../../../../schema/forms/control';
import { type Caller, call, deniedBy, engineer, job, key, lake, on, role, scientist } from '../calls';
import { trainingJob } from '../requests-of-sagemaker';

const outsider: Caller = { name: 'a stranger', principal: 'arn:aws:iam::999988887777:role/outsider' };
const cloudTrail: Caller = { name: "a stranger's trail", principal: 'cloudtrail.amazonaws.com' };
const root: Caller = { name: 'the root user', principal: 'root' };
const deployer: Caller = { name: 'the deploy role', principal: 'deployRole' };
const object = lake('training', 'referrals/part-0001.parquet');
const foreign = { 'aws:ResourceOrgID': 'o-somebodyelse', 'aws:ResourceAccount': '999988887777' };
const elsewhere = { 'aws:RequestedRegion': 'ap-southeast-2' };

/** Data that leaves, strangers that come in, and what an account may not do as a member: denied in every AI account. */
export const perimeter = [
  ...deniedBy(
    'data-perimeter-identity',
    call(outsider, 'reads training data', 's3:GetObject', object),
    call(outsider, 'decrypts it', 'kms:Decrypt', key),
    call(outsider, 'reads a secret', 'secretsmanager:GetSecretValue', on('secretsmanager', 'secret:triage')),
    call(outsider, 'pulls an image', 'ecr:BatchGetImage', on('ecr', 'repository/triage')),
  ),
  ...deniedBy('data-perimeter-sts', call(outsider, 'takes a role', 'sts:AssumeRole', role('feature-reader'))),
  ...deniedBy(
    'data-perimeter-services',
    call(cloudTrail, 'is written into our bucket', 's3:PutObject', object, {
      'aws:SourceAccount': '999988887777',
      'aws:SourceOrgID': 'o-somebodyelse',
    }),
  ),
  ...deniedBy(
    'data-perimeter-resources',
    call(scientist, 'copies a model to a bucket elsewhere', 's3:PutObject', 'arn:aws:s3:::mine/m.tar.gz', foreign),
    call(job, 'writes to an account that is in no organization', 's3:PutObject', 'arn:aws:s3:::theirs/part', {
      'aws:ResourceOrgID': [],
    }),
    call(scientist, 'lets Athena carry the data off', 's3:PutObject', 'arn:aws:s3:::mine/q.csv', {
      ...foreign,
      'aws:CalledVia': 'athena.amazonaws.com',
      'aws:ViaAWSService': 'true',
    }),
  ),
  ...deniedBy(
    'data-bucket-tls-only',
    call(job, 'reads training data in the clear', 's3:GetObject', object, { 'aws:SecureTransport': 'false' }),
  ),
  ...deniedBy(
    'data-perimeter-tls',
    call(job, 'reads a secret in the clear', 'secretsmanager:GetSecretValue', on('secretsmanager', 'secret:triage'), {
      'aws:SecureTransport': 'false',
    }),
  ),
  ...deniedBy(
    'data-presigned-url-age',
    call(scientist, 'opens a link of yesterday', 's3:GetObject', object, { 's3:signatureAge': '86400000' }),
  ),
  ...deniedBy(
    'data-object-no-customer-key',
    call(job, 'writes under a key that it keeps to itself', 's3:PutObject', object, {
      's3:x-amz-server-side-encryption-customer-algorithm': 'AES256',
    }),
  ),
  ...deniedBy(
    'data-share-organization-only',
    call(engineer, 'shares with whomever', 'ram:CreateResourceShare'),
    call(engineer, 'opens a share', 'ram:UpdateResourceShare', on('ram', 'resource-share/s'), {
      'ram:RequestedAllowsExternalPrincipals': 'true',
    }),
  ),
  ...deniedBy(
    'data-snapshot-no-public',
    call(engineer, 'publishes a disk', 'ec2:ModifySnapshotAttribute', on('ec2', 'snapshot/snap-1'), {
      'ec2:Add/group': 'all',
    }),
    call(engineer, 'lets images be published', 'ec2:DisableImageBlockPublicAccess'),
  ),
  ...deniedBy('data-account-public-access-block', call(engineer, 'opens buckets', 's3:PutAccountPublicAccessBlock')),
  ...deniedBy('data-image-not-published', call(engineer, 'publishes an image', 'ecr-public:PutImage')),
  ...deniedBy(
    'data-lake-buckets',
    call(engineer, 'opens the training data', 's3:PutBucketPolicy', lake('training')),
    call(engineer, 'replicates it', 's3:PutReplicationConfiguration', lake('training')),
    call(engineer, 'hides it from Macie', 's3:PutBucketTagging', lake('training')),
  ),
  ...deniedBy(
    'data-lake-deployer-reads-none',
    call(deployer, 'reads a table because it made it', 'lakeformation:GetDataAccess'),
  ),
  ...deniedBy('data-lake-grants', call(scientist, 'lets itself see a table', 'lakeformation:GrantPermissions')),
  ...deniedBy('data-lake-filters', call(scientist, 'widens a filter', 'lakeformation:UpdateDataCellsFilter')),
  ...deniedBy('data-lake-settings', call(engineer, 'rules the lake', 'lakeformation:PutDataLakeSettings')),
  ...deniedBy('data-catalog-policy', call(engineer, 'opens the catalog', 'glue:PutResourcePolicy')),
  ...deniedBy('data-catalog-encryption', call(engineer, 'lays it open', 'glue:PutDataCatalogEncryptionSettings')),
  ...deniedBy('data-discovery-scope', call(engineer, 'stops the search for names', 'macie2:UpdateClassificationJob')),
  ...deniedBy('data-key-deletion', call(engineer, 'deletes the key of the data', 'kms:ScheduleKeyDeletion', key)),
  ...deniedBy('data-key-rotation', call(engineer, 'keeps a key for ever', 'kms:DisableKeyRotation', key)),
  ...deniedBy(
    'data-key-lockout',
    call(engineer, 'makes a key that only it may change', 'kms:PutKeyPolicy', key, {
      'kms:BypassPolicyLockoutSafetyCheck': 'true',
    }),
  ),
  ...deniedBy('network-flow-logs', call(engineer, 'stops flow logs', 'ec2:DeleteFlowLogs')),
  ...deniedBy(
    'network-private-instances',
    call(engineer, 'gives an instance a public address', 'ec2:RunInstances', on('ec2', 'network-interface/*'), {
      'ec2:AssociatePublicIpAddress': 'true',
    }),
  ),
  ...deniedBy('identity-root-user', call(root, 'looks around', 's3:ListAllMyBuckets')),
  ...deniedBy('organization-leave', call(engineer, 'leaves', 'organizations:LeaveOrganization')),
  ...deniedBy('organization-close-account', call(engineer, 'closes the account', 'account:CloseAccount')),
  ...deniedBy('organization-contacts', call(engineer, 'turns warnings away', 'account:PutAlternateContact')),
  ...deniedBy('organization-ebs-encryption', call(engineer, 'lays disks open', 'ec2:DisableEbsEncryptionByDefault')),
  ...deniedBy('organization-region-opt-in', call(engineer, 'opens a region', 'account:EnableRegion')),
  ...deniedBy(
    'organization-region-deny',
    call(scientist, 'trains on the other side of the world', 'sagemaker:CreateTrainingJob', '*', {
      ...trainingJob,
      ...elsewhere,
    }),
    call(job, 'stores data there', 's3:PutObject', 'arn:aws:s3:::triage-sydney/part', {
      ...elsewhere,
      'aws:ResourceOrgID': organizationIdMarker,
    }),
  ),
];
