import { type FakeWorld, fakeWorld, refusal } from '../../../support/world';

const rootOf = (world: FakeWorld): string => world.organization.find()?.rootId ?? '';

async function unit(world: FakeWorld, Name: string, ParentId = rootOf(world)): Promise<string> {
  return (await world.organizations('CreateOrganizationalUnit', { Name, ParentId })).OrganizationalUnit.Id;
}

describe('organizational units', () => {
  test('refuses two units of the same name under one parent, but not under two', async () => {
    const world = fakeWorld();
    const workloads = await unit(world, 'workloads');

    await expect(unit(world, 'workloads')).rejects.toEqual(refusal('DuplicateOrganizationalUnitException'));
    await expect(unit(world, 'workloads', workloads)).resolves.toMatch(/^ou-/);
  });

  test('refuses to rename a unit to the name of its neighbour', async () => {
    const world = fakeWorld();
    await unit(world, 'taken');
    const OrganizationalUnitId = await unit(world, 'free');

    await expect(
      world.organizations('UpdateOrganizationalUnit', { OrganizationalUnitId, Name: 'taken' }),
    ).rejects.toEqual(refusal('DuplicateOrganizationalUnitException'));
  });

  test('refuses a sixth level below the root', async () => {
    const world = fakeWorld();
    let parent = rootOf(world);
    for (const level of ['1', '2', '3', '4', '5']) parent = await unit(world, level, parent);

    await expect(unit(world, '6', parent)).rejects.toEqual(
      refusal('ConstraintViolationException', 'OU_DEPTH_LIMIT_EXCEEDED'),
    );
  });

  test('refuses to delete a unit that holds a unit or an account, suspended ones included', async () => {
    const world = fakeWorld({ settings: { closureElapsed: false } });
    const outer = await unit(world, 'outer');
    const inner = await unit(world, 'inner', outer);
    const AccountId = await world.vend('alpha');
    await world.organizations('MoveAccount', { AccountId, SourceParentId: rootOf(world), DestinationParentId: inner });
    await world.organizations('CloseAccount', { AccountId });

    const remove = (OrganizationalUnitId: string) =>
      world.organizations('DeleteOrganizationalUnit', { OrganizationalUnitId });
    await expect(remove(outer)).rejects.toEqual(refusal('OrganizationalUnitNotEmptyException'));
    await expect(remove(inner)).rejects.toEqual(refusal('OrganizationalUnitNotEmptyException'));
  });

  test('refuses a parent that does not exist', async () => {
    await expect(unit(fakeWorld(), 'lost', 'ou-0000-00000000')).rejects.toEqual(refusal('ParentNotFoundException'));
  });
});

describe('moving an account', () => {
  test('shows the account under its new parent only', async () => {
    const world = fakeWorld();
    const AccountId = await world.vend('alpha');
    const target = await unit(world, 'target');
    await world.organizations('MoveAccount', { AccountId, SourceParentId: rootOf(world), DestinationParentId: target });

    expect(await world.organizations('ListParents', { ChildId: AccountId })).toEqual({
      Parents: [{ Id: target, Type: 'ORGANIZATIONAL_UNIT' }],
    });
    const children = { ChildType: 'ACCOUNT', ParentId: rootOf(world) };
    expect((await world.organizations('ListChildren', children)).Children).toHaveLength(1);
  });

  test('refuses a source where the account is not, and a destination where it already is', async () => {
    const world = fakeWorld();
    const AccountId = await world.vend('alpha');
    const target = await unit(world, 'target');
    const move = (SourceParentId: string, DestinationParentId: string) =>
      world.organizations('MoveAccount', { AccountId, SourceParentId, DestinationParentId });
    const other = await unit(world, 'other');

    await expect(move(other, target)).rejects.toEqual(refusal('AccountNotFoundException'));
    await expect(move(target, rootOf(world))).rejects.toEqual(refusal('DuplicateAccountException'));
    await expect(move('ou-0000-00000000', target)).rejects.toEqual(refusal('SourceParentNotFoundException'));
    await expect(move(rootOf(world), 'ou-0000-00000000')).rejects.toEqual(
      refusal('DestinationParentNotFoundException'),
    );
  });
});

test('answers a list in pages of twenty, and refuses a token that it did not give', async () => {
  const world = fakeWorld();
  for (let n = 0; n < 25; n += 1) await unit(world, `unit${n}`);
  const list = (NextToken?: string) =>
    world.organizations('ListOrganizationalUnitsForParent', { ParentId: rootOf(world), NextToken });
  const first = await list();

  expect(first.OrganizationalUnits).toHaveLength(20);
  expect((await list(first.NextToken)).OrganizationalUnits).toHaveLength(5);
  await expect(list('later')).rejects.toEqual(refusal('InvalidInputException', 'INVALID_NEXT_TOKEN'));
});

describe('tags', () => {
  test('are kept on the resource, replaced by key and removed by key', async () => {
    const world = fakeWorld();
    const ResourceId = await unit(world, 'tagged');
    await world.organizations('TagResource', {
      ResourceId,
      Tags: [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '2' },
      ],
    });
    await world.organizations('TagResource', { ResourceId, Tags: [{ Key: 'a', Value: '3' }] });
    await world.organizations('UntagResource', { ResourceId, TagKeys: ['b'] });

    expect(await world.organizations('ListTagsForResource', { ResourceId })).toEqual({
      Tags: [{ Key: 'a', Value: '3' }],
    });
  });

  test('refuses the 51st tag and a resource that does not exist', async () => {
    const world = fakeWorld();
    const Tags = Array.from({ length: 51 }, (_, n) => ({ Key: `key${n}`, Value: '' }));

    await expect(world.organizations('TagResource', { ResourceId: rootOf(world), Tags })).rejects.toEqual(
      refusal('ConstraintViolationException', 'MAX_TAG_LIMIT_EXCEEDED'),
    );
    await expect(world.organizations('ListTagsForResource', { ResourceId: 'p-00000000' })).rejects.toEqual(
      refusal('TargetNotFoundException'),
    );
  });
});
