import { securityhub } from '../../../../emulator/services/securityhub';
import { callOf, fakeWorld, MANAGEMENT } from '../../../support/world';

const CENTRAL = {
  AutoEnable: false,
  AutoEnableStandards: 'NONE',
  OrganizationConfiguration: { ConfigurationType: 'CENTRAL' },
};
const INVALID = { code: 'InvalidInputException', status: 400 };

async function setUp({ trusted = true, delegated = true } = {}) {
  const world = fakeWorld();
  const service = securityhub(world);
  const call = callOf(service);
  const security = await world.vend('security');
  const member = await world.vend('ml');
  if (trusted) await world.organizations('EnableAWSServiceAccess', { ServicePrincipal: 'securityhub.amazonaws.com' });
  if (delegated) await call('EnableOrganizationAdminAccount', { AdminAccountId: security });
  const create = (AccountId: string) =>
    call('CreateMembers', { AccountDetails: [{ AccountId, Email: 'x@example.com' }] }, security);
  return { world, service, call, security, member, create };
}

describe('the delegated Security Hub administrator', () => {
  it('is designated by the management account only', async () => {
    const { call, security } = await setUp({ delegated: false });
    await expect(call('EnableOrganizationAdminAccount', { AdminAccountId: security }, security)).rejects.toMatchObject({
      code: 'AccessDeniedException',
      status: 403,
    });
  });

  it('is refused while trusted access for Security Hub is off', async () => {
    const { call, security } = await setUp({ trusted: false, delegated: false });
    await expect(call('EnableOrganizationAdminAccount', { AdminAccountId: security })).rejects.toMatchObject({
      ...INVALID,
      message: expect.stringContaining('securityhub.amazonaws.com'),
    });
  });

  it('is neither the management account nor an account outside the organization', async () => {
    const { call } = await setUp({ delegated: false });
    for (const AdminAccountId of [MANAGEMENT, '999999999999']) {
      await expect(call('EnableOrganizationAdminAccount', { AdminAccountId })).rejects.toMatchObject(INVALID);
    }
  });

  it('has Security Hub enabled by the designation, and is known to Organizations', async () => {
    const { call, world, security } = await setUp();
    await call('DescribeHub', {}, security);
    expect(world.organization.delegatedAdministrators('securityhub.amazonaws.com')).toEqual([security]);
    await expect(call('EnableSecurityHub', {}, security)).rejects.toMatchObject({ code: 'ResourceConflictException' });
  });

  it('is one account for the organization', async () => {
    const { call, member } = await setUp();
    await expect(call('EnableOrganizationAdminAccount', { AdminAccountId: member })).rejects.toMatchObject(INVALID);
  });

  it('cannot disable Security Hub before it is removed', async () => {
    const { call, service, security } = await setUp();
    await expect(call('DisableSecurityHub', {}, security)).rejects.toMatchObject({
      ...INVALID,
      message: 'Cannot disable Security Hub on the Security Hub administrator',
    });
    await call('DisableOrganizationAdminAccount', { AdminAccountId: security });
    await call('DisableSecurityHub', {}, security);
    expect(service.leftovers()).toEqual([]);
  });

  it('shows itself and what it keeps as leftovers', async () => {
    const { call, service, security, member, create } = await setUp();
    await create(member);
    await call('CreateFindingAggregator', { RegionLinkingMode: 'NO_REGIONS' }, security);
    expect(service.leftovers()).toEqual([
      { account: security, resource: 'us-east-1 security-hub default' },
      { account: member, resource: 'us-east-1 security-hub default' },
      { account: MANAGEMENT, resource: `us-east-1 security-hub-organization-admin ${security}` },
      { account: security, resource: `us-east-1 security-hub-member ${member}` },
      { account: security, resource: expect.stringContaining('us-east-1 finding-aggregator arn:aws:securityhub:') },
    ]);
  });

  it('cannot be asked for by an account outside an organization', async () => {
    const { call } = await setUp();
    await expect(call('ListOrganizationAdminAccounts', {}, '999999999999')).rejects.toMatchObject({
      code: 'AccessDeniedException',
      message: 'Your account is not a member of an organization',
    });
  });

  it('is not designated for features that are not emulated', async () => {
    const { call } = await setUp();
    await expect(call('ListOrganizationAdminAccounts', { Feature: 'SecurityHubV2' })).rejects.toMatchObject(INVALID);
  });

  it('is deregistered when it is removed from its last region', async () => {
    const { call, world, security } = await setUp();
    await call('DisableOrganizationAdminAccount', { AdminAccountId: security });
    expect(world.organization.delegatedAdministrators('securityhub.amazonaws.com')).toEqual([]);
    expect(await call('ListOrganizationAdminAccounts')).toMatchObject({ AdminAccounts: [] });
    await expect(call('DisableOrganizationAdminAccount', { AdminAccountId: security })).rejects.toMatchObject(INVALID);
  });
});

describe('the organization configuration', () => {
  it('is for the delegated administrator of that region only', async () => {
    const { call, security } = await setUp();
    await call('EnableSecurityHub');
    await call('EnableSecurityHub', {}, security, 'eu-west-1');
    const refused = { code: 'InvalidAccessException', status: 401 };
    await expect(call('UpdateOrganizationConfiguration', { AutoEnable: true })).rejects.toMatchObject({
      ...refused,
      message: `Account ${MANAGEMENT} is not an administrator for this organization`,
    });
    await expect(call('DescribeOrganizationConfiguration', {}, security, 'eu-west-1')).rejects.toMatchObject(refused);
  });

  it('enables Security Hub and its default standards in accounts that join later', async () => {
    const { call, world, security, member } = await setUp();
    await call('UpdateOrganizationConfiguration', { AutoEnable: true }, security);
    const later = await world.vend('later');
    expect((await call('GetEnabledStandards', {}, later)).StandardsSubscriptions).toHaveLength(2);
    expect(await call('GetAdministratorAccount', {}, later)).toMatchObject({ Administrator: { AccountId: security } });
    await expect(call('DescribeHub', {}, member)).rejects.toMatchObject({ code: 'InvalidAccessException' });
  });

  it('leaves the standards of new accounts out when told so', async () => {
    const { call, world, security } = await setUp();
    await call('UpdateOrganizationConfiguration', { AutoEnable: true, AutoEnableStandards: 'NONE' }, security);
    const later = await world.vend('later');
    expect((await call('GetEnabledStandards', {}, later)).StandardsSubscriptions).toEqual([]);
  });

  it.each<object>([
    {},
    { AutoEnable: true, AutoEnableStandards: 'ALL' },
    { AutoEnable: true, OrganizationConfiguration: { ConfigurationType: 'GLOBAL' } },
  ])('refuses %j', async (input) => {
    const { call, security } = await setUp();
    await expect(call('UpdateOrganizationConfiguration', input, security)).rejects.toMatchObject(INVALID);
  });

  it('becomes central only in the home region of a finding aggregator', async () => {
    const { call, security } = await setUp();
    await expect(call('UpdateOrganizationConfiguration', CENTRAL, security)).rejects.toMatchObject(INVALID);
    await call('CreateFindingAggregator', { RegionLinkingMode: 'ALL_REGIONS' }, security);
    await call('UpdateOrganizationConfiguration', CENTRAL, security);
    expect(await call('DescribeOrganizationConfiguration', {}, security)).toMatchObject({
      OrganizationConfiguration: { ConfigurationType: 'CENTRAL', Status: 'ENABLED' },
    });
  });

  it('is central in the linked regions too, and in no other', async () => {
    const { call, security } = await setUp();
    const linked = { RegionLinkingMode: 'SPECIFIED_REGIONS', Regions: ['eu-west-1'] };
    await call('CreateFindingAggregator', linked, security);
    await call('UpdateOrganizationConfiguration', CENTRAL, security);
    await call('EnableOrganizationAdminAccount', { AdminAccountId: security }, MANAGEMENT, 'eu-central-1');
    const described = (region: string) => call('DescribeOrganizationConfiguration', {}, security, region);
    expect(await described('eu-west-1')).toMatchObject(CENTRAL);
    expect(await described('eu-central-1')).toMatchObject({
      OrganizationConfiguration: { ConfigurationType: 'LOCAL' },
    });
  });

  it('becomes central only with both kinds of auto-enable off', async () => {
    const { call, security } = await setUp();
    await call('CreateFindingAggregator', { RegionLinkingMode: 'ALL_REGIONS' }, security);
    for (const change of [{ AutoEnable: true }, { AutoEnableStandards: 'DEFAULT' }]) {
      const input = { ...CENTRAL, ...change };
      await expect(call('UpdateOrganizationConfiguration', input, security)).rejects.toMatchObject(INVALID);
    }
  });

  it('holds the aggregator and the administrator while it is central', async () => {
    const { call, security } = await setUp();
    const aggregator = await call('CreateFindingAggregator', { RegionLinkingMode: 'ALL_REGIONS' }, security);
    const remove = () => call('DeleteFindingAggregator', { '*': aggregator.FindingAggregatorArn }, security);
    await call('UpdateOrganizationConfiguration', CENTRAL, security);
    await expect(remove()).rejects.toMatchObject(INVALID);
    await expect(call('DisableOrganizationAdminAccount', { AdminAccountId: security })).rejects.toMatchObject(INVALID);
    const local = { ...CENTRAL, OrganizationConfiguration: { ConfigurationType: 'LOCAL' } };
    await call('UpdateOrganizationConfiguration', local, security);
    await remove();
  });
});

describe('a Security Hub member', () => {
  it('of the organization is enabled with the default standards when it is added', async () => {
    const { call, security, member, create } = await setUp();
    expect(await create(member)).toEqual({ UnprocessedAccounts: [] });
    expect((await call('GetEnabledStandards', {}, member)).StandardsSubscriptions).toHaveLength(2);
    expect(await call('GetMembers', { AccountIds: [member] }, security)).toMatchObject({
      Members: [{ AccountId: member, Email: 'ml@example.com', MemberStatus: 'Enabled' }],
      UnprocessedAccounts: [],
    });
  });

  it('keeps the standards of a hub that it had enabled before', async () => {
    const { call, member, create } = await setUp();
    await call('EnableSecurityHub', { EnableDefaultStandards: false }, member);
    await create(member);
    expect((await call('GetEnabledStandards', {}, member)).StandardsSubscriptions).toEqual([]);
  });

  it('is the management account only when it has enabled Security Hub by itself', async () => {
    const { call, create } = await setUp();
    expect(await create(MANAGEMENT)).toMatchObject({ UnprocessedAccounts: [{ AccountId: MANAGEMENT }] });
    await call('EnableSecurityHub');
    expect(await create(MANAGEMENT)).toEqual({ UnprocessedAccounts: [] });
  });

  it('is neither its own administrator nor an outside account without an address', async () => {
    const { call, security } = await setUp();
    const AccountDetails = [{ AccountId: security }, { AccountId: '999999999999' }];
    expect(await call('CreateMembers', { AccountDetails }, security)).toMatchObject({
      UnprocessedAccounts: AccountDetails,
    });
  });

  it('is not disassociated when it is none', async () => {
    const { call, security, member } = await setUp();
    await expect(call('DisassociateMembers', { AccountIds: [member] }, security)).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      status: 404,
    });
    expect(await call('DeleteMembers', { AccountIds: [member] }, security)).toMatchObject({
      UnprocessedAccounts: [{ AccountId: member }],
    });
    expect(await call('GetAdministratorAccount', {}, security)).toEqual({});
  });

  it('of the organization can be disassociated but not deleted', async () => {
    const { call, security, member, create } = await setUp();
    await create(member);
    const accounts = { AccountIds: [member] };
    await call('DisassociateMembers', accounts, security);
    expect(await call('DeleteMembers', accounts, security)).toMatchObject({
      UnprocessedAccounts: [{ AccountId: member }],
    });
    expect(await call('ListMembers', {}, security)).toEqual({ Members: [] });
    expect(await call('ListMembers', { OnlyAssociated: false }, security)).toMatchObject({
      Members: [{ AccountId: member, MemberStatus: 'Removed' }],
    });
  });

  it('cannot create a finding aggregator', async () => {
    const { call, member, create } = await setUp();
    await create(member);
    await expect(call('CreateFindingAggregator', { RegionLinkingMode: 'ALL_REGIONS' }, member)).rejects.toMatchObject({
      code: 'InvalidInputException',
      message: 'A finding aggregator cannot be created by a member account.',
      status: 400,
    });
  });

  it('from outside the organization is only created until it accepts an invitation', async () => {
    const { call, security, create } = await setUp();
    const AccountId = '999999999999';
    await create(AccountId);
    expect(await call('GetMembers', { AccountIds: [AccountId] }, security)).toMatchObject({
      Members: [{ AccountId, MemberStatus: 'Created' }],
    });
    expect(await create(AccountId)).toMatchObject({ UnprocessedAccounts: [{ AccountId }] });
    await call('DeleteMembers', { AccountIds: [AccountId] }, security);
    expect(await call('GetMembers', { AccountIds: [AccountId] }, security)).toMatchObject({
      UnprocessedAccounts: [{ AccountId }],
    });
  });

  it('is forgotten when its account is closed', async () => {
    const { world, service, security, member, create } = await setUp();
    await create(member);
    await world.organizations('CloseAccount', { AccountId: member });
    await world.organizations('CloseAccount', { AccountId: security });
    expect(service.leftovers()).toEqual([]);
  });
});
