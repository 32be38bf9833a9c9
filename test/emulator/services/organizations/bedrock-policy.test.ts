import { fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

const arn = (account = MANAGEMENT, region = 'eu-west-1', version = '1') =>
  `arn:aws:bedrock:${region}:${account}:guardrail/hu1dlsv9wy1d:${version}`;
const assign = (value: unknown) => ({ '@@assign': value });
const inference = (config: object, region = 'eu-west-1', key = 'config_1') => ({
  bedrock: { guardrail_inference: { [region]: { [key]: config } } },
});
const named = { identifier: assign(arn()) };
const create = (content: unknown) =>
  fakeWorld().organizations('CreatePolicy', {
    Name: 'house',
    Description: '',
    Type: 'BEDROCK_POLICY',
    Content: JSON.stringify(content),
  });

describe('a Bedrock policy', () => {
  test.each<[string, object]>([
    ['a guardrail of the management account', inference(named)],
    ['what it guards', inference({ ...named, selective_content_guarding: { messages: assign('comprehensive') } })],
    ['what tags mean, as it was said before', inference({ ...named, input_tags: assign('ignore') })],
    [
      'models that it leaves out',
      inference({
        ...named,
        model_enforcement: {
          included_models: assign(['ALL']),
          excluded_models: assign(['amazon.titan-embed-text-v2:0']),
        },
      }),
    ],
    [
      'that policies below may not change it',
      inference({ identifier: { ...named.identifier, '@@operators_allowed_for_child_policies': ['@@none'] } }),
    ],
  ])('may say %s', async (_, content) => {
    await expect(create(content)).resolves.toMatchObject({ Policy: { PolicySummary: { Type: 'BEDROCK_POLICY' } } });
  });

  test.each<[string, object]>([
    ['of another account', inference({ identifier: assign(arn('444455556666')) })],
    ['of another region', inference({ identifier: assign(arn(MANAGEMENT, 'eu-central-1')) })],
    ['without a version', inference({ identifier: assign(arn().slice(0, -2)) })],
    ['in its draft', inference({ identifier: assign(arn(MANAGEMENT, 'eu-west-1', 'DRAFT')) })],
    ['that it does not name', inference({ input_tags: assign('honor') })],
    ['of a key that the syntax does not have', inference(named, 'eu-west-1', 'house')],
    ['for no model', inference({ ...named, model_enforcement: { included_models: assign([]) } })],
    [
      'guarded in a way that there is not',
      inference({ ...named, selective_content_guarding: { system: assign('some') } }),
    ],
    ['beside another document', { ...inference(named), tags: {} }],
  ])('is refused for a guardrail %s', async (_, content) => {
    await expect(create(content)).rejects.toEqual(refusal('MalformedPolicyDocumentException'));
  });
});
