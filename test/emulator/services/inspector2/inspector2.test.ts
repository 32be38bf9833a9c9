import { inspector2 } from '../../../../emulator/services/inspector2';
import { callOf, fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

const OTHER = '222222222222';

describe('Inspector', () => {
  it('is off in every account, of which each knows its own', async () => {
    const ask = callOf(inspector2(fakeWorld()));
    const { accounts, failedAccounts } = await ask('BatchGetAccountStatus');
    const off = { status: 'DISABLED' };
    expect(accounts).toMatchObject([
      { accountId: MANAGEMENT, state: off, resourceState: { ec2: off, ecr: off, lambda: off } },
    ]);
    expect(failedAccounts).toEqual([]);
    expect(await ask('BatchGetAccountStatus', { accountIds: [] })).toMatchObject({ accounts: [{}] });
    const both = await ask('BatchGetAccountStatus', { accountIds: [MANAGEMENT, OTHER] });
    expect(both.accounts).toHaveLength(1);
    expect(both.failedAccounts).toMatchObject([{ accountId: OTHER, errorCode: 'ACCESS_DENIED' }]);
  });

  it('has the administrator that the organization gave it', async () => {
    const world = fakeWorld();
    const ask = callOf(inspector2(world));
    await expect(ask('GetDelegatedAdminAccount')).rejects.toEqual(refusal('ResourceNotFoundException'));
    expect(await ask('ListDelegatedAdminAccounts')).toEqual({ delegatedAdminAccounts: [] });
    const accountId = await world.vend('security');
    const ServicePrincipal = 'inspector2.amazonaws.com';
    await world.organizations('EnableAWSServiceAccess', { ServicePrincipal });
    await world.organizations('RegisterDelegatedAdministrator', { AccountId: accountId, ServicePrincipal });
    expect(await ask('GetDelegatedAdminAccount')).toMatchObject({ delegatedAdmin: { accountId } });
    expect(await ask('ListDelegatedAdminAccounts')).toEqual({
      delegatedAdminAccounts: [{ accountId, status: 'ENABLED' }],
    });
  });
});
