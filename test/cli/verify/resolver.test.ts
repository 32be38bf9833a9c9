import { Resolver, Unresolved } from '../../../cli/verify/resolver';
import { findWritten, type Stack, type Stacks } from '../../../cli/verify/written-stacks';
import { awsError, type FakeAnswers, FakeLiveAws } from '../../support/fake-live-aws';

/** As Terraform writes an expression in a text. */
const expression = (text: string): string => ['$', '{', text, '}'].join('');
const account = '444455556666';

/** A stack of keys that another stack's queue is encrypted by. */
const stacks: Stacks = new Map<string, Stack>([
  [
    'keys',
    {
      provider: { aws: [{ region: 'eu-central-1', allowed_account_ids: [account] }] },
      resource: {
        aws_kms_key: { key: { description: 'Of queues' } },
        aws_kms_alias: { alias: { name: 'alias/queues', target_key_id: expression('aws_kms_key.key.key_id') } },
      },
      output: { keys: { value: { home: expression('aws_kms_key.key.arn') } } },
    },
  ],
  [
    'queues',
    {
      provider: { aws: [{ alias: 'other', region: 'us-east-1', allowed_account_ids: [account] }] },
      resource: {
        aws_sqs_queue: {
          queue: {
            provider: 'aws.other',
            name: 'undelivered',
            kms_master_key_id: expression('data.terraform_remote_state.keys.outputs.keys["home"]'),
            policy: JSON.stringify({ Resource: expression('aws_sqs_queue.queue.arn') }),
          },
        },
      },
    },
  ],
]);
const queue = findWritten(stacks, 'queues', 'aws_sqs_queue', 'queue');

const standing: FakeAnswers = ({ operation }) =>
  ({
    ListAliases: { Aliases: [{ AliasName: 'alias/queues', TargetKeyId: '1234' }] },
    DescribeKey: {
      KeyMetadata: { KeyId: '1234', Arn: 'arn:aws:kms:eu-central-1:444455556666:key/1234', KeyState: 'Enabled' },
    },
    GetKeyPolicy: { Policy: '{}' },
    GetKeyRotationStatus: { KeyRotationEnabled: true },
    ListGrants: { Grants: [] },
    GetQueueUrl: { QueueUrl: 'https://queue' },
    GetQueueAttributes: { Attributes: { KmsMasterKeyId: 'alias/aws/sqs' } },
  })[operation] ?? awsError('ResourceNotFoundException');

describe('what a bucket wants', () => {
  const [provider] = [{ alias: 'home', region: 'eu-central-1', allowed_account_ids: [account] }];
  const made = (tags: object) =>
    new Map<string, Stack>([
      [
        'data',
        {
          provider: { aws: [{ ...provider, default_tags: [{ tags: { owner: 'platform', purpose: 'logs' } }] }] },
          resource: { aws_s3_bucket: { bucket: { provider: 'aws.home', bucket: 'made', ...tags } } },
        },
      ],
    ]);
  const lookedAt = async (tags: object, TagSet: readonly object[]) => {
    const written = made(tags);
    const aws = new FakeLiveAws(({ operation }) => (operation === 'GetBucketTagging' ? { TagSet } : {}));
    return new Resolver(written, aws).look(findWritten(written, 'data', 'aws_s3_bucket', 'bucket'));
  };

  it('has the tags that its provider gives to everything, and its own before them', async () => {
    const { wanted } = await lookedAt({ tags: { purpose: 'training' } }, []);
    expect(wanted.tags).toEqual({ owner: 'platform', purpose: 'training' });
  });

  it('is asked for these, and tags of others are passed over', async () => {
    const { answer } = await lookedAt({}, [
      { Key: 'owner', Value: 'somebody' },
      { Key: 'theirs', Value: 'x' },
    ]);
    expect(answer).toMatchObject({ state: 'found', value: { tags: { owner: 'somebody' } } });
    expect(JSON.stringify(answer)).not.toContain('theirs');
  });
});

describe('what a stack wants', () => {
  it('has the ids that AWS gave in place of references, through the outputs of other stacks', async () => {
    const { wanted, answer, region } = await new Resolver(stacks, new FakeLiveAws(standing)).look(queue);
    expect(region).toBe('us-east-1');
    expect(wanted).toMatchObject({
      name: 'undelivered',
      kms_master_key_id: 'arn:aws:kms:eu-central-1:444455556666:key/1234',
      policy: '{"Resource":"arn:aws:sqs:us-east-1:444455556666:undelivered"}',
    });
    expect(answer).toMatchObject({ state: 'found', value: { kms_master_key_id: 'alias/aws/sqs' } });
  });

  it('is unknown where what it refers to is not there', async () => {
    const absent: FakeAnswers = (call) => (call.operation === 'ListAliases' ? { Aliases: [] } : standing(call));
    const looked = new Resolver(stacks, new FakeLiveAws(absent)).look(queue);
    await expect(looked).rejects.toThrow(new Unresolved('aws_kms_key', 'keys/aws_kms_key.key is not there'));
  });

  it('is unknown with the reason where AWS does not say what it refers to', async () => {
    const denied: FakeAnswers = (call) =>
      call.operation === 'GetKeyPolicy' ? awsError('AccessDeniedException', 'no') : standing(call);
    const looked = new Resolver(stacks, new FakeLiveAws(denied)).look(queue);
    await expect(looked).rejects.toThrow('keys/aws_kms_key.key: AccessDeniedException: no');
  });

  it('is asked for after a teardown although what it refers to is gone, unless it is found by that', async () => {
    const absent: FakeAnswers = (call) => (call.operation === 'ListAliases' ? { Aliases: [] } : standing(call));
    const { answer } = await new Resolver(stacks, new FakeLiveAws(absent), true).look(queue);
    expect(answer).toMatchObject({ state: 'found', value: { url: 'https://queue' } });
    const byKey = new Map(stacks).set('queues', {
      ...(stacks.get('queues') as Stack),
      resource: {
        aws_sqs_queue: {
          queue: { provider: 'aws.other', name: expression('data.terraform_remote_state.keys.outputs.keys["home"]') },
        },
      },
    });
    const written = findWritten(byKey, 'queues', 'aws_sqs_queue', 'queue');
    await expect(new Resolver(byKey, new FakeLiveAws(absent), true).look(written)).rejects.toMatchObject({
      absentType: 'aws_kms_key',
    });
  });
});
