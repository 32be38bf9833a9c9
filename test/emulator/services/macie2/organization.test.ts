import { macie2 } from '../../../../emulator/services/macie2';
import { callOf, fakeWorld, MANAGEMENT } from '../../../support/world';

const NOT_ADMINISTRATOR = {
  code: 'AccessDeniedException',
  message:
    'The request failed because you must be the Macie administrator for an organization to perform this operation',
  status: 403,
};

async function setUp({ trusted = true } = {}) {
  const world = fakeWorld();
  const service = macie2(world);
  const security = await world.vend('security');
  if (trusted) await world.organizations('EnableAWSServiceAccess', { ServicePrincipal: 'macie.amazonaws.com' });
  return { world, service, call: callOf(service), security };
}

describe('the delegated Macie administrator', () => {
  it('is designated by the management account only', async () => {
    const { call, security } = await setUp();
    for (const operation of [
      'EnableOrganizationAdminAccount',
      'DisableOrganizationAdminAccount',
      'ListOrganizationAdminAccounts',
    ]) {
      await expect(call(operation, { adminAccountId: security }, security)).rejects.toMatchObject({
        code: 'AccessDeniedException',
        status: 403,
      });
    }
  });

  it('is refused while trusted access for Macie is off', async () => {
    const { call, security } = await setUp({ trusted: false });
    await expect(call('EnableOrganizationAdminAccount', { adminAccountId: security })).rejects.toMatchObject({
      code: 'ValidationException',
      message: expect.stringContaining('macie.amazonaws.com'),
    });
  });

  it('is refused when the account is not in the organization', async () => {
    const { call } = await setUp();
    const stranger = { adminAccountId: '999999999999' };
    await expect(call('EnableOrganizationAdminAccount', stranger)).rejects.toMatchObject({
      code: 'ValidationException',
    });
  });

  it('has Macie enabled by the designation, and is known to Organizations', async () => {
    const { call, world, security } = await setUp();
    await call('EnableOrganizationAdminAccount', { adminAccountId: security });
    expect(await call('GetMacieSession', {}, security)).toMatchObject({ status: 'ENABLED' });
    expect(world.organization.delegatedAdministrators('macie.amazonaws.com')).toEqual([security]);
    await expect(call('EnableMacie', {}, security)).rejects.toMatchObject({ code: 'ConflictException' });
  });

  it('keeps the settings of a Macie that it had enabled before', async () => {
    const { call, security } = await setUp();
    await call('EnableMacie', { findingPublishingFrequency: 'SIX_HOURS' }, security);
    await call('EnableOrganizationAdminAccount', { adminAccountId: security });
    expect(await call('GetMacieSession', {}, security)).toMatchObject({ findingPublishingFrequency: 'SIX_HOURS' });
  });

  it('is one account for the organization, in each region where it is designated', async () => {
    const { call, world, security } = await setUp();
    const other = await world.vend('other');
    await call('EnableOrganizationAdminAccount', { adminAccountId: security });
    for (const region of ['us-east-1', 'eu-west-1']) {
      await expect(
        call('EnableOrganizationAdminAccount', { adminAccountId: other }, undefined, region),
      ).rejects.toMatchObject({ code: 'ConflictException', status: 409 });
    }
    expect(await call('ListOrganizationAdminAccounts', {}, undefined, 'eu-west-1')).toEqual({ adminAccounts: [] });
    await call('EnableOrganizationAdminAccount', { adminAccountId: security }, undefined, 'eu-west-1');
    expect(await call('ListOrganizationAdminAccounts', {}, undefined, 'eu-west-1')).toEqual({
      adminAccounts: [{ accountId: security, status: 'ENABLED' }],
    });
  });

  it('is no member of another administrator', async () => {
    const { call, world } = await setUp();
    const [admin, member] = ['999999999999', await world.vend('ml')];
    await call('EnableMacie', {}, admin);
    await call('EnableMacie', {}, member);
    await call('CreateMember', { account: { accountId: member, email: 'ml@example.com' } }, admin);
    await call('CreateInvitations', { accountIds: [member] }, admin);
    const { invitations } = await call('ListInvitations', {}, member);
    const { invitationId } = invitations[0];
    await call('AcceptInvitation', { invitationId, administratorAccountId: admin }, member);
    await expect(call('EnableOrganizationAdminAccount', { adminAccountId: member })).rejects.toMatchObject({
      code: 'ConflictException',
    });
  });

  it('shows itself and its members as leftovers until they are gone', async () => {
    const { call, world, service, security } = await setUp();
    const member = await world.vend('ml');
    await call('EnableOrganizationAdminAccount', { adminAccountId: security });
    await call('CreateMember', { account: { accountId: member, email: 'ml@example.com' } }, security);
    expect(service.leftovers()).toEqual([
      { account: security, resource: `us-east-1 macie-session ${security}` },
      { account: member, resource: `us-east-1 macie-session ${member}` },
      { account: MANAGEMENT, resource: `us-east-1 macie-organization-admin ${security}` },
      { account: security, resource: `us-east-1 macie-member ${member}` },
    ]);
  });

  it('is not removed twice', async () => {
    const { call, security } = await setUp();
    await expect(call('DisableOrganizationAdminAccount', { adminAccountId: security })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      status: 404,
    });
  });

  it('is deregistered when it is removed from its last region, and its members stand alone', async () => {
    const { call, world, service, security } = await setUp();
    const member = await world.vend('ml');
    for (const region of ['us-east-1', 'eu-west-1']) {
      await call('EnableOrganizationAdminAccount', { adminAccountId: security }, undefined, region);
    }
    await call('CreateMember', { account: { accountId: member, email: 'ml@example.com' } }, security);
    await call('DisableOrganizationAdminAccount', { adminAccountId: security });
    expect(world.organization.delegatedAdministrators('macie.amazonaws.com')).toEqual([security]);
    expect(await call('GetAdministratorAccount', {}, member)).toEqual({});
    await call('DisableOrganizationAdminAccount', { adminAccountId: security }, undefined, 'eu-west-1');
    expect(world.organization.delegatedAdministrators('macie.amazonaws.com')).toEqual([]);
    expect(service.leftovers()).toEqual([
      { account: security, resource: `us-east-1 macie-session ${security}` },
      { account: security, resource: `eu-west-1 macie-session ${security}` },
      { account: member, resource: `us-east-1 macie-session ${member}` },
    ]);
  });
});

describe('the organization configuration', () => {
  it('is for the delegated administrator of that region only', async () => {
    const { call, security } = await setUp();
    await call('EnableOrganizationAdminAccount', { adminAccountId: security });
    await call('EnableMacie');
    await call('EnableMacie', {}, security, 'eu-west-1');
    const update = { autoEnable: true };
    await expect(call('UpdateOrganizationConfiguration', update)).rejects.toMatchObject(NOT_ADMINISTRATOR);
    await expect(call('DescribeOrganizationConfiguration')).rejects.toMatchObject(NOT_ADMINISTRATOR);
    await expect(call('UpdateOrganizationConfiguration', update, security, 'eu-west-1')).rejects.toMatchObject(
      NOT_ADMINISTRATOR,
    );
  });

  it('is refused to an administrator that has disabled Macie', async () => {
    const { call, security } = await setUp();
    await call('EnableOrganizationAdminAccount', { adminAccountId: security });
    await call('DisableMacie', {}, security);
    await expect(call('DescribeOrganizationConfiguration', {}, security)).rejects.toMatchObject({
      message: 'Macie is not enabled.',
    });
  });

  it('enables Macie automatically in accounts that join later, and in no other', async () => {
    const { call, world, security } = await setUp();
    const before = await world.vend('before');
    await call('EnableOrganizationAdminAccount', { adminAccountId: security });
    await call('UpdateOrganizationConfiguration', { autoEnable: true }, security);
    const after = await world.vend('after');
    await expect(call('GetMacieSession', {}, before)).rejects.toMatchObject({ message: 'Macie is not enabled.' });
    expect(await call('GetMacieSession', {}, after)).toMatchObject({ status: 'ENABLED' });
    const { members } = await call('ListMembers', {}, security);
    expect(members).toMatchObject([{ accountId: after, relationshipStatus: 'Enabled' }]);
  });

  it('leaves accounts that join later alone while auto-enable is off', async () => {
    const { call, world, security } = await setUp();
    await call('EnableOrganizationAdminAccount', { adminAccountId: security });
    const after = await world.vend('after');
    await expect(call('GetMacieSession', {}, after)).rejects.toMatchObject({ message: 'Macie is not enabled.' });
  });

  it('forgets an account that is closed', async () => {
    const { call, world, service, security } = await setUp();
    await call('EnableOrganizationAdminAccount', { adminAccountId: security });
    const member = await world.vend('ml');
    await call('CreateMember', { account: { accountId: member, email: 'ml@example.com' } }, security);
    await world.organizations('CloseAccount', { AccountId: member });
    expect(await call('ListMembers', { onlyAssociated: 'false' }, security)).toEqual({ members: [] });
    await world.organizations('CloseAccount', { AccountId: security });
    expect(service.leftovers()).toEqual([]);
  });
});
