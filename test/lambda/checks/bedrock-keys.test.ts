import { bedrockBatchOutput } from '../../../lambda/checks/bedrock-batch-output';
import { bedrockOwnKeys } from '../../../lambda/checks/bedrock-own-keys';
import { type Answers, fakeClients, type Input, inPages, serviceError } from '../fake-clients';

const key = 'arn:aws:kms:eu-central-1:111122223333:key/1b9c8d7e-0000-4000-8000-a1b2c3d4e5f6';
const listOf = (list: string, ...items: object[]) => inPages(list, items, 'nextToken');
const run = (check: typeof bedrockOwnKeys, answers: Answers) => {
  const { clients, requests } = fakeClients(answers);
  return { verdicts: check.onSchedule({ accountId: '111122223333', parameters: {}, clients }), requests };
};

/** One thing of each kind under no key, which the change puts under one. */
const things = (change: Answers = {}): Answers => ({
  ListAgents: listOf('agentSummaries', { agentId: 'A1' }),
  GetAgent: () => ({ agent: { agentArn: 'agent' } }),
  ListPrompts: listOf('promptSummaries', { id: 'P1', arn: 'prompt' }),
  GetPrompt: () => ({}),
  ListGuardrails: listOf('guardrails', { id: 'G1', arn: 'guardrail' }),
  GetGuardrail: () => ({}),
  ListCustomModels: listOf('modelSummaries', { modelArn: 'custom' }),
  GetCustomModel: () => ({}),
  ListImportedModels: listOf('modelSummaries', { modelArn: 'imported' }),
  GetImportedModel: () => ({}),
  ...change,
});

const withoutKey = async (answers: Answers): Promise<string[]> =>
  (await run(bedrockOwnKeys, answers).verdicts)
    .filter(({ compliance }) => compliance === 'NON_COMPLIANT')
    .map(({ resourceType, resourceId }) => `${resourceType} ${resourceId}`);

const all = [
  'AWS::Bedrock::Agent agent',
  'AWS::Bedrock::Prompt prompt',
  'AWS::Bedrock::Guardrail guardrail',
  'AWS::Bedrock::CustomModel custom',
  'AWS::Bedrock::ImportedModel imported',
];

describe('the keys of what Bedrock keeps', () => {
  it('are missed wherever none is named', async () => {
    expect(await withoutKey(things())).toEqual(all);
  });

  it.each([
    ['an agent', 'Agent', { GetAgent: () => ({ agent: { agentArn: 'agent', customerEncryptionKeyArn: key } }) }],
    ['a prompt', 'Prompt', { GetPrompt: () => ({ customerEncryptionKeyArn: key }) }],
    ['a guardrail', 'Guardrail', { GetGuardrail: () => ({ kmsKeyArn: key }) }],
    ['a custom model', 'CustomModel', { GetCustomModel: () => ({ modelKmsKeyArn: key }) }],
    ['an imported model', 'ImportedModel', { GetImportedModel: () => ({ modelKmsKeyArn: key }) }],
  ])('are seen of %s', async (_thing, type, change) => {
    expect(await withoutKey(things(change))).toEqual(all.filter((one) => !one.startsWith(`AWS::Bedrock::${type} `)));
  });

  it('are asked of custom models that the account owns, not of those that others share with it', async () => {
    const { verdicts, requests } = run(bedrockOwnKeys, things());
    await verdicts;
    expect(requests).toContainEqual({ command: 'ListCustomModels', input: { isOwned: true, maxResults: 100 } });
  });

  it('are asked of models too where the region has no agents', async () => {
    const missing = () => Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND', hostname: 'bedrock-agent.x' });
    expect(await withoutKey(things({ ListAgents: missing, ListPrompts: missing }))).toEqual(all.slice(2));
  });

  it('are not guessed where Bedrock does not answer', async () => {
    const denied = serviceError('AccessDeniedException');
    await expect(run(bedrockOwnKeys, things({ GetPrompt: () => denied })).verdicts).rejects.toBe(denied);
  });
});

describe('the output of batch inference', () => {
  const job = (jobArn: string, s3EncryptionKeyId?: string) => ({
    jobArn,
    outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://out/', s3EncryptionKeyId } },
  });

  it('complies where the job named a key', async () => {
    const list = listOf('invocationJobSummaries', job('one', key), job('two'));
    expect(await run(bedrockBatchOutput, { ListModelInvocationJobs: list }).verdicts).toEqual([
      { resourceType: 'AWS::Bedrock::ModelInvocationJob', resourceId: 'one', compliance: 'COMPLIANT' },
      expect.objectContaining({ resourceId: 'two', compliance: 'NON_COMPLIANT' }),
    ]);
  });

  it('is that of the last thirty days', async () => {
    const asked: Input[] = [];
    const list = (input: Input) => {
      asked.push(input);
      return {};
    };
    await run(bedrockBatchOutput, { ListModelInvocationJobs: list }).verdicts;
    const daysAgo = (Date.now() - Number(asked[0]?.submitTimeAfter)) / 86_400_000;
    expect(daysAgo).toBeCloseTo(30, 2);
  });
});
