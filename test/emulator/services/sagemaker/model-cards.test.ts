import { sagemaker } from '../../../../emulator/services/sagemaker';
import { motoWith } from '../../../support/moto-with';
import { callOf, fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

const key = `arn:aws:kms:us-east-1:${MANAGEMENT}:key/data`;
const ModelCardName = 'triage';
const content = (owner: string) => JSON.stringify({ model_overview: { model_owner: owner } });

async function setUp(change: object = {}) {
  const world = fakeWorld({
    moto: motoWith({ keys: { [key]: { policy: {} }, [`${key}-off`]: { policy: {}, enabled: false } } }),
  });
  const service = sagemaker(world);
  const call = callOf(service);
  const create = (more: object = {}) =>
    call('CreateModelCard', { ModelCardName, ModelCardStatus: 'Draft', Content: content('a'), ...change, ...more });
  const update = (input: object) => call('UpdateModelCard', { ModelCardName, ...input });
  const describe = (more: object = {}) => call('DescribeModelCard', { ModelCardName, ...more });
  return { world, service, call, create, update, describe };
}

describe('a model card', () => {
  it('is described as it was created, by name and by ARN, in its own region', async () => {
    const { create, describe, call } = await setUp({ SecurityConfig: { KmsKeyId: key } });
    const { ModelCardArn } = await create();
    expect(ModelCardArn).toBe(`arn:aws:sagemaker:us-east-1:${MANAGEMENT}:model-card/triage`);
    const card = { ModelCardArn, ModelCardVersion: 1, Content: content('a'), SecurityConfig: { KmsKeyId: key } };
    expect(await describe()).toMatchObject(card);
    expect(await describe({ ModelCardName: ModelCardArn })).toMatchObject(card);
    await expect(call('DescribeModelCard', { ModelCardName }, MANAGEMENT, 'eu-west-1')).rejects.toEqual(
      refusal('ResourceNotFound'),
    );
  });

  it('keeps each version of its content, with the status that it had', async () => {
    const { create, update, describe, call } = await setUp();
    await create();
    await update({ ModelCardStatus: 'Approved' });
    await update({ Content: content('b') });
    await update({ ModelCardStatus: 'PendingReview' });
    expect(await describe({ ModelCardVersion: 1 })).toMatchObject({
      Content: content('a'),
      ModelCardStatus: 'Approved',
    });
    expect(await describe()).toMatchObject({ ModelCardVersion: 2, ModelCardStatus: 'PendingReview' });
    const { ModelCardVersionSummaryList } = await call('ListModelCardVersions', { ModelCardName });
    expect(
      ModelCardVersionSummaryList.map(({ ModelCardVersion }: { ModelCardVersion: number }) => ModelCardVersion),
    ).toEqual([2, 1]);
    await expect(describe({ ModelCardVersion: 3 })).rejects.toEqual(refusal('ResourceNotFound'));
  });

  it('says when it was made, and when each of its versions was', async () => {
    const { create, update, describe, call, world } = await setUp();
    const made = world.clock.seconds();
    await create();
    world.clock.set(new Date('2026-02-01T00:00:00Z'));
    await update({ Content: content('b') });
    expect(await describe()).toMatchObject({ CreationTime: made });
    const { ModelCardVersionSummaryList } = await call('ListModelCardVersions', { ModelCardName });
    expect(ModelCardVersionSummaryList).toMatchObject([
      { CreationTime: Date.parse('2026-02-01T00:00:00Z') / 1000 },
      { CreationTime: made },
    ]);
  });

  it('is listed by status', async () => {
    const { create, call } = await setUp();
    await create();
    await create({ ModelCardName: 'other', ModelCardStatus: 'Approved' });
    const { ModelCardSummaries } = await call('ListModelCards', { ModelCardStatus: 'Approved' });
    expect(ModelCardSummaries).toMatchObject([{ ModelCardName: 'other' }]);
    expect((await call('ListModelCards')).ModelCardSummaries).toHaveLength(2);
  });

  it('takes no update of content and status in one call', async () => {
    const { create, update } = await setUp();
    await create();
    await expect(update({ Content: content('b'), ModelCardStatus: 'Approved' })).rejects.toMatchObject({
      code: 'ValidationException',
      message: 'You cannot update both model card content and model card status in a single call.',
    });
  });

  it('takes no update at all once it is archived', async () => {
    const { create, update } = await setUp();
    await create();
    await update({ ModelCardStatus: 'Archived' });
    await expect(update({ Content: content('b') })).rejects.toEqual(refusal('ConflictException'));
    await expect(update({ ModelCardStatus: 'Draft' })).rejects.toEqual(refusal('ConflictException'));
  });

  it('has a name of its own in the account', async () => {
    const { create } = await setUp();
    await create();
    await expect(create()).rejects.toEqual(refusal('ConflictException'));
  });

  it.each<[string, object]>([
    ['a name with an underscore', { ModelCardName: 'triage_1' }],
    ['an unknown status', { ModelCardStatus: 'Final' }],
    ['no content', { Content: undefined }],
    ['content that is no JSON', { Content: '{' }],
    ['a field that the schema does not have', { Content: '{"owner":"x"}' }],
    ['a risk rating in small letters', { Content: '{"intended_uses":{"risk_rating":"high"}}' }],
    [
      'more than 100,000 characters',
      { Content: JSON.stringify({ model_overview: { model_owner: 'x'.repeat(100_000) } }) },
    ],
    ['a key that does not exist', { SecurityConfig: { KmsKeyId: `${key}-none` } }],
    ['a key that is disabled', { SecurityConfig: { KmsKeyId: `${key}-off` } }],
  ])('is refused with %s', async (_, change) => {
    const { create } = await setUp(change);
    await expect(create()).rejects.toEqual(refusal('ValidationException'));
  });

  it('is deleted once, and goes with its account', async () => {
    const { create, call, service, world } = await setUp();
    await create();
    expect(service.leftovers()).toEqual([{ account: MANAGEMENT, resource: 'us-east-1 model-card triage' }]);
    await call('DeleteModelCard', { ModelCardName });
    await expect(call('DeleteModelCard', { ModelCardName })).rejects.toEqual(refusal('ResourceNotFound'));
    const member = await world.vend('models');
    await call('CreateModelCard', { ModelCardName, ModelCardStatus: 'Draft', Content: '{}' }, member);
    await world.organizations('CloseAccount', { AccountId: member });
    expect(service.leftovers()).toEqual([]);
  });
});
