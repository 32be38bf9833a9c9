import { deviationsOf } from '../../cli/verify/compare';
import type { Attributes } from '../../live/reader';
import { tryReader } from '../../live/readers';
import { awsError, type FakeAnswers, FakeLiveAws } from '../support/fake-live-aws';

/** What differs from what is wanted, where AWS answers as told; undefined where there is no such thing. */
async function differing(type: string, wanted: Attributes, answers: FakeAnswers) {
  const reader = tryReader(type);
  const found = await reader?.read(new FakeLiveAws(answers).at('444455556666', 'eu-central-1'), wanted);
  const unread = Object.keys(reader?.unread ?? {});
  const compared = Object.fromEntries(Object.entries(wanted).filter(([name]) => !unread.includes(name)));
  return found && deviationsOf({ ...compared, ...reader?.also?.(wanted) }, found, reader);
}

const answering =
  (replies: Readonly<Record<string, object>>): FakeAnswers =>
  ({ operation }) =>
    replies[operation] ?? awsError('ResourceNotFoundException');

describe('a reader', () => {
  it('tells a subscription that nobody confirmed from one that reaches somebody', async () => {
    const wanted = { topic_arn: 'arn:topic', protocol: 'email', endpoint: 'a@example.com' };
    const differ = (SubscriptionArn: string) =>
      differing(
        'aws_sns_topic_subscription',
        wanted,
        answering({
          ListSubscriptionsByTopic: {
            Subscriptions: [{ Protocol: 'email', Endpoint: 'a@example.com', SubscriptionArn }],
          },
        }),
      );
    expect(await differ('arn:topic:1')).toEqual([]);
    expect(await differ('PendingConfirmation')).toEqual([
      { path: 'confirmed', expected: 'true', found: 'not confirmed yet' },
    ]);
  });

  it('finds a bucket that lost its tags', async () => {
    const answers = answering({ HeadBucket: {}, GetBucketTagging: awsError('NoSuchTagSet') });
    expect(await differing('aws_s3_bucket', { bucket: 'logs', tags: { a: 'b' } }, answers)).toMatchObject([
      { path: 'tags', found: undefined },
    ]);
  });

  it('finds a stack whose model card was deleted beside it', async () => {
    const template_body = JSON.stringify({
      Resources: { Card: { Type: 'AWS::SageMaker::ModelCard', Properties: { ModelCardName: 'card' } } },
    });
    const answers = answering({
      DescribeStacks: { Stacks: [{ StackName: 'card', StackStatus: 'CREATE_COMPLETE' }] },
      GetTemplate: { TemplateBody: template_body },
    });
    expect(await differing('aws_cloudformation_stack', { name: 'card', template_body }, answers)).toMatchObject([
      { path: 'model_card', found: undefined },
    ]);
  });

  it('finds an account by its name, and says that it has another address', async () => {
    const answers = (Email: string): FakeAnswers =>
      answering({
        ListAccounts: { Accounts: [{ Id: '444455556666', Name: 'sandbox', Email, State: 'ACTIVE' }] },
        ListAccountsForParent: { Accounts: [{ Id: '444455556666' }] },
      });
    const wanted = { name: 'sandbox', email: 'Sandbox@example.com', parent_id: 'ou-1' };
    expect(await differing('aws_organizations_account', wanted, answers('sandbox@example.com'))).toEqual([]);
    expect(await differing('aws_organizations_account', wanted, answers('thief@example.com'))).toMatchObject([
      { path: 'email', found: 'thief@example.com' },
    ]);
  });

  it('asks for a function without the address of its code', async () => {
    const aws = new FakeLiveAws(() => ({ FunctionName: 'tell', Timeout: 3 }));
    const found = await tryReader('aws_lambda_function')?.read(aws.at('444455556666', 'eu-central-1'), {
      function_name: 'tell',
    });
    expect(found).toMatchObject({ function_name: 'tell', timeout: 3 });
    expect(aws.asked).toEqual(['444455556666/eu-central-1 GetFunctionConfiguration']);
  });

  it('finds variables of a function that are other than written, and tells no value that nobody wrote', async () => {
    const variables = { QUEUE: 'changed', TOPIC: 'arn:topic', TOKEN: 'secret' };
    const answers = answering({ GetFunctionConfiguration: { Environment: { Variables: variables } } });
    const wanted = { function_name: 'tell', environment: [{ variables: { QUEUE: 'queue', TOPIC: 'arn:topic' } }] };
    const differs = await differing('aws_lambda_function', wanted, answers);
    expect(differs).toContainEqual({ path: 'environment.variables.QUEUE', expected: 'queue', found: 'another value' });
    expect(JSON.stringify(differs)).not.toMatch(/changed|secret|TOPIC/);
  });

  it('finds a grant on a key that somebody made, and leaves those of services to them', async () => {
    const grant = (GranteePrincipal: string, more = {}) => ({
      ...{ GrantId: 'g1', GranteePrincipal, Operations: ['Decrypt'], ...more },
    });
    const thief = 'arn:aws:iam::999900001111:role/thief';
    const differ = (...Grants: readonly object[]) =>
      differing(
        'aws_kms_key',
        { alias: 'alias/logs' },
        answering({
          ListAliases: { Aliases: [{ AliasName: 'alias/logs', TargetKeyId: '1234' }] },
          DescribeKey: { KeyMetadata: { KeyId: '1234', KeyState: 'Enabled' } },
          GetKeyPolicy: { Policy: '{}' },
          GetKeyRotationStatus: { KeyRotationEnabled: true },
          ListGrants: { Grants },
        }),
      );
    const byService = grant('arn:aws:sts::444455556666:assumed-role/tell/x', {
      RetiringPrincipal: 'lambda.eu-central-1.amazonaws.com',
    });
    expect(await differ(grant('dynamodb.eu-central-1.amazonaws.com'), byService)).toEqual([]);
    expect(await differ(byService, grant(thief))).toEqual([{ path: 'grants', found: `${thief}: Decrypt (g1)` }]);
    expect(await differ(grant('arn:aws:iam::999900001111:role/x.amazonaws.com'))).toHaveLength(1);
  });

  it('finds an alarm whose actions are off, although no stack writes that they are on', async () => {
    const answers = (ActionsEnabled: boolean): FakeAnswers =>
      answering({ DescribeAlarms: { MetricAlarms: [{ AlarmName: 'silence', ActionsEnabled }] } });
    const wanted = { alarm_name: 'silence' };
    expect(await differing('aws_cloudwatch_metric_alarm', wanted, answers(true))).toEqual([]);
    expect(await differing('aws_cloudwatch_metric_alarm', wanted, answers(false))).toEqual([
      { path: 'actions_enabled', expected: 'true', found: 'false' },
    ]);
  });

  it('finds a group of the model registry that somebody has shared', async () => {
    const type = 'aws_sagemaker_model_package_group';
    const group = { ModelPackageGroupName: 'triage', ModelPackageGroupStatus: 'Completed' };
    const wanted = { model_package_group_name: 'triage', is_shared: false };
    const alone = awsError('ValidationException', 'Cannot find Model Package Group Policy for triage.');
    const answers = (policy: object): FakeAnswers =>
      answering({ DescribeModelPackageGroup: group, GetModelPackageGroupPolicy: policy });
    expect(await differing(type, wanted, answers(alone))).toEqual([]);
    expect(await differing(type, wanted, answers({ ResourcePolicy: '{}' }))).toEqual([
      { path: 'is_shared', expected: 'false', found: 'true' },
    ]);
  });

  it('finds a key that lost its alias by its description, unless it waits for its deletion', async () => {
    const answers = (KeyState: string): FakeAnswers =>
      answering({
        ListAliases: { Aliases: [] },
        ListKeys: { Keys: [{ KeyId: '1234' }] },
        DescribeKey: { KeyMetadata: { KeyId: '1234', KeyManager: 'CUSTOMER', Description: 'Of logs', KeyState } },
        GetKeyPolicy: { Policy: '{}' },
        GetKeyRotationStatus: { KeyRotationEnabled: true },
        ListGrants: { Grants: [] },
      });
    const wanted = { alias: 'alias/logs', description: 'Of logs' };
    expect(await differing('aws_kms_key', wanted, answers('Enabled'))).toEqual([]);
    expect(await differing('aws_kms_key', wanted, answers('PendingDeletion'))).toBeUndefined();
  });
});

describe('a grant of Lake Formation that is not seen', () => {
  const wanted = { principal: 'arn:aws:iam::444455556666:role/analyst', database: { name: 'lake' } };
  const differ = (admin: string) =>
    differing(
      'aws_lakeformation_permissions',
      wanted,
      answering({
        ListPermissions: { PrincipalResourcePermissions: [] },
        GetCallerIdentity: { Arn: 'arn:aws:sts::444455556666:assumed-role/Reader/verify' },
        GetDataLakeSettings: { DataLakeSettings: { ReadOnlyAdmins: [{ DataLakePrincipalIdentifier: admin }] } },
      }),
    );

  it('is not there where the caller administers the lake', async () => {
    expect(await differ('arn:aws:iam::444455556666:role/path/Reader')).toBeUndefined();
  });

  it('may be there all the same where it does not', async () => {
    await expect(differ('arn:aws:iam::444455556666:role/Other')).rejects.toThrow('does not administer the data lake');
  });
});
