import { actionsOf, actionsOfCall } from '../../../emulator/authorization/action';
import type { Input } from '../../../emulator/authorization/judged-call';
import deployCalls from '../../policy/proofs/deploy-calls.json';
import { refusal } from '../../support/world';

const callOf = (service: string, operation: string, input: Input = {}) => ({
  service,
  operation,
  input,
  account: '111122223333',
  region: 'eu-central-1',
});

describe('the action of an operation', () => {
  it.each([
    ['guardduty', 'CreateDetector', ['guardduty:CreateDetector']],
    ['monitoring', 'PutMetricAlarm', ['cloudwatch:PutMetricAlarm']],
    ['tagging', 'GetResources', ['tag:GetResources']],
    ['lambda', 'Invoke', ['lambda:InvokeFunction']],
    ['bedrock', 'Converse', ['bedrock:InvokeModel']],
    ['kms', 'ReEncrypt', ['kms:ReEncryptFrom', 'kms:ReEncryptTo']],
    ['s3', 'ListObjectsV2', ['s3:ListBucket']],
    ['s3', 'PutBucketEncryption', ['s3:PutEncryptionConfiguration']],
    ['budgets', 'CreateBudget', ['budgets:ModifyBudget']],
  ])('of %s %s is AWS’s own', (service, operation, actions) => {
    expect(actionsOf({ service, operation })).toEqual(actions);
  });

  it('is known for every call that a rehearsal makes', async () => {
    const unknown: string[] = [];
    for (const each of deployCalls) {
      const [service = '', operation = ''] = each.split(':');
      if (each === 'iam:PassRole') continue;
      await actionsOfCall(callOf(service, operation)).catch(() => unknown.push(each));
    }
    expect(unknown).toEqual([]);
  });

  it('is refused by name where AWS has none of that name, and never let through', async () => {
    const call = callOf('glue', 'MakeCoffee');
    await expect(actionsOfCall(call)).rejects.toEqual(refusal('NotImplementedException'));
    await expect(actionsOfCall(call)).rejects.toThrow('glue:MakeCoffee');
  });

  it('is none where AWS asks for no permission', async () => {
    expect(await actionsOfCall(callOf('sts', 'GetCallerIdentity'))).toEqual([]);
  });
});

describe('the actions of a call to S3', () => {
  it.each<[string, string, Input, string[]]>([
    ['a version that is read', 'GetObject', { Bucket: 'b', Key: 'k', versionId: '1' }, ['s3:GetObjectVersion']],
    ['a version that is deleted', 'DeleteObject', { versionId: '1' }, ['s3:DeleteObjectVersion']],
    ['an upload that is given up', 'DeleteObject', { uploadId: '1' }, ['s3:AbortMultipartUpload']],
    ['an object with an ACL', 'PutObject', { 'x-amz-acl': 'private' }, ['s3:PutObject', 's3:PutObjectAcl']],
    ['a copy', 'PutObject', { 'x-amz-copy-source': '/b/k' }, ['s3:GetObject', 's3:PutObject']],
    ['keys without versions', 'DeleteObjects', { deletesVersions: 'false' }, ['s3:DeleteObject']],
    ['a private bucket', 'CreateBucket', { 'x-amz-acl': 'private' }, ['s3:CreateBucket']],
    [
      'a bucket with Object Lock',
      'CreateBucket',
      { 'x-amz-bucket-object-lock-enabled': 'true' },
      ['s3:CreateBucket', 's3:PutBucketObjectLockConfiguration', 's3:PutBucketVersioning'],
    ],
    ['the block of a bucket', 'PutPublicAccessBlock', { Bucket: 'b' }, ['s3:PutBucketPublicAccessBlock']],
    ['the block of the account', 'PutPublicAccessBlock', {}, ['s3:PutAccountPublicAccessBlock']],
    ['the block of the account, read', 'GetPublicAccessBlock', {}, ['s3:GetAccountPublicAccessBlock']],
  ])('depend on what it carries: %s', async (_what, operation, input, actions) => {
    expect(await actionsOfCall(callOf('s3', operation, input))).toEqual(actions);
  });
});

describe('tags that a creation brings along', () => {
  it('need the permission to tag', async () => {
    const tagged = callOf('iam', 'CreateRole', { RoleName: 'r', Tags: [{ Key: 'owner', Value: 'me' }] });
    expect(await actionsOfCall(tagged)).toEqual(['iam:CreateRole', 'iam:TagRole']);
    expect(await actionsOfCall(callOf('iam', 'CreateRole', { RoleName: 'r', Tags: [] }))).toEqual(['iam:CreateRole']);
  });
});
