import { delegatedWorld, MANAGEMENT, OUTSIDE, refusal } from '../../../support/guardduty';

const accountIds = [OUTSIDE.id];

async function withInvitation(email = OUTSIDE.email) {
  const delegated = await delegatedWorld();
  const administrator = delegated.as(delegated.security);
  const outside = delegated.as(OUTSIDE.id);
  await outside('CreateDetector', { enable: true });
  await administrator('CreateMembers', { accountDetails: [{ accountId: OUTSIDE.id, email }] });
  await administrator('InviteMembers', { accountIds });
  const accept = async (): Promise<unknown> => {
    const { invitations } = await outside('ListInvitations');
    const { accountId: masterId, invitationId } = invitations[0];
    return outside('AcceptInvitation', { masterId, invitationId });
  };
  const status = async () => (await administrator('GetMembers', { accountIds })).members[0].relationshipStatus;
  return { ...delegated, administrator, outside, accept, status };
}

const unprocessed = (accountId: string, result: string) => ({
  unprocessedAccounts: [{ accountId, result: expect.stringContaining(result) }],
});

test('makes an invited account a member once it accepts', async () => {
  const { administrator, outside, accept, status, security } = await withInvitation();
  await expect(status()).resolves.toBe('Invited');
  await expect(outside('GetMasterAccount')).resolves.toEqual({});
  await administrator('UpdateDetector', { findingPublishingFrequency: 'ONE_HOUR' });
  await accept();
  await expect(status()).resolves.toBe('Enabled');
  await expect(outside('GetMasterAccount')).resolves.toMatchObject({
    master: { accountId: security, relationshipStatus: 'Enabled' },
  });
  await expect(outside('GetAdministratorAccount')).resolves.toHaveProperty('administrator.accountId', security);
  await expect(outside('GetDetector')).resolves.toHaveProperty('findingPublishingFrequency', 'ONE_HOUR');
  await expect(outside('ListInvitations')).resolves.toEqual({ invitations: [] });
  await expect(outside('GetInvitationsCount')).resolves.toEqual({ invitationsCount: 0 });
});

test('notes when an account was invited and when it accepted', async () => {
  const { world, administrator, accept } = await withInvitation();
  const [invitedAt, updatedAt] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];
  world.clock.set(new Date(updatedAt));
  await accept();
  await expect(administrator('GetMembers', { accountIds })).resolves.toMatchObject({
    members: [{ relationshipStatus: 'Enabled', invitedAt, updatedAt }],
  });
});

test('never verifies an e-mail address that is not the one of the account', async () => {
  const { status, outside } = await withInvitation('somebody@example.com');
  await expect(status()).resolves.toBe('EmailVerificationFailed');
  await expect(outside('ListInvitations')).resolves.toEqual({ invitations: [] });
});

test('leaves an account out that is invited already', async () => {
  const { administrator } = await withInvitation();
  await expect(administrator('InviteMembers', { accountIds })).resolves.toEqual(
    unprocessed(OUTSIDE.id, 'has already invited or is already the GuardDuty master of the given member account ID.'),
  );
});

test('leaves an account out that was not created as a member before', async () => {
  const { administrator, member } = await withInvitation();
  await expect(administrator('InviteMembers', { accountIds: [member] })).resolves.toEqual(
    unprocessed(member, "the member account's email address is missing."),
  );
});

test('leaves the administrator itself out', async () => {
  const { administrator, security } = await withInvitation();
  await expect(administrator('InviteMembers', { accountIds: [security] })).resolves.toEqual(
    unprocessed(security, 'the current account cannot invite itself.'),
  );
});

test('leaves out whomever a member account invites', async () => {
  const { outside, accept, member } = await withInvitation();
  await accept();
  await expect(outside('InviteMembers', { accountIds: [member] })).resolves.toEqual(
    unprocessed(member, 'it is already a member of another master account.'),
  );
});

test('refuses to accept what was not sent', async () => {
  const { outside, security } = await withInvitation();
  await expect(outside('AcceptInvitation', { masterId: security, invitationId: 'other' })).rejects.toEqual(
    refusal('has no pending invitation from the specified master account ID'),
  );
});

test('refuses to accept without a detector', async () => {
  const { outside, accept } = await withInvitation();
  await outside('DeleteDetector');
  await expect(accept()).rejects.toEqual(refusal('the input detectorId is not owned by the current account.'));
});

test('refuses to accept a second time', async () => {
  const { outside, accept, security } = await withInvitation();
  await accept();
  await expect(outside('AcceptInvitation', { masterId: security, invitationId: 'any' })).rejects.toEqual(
    refusal('it is already a member of a master account.'),
  );
});

test('refuses to accept where the account has members of its own', async () => {
  const { outside, accept } = await withInvitation();
  await outside('CreateMembers', { accountDetails: [{ accountId: '888888888888', email: 'a@example.com' }] });
  await expect(accept()).rejects.toEqual(refusal('the account contains created, invited, or associated members.'));
});

test('lets an invited member leave, after which it can be deleted', async () => {
  const { administrator, outside, accept, status, leftovers, security } = await withInvitation();
  await accept();
  await outside('DisassociateFromMasterAccount');
  await expect(status()).resolves.toBe('Resigned');
  await expect(outside('DisassociateFromMasterAccount')).rejects.toEqual(
    refusal('the current account is not associated with a master account.'),
  );
  await expect(administrator('DeleteMembers', { accountIds })).resolves.toEqual({ unprocessedAccounts: [] });
  await outside('DeleteDetector');
  expect(leftovers(OUTSIDE.id)).toEqual([]);
  expect(leftovers(security)).toEqual([expect.stringContaining('guardduty-detector')]);
});

test('counts an invited member as gone that deletes its own detector', async () => {
  const { outside, accept, status } = await withInvitation();
  await accept();
  await outside('DeleteDetector');
  await expect(status()).resolves.toBe('Resigned');
});

test('keeps an invitation until it is declined, and deletes it then', async () => {
  const { outside, security } = await withInvitation();
  const from = { accountIds: [security] };
  await expect(outside('DeleteInvitations', from)).resolves.toEqual(
    unprocessed(security, 'has not declined their invitation yet.'),
  );
  await outside('DeclineInvitations', from);
  await expect(outside('DeleteInvitations', from)).resolves.toEqual({ unprocessedAccounts: [] });
  await expect(outside('DeclineInvitations', from)).resolves.toEqual(unprocessed(security, 'has no invitation'));
});

test('keeps the detector of an administrator while an invitation is open', async () => {
  const { administrator } = await withInvitation();
  await expect(administrator('DeleteDetector')).rejects.toEqual(refusal('while it has invited or associated members.'));
});

test('keeps invited members when the delegation ends', async () => {
  const { as, administrator, accept, status, security } = await withInvitation();
  await accept();
  await as(MANAGEMENT)('DisableOrganizationAdminAccount', { adminAccountId: security });
  await expect(status()).resolves.toBe('Enabled');
  await expect(administrator('DeleteDetector')).rejects.toEqual(refusal('while it has invited or associated members.'));
});
