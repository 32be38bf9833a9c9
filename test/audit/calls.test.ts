import type { Asked } from '../../cli/audit/parameters';
import { answer, models, people, picked, research } from '../support/audited';

const claude = 'anthropic.claude-sonnet-4-20250514-v1:0';
const service = `arn:aws:iam::${models}:role/triage-service`;

describe('model-invocations', () => {
  const invocations = (asked?: Partial<Asked>) => answer('model-invocations', asked);

  it('counts calls that succeeded by day, model and principal, of both trails', async () => {
    expect(picked(await invocations(), 'day', 'region', 'model', 'who', 'calls')).toEqual([
      ['2026-03-02', 'eu-central-1', claude, service, 2],
      ['2026-03-02', 'eu-central-1', claude, people.dana, 1],
      ['2026-03-02', 'eu-central-1', claude, people.kim, 1],
      ['2026-03-02', 'eu-central-1', 'endpoint/triage', service, 1],
      ['2026-03-02', 'us-east-1', 'amazon.nova-sonic-v1:0', service, 1],
      ['2026-03-03', 'eu-central-1', claude, `arn:aws:iam::${models}:role/deployment-pipeline`, 1],
      ['2026-03-03', 'eu-central-1', `eu.${claude}`, service, 1],
      ['2026-03-03', 'eu-central-1', 'openai.gpt-oss-120b', service, 1],
      ['2026-03-03', 'eu-central-1', 'amazon.titan-embed-text-v2:0', people.lee, 1],
    ]);
  });

  it('says when the first and the last call of a day were', async () => {
    expect((await invocations())[0]).toMatchObject({
      account: models,
      first_call: '2026-03-02T10:00:00Z',
      last_call: '2026-03-02T10:05:00Z',
    });
  });

  it('asks both trails about the same account and the same days', async () => {
    expect(picked(await invocations({ accountId: research }), 'model')).toEqual([['amazon.titan-embed-text-v2:0']]);
    const second = await invocations({ since: '2026-03-02', until: '2026-03-02' });
    expect(new Set(second.map(({ day }) => day))).toEqual(new Set(['2026-03-02']));
    expect(second).toHaveLength(5);
    expect(await invocations({ since: '2026-03-04' })).toEqual([]);
  });
});

describe('failed-ai-calls', () => {
  it('counts errors of Bedrock and SageMaker by day and principal, with what was denied and the last message', async () => {
    const failed = (asked?: Partial<Asked>) => answer('failed-ai-calls', asked);
    expect(
      picked(await failed(), 'day', 'service', 'event', 'error', 'denied', 'who', 'calls', 'last_message'),
    ).toEqual([
      ['2026-03-02', 'bedrock', 'InvokeModel', 'AccessDenied', true, service, 2, 'denied again'],
      [
        '2026-03-02',
        'bedrock',
        'Converse',
        'ThrottlingException',
        false,
        people.dana,
        1,
        'Too many requests, please wait before trying again.',
      ],
      [
        '2026-03-03',
        'sagemaker',
        'InvokeEndpoint',
        'ModelError',
        false,
        service,
        1,
        'Received server error (500) from primary',
      ],
      [
        '2026-03-03',
        'sagemaker',
        'CreateTrainingJob',
        'ValidationException',
        false,
        people.lee,
        1,
        'No S3 objects found under S3 URL',
      ],
    ]);
  });
});

describe('cross-region-inference', () => {
  it('counts calls that another region answered, and leaves out those that stayed or failed', async () => {
    const elsewhere = (asked?: Partial<Asked>) => answer('cross-region-inference', asked);
    expect(picked(await elsewhere(), 'day', 'asked_in', 'answered_in', 'model', 'who', 'calls')).toEqual([
      ['2026-03-02', 'eu-central-1', 'eu-west-3', `eu.${claude}`, service, 2],
      ['2026-03-03', 'eu-central-1', 'us-west-2', `global.${claude}`, people.dana, 1],
    ]);
  });
});
