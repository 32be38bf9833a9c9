import { bedrockGuardrailStrength } from '../../../lambda/checks/bedrock-guardrail-strength';
import { type Answers, fakeClients, type Input, inPages, serviceError } from '../fake-clients';

const arn = 'arn:aws:bedrock:eu-central-1:111122223333:guardrail/a';
const attack = { type: 'PROMPT_ATTACK', inputStrength: 'HIGH', outputStrength: 'NONE' };
const strong = {
  contentPolicy: { filters: [{ type: 'HATE', inputStrength: 'LOW', outputStrength: 'LOW' }, attack] },
  sensitiveInformationPolicy: { piiEntities: [{ type: 'NAME', action: 'ANONYMIZE' }] },
};
const grounded = (filter: object) => ({
  ...strong,
  contextualGroundingPolicy: { filters: [{ type: 'GROUNDING', ...filter }] },
});

interface Region {
  readonly versions?: readonly { version: string; status: string }[];
  readonly knowledgeBases?: () => unknown;
}

const ready = { version: '1', status: 'READY' };
const draft = { version: 'DRAFT', status: 'READY' };
const noKnowledge = () => ({ knowledgeBaseSummaries: [] });
const oneKnowledge = inPages('knowledgeBaseSummaries', [{ knowledgeBaseId: 'KB1' }], 'nextToken');

const judged = async (guardrail: object | Error, { versions = [draft, ready], knowledgeBases }: Region = {}) => {
  const answers: Answers = {
    ListGuardrails: ({ guardrailIdentifier, ...page }: Input) =>
      inPages('guardrails', guardrailIdentifier ? versions : [{ id: 'a', arn, ...draft }], 'nextToken')(page),
    GetGuardrail: ({ guardrailVersion: version }: Input) =>
      guardrail instanceof Error ? guardrail : { version, ...guardrail },
    ListKnowledgeBases: knowledgeBases ?? noKnowledge,
  };
  const { clients, requests } = fakeClients(answers);
  const parameters = { groundingThreshold: '0.5' };
  return {
    verdicts: await bedrockGuardrailStrength.onSchedule({ accountId: '111122223333', parameters, clients }),
    requests,
  };
};

describe('the strength of a guardrail', () => {
  it('suffices with prompt attacks at HIGH and an eye on personal data, where there is no knowledge base', async () => {
    expect((await judged(strong)).verdicts).toEqual([
      { resourceType: 'AWS::Bedrock::Guardrail', resourceId: arn, compliance: 'COMPLIANT' },
    ]);
  });

  it.each([
    ['has no content filter', { ...strong, contentPolicy: undefined }, 'PROMPT_ATTACK'],
    [
      'blocks attacks at MEDIUM',
      { ...strong, contentPolicy: { filters: [{ ...attack, inputStrength: 'MEDIUM' }] } },
      'PROMPT_ATTACK',
    ],
    [
      'only notes attacks',
      { ...strong, contentPolicy: { filters: [{ ...attack, inputAction: 'NONE' }] } },
      'PROMPT_ATTACK',
    ],
    [
      'does not look at prompts',
      { ...strong, contentPolicy: { filters: [{ ...attack, inputEnabled: false }] } },
      'PROMPT_ATTACK',
    ],
    ['looks for no personal data', { ...strong, sensitiveInformationPolicy: undefined }, 'personal data'],
    [
      'only notes personal data',
      { ...strong, sensitiveInformationPolicy: { piiEntities: [{ type: 'NAME', action: 'NONE' }] } },
      'personal data',
    ],
    [
      'looks for personal data nowhere',
      {
        ...strong,
        sensitiveInformationPolicy: { regexes: [{ action: 'BLOCK', inputEnabled: false, outputEnabled: false }] },
      },
      'personal data',
    ],
  ])('does not suffice where it %s', async (_how, guardrail, annotation) => {
    expect((await judged(guardrail)).verdicts).toMatchObject([
      { compliance: 'NON_COMPLIANT', annotation: expect.stringContaining(annotation) },
    ]);
  });

  it('suffices with a pattern of its own that acts in answers only', async () => {
    const regexes = [{ action: 'BLOCK', inputAction: 'NONE', outputAction: 'BLOCK' }];
    expect((await judged({ ...strong, sensitiveInformationPolicy: { regexes } })).verdicts).toMatchObject([
      { compliance: 'COMPLIANT' },
    ]);
  });

  it.each([
    ['is not there', strong, false],
    ['is below the threshold', grounded({ threshold: 0.4 }), false],
    ['is off', grounded({ threshold: 0.8, enabled: false }), false],
    ['only notes', grounded({ threshold: 0.8, action: 'NONE' }), false],
    ['is at the threshold', grounded({ threshold: 0.5 }), true],
  ])('needs grounding where there is a knowledge base: it %s', async (_how, guardrail, suffices) => {
    const { verdicts } = await judged(guardrail, { knowledgeBases: () => oneKnowledge({}) });
    expect(verdicts).toMatchObject([{ compliance: suffices ? 'COMPLIANT' : 'NON_COMPLIANT' }]);
    expect(verdicts[0]?.annotation ?? 'GROUNDING').toContain('GROUNDING');
  });

  it('needs none where the region has no knowledge bases at all', async () => {
    const missing = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND', hostname: 'bedrock-agent.x' });
    expect((await judged(strong, { knowledgeBases: () => missing })).verdicts).toMatchObject([
      { compliance: 'COMPLIANT' },
    ]);
  });

  it('is not guessed where Bedrock does not answer', async () => {
    const denied = serviceError('AccessDeniedException');
    await expect(judged(strong, { knowledgeBases: () => denied })).rejects.toBe(denied);
    await expect(judged(denied)).rejects.toBe(denied);
  });

  it.each([
    [
      'the newest version that is ready',
      [draft, ready, { version: '10', status: 'READY' }, { version: '11', status: 'FAILED' }],
      '10',
    ],
    ['the draft, where no version is', [draft], 'DRAFT'],
  ])('is that of %s', async (_which, versions, guardrailVersion) => {
    const { requests } = await judged(strong, { versions });
    expect(requests).toContainEqual({ command: 'GetGuardrail', input: { guardrailIdentifier: 'a', guardrailVersion } });
  });

  it('is not judged of a guardrail that was deleted since it was listed', async () => {
    expect((await judged(serviceError('ResourceNotFoundException'))).verdicts).toEqual([]);
  });
});
