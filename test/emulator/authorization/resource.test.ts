import type { Input } from '../../../emulator/authorization/judged-call';
import { resourcesOf } from '../../../emulator/authorization/resource';
import type { ResourceDirectory } from '../../../emulator/authorization/resource-directory';

const ACCOUNT = '111122223333';
const here = `eu-central-1:${ACCOUNT}`;

/** Knows one bucket of another account, one key with an alias, one role with a path and one unit. */
const directory = {
  bucketOwner: async (bucket: string) => (bucket === 'theirs' ? '444455556666' : undefined),
  keyArn: async (id: string) => (['k-1', 'alias/log'].includes(id) ? `arn:aws:kms:${here}:key/k-1` : undefined),
  principalArn: async (account: string, kind: string, name: string) =>
    name === 'deploy' ? `arn:aws:iam::${account}:${kind}/ops/deploy` : undefined,
  organizationArn: (id: string) => (id === 'ou-1' ? `arn:aws:organizations::${ACCOUNT}:ou/o-1/ou-1` : undefined),
} as unknown as ResourceDirectory;

const resources = (action: string, input: Input, operation = action.split(':')[1] ?? '') =>
  resourcesOf(action, { service: '', operation, account: ACCOUNT, region: 'eu-central-1', input }, directory);

const arns = async (action: string, input: Input, operation?: string) =>
  (await resources(action, input, operation)).map(({ arn }) => arn);

describe('the resource of a call', () => {
  it.each<[string, Input, string[]]>([
    ['s3:ListAllMyBuckets', {}, ['*']],
    ['s3:PutBucketPolicy', { Bucket: 'b' }, ['arn:aws:s3:::b']],
    ['s3:ListBucketMultipartUploads', { Bucket: 'b' }, ['arn:aws:s3:::b']],
    ['s3:GetObject', { Bucket: 'b', Key: 'a/b' }, ['arn:aws:s3:::b/a/b']],
    ['s3:AbortMultipartUpload', { Bucket: 'b', Key: 'a' }, ['arn:aws:s3:::b/a']],
    ['s3:PutBucketObjectLockConfiguration', { Bucket: 'b' }, ['arn:aws:s3:::b']],
    ['s3:DeleteObject', { Bucket: 'b', Keys: ['x', 'y'] }, ['arn:aws:s3:::b/x', 'arn:aws:s3:::b/y']],
    ['kms:CreateKey', {}, ['*']],
    ['kms:PutKeyPolicy', { KeyId: 'k-1' }, [`arn:aws:kms:${here}:key/k-1`]],
    ['kms:Decrypt', { KeyId: 'alias/log' }, [`arn:aws:kms:${here}:key/k-1`]],
    ['kms:DeleteAlias', { AliasName: 'alias/log' }, [`arn:aws:kms:${here}:alias/log`, `arn:aws:kms:${here}:key/k-1`]],
    ['iam:CreateRole', { RoleName: 'r', Path: '/ops/' }, [`arn:aws:iam::${ACCOUNT}:role/ops/r`]],
    [
      'iam:AttachRolePolicy',
      { RoleName: 'deploy', PolicyArn: 'arn:aws:iam::aws:policy/P' },
      [`arn:aws:iam::${ACCOUNT}:role/ops/deploy`],
    ],
    ['iam:AddUserToGroup', { UserName: 'u', GroupName: 'g' }, [`arn:aws:iam::${ACCOUNT}:group/g`]],
    [
      'iam:AddRoleToInstanceProfile',
      { RoleName: 'deploy', InstanceProfileName: 'p' },
      [`arn:aws:iam::${ACCOUNT}:instance-profile/p`],
    ],
    ['iam:DeleteInstanceProfile', { InstanceProfileName: 'p' }, [`arn:aws:iam::${ACCOUNT}:instance-profile/p`]],
    ['iam:CreatePolicy', { PolicyName: 'p' }, [`arn:aws:iam::${ACCOUNT}:policy/p`]],
    ['iam:DeletePolicy', { PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/p` }, [`arn:aws:iam::${ACCOUNT}:policy/p`]],
    ['sts:AssumeRole', { RoleArn: 'arn:aws:iam::444455556666:role/r' }, ['arn:aws:iam::444455556666:role/r']],
    ['sns:CreateTopic', { Name: 't' }, [`arn:aws:sns:${here}:t`]],
    ['sns:Unsubscribe', { SubscriptionArn: `arn:aws:sns:${here}:t:1` }, [`arn:aws:sns:${here}:t`]],
    ['sqs:SendMessage', { QueueUrl: `http://sqs/${ACCOUNT}/q` }, [`arn:aws:sqs:${here}:q`]],
    ['lambda:CreateFunction', { FunctionName: 'f' }, [`arn:aws:lambda:${here}:function:f`]],
    ['events:PutRule', { Name: 'r' }, [`arn:aws:events:${here}:rule/r`]],
    ['events:PutTargets', { Rule: 'r', EventBusName: 'bus' }, [`arn:aws:events:${here}:rule/bus/r`]],
    ['events:DeleteEventBus', { Name: 'bus' }, [`arn:aws:events:${here}:event-bus/bus`]],
    ['logs:CreateLogGroup', { logGroupName: '/aws/f' }, [`arn:aws:logs:${here}:log-group:/aws/f`]],
    ['athena:CreateWorkGroup', { Name: 'audit' }, [`arn:aws:athena:${here}:workgroup/audit`]],
    ['athena:UpdateWorkGroup', { WorkGroup: 'audit' }, [`arn:aws:athena:${here}:workgroup/audit`]],
    ['cloudtrail:StopLogging', { Name: 'trail' }, [`arn:aws:cloudtrail:${here}:trail/trail`]],
    ['access-analyzer:DeleteAnalyzer', { analyzerName: 'a' }, [`arn:aws:access-analyzer:${here}:analyzer/a`]],
    ['guardduty:DeleteDetector', { detectorId: 'd' }, [`arn:aws:guardduty:${here}:detector/d`]],
    ['guardduty:CreateFilter', { detectorId: 'd', name: 'f' }, [`arn:aws:guardduty:${here}:detector/d/filter/f`]],
    ['securityhub:DisableSecurityHub', {}, [`arn:aws:securityhub:${here}:hub/default`]],
    [
      'sagemaker:CreateModelPackageGroup',
      { ModelPackageGroupName: 'g' },
      [`arn:aws:sagemaker:${here}:model-package-group/g`],
    ],
    [
      'sagemaker:AddTags',
      { ResourceArn: `arn:aws:sagemaker:${here}:endpoint/e` },
      [`arn:aws:sagemaker:${here}:endpoint/e`],
    ],
    ['bedrock:DeleteGuardrail', { guardrailIdentifier: 'g' }, [`arn:aws:bedrock:${here}:guardrail/g`]],
    ['dynamodb:DeleteTable', { TableName: 't' }, [`arn:aws:dynamodb:${here}:table/t`]],
    ['ssm:DeleteDocument', { Name: 'd' }, [`arn:aws:ssm:${here}:document/d`]],
    ['ssm:PutParameter', { Name: '/a/b' }, [`arn:aws:ssm:${here}:parameter/a/b`]],
    [
      'budgets:ModifyBudget',
      { AccountId: ACCOUNT, Budget: { BudgetName: 'b' } },
      [`arn:aws:budgets::${ACCOUNT}:budget/b`],
    ],
    ['organizations:CreateOrganizationalUnit', { ParentId: 'ou-1' }, [`arn:aws:organizations::${ACCOUNT}:ou/o-1/ou-1`]],
    [
      'glue:CreateTable',
      { DatabaseName: 'd', TableInput: { Name: 't' } },
      [`arn:aws:glue:${here}:catalog`, `arn:aws:glue:${here}:database/d`, `arn:aws:glue:${here}:table/d/t`],
    ],
  ])('of %s is read from %j', async (action, input, expected) => {
    expect(await arns(action, input)).toEqual(expected);
    expect((await resources(action, input)).every(({ known }) => known)).toBe(true);
  });

  it('belongs to whom the bucket or the ARN belongs to', async () => {
    expect(await resources('s3:GetObject', { Bucket: 'theirs', Key: 'k' })).toMatchObject([
      { account: '444455556666' },
    ]);
    expect(await resources('s3:GetObject', { Bucket: 'missing', Key: 'k' })).toMatchObject([{ account: ACCOUNT }]);
    expect(await resources('sns:Publish', { TopicArn: 'arn:aws:sns:eu-west-1:444455556666:t' })).toMatchObject([
      { account: '444455556666' },
    ]);
  });

  it('of a copy is what is read and what is written', async () => {
    const input = { Bucket: 'to', Key: 'k', 'x-amz-copy-source': '/from/a%20b' };
    expect(await arns('s3:GetObject', input, 'PutObject')).toEqual(['arn:aws:s3:::from/a b']);
    expect(await arns('s3:PutObject', input, 'PutObject')).toEqual(['arn:aws:s3:::to/k']);
  });

  it('is not hidden by an ARN that stands somewhere else in the request', async () => {
    const Description = `arn:aws:athena:${here}:workgroup/mine`;
    expect(await arns('athena:UpdateWorkGroup', { WorkGroup: 'audit', Description })).toContain(
      `arn:aws:athena:${here}:workgroup/audit`,
    );
  });

  it('counts as unknown where a part of it is not told', async () => {
    expect(await resources('cloudformation:CreateStack', { StackName: 's' })).toEqual([
      { arn: `arn:aws:cloudformation:${here}:stack/s/*`, account: ACCOUNT, known: false },
    ]);
    expect(await resources('athena:DeleteNamedQuery', { NamedQueryId: 'q' })).toMatchObject([
      { arn: `arn:aws:athena:${here}:workgroup/*`, known: false },
    ]);
    expect(await resources('sagemaker:AddTags', {})).toMatchObject([{ arn: '*', known: false }]);
  });
});
