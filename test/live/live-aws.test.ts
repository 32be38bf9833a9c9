import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { OrganizationsClient, paginateListAccounts, paginateListPolicies } from '@aws-sdk/client-organizations';
import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { answerOf } from '../../live/answer';
import { awsError, FakeLiveAws } from '../support/fake-live-aws';

const account = '444455556666';
const asked = () => new GetQueueUrlCommand({ QueueName: 'undelivered' });

describe('AWS as it is read', () => {
  it('is asked once for what several want to know, and shares the reply with each', async () => {
    const aws = new FakeLiveAws(() => ({ QueueUrl: 'https://queue' }));
    const [one, other] = [aws.at(account, 'eu-central-1'), aws.at(account, 'eu-central-1')];
    await Promise.all([one.ask(SQSClient, asked()), other.ask(SQSClient, asked())]);
    expect(aws.asked).toEqual(['444455556666/eu-central-1 GetQueueUrl']);
    expect(aws.calls).toBe(1);
    expect([...one.replies, ...other.replies].map(({ call }) => call)).toEqual(['SQS:GetQueueUrl', 'SQS:GetQueueUrl']);
  });

  it('is recorded without the values of variables of functions, and given to readers with them', async () => {
    const aws = new FakeLiveAws(() => ({ Environment: { Variables: { TOKEN: 'secret' } }, Timeout: 3 }));
    const at = aws.at(account, 'eu-central-1');
    const reply = await at.ask(LambdaClient, new GetFunctionConfigurationCommand({ FunctionName: 'tell' }));
    expect(reply.Environment?.Variables).toEqual({ TOKEN: 'secret' });
    expect(at.replies[0]?.output).toEqual({ Environment: { Variables: { TOKEN: 'not recorded' } }, Timeout: 3 });
  });

  it('is asked again in another region and another account', async () => {
    const aws = new FakeLiveAws(() => ({}));
    for (const [id, region] of [
      [account, 'eu-central-1'],
      [account, 'us-east-1'],
      ['777788889999', 'us-east-1'],
    ] as const)
      await aws.at(id, region).ask(SQSClient, asked());
    expect(aws.asked).toHaveLength(3);
  });

  it('gives every page of a list, and keeps lists of other things apart', async () => {
    const aws = new FakeLiveAws(({ operation, input }) => {
      if (operation === 'ListPolicies') return { Policies: [{ Id: 'p-1' }] };
      return 'NextToken' in input && input.NextToken === 'more'
        ? { Accounts: [{ Id: '2' }] }
        : { Accounts: [{ Id: '1' }], NextToken: 'more' };
    });
    const at = aws.at('111122223333', 'eu-central-1');
    const accounts = await at.pages(OrganizationsClient, paginateListAccounts, {});
    const policies = await at.pages(OrganizationsClient, paginateListPolicies, { Filter: 'TAG_POLICY' });
    expect(accounts.flatMap(({ Accounts = [] }) => Accounts.map(({ Id }) => Id))).toEqual(['1', '2']);
    expect(policies.flatMap(({ Policies = [] }) => Policies.map(({ Id }) => Id))).toEqual(['p-1']);
    expect(at.replies.map(({ call }) => call)).toEqual(['Organizations:ListAccounts', 'Organizations:ListPolicies']);
  });

  it('is asked by Organizations for two things at once at most', async () => {
    let [now, most] = [0, 0];
    const aws = new FakeLiveAws(() => ({}));
    const slow = {
      how: {},
      send: async () => {
        now += 1;
        most = Math.max(most, now);
        await new Promise(setImmediate);
        now -= 1;
      },
    };
    const at = { account, region: 'eu-central-1' };
    await Promise.all([1, 2, 3, 4, 5, 6].map((n) => aws.once(OrganizationsClient, at, { ...slow, input: { n } })));
    expect(most).toBe(2);
  });
});

describe('an answer', () => {
  const thrown = (error: Error) => answerOf(() => Promise.reject(error));

  it.each([
    'NoSuchBucketPolicy',
    'ResourceNotFoundException',
    'TrailNotFoundException',
    'QueueDoesNotExist',
    'NoSuchEntityException',
  ])('is that there is none where AWS says %s', async (name) => {
    expect(await thrown(awsError(name))).toEqual({ state: 'absent' });
  });

  it('is that there is none where a service says that it is switched off', async () => {
    expect(await thrown(awsError('AccessDeniedException', 'Macie is not enabled.'))).toEqual({ state: 'absent' });
    const message = 'Account 1 is not subscribed to AWS Security Hub';
    expect(await thrown(awsError('InvalidAccessException', message))).toEqual({ state: 'absent' });
  });

  it('is that there is none where a service says only in words that it has no such thing', async () => {
    const filter = 'The request is rejected since no such resource found.';
    expect(await thrown(awsError('BadRequestException', filter))).toEqual({ state: 'absent' });
    const policy = 'Cannot find Model Package Group Policy for triage.';
    expect(await thrown(awsError('ValidationException', policy))).toEqual({ state: 'absent' });
    const other = 'The request is rejected because the parameter maxResults has an invalid value.';
    expect(await thrown(awsError('BadRequestException', other))).toMatchObject({ state: 'unknown' });
  });

  it('is unknown where AWS does not say, with the reason', async () => {
    expect(
      await thrown(awsError('AccessDeniedException', 'User is not authorized to perform kms:GetKeyPolicy')),
    ).toEqual({
      state: 'unknown',
      reason: 'AccessDeniedException: User is not authorized to perform kms:GetKeyPolicy',
    });
    expect(await thrown(awsError('ThrottlingException'))).toMatchObject({ state: 'unknown' });
  });
});
