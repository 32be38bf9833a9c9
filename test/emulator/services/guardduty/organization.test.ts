import { delegatedWorld, guardDutyWorld, MANAGEMENT, OUTSIDE, refusal } from '../../../support/guardduty';

const NOT_MASTER = 'The request failed because you do not have required AWS Organization master permission.';

describe('delegation', () => {
  test('is refused before GuardDuty has trusted access', async () => {
    const { as, world, security } = await guardDutyWorld();
    await world.organizations('DisableAWSServiceAccess', { ServicePrincipal: 'guardduty.amazonaws.com' });
    await expect(as(MANAGEMENT)('EnableOrganizationAdminAccount', { adminAccountId: security })).rejects.toEqual(
      refusal('trusted access for guardduty.amazonaws.com is not enabled'),
    );
  });

  test.each(['EnableOrganizationAdminAccount', 'DisableOrganizationAdminAccount', 'ListOrganizationAdminAccounts'])(
    'refuses %s by a member account',
    async (operation) => {
      const { as, security, member } = await guardDutyWorld();
      await expect(as(member)(operation, { adminAccountId: security })).rejects.toEqual(refusal(NOT_MASTER));
    },
  );

  test('refuses an account outside the organization', async () => {
    const { as } = await guardDutyWorld();
    await expect(as(MANAGEMENT)('EnableOrganizationAdminAccount', { adminAccountId: OUTSIDE.id })).rejects.toEqual(
      refusal('The request failed because admin account passed is not member of AWS Organizations.'),
    );
  });

  test('refuses a second, different administrator in any region', async () => {
    const { as, member } = await delegatedWorld();
    for (const region of ['us-east-1', 'eu-west-1']) {
      await expect(
        as(MANAGEMENT, region)('EnableOrganizationAdminAccount', { adminAccountId: member }),
      ).rejects.toEqual(
        refusal('another account is already enabled as GuardDuty delegated administrator for the organization.'),
      );
    }
  });

  test('is regional and registers the administrator in Organizations', async () => {
    const { as, world, security } = await delegatedWorld();
    expect(world.organization.delegatedAdministrators('guardduty.amazonaws.com')).toEqual([security]);
    const listed = { adminAccounts: [{ adminAccountId: security, adminStatus: 'ENABLED' }] };
    await expect(as(MANAGEMENT)('ListOrganizationAdminAccounts')).resolves.toEqual(listed);
    await expect(as(MANAGEMENT, 'eu-west-1')('ListOrganizationAdminAccounts')).resolves.toEqual({ adminAccounts: [] });
  });

  test('refuses another administrator after the first is disabled, until Organizations has deregistered it', async () => {
    const { as, world, security, member } = await delegatedWorld();
    await as(MANAGEMENT)('DisableOrganizationAdminAccount', { adminAccountId: security });
    const enableOther = () => as(MANAGEMENT)('EnableOrganizationAdminAccount', { adminAccountId: member });
    await expect(enableOther()).rejects.toEqual(refusal('another account is already enabled'));
    world.organization.deregisterDelegatedAdministrator(security, 'guardduty.amazonaws.com');
    await expect(enableOther()).resolves.toEqual({});
  });

  test('creates the detector of the administrator when the setting says so, so that a second one is refused', async () => {
    const { as, security } = await guardDutyWorld({ settings: { delegationEnablesGuardDuty: true } });
    await as(MANAGEMENT)('EnableOrganizationAdminAccount', { adminAccountId: security });
    await expect(as(security)('CreateDetector', { enable: true })).rejects.toEqual(refusal('already exists'));
  });

  test('refuses to disable an account that is not the administrator', async () => {
    const { as, member } = await delegatedWorld();
    await expect(as(MANAGEMENT)('DisableOrganizationAdminAccount', { adminAccountId: member })).rejects.toEqual(
      refusal('invalid or out-of-range value'),
    );
  });

  test('leaves GuardDuty on in former members and lets the administrator delete its detector', async () => {
    const { as, security, member, leftovers } = await delegatedWorld();
    await as(security)('UpdateOrganizationConfiguration', { autoEnableOrganizationMembers: 'ALL' });
    await as(MANAGEMENT)('DisableOrganizationAdminAccount', { adminAccountId: security });
    await as(security)('DeleteDetector');
    expect(leftovers()).toEqual([expect.stringContaining('guardduty-detector')]);
    await as(member)('DeleteDetector');
    expect(leftovers()).toEqual([]);
  });
});

describe('organization configuration', () => {
  test.each(['DescribeOrganizationConfiguration', 'UpdateOrganizationConfiguration'])(
    'refuses %s by an account that is not the delegated administrator',
    async (operation) => {
      const { as, security } = await guardDutyWorld();
      await as(security)('CreateDetector', { enable: true });
      await expect(as(security)(operation, { autoEnableOrganizationMembers: 'ALL' })).rejects.toEqual(
        refusal(NOT_MASTER),
      );
    },
  );

  test('refuses the delegated administrator where it has no detector', async () => {
    const { as, security } = await guardDutyWorld();
    await as(MANAGEMENT)('EnableOrganizationAdminAccount', { adminAccountId: security });
    const update = as(security)('UpdateOrganizationConfiguration', { autoEnableOrganizationMembers: 'ALL' });
    await expect(update).rejects.toEqual(refusal('the input detectorId is not owned by the current account.'));
  });

  test.each([
    ['neither of the two auto-enable settings', {}],
    ['both of the auto-enable settings', { autoEnable: true, autoEnableOrganizationMembers: 'ALL' }],
    ['an unknown auto-enable setting', { autoEnableOrganizationMembers: 'SOME' }],
    [
      'an unknown feature',
      { autoEnableOrganizationMembers: 'ALL', features: [{ name: 'FLOW_LOGS', autoEnable: 'ALL' }] },
    ],
    [
      'both kinds of runtime monitoring',
      {
        autoEnableOrganizationMembers: 'ALL',
        features: [
          { name: 'EKS_RUNTIME_MONITORING', autoEnable: 'ALL' },
          { name: 'RUNTIME_MONITORING', autoEnable: 'ALL' },
        ],
      },
    ],
  ])('refuses %s', async (_, input) => {
    const { as, security } = await delegatedWorld();
    await expect(as(security)('UpdateOrganizationConfiguration', input)).rejects.toEqual(
      refusal('an invalid or out-of-range value is specified'),
    );
  });

  test('starts with nothing enabled and merges features by name', async () => {
    const { as, security } = await delegatedWorld();
    const describeOrganization = () => as(security)('DescribeOrganizationConfiguration');
    await expect(describeOrganization()).resolves.toMatchObject({
      autoEnable: false,
      autoEnableOrganizationMembers: 'NONE',
      memberAccountLimitReached: false,
    });
    for (const name of ['S3_DATA_EVENTS', 'RDS_LOGIN_EVENTS']) {
      await as(security)('UpdateOrganizationConfiguration', {
        autoEnableOrganizationMembers: 'NEW',
        features: [{ name, autoEnable: 'NEW' }],
      });
    }
    await expect(describeOrganization()).resolves.toMatchObject({
      autoEnable: true,
      autoEnableOrganizationMembers: 'NEW',
      dataSources: { s3Logs: { autoEnable: true }, kubernetes: { auditLogs: { autoEnable: false } } },
      features: expect.arrayContaining([
        { name: 'S3_DATA_EVENTS', autoEnable: 'NEW' },
        { name: 'RDS_LOGIN_EVENTS', autoEnable: 'NEW' },
        { name: 'LAMBDA_NETWORK_LOGS', autoEnable: 'NONE' },
      ]),
    });
  });

  test('reads the deprecated switches as settings for new accounts, which do not narrow ALL', async () => {
    const { as, security } = await delegatedWorld();
    await as(security)('UpdateOrganizationConfiguration', {
      autoEnable: true,
      features: [{ name: 'S3_DATA_EVENTS', autoEnable: 'ALL' }],
      dataSources: { s3Logs: { autoEnable: true }, kubernetes: { auditLogs: { autoEnable: true } } },
    });
    await expect(as(security)('DescribeOrganizationConfiguration')).resolves.toMatchObject({
      autoEnableOrganizationMembers: 'NEW',
      features: expect.arrayContaining([
        { name: 'S3_DATA_EVENTS', autoEnable: 'ALL' },
        { name: 'EKS_AUDIT_LOGS', autoEnable: 'NEW' },
      ]),
    });
  });
});

describe('auto-enable', () => {
  async function withAutoEnable(autoEnable: string) {
    const delegated = await delegatedWorld();
    const { as, security, world } = delegated;
    await as(security)('UpdateOrganizationConfiguration', {
      autoEnableOrganizationMembers: autoEnable,
      features: [
        { name: 'S3_DATA_EVENTS', autoEnable: 'ALL' },
        { name: 'RDS_LOGIN_EVENTS', autoEnable: 'NEW' },
      ],
    });
    const joined = await world.vend('joined');
    const { members } = await as(security)('ListMembers');
    const accounts: string[] = members.map(({ accountId }: { accountId: string }) => accountId);
    const enabledIn = async (account: string) => {
      const { features } = await as(account)('GetDetector');
      const plans = ['S3_DATA_EVENTS', 'RDS_LOGIN_EVENTS', 'EKS_AUDIT_LOGS'];
      return plans.filter((plan) =>
        features.some((one: { name: string; status: string }) => one.name === plan && one.status === 'ENABLED'),
      );
    };
    return { ...delegated, accounts, joined, enabledIn };
  }

  test('ALL enables the accounts that are there and those that join, but not the management account', async () => {
    const { accounts, member, joined, enabledIn } = await withAutoEnable('ALL');
    expect(accounts).toEqual([member, joined]);
    await expect(enabledIn(member)).resolves.toEqual(['S3_DATA_EVENTS']);
    await expect(enabledIn(joined)).resolves.toEqual(['S3_DATA_EVENTS', 'RDS_LOGIN_EVENTS']);
  });

  test('ALL makes the management account a member once it has a detector of its own', async () => {
    const { as, security } = await withAutoEnable('ALL');
    await as(MANAGEMENT)('CreateDetector', { enable: true });
    const { members } = await as(security)('ListMembers');
    expect(members).toContainEqual(expect.objectContaining({ accountId: MANAGEMENT, relationshipStatus: 'Enabled' }));
  });

  test('ALL leaves no room for a detector that a member account creates itself', async () => {
    const { as, member } = await withAutoEnable('ALL');
    await expect(as(member)('CreateDetector', { enable: true })).rejects.toEqual(refusal('already exists'));
  });

  test('a feature set to ALL later reaches the accounts that are members already', async () => {
    const { as, security, member, enabledIn } = await withAutoEnable('ALL');
    await as(security)('UpdateOrganizationConfiguration', {
      autoEnableOrganizationMembers: 'ALL',
      features: [{ name: 'EKS_AUDIT_LOGS', autoEnable: 'ALL' }],
    });
    await expect(enabledIn(member)).resolves.toEqual(['S3_DATA_EVENTS', 'EKS_AUDIT_LOGS']);
  });

  test('a feature that is enabled no longer stays on in accounts that have it, until their administrator sets it', async () => {
    const { as, security, member, enabledIn } = await withAutoEnable('ALL');
    await as(security)('UpdateOrganizationConfiguration', {
      autoEnableOrganizationMembers: 'ALL',
      features: [{ name: 'S3_DATA_EVENTS', autoEnable: 'NONE' }],
    });
    await expect(enabledIn(member)).resolves.toEqual(['S3_DATA_EVENTS']);
    await as(security)('UpdateMemberDetectors', {
      accountIds: [member],
      features: [{ name: 'S3_DATA_EVENTS', status: 'DISABLED' }],
    });
    await expect(enabledIn(member)).resolves.toEqual([]);
  });

  test('NEW enables only the accounts that join', async () => {
    const { accounts, joined } = await withAutoEnable('NEW');
    expect(accounts).toEqual([joined]);
  });

  test('NONE enables no account', async () => {
    const { accounts } = await withAutoEnable('NONE');
    expect(accounts).toEqual([]);
  });
});
