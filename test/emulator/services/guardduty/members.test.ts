import { delegatedWorld, guardDutyWorld, MANAGEMENT, OUTSIDE, refusal } from '../../../support/guardduty';

const detail = (accountId: string, email = 'member@example.com') => ({ accountDetails: [{ accountId, email }] });

async function withMember(autoEnable = 'NONE') {
  const delegated = await delegatedWorld();
  const call = delegated.as(delegated.security);
  await call('UpdateOrganizationConfiguration', {
    autoEnableOrganizationMembers: autoEnable,
    features: [{ name: 'LAMBDA_NETWORK_LOGS', autoEnable: 'NEW' }],
  });
  if (autoEnable !== 'ALL') await call('CreateMembers', detail(delegated.member));
  const accountIds = [delegated.member];
  return { ...delegated, call, accountIds };
}

const unprocessed = (accountId: string, result: string) => ({
  unprocessedAccounts: [{ accountId, result: expect.stringContaining(result) }],
});

const DONE = { unprocessedAccounts: [] };

test('refuses members to an administrator without detector', async () => {
  const { as, security, member } = await guardDutyWorld();
  await as(MANAGEMENT)('EnableOrganizationAdminAccount', { adminAccountId: security });
  await expect(as(security)('CreateMembers', detail(member))).rejects.toEqual(
    refusal('the input detectorId is not owned by the current account.'),
  );
});

test('enables GuardDuty in a member of the organization, with the features of the organization', async () => {
  const { call, as, member, accountIds } = await withMember();
  const { members } = await call('GetMembers', { accountIds });
  expect(members).toEqual([
    expect.objectContaining({ accountId: member, relationshipStatus: 'Enabled', detectorId: expect.any(String) }),
  ]);
  const { features } = await as(member)('GetDetector');
  expect(features).toContainEqual(expect.objectContaining({ name: 'LAMBDA_NETWORK_LOGS', status: 'ENABLED' }));
  expect(features).toContainEqual(expect.objectContaining({ name: 'S3_DATA_EVENTS', status: 'DISABLED' }));
});

test('reports no e-mail and no invitation of a member of the organization', async () => {
  const { call, accountIds } = await withMember();
  const { members } = await call('GetMembers', { accountIds });
  expect(members[0]).not.toHaveProperty('email');
  expect(members[0]).not.toHaveProperty('invitedAt');
});

test('only lists an account outside the organization until it is invited', async () => {
  const { call } = await withMember();
  await call('CreateMembers', detail(OUTSIDE.id, OUTSIDE.email));
  const { members } = await call('GetMembers', { accountIds: [OUTSIDE.id] });
  expect(members).toEqual([expect.objectContaining({ relationshipStatus: 'Created', email: OUTSIDE.email })]);
  const associated = await call('ListMembers');
  const all = await call('ListMembers', { onlyAssociated: 'false' });
  expect([associated.members, all.members].map((list) => list.length)).toEqual([1, 2]);
});

test('leaves an account out that is a member already', async () => {
  const { call, member } = await withMember();
  await expect(call('CreateMembers', detail(member))).resolves.toEqual(
    unprocessed(member, 'the given account ID is already a member or associated member of the current account.'),
  );
});

test('leaves the administrator itself out', async () => {
  const { call, security } = await withMember();
  await expect(call('CreateMembers', detail(security))).resolves.toEqual(
    unprocessed(security, 'an account cannot become a member of itself.'),
  );
});

test('leaves the management account out until it has enabled GuardDuty itself', async () => {
  const { call, as } = await withMember();
  await expect(call('CreateMembers', detail(MANAGEMENT))).resolves.toEqual(
    unprocessed(MANAGEMENT, 'your organization master must first enable GuardDuty to be added as a member'),
  );
  await as(MANAGEMENT)('CreateDetector', { enable: true });
  await expect(call('CreateMembers', detail(MANAGEMENT))).resolves.toEqual(DONE);
});

test('leaves an account out that another administrator has already', async () => {
  const { call, as, world } = await withMember();
  const invited = await world.vend('invited');
  const outside = as(OUTSIDE.id);
  for (const account of [OUTSIDE.id, invited]) await as(account)('CreateDetector', { enable: true });
  await outside('CreateMembers', detail(invited, 'invited@example.com'));
  await outside('InviteMembers', { accountIds: [invited] });
  const { invitations } = await as(invited)('ListInvitations');
  await as(invited)('AcceptInvitation', { masterId: OUTSIDE.id, invitationId: invitations[0].invitationId });
  await expect(call('CreateMembers', detail(invited))).resolves.toEqual(
    unprocessed(invited, 'is already an associated member of another master account.'),
  );
});

test('leaves out whatever account a member wants as its own member', async () => {
  const { as, member } = await withMember();
  await expect(as(member)('CreateMembers', detail(OUTSIDE.id))).resolves.toEqual(
    unprocessed(OUTSIDE.id, 'it is already an associated member of another master account.'),
  );
});

test.each([
  ['no account', { accountDetails: [] }],
  ['an account id that is none', detail('42')],
  ['an e-mail address that is none', detail(OUTSIDE.id, 'nobody')],
])('refuses a request with %s', async (_, input) => {
  const { call } = await withMember();
  await expect(call('CreateMembers', input)).rejects.toEqual(refusal('an invalid or out-of-range value is specified'));
});

describe('removal', () => {
  test('deletes no member that is still associated, and answers with success', async () => {
    const { call, member, accountIds } = await withMember();
    await expect(call('DeleteMembers', { accountIds })).resolves.toEqual(
      unprocessed(member, 'cannot delete the given member account ID since it is still associated to it.'),
    );
    await expect(call('GetMembers', { accountIds })).resolves.toMatchObject({
      members: [{ relationshipStatus: 'Enabled' }],
    });
  });

  test('deletes a member after it is disassociated, and leaves its detector to the account', async () => {
    const { call, as, member, accountIds, leftovers } = await withMember();
    await expect(call('DisassociateMembers', { accountIds })).resolves.toEqual(DONE);
    await expect(call('GetMembers', { accountIds })).resolves.toMatchObject({
      members: [{ relationshipStatus: 'Removed' }],
    });
    await expect(call('DeleteMembers', { accountIds })).resolves.toEqual(DONE);
    expect(leftovers(member)).toHaveLength(1);
    await as(member)('DeleteDetector');
    expect(leftovers(member)).toEqual([]);
  });

  test.each([
    ['DisassociateMembers', 'disassociated'],
    ['StopMonitoringMembers', 'suspended'],
  ])('refuses %s of a member of the organization while auto-enable is ALL', async (operation, done) => {
    const { call, accountIds } = await withMember('ALL');
    await expect(call(operation, { accountIds })).rejects.toEqual(
      refusal(`member accounts cannot be ${done} while auto-enable for organization members is set to ALL.`),
    );
    await call('UpdateOrganizationConfiguration', { autoEnableOrganizationMembers: 'NONE' });
    await expect(call(operation, { accountIds })).resolves.toEqual(DONE);
  });

  test('takes a disassociated account of the organization back by CreateMembers only', async () => {
    const { call, member, accountIds } = await withMember();
    await call('DisassociateMembers', { accountIds });
    await expect(call('InviteMembers', { accountIds })).resolves.toEqual(
      unprocessed(member, 'managed through AWS Organizations and cannot be invited.'),
    );
    await expect(call('CreateMembers', detail(member))).resolves.toEqual(DONE);
  });

  test('lets no member of the organization leave by itself', async () => {
    const { as, member } = await withMember();
    await expect(as(member)('DisassociateFromAdministratorAccount')).rejects.toEqual(
      refusal('member accounts cannot manage specified resources or properties.'),
    );
  });

  test.each(['DeleteMembers', 'DisassociateMembers', 'StopMonitoringMembers', 'GetMembers', 'GetMemberDetectors'])(
    'leaves an account out of %s that is no member',
    async (operation) => {
      const { call } = await withMember();
      await expect(call(operation, { accountIds: [OUTSIDE.id] })).resolves.toMatchObject(
        unprocessed(OUTSIDE.id, 'is not an associated member of account the current account.'),
      );
    },
  );
});

describe('detectors of members', () => {
  const features = [{ name: 'S3_DATA_EVENTS', status: 'ENABLED' }];

  test('are configured by the administrator', async () => {
    const { call, as, member, accountIds } = await withMember();
    await expect(call('UpdateMemberDetectors', { accountIds, features })).resolves.toEqual(DONE);
    const { members } = await call('GetMemberDetectors', { accountIds });
    expect(members).toEqual([
      expect.objectContaining({
        accountId: member,
        features: expect.arrayContaining([expect.objectContaining(features[0])]),
      }),
    ]);
    const detector = await as(member)('GetDetector');
    expect(detector.dataSources.s3Logs).toEqual({ status: 'ENABLED' });
  });

  test('are left alone where the account is no member', async () => {
    const { call } = await withMember();
    await expect(call('UpdateMemberDetectors', { accountIds: [OUTSIDE.id], features })).resolves.toEqual(
      unprocessed(OUTSIDE.id, 'is not an associated member of account the current account.'),
    );
  });

  test.each([
    ['an unknown feature', [{ name: 'FLOW_LOGS', status: 'ENABLED' }]],
    ['no feature', []],
  ])('refuse %s', async (_, wrong) => {
    const { call, accountIds } = await withMember();
    await expect(call('UpdateMemberDetectors', { accountIds, features: wrong })).rejects.toEqual(
      refusal('an invalid or out-of-range value is specified'),
    );
  });

  test('stop and start with the monitoring of the member', async () => {
    const { call, as, member, accountIds } = await withMember();
    await call('StopMonitoringMembers', { accountIds });
    await expect(as(member)('GetDetector')).resolves.toHaveProperty('status', 'DISABLED');
    await call('StartMonitoringMembers', { accountIds });
    await expect(as(member)('GetDetector')).resolves.toHaveProperty('status', 'ENABLED');
  });
});
