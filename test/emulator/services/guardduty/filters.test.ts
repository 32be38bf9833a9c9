import { delegatedWorld, refusal } from '../../../support/guardduty';

const filter = {
  name: 'sandbox',
  action: 'ARCHIVE',
  rank: 1,
  findingCriteria: { criterion: { accountId: { equals: ['222222222222'] } } },
};

async function withFilter() {
  const delegated = await delegatedWorld();
  const call = delegated.as(delegated.security);
  await call('CreateFilter', { ...filter, tags: { owner: 'a' } });
  return { ...delegated, call };
}

test('keeps a filter as it was created, and its tags through an update', async () => {
  const { call } = await withFilter();
  await call('UpdateFilter', { filterName: 'sandbox', description: 'quiet' });
  await expect(call('GetFilter', { filterName: 'sandbox' })).resolves.toEqual({
    ...filter,
    description: 'quiet',
    tags: { owner: 'a' },
  });
  await expect(call('ListFilters')).resolves.toEqual({ filterNames: ['sandbox'] });
});

test('refuses a second filter of the same name', async () => {
  const { call } = await withFilter();
  await expect(call('CreateFilter', filter)).rejects.toEqual(refusal('a filter with the given name already exists.'));
});

test.each([
  ['name', { name: 'with space' }],
  ['action', { action: 'ACTION' }],
  ['rank', { rank: 101 }],
  ['description', { description: 'x'.repeat(513) }],
  ['findingCriteria', { findingCriteria: { criterion: {} } }],
  ['findingCriteria', { findingCriteria: { criterion: { type: {} } } }],
  ['findingCriteria', { findingCriteria: { criterion: { type: { equals: Array(51).fill('a') } } } }],
])('refuses a filter with an invalid %s: %j', async (parameter, wrong) => {
  const { call } = await withFilter();
  await expect(call('CreateFilter', { ...filter, name: 'other', ...wrong })).rejects.toEqual(
    refusal(`the parameter ${parameter} has an invalid value.`),
  );
});

test('refuses the filter after the hundredth', async () => {
  const { call } = await withFilter();
  for (let count = 1; count < 100; count += 1) await call('CreateFilter', { ...filter, name: `filter-${count}` });
  await expect(call('CreateFilter', { ...filter, name: 'one-more' })).rejects.toEqual(
    refusal('filter limit has exceeded.'),
  );
  const first = await call('ListFilters');
  expect([first.filterNames.length, first.nextToken]).toEqual([50, '50']);
});

describe('the ranks of filters', () => {
  const withThree = async () => {
    const { call } = await withFilter();
    for (const [index, name] of ['second', 'third'].entries())
      await call('CreateFilter', { ...filter, name, rank: index + 2 });
    const ranks = async () => {
      const { filterNames } = await call('ListFilters');
      const filters = await Promise.all(filterNames.map((filterName: string) => call('GetFilter', { filterName })));
      return Object.fromEntries(filters.map(({ name, rank }) => [name, rank]));
    };
    return { call, ranks };
  };
  const outOfBounds = refusal('The request is rejected because the parameter rank is out-of-bounds.');

  test('have no gaps: a filter is refused beyond the place after the last one', async () => {
    const { call } = await withFilter();
    await expect(call('CreateFilter', { ...filter, name: 'third', rank: 3 })).rejects.toEqual(outOfBounds);
    await call('CreateFilter', { ...filter, name: 'second', rank: 2 });
    await call('CreateFilter', { ...filter, name: 'third', rank: 3 });
  });

  test('have no gaps: an update is refused beyond the last place', async () => {
    const { call } = await withThree();
    await expect(call('UpdateFilter', { filterName: 'sandbox', rank: 4 })).rejects.toEqual(outOfBounds);
  });

  test('move on where a filter is created at a rank that is taken', async () => {
    const { call, ranks } = await withThree();
    await call('CreateFilter', { ...filter, name: 'new', rank: 2 });
    expect(await ranks()).toEqual({ sandbox: 1, new: 2, second: 3, third: 4 });
  });

  test('close up where a filter is moved or deleted', async () => {
    const { call, ranks } = await withThree();
    await call('UpdateFilter', { filterName: 'sandbox', rank: 3 });
    expect(await ranks()).toEqual({ second: 1, third: 2, sandbox: 3 });
    await call('DeleteFilter', { filterName: 'second' });
    expect(await ranks()).toEqual({ third: 1, sandbox: 2 });
  });
});

test('refuses a page of more than fifty', async () => {
  const { call } = await withFilter();
  await expect(call('ListFilters', { maxResults: '51' })).rejects.toEqual(refusal('invalid or out-of-range value'));
});

test.each(['GetFilter', 'UpdateFilter', 'DeleteFilter'])(
  'refuses %s of a filter that does not exist',
  async (operation) => {
    const { call } = await withFilter();
    await expect(call(operation, { filterName: 'none' })).rejects.toEqual(
      refusal('The request is rejected since no such resource found.'),
    );
  },
);

test('refuses a filter of a member account', async () => {
  const { call, as, member } = await withFilter();
  await call('CreateMembers', { accountDetails: [{ accountId: member, email: 'member@example.com' }] });
  await expect(as(member)('CreateFilter', filter)).rejects.toEqual(
    refusal('member accounts cannot manage specified resources or properties.'),
  );
});

test('shows a filter as left over until it is deleted', async () => {
  const { call, leftovers } = await withFilter();
  expect(leftovers()).toContain('us-east-1 guardduty-filter sandbox');
  await call('DeleteFilter', { filterName: 'sandbox' });
  expect(leftovers()).not.toContain('us-east-1 guardduty-filter sandbox');
});
