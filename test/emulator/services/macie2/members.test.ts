import { macie2 } from '../../../../emulator/services/macie2';
import { callOf, fakeWorld } from '../../../support/world';

const OUTSIDE = '999999999999';
const outside = (email = 'outside@example.net') => ({ account: { accountId: OUTSIDE, email } });

async function setUp() {
  const world = fakeWorld({ settings: { outsideAccounts: [{ id: OUTSIDE, email: 'outside@example.net' }] } });
  const call = callOf(macie2(world));
  const security = await world.vend('security');
  const member = await world.vend('ml');
  await world.organizations('EnableAWSServiceAccess', { ServicePrincipal: 'macie.amazonaws.com' });
  await call('EnableOrganizationAdminAccount', { adminAccountId: security });
  const create = () => call('CreateMember', { account: { accountId: member, email: 'ml@example.com' } }, security);
  return { world, call, security, member, create };
}

describe('a Macie member of the organization', () => {
  it('has Macie enabled when it is added, without an invitation', async () => {
    const { call, security, member, create } = await setUp();
    const arn = `arn:aws:macie2:us-east-1:${security}:member/${member}`;
    expect(await create()).toEqual({ arn });
    expect(await call('GetMacieSession', {}, member)).toMatchObject({ status: 'ENABLED' });
    expect(await call('GetMember', { id: member }, security)).toMatchObject({
      accountId: member,
      administratorAccountId: security,
      relationshipStatus: 'Enabled',
    });
  });

  it('is described without its e-mail address, as AWS leaves it out', async () => {
    const { call, security, member, create } = await setUp();
    await create();
    expect(await call('GetMember', { id: member }, security)).not.toHaveProperty('email');
  });

  it('keeps its own settings when it had enabled Macie before', async () => {
    const { call, member, create } = await setUp();
    await call('EnableMacie', { findingPublishingFrequency: 'SIX_HOURS' }, member);
    await create();
    expect(await call('GetMacieSession', {}, member)).toMatchObject({ findingPublishingFrequency: 'SIX_HOURS' });
    expect(await call('GetAdministratorAccount', {}, member)).toMatchObject({
      administrator: { relationshipStatus: 'Enabled' },
    });
  });

  it('can be added again while it is associated', async () => {
    const { create } = await setUp();
    expect(await create()).toEqual(await create());
  });

  it('refuses to delete a member that is still associated', async () => {
    const { call, security, member, create } = await setUp();
    await create();
    await expect(call('DeleteMember', { id: member }, security)).rejects.toMatchObject({
      code: 'ConflictException',
      status: 409,
    });
  });

  it('keeps Macie enabled in an account that is disassociated and deleted', async () => {
    const { call, security, member, create } = await setUp();
    await create();
    await call('DisassociateMember', { id: member }, security);
    expect(await call('GetMember', { id: member }, security)).toMatchObject({ relationshipStatus: 'Removed' });
    await call('DeleteMember', { id: member }, security);
    await expect(call('GetMember', { id: member }, security)).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      status: 404,
    });
    expect(await call('GetMacieSession', {}, member)).toMatchObject({ status: 'ENABLED' });
  });

  it('must be deleted before it is added again once it was removed', async () => {
    const { call, security, member, create } = await setUp();
    await create();
    await call('DisassociateMember', { id: member }, security);
    await expect(create()).rejects.toMatchObject({ code: 'ConflictException', status: 409 });
    await call('DeleteMember', { id: member }, security);
    await create();
    expect(await call('GetMember', { id: member }, security)).toMatchObject({ relationshipStatus: 'Enabled' });
  });

  it('refuses to disassociate a member twice', async () => {
    const { call, security, member, create } = await setUp();
    await create();
    await call('DisassociateMember', { id: member }, security);
    await expect(call('DisassociateMember', { id: member }, security)).rejects.toMatchObject({
      code: 'ValidationException',
      message: expect.stringContaining('account is not associated with your account'),
    });
  });

  it('cannot disable Macie while it is associated', async () => {
    const { call, member, create } = await setUp();
    await create();
    await expect(call('DisableMacie', {}, member)).rejects.toMatchObject({
      code: 'ConflictException',
      message: 'Cannot disable Macie while associated with an administrator account',
    });
  });

  it('cannot leave its administrator by itself', async () => {
    const { call, member, create } = await setUp();
    await create();
    for (const operation of ['DisassociateFromAdministratorAccount', 'DisassociateFromMasterAccount']) {
      await expect(call(operation, {}, member)).rejects.toMatchObject({ code: 'AccessDeniedException', status: 403 });
    }
  });

  it('cannot change automated discovery, which its administrator decides', async () => {
    const { call, security, member, create } = await setUp();
    await create();
    const off = { status: 'DISABLED' };
    await expect(call('UpdateAutomatedDiscoveryConfiguration', off, member)).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
    await call('UpdateAutomatedDiscoveryConfiguration', { ...off, autoEnableOrganizationMembers: 'NEW' }, security);
    expect(await call('GetAutomatedDiscoveryConfiguration', {}, security)).toMatchObject({
      status: 'DISABLED',
      autoEnableOrganizationMembers: 'NEW',
    });
  });

  it('is paused and resumed by its administrator', async () => {
    const { call, security, member, create } = await setUp();
    await create();
    await call('UpdateMemberSession', { id: member, status: 'PAUSED' }, security);
    expect(await call('GetMember', { id: member }, security)).toMatchObject({ relationshipStatus: 'Paused' });
    expect(await call('GetMacieSession', {}, member)).toMatchObject({ status: 'PAUSED' });
    await call('UpdateMemberSession', { id: member, status: 'ENABLED' }, security);
    expect(await call('GetMacieSession', {}, member)).toMatchObject({ status: 'ENABLED' });
  });

  it.each([
    ['its own administrator', (security: string) => ({ accountId: security, email: 'security@example.com' })],
    ['an account without an e-mail address', () => ({ accountId: OUTSIDE })],
    ['something that is no account', () => ({ accountId: 'ml', email: 'ml@example.com' })],
  ])('is never %s', async (_, account) => {
    const { call, security } = await setUp();
    await expect(call('CreateMember', { account: account(security) }, security)).rejects.toMatchObject({
      code: 'ValidationException',
      status: 400,
    });
  });

  it('is paused only while it is associated', async () => {
    const { call, security } = await setUp();
    await call('CreateMember', outside(), security);
    await expect(call('UpdateMemberSession', { id: OUTSIDE, status: 'PAUSED' }, security)).rejects.toMatchObject({
      code: 'ValidationException',
    });
  });

  it('belongs to one administrator only', async () => {
    const { call, member, create } = await setUp();
    await create();
    await call('EnableMacie');
    const again = { account: { accountId: member, email: 'ml@example.com' } };
    await expect(call('CreateMember', again)).rejects.toMatchObject({ code: 'ConflictException' });
  });

  it('keeps its administrator from disabling Macie', async () => {
    const { call, security, create } = await setUp();
    await create();
    await expect(call('DisableMacie', {}, security)).rejects.toMatchObject({
      code: 'ConflictException',
      message: 'Cannot disable Macie while member accounts are associated with your account',
    });
  });
});

describe('a Macie member by invitation', () => {
  it('joins from outside the organization in three steps, with Macie enabled by itself', async () => {
    const { call, security } = await setUp();
    await call('CreateMember', outside(), security);
    const status = async () => (await call('GetMember', { id: OUTSIDE }, security)).relationshipStatus;
    expect(await status()).toBe('Created');
    expect(await call('CreateInvitations', { accountIds: [OUTSIDE] }, security)).toEqual({ unprocessedAccounts: [] });
    expect(await status()).toBe('Invited');
    await expect(call('AcceptInvitation', {}, OUTSIDE)).rejects.toMatchObject({ message: 'Macie is not enabled.' });
    await call('EnableMacie', {}, OUTSIDE);
    const { invitations } = await call('ListInvitations', {}, OUTSIDE);
    const { invitationId } = invitations[0];
    await call('AcceptInvitation', { invitationId, administratorAccountId: security }, OUTSIDE);
    expect(await status()).toBe('Enabled');
    expect(await call('GetAdministratorAccount', {}, OUTSIDE)).toMatchObject({
      administrator: { accountId: security, invitationId },
    });
  });

  it('refuses an invitation that was never sent', async () => {
    const { call, security } = await setUp();
    await call('EnableMacie', {}, OUTSIDE);
    const unknown = { invitationId: '0', administratorAccountId: security };
    await expect(call('AcceptInvitation', unknown, OUTSIDE)).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });

  it('refuses a second invitation while it has an administrator', async () => {
    const { call, member, create } = await setUp();
    const other = '888888888888';
    await call('EnableMacie', {}, other);
    await call('EnableMacie', {}, member);
    await call('CreateMember', { account: { accountId: member, email: 'ml@example.com' } }, other);
    await call('CreateInvitations', { accountIds: [member] }, other);
    const { invitations } = await call('ListInvitations', {}, member);
    await create();
    const { invitationId } = invitations[0];
    await expect(
      call('AcceptInvitation', { invitationId, administratorAccountId: other }, member),
    ).rejects.toMatchObject({ code: 'ConflictException', status: 409 });
  });

  it('leaves accounts unprocessed that were not added first, or are members already', async () => {
    const { call, security, member, create } = await setUp();
    await create();
    const { unprocessedAccounts } = await call('CreateInvitations', { accountIds: [OUTSIDE, member] }, security);
    expect(unprocessedAccounts).toMatchObject([
      { accountId: OUTSIDE, errorCode: 'ClientError' },
      { accountId: member, errorCode: 'ClientError' },
    ]);
  });

  it("fails the verification of an address that is not the account's", async () => {
    const { call, security } = await setUp();
    await call('CreateMember', outside('somebody@example.net'), security);
    await call('CreateInvitations', { accountIds: [OUTSIDE] }, security);
    expect(await call('GetMember', { id: OUTSIDE }, security)).toMatchObject({
      relationshipStatus: 'EmailVerificationFailed',
    });
    await call('EnableMacie', {}, OUTSIDE);
    expect(await call('ListInvitations', {}, OUTSIDE)).toEqual({ invitations: [] });
  });

  it('may leave its administrator, who can then delete it', async () => {
    const { call, security } = await setUp();
    await call('CreateMember', outside(), security);
    await call('CreateInvitations', { accountIds: [OUTSIDE] }, security);
    await call('EnableMacie', {}, OUTSIDE);
    const { invitations } = await call('ListInvitations', {}, OUTSIDE);
    const { invitationId } = invitations[0];
    await call('AcceptInvitation', { invitationId, administratorAccountId: security }, OUTSIDE);
    await call('DisassociateFromAdministratorAccount', {}, OUTSIDE);
    expect(await call('ListMembers', {}, security)).toEqual({ members: [] });
    expect(await call('ListMembers', { onlyAssociated: 'false' }, security)).toMatchObject({
      members: [{ accountId: OUTSIDE, relationshipStatus: 'Resigned', email: 'outside@example.net' }],
    });
    await call('DeleteMember', { id: OUTSIDE }, security);
    await call('DisableMacie', {}, OUTSIDE);
  });

  it('may decline and delete an invitation', async () => {
    const { call, security } = await setUp();
    await call('CreateMember', outside(), security);
    await call('CreateInvitations', { accountIds: [OUTSIDE] }, security);
    await call('EnableMacie', {}, OUTSIDE);
    await call('DeclineInvitations', { accountIds: [security] }, OUTSIDE);
    await call('DeleteInvitations', { accountIds: [security] }, OUTSIDE);
    expect(await call('ListInvitations', {}, OUTSIDE)).toEqual({ invitations: [] });
    expect(await call('DeclineInvitations', { accountIds: [security] }, OUTSIDE)).toMatchObject({
      unprocessedAccounts: [{ accountId: security }],
    });
  });
});
