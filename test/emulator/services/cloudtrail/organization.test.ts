import { cloudtrail } from '../../../../emulator/services/cloudtrail';
import { cloudtrailOfOrganization } from '../../../support/cloudtrail-world';
import { callOf, fakeWorld, MANAGEMENT } from '../../../support/world';

const arn = `arn:aws:cloudtrail:eu-west-1:${MANAGEMENT}:trail/trail`;
const organization = { IsOrganizationTrail: true, IsMultiRegionTrail: true };

describe('an organization trail', () => {
  test('is refused before trusted access is on', async () => {
    const { create } = await cloudtrailOfOrganization();
    await expect(create(organization)).rejects.toMatchObject({ code: 'CloudTrailAccessNotEnabledException' });
  });

  test('is refused outside of an organization', async () => {
    const call = callOf(cloudtrail(fakeWorld({ withOrganization: false })));
    await expect(call('CreateTrail', { Name: 'trail', S3BucketName: 'logs', ...organization })).rejects.toMatchObject({
      code: 'OrganizationsNotInUseException',
    });
  });

  test('is refused to a member that is no delegated administrator', async () => {
    const { create, delegate, work } = await cloudtrailOfOrganization();
    await delegate();
    await expect(create(organization, work)).rejects.toMatchObject({ code: 'NotOrganizationMasterAccountException' });
  });

  test('is refused to an administrator whom only Organizations delegated: the management account has no role then', async () => {
    const { world, create, trust, security } = await cloudtrailOfOrganization();
    await trust();
    await world.organizations('RegisterDelegatedAdministrator', {
      AccountId: security,
      ServicePrincipal: 'cloudtrail.amazonaws.com',
    });
    await expect(create(organization, security)).rejects.toMatchObject({
      code: 'NoManagementAccountSLRExistsException',
    });
  });

  test('belongs to the management account although a delegated administrator creates it', async () => {
    const { call, create, delegate, security } = await cloudtrailOfOrganization();
    await delegate();
    expect(await create(organization, security)).toMatchObject({ TrailARN: arn, IsOrganizationTrail: true });
    expect(await call('DescribeTrails')).toMatchObject({ trailList: [{ TrailARN: arn }] });
    await expect(create(organization, security)).rejects.toMatchObject({
      code: 'TrailAlreadyExistsException',
      message: `Trail trail already exists for customer: ${MANAGEMENT}`,
    });
  });

  test('is changed by a delegated administrator by its ARN, and is unknown to it by its name', async () => {
    const { call, create, delegate, security } = await cloudtrailOfOrganization();
    await delegate();
    await create(organization, security);
    await expect(call('StartLogging', { Name: 'trail' }, security)).rejects.toMatchObject({
      code: 'TrailNotFoundException',
      message: `Unknown trail: arn:aws:cloudtrail:eu-west-1:${security}:trail/trail for the user: ${security}`,
    });
    await call('StartLogging', { Name: arn }, security);
    expect(await call('GetTrailStatus', { Name: 'trail' })).toMatchObject({ IsLogging: true });
    await call('DeleteTrail', { Name: arn }, security);
    expect(await call('DescribeTrails')).toEqual({ trailList: [] });
  });

  test('shows as a shadow in every member, which may look at it and nothing more', async () => {
    const { call, create, trust, work } = await cloudtrailOfOrganization();
    await trust();
    await create(organization);
    expect(await call('DescribeTrails', {}, work)).toMatchObject({ trailList: [{ TrailARN: arn }] });
    expect(await call('DescribeTrails', { includeShadowTrails: false }, work)).toEqual({ trailList: [] });
    expect(await call('GetEventSelectors', { TrailName: arn }, work)).toMatchObject({ TrailARN: arn });
    const refusal = { code: 'NotOrganizationMasterAccountException' };
    for (const operation of ['StartLogging', 'StopLogging', 'DeleteTrail', 'UpdateTrail']) {
      await expect(call(operation, { Name: arn }, work)).rejects.toMatchObject(refusal);
    }
    await expect(call('PutEventSelectors', { TrailName: arn }, work)).rejects.toMatchObject(refusal);
  });

  test('is made of an account’s trail by the management account only, and back', async () => {
    const { call, create, delegate, security } = await cloudtrailOfOrganization();
    await create();
    await delegate();
    const convert = (IsOrganizationTrail: boolean, account?: string) =>
      call('UpdateTrail', { Name: arn, IsOrganizationTrail }, account);
    expect(await convert(true)).toMatchObject({ IsOrganizationTrail: true });
    await expect(convert(false, security)).rejects.toMatchObject({ code: 'NotOrganizationMasterAccountException' });
    expect(await convert(false)).toMatchObject({ IsOrganizationTrail: false });
  });
});

describe('the delegated administrator of CloudTrail', () => {
  const start = async () => {
    const started = await cloudtrailOfOrganization();
    const register = (MemberAccountId: string, account?: string) =>
      started.call('RegisterOrganizationDelegatedAdmin', { MemberAccountId }, account);
    const deregister = (DelegatedAdminAccountId: string) =>
      started.call('DeregisterOrganizationDelegatedAdmin', { DelegatedAdminAccountId });
    return { ...started, register, deregister };
  };

  test('is refused before trusted access is on', async () => {
    const { register, security } = await start();
    await expect(register(security)).rejects.toMatchObject({ code: 'CloudTrailAccessNotEnabledException' });
  });

  test('is registered and deregistered by the management account', async () => {
    const { world, trust, register, deregister, security } = await start();
    await trust();
    await register(security);
    expect(world.organization.delegatedAdministrators('cloudtrail.amazonaws.com')).toEqual([security]);
    await deregister(security);
    expect(world.organization.delegatedAdministrators('cloudtrail.amazonaws.com')).toEqual([]);
  });

  test('is registered by nobody else, and is neither the management account nor a stranger', async () => {
    const { trust, register, security, work } = await start();
    await trust();
    await expect(register(security, work)).rejects.toMatchObject({ code: 'NotOrganizationManagementAccountException' });
    await expect(register(MANAGEMENT)).rejects.toMatchObject({ code: 'CannotDelegateManagementAccountException' });
    await expect(register('999999999999')).rejects.toMatchObject({ code: 'AccountNotFoundException' });
  });

  test('is registered once, and deregistered once', async () => {
    const { trust, register, deregister, security } = await start();
    await trust();
    await register(security);
    await expect(register(security)).rejects.toMatchObject({ code: 'AccountRegisteredException' });
    await deregister(security);
    await expect(deregister(security)).rejects.toMatchObject({ code: 'AccountNotRegisteredException' });
  });

  test('is refused as the fourth', async () => {
    const { world, trust, register, security, work } = await start();
    await trust();
    await register(security);
    await register(work);
    await register(await world.vend('third'));
    await expect(register(await world.vend('fourth'))).rejects.toMatchObject({
      code: 'DelegatedAdminAccountLimitExceededException',
    });
  });
});
