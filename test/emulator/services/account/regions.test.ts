import { account } from '../../../../emulator/services/account';
import type { Json } from '../../../support/json';
import { callOf, fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

interface Region {
  readonly RegionName: string;
  readonly RegionOptStatus: string;
}

describe('the regions of an account', () => {
  const setUp = () => callOf(account(fakeWorld()));
  const named = ({ Regions }: Json) => (Regions as readonly Region[]).map(({ RegionName }) => RegionName);

  it('are on as in a new account, and may be asked for by how they are', async () => {
    const ask = setUp();
    const on = named(await ask('ListRegions', { RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'] }));
    const off = named(await ask('ListRegions', { RegionOptStatusContains: ['DISABLED'] }));
    expect(on).toHaveLength(17);
    expect([on.includes('eu-central-1'), off.includes('eu-central-2')]).toEqual([true, true]);
    expect(named(await ask('ListRegions'))).toEqual([...on, ...off]);
  });

  it('come in pages', async () => {
    const ask = setUp();
    const { Regions, NextToken } = await ask('ListRegions', { MaxResults: 1 });
    expect(Regions).toHaveLength(1);
    expect(named(await ask('ListRegions', { NextToken }))).not.toContain(Regions[0].RegionName);
    for (const input of [{ MaxResults: 51 }, { NextToken: 'x' }])
      await expect(ask('ListRegions', input)).rejects.toEqual(refusal('ValidationException'));
  });

  it('are asked about one by one', async () => {
    const ask = setUp();
    const status = async (RegionName: string) => (await ask('GetRegionOptStatus', { RegionName })).RegionOptStatus;
    expect([await status('us-east-1'), await status('mx-central-1')]).toEqual(['ENABLED_BY_DEFAULT', 'DISABLED']);
    await expect(status('mars-1')).rejects.toEqual(refusal('ValidationException'));
  });

  it('of a member are read by whoever manages accounts', async () => {
    const world = fakeWorld();
    const AccountId = await world.vend('sandbox');
    const ask = callOf(account(world));
    await expect(ask('ListRegions', { AccountId })).rejects.toEqual(refusal('AccessDeniedException'));
    world.organization.enableTrustedAccess('account.amazonaws.com');
    expect((await ask('ListRegions', { AccountId })).Regions).toHaveLength(34);
  });
});

describe('the information on an account', () => {
  it('has its name, the own one and that of a member', async () => {
    const world = fakeWorld();
    const AccountId = await world.vend('sandbox');
    world.organization.enableTrustedAccess('account.amazonaws.com');
    const ask = callOf(account(world));
    const member = { AccountId, AccountName: 'sandbox', AccountState: 'ACTIVE' };
    expect(await ask('GetAccountInformation', { AccountId })).toEqual(member);
    expect(await ask('GetAccountInformation', {}, AccountId)).toEqual(member);
    expect(await ask('GetAccountInformation')).toMatchObject({ AccountId: MANAGEMENT });
    expect(await ask('GetAccountInformation', {}, '999999999999')).toEqual({
      AccountId: '999999999999',
      AccountState: 'ACTIVE',
    });
  });
});
