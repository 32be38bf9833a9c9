import { bedrock } from '../../../../emulator/services/bedrock';
import type { Json } from '../../../../emulator/toolkit/untyped';
import { motoWith } from '../../../support/moto-with';
import { callOf, fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

const KEY = `arn:aws:kms:us-east-1:${MANAGEMENT}:key/1`;
const ELSEWHERE = `arn:aws:kms:eu-west-1:${MANAGEMENT}:key/2`;
const DISABLED = `arn:aws:kms:us-east-1:${MANAGEMENT}:key/3`;

const filters = (...filtersConfig: Json[]): Json => ({ contentPolicyConfig: { filtersConfig } });
const hate = { type: 'HATE', inputStrength: 'HIGH', outputStrength: 'HIGH' };
const guardrail = (change: Json = {}): Json => ({
  ...{ name: 'patients', blockedInputMessaging: 'No.', blockedOutputsMessaging: 'No.' },
  ...filters(hate),
  ...change,
});

function setUp() {
  const keys = { [KEY]: { policy: {} }, [ELSEWHERE]: { policy: {} }, [DISABLED]: { policy: {}, enabled: false } };
  const service = bedrock(fakeWorld({ moto: motoWith({ keys }) }));
  return { service, call: callOf(service) };
}

describe('a guardrail', () => {
  it('begins as a draft that is ready, and is found by id and by ARN', async () => {
    const { call } = setUp();
    const { guardrailId, guardrailArn, version } = await call('CreateGuardrail', guardrail({ kmsKeyId: KEY }));
    expect(version).toBe('DRAFT');
    for (const guardrailIdentifier of [guardrailId, guardrailArn])
      expect(await call('GetGuardrail', { guardrailIdentifier })).toMatchObject({
        guardrailArn: `arn:aws:bedrock:us-east-1:${MANAGEMENT}:guardrail/${guardrailId}`,
        status: 'READY',
        contentPolicy: { filters: [hate] },
        kmsKeyArn: KEY,
      });
  });

  it('is not there in another region', async () => {
    const { call } = setUp();
    const { guardrailId: guardrailIdentifier } = await call('CreateGuardrail', guardrail());
    await expect(call('GetGuardrail', { guardrailIdentifier }, MANAGEMENT, 'eu-west-1')).rejects.toEqual(
      refusal('ResourceNotFoundException'),
    );
  });

  it('has its name for itself, which an update may keep', async () => {
    const { call } = setUp();
    const { guardrailId: guardrailIdentifier } = await call('CreateGuardrail', guardrail());
    await expect(call('CreateGuardrail', guardrail())).rejects.toEqual(refusal('ConflictException'));
    await call('UpdateGuardrail', guardrail({ guardrailIdentifier, blockedInputMessaging: 'Not here.' }));
    expect(await call('GetGuardrail', { guardrailIdentifier })).toMatchObject({ blockedInputMessaging: 'Not here.' });
  });

  it('keeps nothing that an update leaves out', async () => {
    const { call } = setUp();
    const words = { wordPolicyConfig: { wordsConfig: [{ text: 'cure' }] } };
    const { guardrailId: guardrailIdentifier } = await call('CreateGuardrail', guardrail(words));
    await call('UpdateGuardrail', guardrail({ guardrailIdentifier }));
    expect(await call('GetGuardrail', { guardrailIdentifier })).not.toHaveProperty('wordPolicy');
  });

  it.each<[string, Json]>([
    ['has no filter', { contentPolicyConfig: undefined }],
    ['has a name with a space', { name: 'of patients' }],
    ['has a name of 51 characters', { name: 'x'.repeat(51) }],
    ['has no message', { blockedInputMessaging: '' }],
    ['has a message of 501 characters', { blockedOutputsMessaging: 'x'.repeat(501) }],
    ['filters prompt attacks in answers', filters({ ...hate, type: 'PROMPT_ATTACK' })],
    ['filters one thing twice', filters(hate, hate)],
    ['has a strength that there is not', filters({ ...hate, inputStrength: 'MAX' })],
    [
      'has a threshold of 1',
      { contextualGroundingPolicyConfig: { filtersConfig: [{ type: 'GROUNDING', threshold: 1 }] } },
    ],
    [
      'knows personal data of no kind',
      { sensitiveInformationPolicyConfig: { piiEntitiesConfig: [{ type: 'HAT', action: 'BLOCK' }] } },
    ],
    [
      'looks around',
      { sensitiveInformationPolicyConfig: { regexesConfig: [{ name: 'x', pattern: '(?=x)y', action: 'BLOCK' }] } },
    ],
    [
      'has a definition of 201 characters',
      { topicPolicyConfig: { topicsConfig: [{ name: 'x', definition: 'x'.repeat(201), type: 'DENY' }] } },
    ],
    ['has a word twice', { wordPolicyConfig: { wordsConfig: [{ text: 'x' }, { text: 'x' }] } }],
    ['has a tag with a letter that is not English', { tags: [{ key: 'owner', value: 'Köln' }] }],
    ['has a key that does not exist', { kmsKeyId: `${KEY}0` }],
    ['has a key that is disabled', { kmsKeyId: DISABLED }],
    ['has a key of another region', { kmsKeyId: ELSEWHERE }],
  ])('is refused when it %s', async (_, change) => {
    const { call } = setUp();
    await expect(call('CreateGuardrail', guardrail(change))).rejects.toEqual(refusal('ValidationException'));
  });

  it.each(['crossRegionConfig', 'automatedReasoningPolicyConfig'])('is not emulated with %s', async (member) => {
    const { call } = setUp();
    await expect(call('CreateGuardrail', guardrail({ [member]: {} }))).rejects.toMatchObject({ status: 501 });
  });

  it('goes with its account', async () => {
    const world = fakeWorld();
    const account = await world.vend('models');
    const service = bedrock(world);
    await callOf(service)('CreateGuardrail', guardrail(), account);
    expect(service.leftovers()).toHaveLength(1);
    await world.organizations('CloseAccount', { AccountId: account });
    expect(service.leftovers()).toEqual([]);
  });
});

describe('a version of a guardrail', () => {
  async function versioned() {
    const { call, service } = setUp();
    const { guardrailId: guardrailIdentifier } = await call('CreateGuardrail', guardrail());
    const create = (description?: string) => call('CreateGuardrailVersion', { guardrailIdentifier, description });
    return { call, service, create, guardrailIdentifier };
  }

  it('stays as it was when the draft changes, and has a description of its own', async () => {
    const { call, create, guardrailIdentifier } = await versioned();
    expect(await create('first')).toMatchObject({ version: '1' });
    await call('UpdateGuardrail', guardrail({ guardrailIdentifier, ...filters({ ...hate, inputStrength: 'LOW' }) }));
    expect(await create()).toMatchObject({ version: '2' });
    const strengths = await Promise.all(
      ['1', '2'].map(async (guardrailVersion) => {
        const { contentPolicy, description } = await call('GetGuardrail', { guardrailIdentifier, guardrailVersion });
        return [contentPolicy.filters[0].inputStrength, description];
      }),
    );
    expect(strengths).toEqual([
      ['HIGH', 'first'],
      ['LOW', undefined],
    ]);
  });

  it('leaves its number to nobody', async () => {
    const { call, create, guardrailIdentifier } = await versioned();
    await create();
    await call('DeleteGuardrail', { guardrailIdentifier, guardrailVersion: '1' });
    expect(await create()).toMatchObject({ version: '2' });
    const { guardrails } = await call('ListGuardrails', { guardrailIdentifier });
    expect(guardrails.map(({ version }: Json) => version)).toEqual(['DRAFT', '2']);
  });

  it('is one of twenty at most', async () => {
    const { create } = await versioned();
    for (let version = 1; version <= 20; version += 1) await create();
    await expect(create()).rejects.toEqual(refusal('ServiceQuotaExceededException'));
  });

  it('goes with its guardrail', async () => {
    const { call, service, create, guardrailIdentifier } = await versioned();
    await create();
    await call('DeleteGuardrail', { guardrailIdentifier });
    expect(service.leftovers()).toEqual([]);
    await expect(call('GetGuardrail', { guardrailIdentifier, guardrailVersion: '1' })).rejects.toEqual(
      refusal('ResourceNotFoundException'),
    );
  });

  it.each(['DRAFT', '7'])('is not deleted as %s', async (guardrailVersion) => {
    const { call, guardrailIdentifier } = await versioned();
    await expect(call('DeleteGuardrail', { guardrailIdentifier, guardrailVersion })).rejects.toEqual(
      refusal('ResourceNotFoundException'),
    );
  });
});

describe('the enforced guardrail', () => {
  async function enforced() {
    const { call, service } = setUp();
    const { guardrailId: guardrailIdentifier } = await call('CreateGuardrail', guardrail());
    await call('CreateGuardrailVersion', { guardrailIdentifier });
    const put = (guardrailVersion: string, more: Json = {}) =>
      call('PutEnforcedGuardrailConfiguration', {
        guardrailInferenceConfig: { guardrailIdentifier, guardrailVersion },
        ...more,
      });
    return { call, service, put, guardrailIdentifier };
  }

  it('is one in each region, which is changed by its id', async () => {
    const { call, put, guardrailIdentifier } = await enforced();
    const { configId } = await put('1');
    await expect(put('1')).rejects.toEqual(refusal('ConflictException'));
    await call('CreateGuardrailVersion', { guardrailIdentifier });
    await put('2', { configId });
    expect((await call('ListEnforcedGuardrailsConfiguration')).guardrailsConfig).toEqual([
      expect.objectContaining({ configId, guardrailVersion: '2', owner: 'ACCOUNT' }),
    ]);
  });

  it.each(['DRAFT', '2'])('is none in version %s, which is no numbered one that exists', async (version) => {
    const { put } = await enforced();
    await expect(put(version)).rejects.toEqual(refusal('ValidationException'));
  });

  it('is left until it is deleted', async () => {
    const { call, service, put, guardrailIdentifier } = await enforced();
    const { configId } = await put('1');
    await call('DeleteGuardrail', { guardrailIdentifier });
    expect(service.leftovers()).toEqual([
      { account: MANAGEMENT, resource: `us-east-1 enforced-guardrail ${configId}` },
    ]);
    await call('DeleteEnforcedGuardrailConfiguration', { configId });
    expect(service.leftovers()).toEqual([]);
    await expect(call('DeleteEnforcedGuardrailConfiguration', { configId })).rejects.toEqual(
      refusal('ResourceNotFoundException'),
    );
  });
});
