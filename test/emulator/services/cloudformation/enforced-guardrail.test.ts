import { bedrock } from '../../../../emulator/services/bedrock';
import { cloudformation } from '../../../../emulator/services/cloudformation';
import type { Json } from '../../../../emulator/toolkit/untyped';
import { callOf, fakeWorld } from '../../../support/world';

const StackName = 'acme-enforced-guardrail';

/** CloudFormation beside a Bedrock with one guardrail of two versions. */
async function setUp() {
  const world = fakeWorld();
  const models = bedrock(world);
  const ask = callOf(models);
  const { guardrailId } = await ask('CreateGuardrail', {
    ...{ name: 'patients', blockedInputMessaging: 'No.', blockedOutputsMessaging: 'No.' },
    wordPolicyConfig: { wordsConfig: [{ text: 'cure' }] },
  });
  for (const guardrailIdentifier of [guardrailId, guardrailId])
    await ask('CreateGuardrailVersion', { guardrailIdentifier });
  const service = cloudformation(world, { bedrock: models });
  const call = async (operation: string, properties: Json = {}): Promise<Json | undefined> => {
    const Properties = { GuardrailIdentifier: guardrailId, GuardrailVersion: '1', ...properties };
    const Resources = { Enforced: { Type: 'AWS::Bedrock::EnforcedGuardrailConfiguration', Properties } };
    const input = { StackName, TemplateBody: JSON.stringify({ Resources }) };
    return callOf(service)(operation, input);
  };
  const status = async () => (await call('DescribeStacks'))?.Stacks[0].StackStatus;
  const enforced = async () => (await ask('ListEnforcedGuardrailsConfiguration')).guardrailsConfig;
  return { call, status, enforced };
}

describe('a stack with an enforced guardrail', () => {
  it('enforces it, moves on to a new version in place, and lifts it at its end', async () => {
    const { call, status, enforced } = await setUp();
    await call('CreateStack');
    expect(await status()).toBe('CREATE_COMPLETE');
    const [{ configId }] = await enforced();
    await call('UpdateStack', { GuardrailVersion: '2' });
    expect(await enforced()).toEqual([expect.objectContaining({ configId, guardrailVersion: '2' })]);
    await call('DeleteStack');
    expect(await enforced()).toEqual([]);
  });

  it.each<[string, Json]>([
    ['Bedrock refuses the version', { GuardrailVersion: '7' }],
    ['it asks for what the emulated AWS does not enforce', { ModelEnforcement: { IncludedModels: ['ALL'] } }],
  ])('fails when %s', async (_, properties) => {
    const { call, status, enforced } = await setUp();
    await call('CreateStack', properties);
    expect(await status()).toBe('ROLLBACK_COMPLETE');
    expect(await enforced()).toEqual([]);
  });
});
