import { bedrockGuardrailPresent } from '../../../lambda/checks/bedrock-guardrail-present';
import { bedrockInvocationLogging } from '../../../lambda/checks/bedrock-invocation-logging';
import { type Answers, fakeClients, type Input, inPages } from '../fake-clients';

const accountId = '111122223333';
const input = (answers: Answers) => ({ accountId, parameters: {}, clients: fakeClients(answers).clients });

describe('the invocation logging of Bedrock', () => {
  const judged = async (loggingConfig?: object) => {
    const answers = { GetModelInvocationLoggingConfiguration: () => ({ loggingConfig }) };
    return bedrockInvocationLogging.onSchedule(input(answers));
  };
  const bucket = { s3Config: { bucketName: 'invocation-logs' } };
  const logGroup = {
    cloudWatchConfig: { logGroupName: '/bedrock', roleArn: 'arn:aws:iam::111122223333:role/bedrock' },
  };

  it.each([
    ['to a bucket', bucket],
    ['to a log group', logGroup],
    ['to both', { ...bucket, ...logGroup }],
  ])('complies where it goes %s with the text', async (_where, destination) => {
    expect(await judged({ ...destination, textDataDeliveryEnabled: true })).toEqual([
      { resourceType: 'AWS::::Account', resourceId: accountId, compliance: 'COMPLIANT' },
    ]);
  });

  it.each([
    ['was never set up', undefined, 'are not logged'],
    ['has no destination', { textDataDeliveryEnabled: true }, 'are not logged'],
    [
      'leaves the text out',
      { ...bucket, textDataDeliveryEnabled: false, imageDataDeliveryEnabled: true },
      'their text',
    ],
    ['does not mention the text', logGroup, 'their text'],
  ])('does not comply where it %s', async (_how, loggingConfig, annotation) => {
    expect(await judged(loggingConfig)).toMatchObject([
      { compliance: 'NON_COMPLIANT', annotation: expect.stringContaining(annotation) },
    ]);
  });
});

describe('a guardrail', () => {
  /** By id, the versions that it has, page by page. */
  const judged = (guardrails: Readonly<Record<string, readonly { version: string; status: string }[]>>) => {
    const drafts = Object.keys(guardrails).map((id) => ({ id, version: 'DRAFT', status: 'READY' }));
    const listed = ({ guardrailIdentifier: id, ...page }: Input) =>
      inPages('guardrails', typeof id === 'string' ? (guardrails[id] ?? []) : drafts, 'nextToken')(page);
    return bedrockGuardrailPresent.onSchedule(input({ ListGuardrails: listed }));
  };
  const draft = { version: 'DRAFT', status: 'READY' };

  it('complies with a numbered version that is ready, be it on a later page', async () => {
    expect(
      await judged({ a: [draft], b: [draft, { version: '1', status: 'FAILED' }, { version: '2', status: 'READY' }] }),
    ).toEqual([{ resourceType: 'AWS::::Account', resourceId: accountId, compliance: 'COMPLIANT' }]);
  });

  it.each([
    ['there is none', {}],
    ['there are drafts only', { a: [draft], b: [draft] }],
    ['no numbered version is ready', { a: [draft, { version: '1', status: 'CREATING' }] }],
  ])('is missing where %s', async (_why, guardrails) => {
    expect(await judged(guardrails)).toMatchObject([{ compliance: 'NON_COMPLIANT' }]);
  });
});
