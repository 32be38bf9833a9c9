import { ce } from '../../../../emulator/services/ce';
import type { WorldSettings } from '../../../../emulator/world';
import { callOf, fakeWorld, refusal } from '../../../support/world';

async function start(settings?: Partial<WorldSettings>) {
  const world = fakeWorld({ settings });
  const member = await world.vend('models');
  const call = callOf(ce(world));
  const ask = (operation: string, input: object = {}, caller = world.settings.managementAccount) =>
    call(operation, input, caller);
  const set = (Status: string, ...keys: string[]) =>
    ask('UpdateCostAllocationTagsStatus', { CostAllocationTagsStatus: keys.map((TagKey) => ({ TagKey, Status })) });
  return { ask, set, member };
}

describe('a cost allocation tag', () => {
  test('is switched on and off, and never deleted', async () => {
    const { ask, set } = await start();
    expect(await set('Active', 'owner', 'team')).toEqual({ Errors: [] });
    await set('Inactive', 'team');
    expect(await ask('ListCostAllocationTags')).toEqual({
      CostAllocationTags: [
        { TagKey: 'owner', Type: 'UserDefined', Status: 'Active' },
        { TagKey: 'team', Type: 'UserDefined', Status: 'Inactive' },
      ],
    });
    expect(await ask('ListCostAllocationTags', { TagKeys: ['team'], Status: 'Active' })).toEqual({
      CostAllocationTags: [],
    });
  });

  test('is not known until something that carries it was billed: each key has an error of its own', async () => {
    const { ask, set } = await start({ billedTags: false });
    expect((await set('Active', 'owner')).Errors).toMatchObject([{ TagKey: 'owner' }]);
    expect((await ask('ListCostAllocationTags')).CostAllocationTags).toEqual([]);
  });

  test('belongs to the account that pays', async () => {
    const { ask, member } = await start();
    await expect(ask('ListCostAllocationTags', {}, member)).rejects.toEqual(refusal('AccessDeniedException'));
  });

  test.each([
    ['no tag', 'Active', []],
    ['more than 20 tags', 'Active', Array.from({ length: 21 }, (_, index) => `tag-${index}`)],
    ['a status that there is none of', 'On', ['owner']],
  ])('is not updated with %s', async (_what, status, keys) => {
    const { set } = await start();
    await expect(set(status, ...keys)).rejects.toEqual(refusal('ValidationException'));
  });
});
