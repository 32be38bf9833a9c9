import { bedrock } from '../../../../emulator/services/bedrock';
import type { Json } from '../../../../emulator/toolkit/untyped';
import { callOf, fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

const REGION = 'eu-central-1';
const MODEL = 'amazon.nova-lite-v1:0';
const foundation = `arn:aws:bedrock:${REGION}::foundation-model/${MODEL}`;
const european = `arn:aws:bedrock:${REGION}:${MANAGEMENT}:inference-profile/eu.${MODEL}`;

function setUp() {
  const service = bedrock(fakeWorld());
  const call = (operation: string, input: Json = {}) => callOf(service)(operation, input, MANAGEMENT, REGION);
  const create = (copyFrom: string, change: Json = {}) =>
    call('CreateInferenceProfile', { inferenceProfileName: 'triage', modelSource: { copyFrom }, ...change });
  return { service, call, create };
}

describe('an inference profile', () => {
  it('of a foundation model has that model, by id and by ARN', async () => {
    const { call, create } = setUp();
    const { inferenceProfileArn, status } = await create(foundation);
    expect(status).toBe('ACTIVE');
    for (const inferenceProfileIdentifier of [inferenceProfileArn, inferenceProfileArn.split('/')[1]])
      expect(await call('GetInferenceProfile', { inferenceProfileIdentifier })).toMatchObject({
        inferenceProfileName: 'triage',
        type: 'APPLICATION',
        models: [{ modelArn: foundation }],
      });
  });

  it('of a geography has the model in several regions of it', async () => {
    const { call, create } = setUp();
    const { inferenceProfileArn: inferenceProfileIdentifier } = await create(european);
    const { models } = await call('GetInferenceProfile', { inferenceProfileIdentifier });
    expect(models.length).toBeGreaterThan(1);
    for (const { modelArn } of models) expect(modelArn).toMatch(/^arn:aws:bedrock:eu-\w+-\d::foundation-model\/amazon/);
  });

  it.each([
    ['is of no model', 'nova'],
    ['is of a model of another region', foundation.replace(REGION, 'us-east-1')],
    ['calls the profile of a geography a model', foundation.replace(MODEL, `eu.${MODEL}`)],
    ['calls a model a profile', european.replace('eu.', '')],
    ['is of a geography that the region is not in', european.replace('eu.', 'us.')],
    ['is of a profile of another account', european.replace(MANAGEMENT, '222222222222')],
  ])('is refused when it %s', async (_, source) => {
    await expect(setUp().create(source)).rejects.toEqual(refusal('ValidationException'));
  });

  it.each<[string, Json]>([
    ['a name with two spaces', { inferenceProfileName: 'triage  nova' }],
    ['a description with a comma', { description: 'Triage, of referrals' }],
    ['a tag with a letter that is not English', { tags: [{ key: 'cost-center', value: 'Köln' }] }],
  ])('is refused with %s', async (_, change) => {
    await expect(setUp().create(foundation, change)).rejects.toEqual(refusal('ValidationException'));
  });

  it('can be deleted once', async () => {
    const { service, call, create } = setUp();
    const { inferenceProfileArn: inferenceProfileIdentifier } = await create(foundation);
    expect(service.leftovers()).toHaveLength(1);
    await call('DeleteInferenceProfile', { inferenceProfileIdentifier });
    expect(service.leftovers()).toEqual([]);
    await expect(call('DeleteInferenceProfile', { inferenceProfileIdentifier })).rejects.toEqual(
      refusal('ResourceNotFoundException'),
    );
  });
});

describe('tags in Bedrock', () => {
  it('are those of the creation, and change by ARN', async () => {
    const { call, create } = setUp();
    const { inferenceProfileArn: resourceARN } = await create(foundation, { tags: [{ key: 'owner', value: 'ml' }] });
    await call('TagResource', { resourceARN, tags: [{ key: 'cost-center', value: '4711' }] });
    await call('UntagResource', { resourceARN, tagKeys: ['owner'] });
    expect(await call('ListTagsForResource', { resourceARN })).toEqual({
      tags: [{ key: 'cost-center', value: '4711' }],
    });
  });

  it('are of nothing that is not there', async () => {
    const { call } = setUp();
    await expect(call('ListTagsForResource', { resourceARN: european })).rejects.toEqual(
      refusal('ResourceNotFoundException'),
    );
  });
});
