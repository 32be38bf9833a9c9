import { account } from '../../../../emulator/services/account';
import { callOf, fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

const principal = 'account.amazonaws.com';

describe('renaming an account', () => {
  const nameOf = async (world: ReturnType<typeof fakeWorld>, AccountId: string) =>
    (await world.organizations('DescribeAccount', { AccountId })).Account.Name;

  it('is what the organization shows afterwards', async () => {
    const world = fakeWorld();
    const id = await world.vend('sandbox');
    world.organization.enableTrustedAccess(principal);
    await callOf(account(world))('PutAccountName', { AccountId: id, AccountName: 'Data Science (Sandbox)' });
    expect(await nameOf(world, id)).toBe('Data Science (Sandbox)');
    await callOf(account(world))('PutAccountName', { AccountName: 'Acme' });
    expect(await nameOf(world, MANAGEMENT)).toBe('Acme');
  });

  it('needs trusted access, and the management account', async () => {
    const world = fakeWorld();
    const id = await world.vend('sandbox');
    const other = await world.vend('other');
    const rename = (caller?: string) =>
      callOf(account(world))('PutAccountName', { AccountId: id, AccountName: 'Sandbox' }, caller);
    await expect(rename()).rejects.toEqual(refusal('AccessDeniedException'));
    world.organization.enableTrustedAccess(principal);
    await expect(rename(other)).rejects.toEqual(refusal('AccessDeniedException'));
    expect(await rename()).toEqual({});
  });

  it.each([
    ['a name that is too long', { AccountName: 'x'.repeat(51) }, 'ValidationException'],
    ['a sign that AWS does not take', { AccountName: 'a<b' }, 'ValidationException'],
    ['the management account by its id', { AccountId: MANAGEMENT, AccountName: 'a' }, 'ValidationException'],
    ['an account outside', { AccountId: '999999999999', AccountName: 'a' }, 'AccessDeniedException'],
  ])('refuses %s', async (_, input, code) => {
    const world = fakeWorld();
    world.organization.enableTrustedAccess(principal);
    await expect(callOf(account(world))('PutAccountName', input)).rejects.toEqual(refusal(code));
  });
});
