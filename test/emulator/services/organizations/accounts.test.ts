import { fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

async function create(world: ReturnType<typeof fakeWorld>, Email: string) {
  const { CreateAccountStatus } = await world.organizations('CreateAccount', { AccountName: 'a', Email });
  return (await world.organizations('DescribeCreateAccountStatus', { CreateAccountRequestId: CreateAccountStatus.Id }))
    .CreateAccountStatus;
}

describe('creating an account', () => {
  test('answers IN_PROGRESS as often as the settings say, then SUCCEEDED with the account id', async () => {
    const world = fakeWorld({ settings: { accountCreationPolls: 1 } });
    const { CreateAccountStatus: asked } = await world.organizations('CreateAccount', {
      AccountName: 'a',
      Email: 'a@b.co',
    });
    const poll = () => world.organizations('DescribeCreateAccountStatus', { CreateAccountRequestId: asked.Id });

    expect(asked.State).toBe('IN_PROGRESS');
    expect((await poll()).CreateAccountStatus.State).toBe('IN_PROGRESS');
    expect((await poll()).CreateAccountStatus).toMatchObject({
      State: 'SUCCEEDED',
      AccountId: expect.stringMatching(/^\d{12}$/),
    });
  });

  test('gives the same id to the same e-mail address, in whatever order accounts are created', async () => {
    const [one, other] = [fakeWorld(), fakeWorld()];
    const first = await one.vend('alpha');
    await other.vend('beta');

    expect(await other.vend('alpha')).toBe(first);
  });

  test('puts the access role into the account, trusting the management account', async () => {
    const world = fakeWorld();
    const account = await world.vend('alpha');
    const [role] = world.motoRequests.filter(({ body }) => body?.includes('Action=CreateRole'));

    expect(role).toMatchObject({ account, service: 'iam' });
    expect(new URLSearchParams(role?.body).get('RoleName')).toBe('OrganizationAccountAccessRole');
    expect(new URLSearchParams(role?.body).get('AssumeRolePolicyDocument')).toContain(
      `arn:aws:iam::${MANAGEMENT}:root`,
    );
  });

  test('fails with EMAIL_ALREADY_EXISTS where the address belongs to any account, a closed one too', async () => {
    const world = fakeWorld({ settings: { outsideAccounts: [{ id: '999999999999', email: 'out@example.com' }] } });
    const closed = await world.vend('alpha');
    await world.organizations('CloseAccount', { AccountId: closed });

    expect(await create(world, 'ALPHA@example.com')).toMatchObject({
      State: 'FAILED',
      FailureReason: 'EMAIL_ALREADY_EXISTS',
    });
    expect(await create(world, 'root@example.com')).toMatchObject({ FailureReason: 'EMAIL_ALREADY_EXISTS' });
    expect(await create(world, 'out@example.com')).toMatchObject({ FailureReason: 'EMAIL_ALREADY_EXISTS' });
  });

  test('fails with ACCOUNT_LIMIT_EXCEEDED for the eleventh account of a new organization', async () => {
    const world = fakeWorld();
    for (let n = 1; n < 10; n += 1) await world.vend(`member${n}`);

    expect(await create(world, 'one-too-many@example.com')).toMatchObject({ FailureReason: 'ACCOUNT_LIMIT_EXCEEDED' });
  });

  test('counts accounts that are created at the same time', async () => {
    const world = fakeWorld();
    await Promise.all(Array.from({ length: 12 }, (_, n) => world.vend(`member${n}`)));

    expect(world.organization.accounts()).toHaveLength(10);
  });

  test('refuses what is no e-mail address', async () => {
    await expect(create(fakeWorld(), 'nobody')).rejects.toEqual(refusal('InvalidInputException', 'INVALID_PATTERN'));
  });

  test('tells the services that wait for new accounts', async () => {
    const world = fakeWorld();
    const joined: string[] = [];
    world.organization.onJoin((account) => joined.push(account));

    expect([await world.vend('alpha')]).toEqual(joined);
  });

  test('lists the requests by what became of them, and no handshake, as nobody is invited', async () => {
    const world = fakeWorld();
    await world.vend('one');
    await world.organizations('CreateAccount', { AccountName: 'again', Email: 'one@example.com' });
    const listed = async (States?: string[]) =>
      (await world.organizations('ListCreateAccountStatus', { States })).CreateAccountStatuses.map(
        ({ State }: { State: string }) => State,
      );
    expect(await listed()).toEqual(['SUCCEEDED', 'FAILED']);
    expect(await listed(['FAILED'])).toEqual(['FAILED']);
    for (const operation of ['ListHandshakesForAccount', 'ListHandshakesForOrganization'])
      expect(await world.organizations(operation)).toEqual({ Handshakes: [] });
  });

  test('does not know a request that was never made', async () => {
    const asked = fakeWorld().organizations('DescribeCreateAccountStatus', { CreateAccountRequestId: 'car-1' });

    await expect(asked).rejects.toEqual(refusal('CreateAccountStatusNotFoundException'));
  });
});

describe('closing and removing an account', () => {
  test('removes a closed account from every list once its 90 days are over', async () => {
    const world = fakeWorld();
    const account = await world.vend('alpha');
    await world.organizations('CloseAccount', { AccountId: account });

    await expect(world.organizations('DescribeAccount', { AccountId: account })).rejects.toEqual(
      refusal('AccountNotFoundException'),
    );
  });

  test('keeps a closed account as SUSPENDED within its 90 days, and refuses to close it again', async () => {
    const world = fakeWorld({ settings: { closureElapsed: false } });
    const account = await world.vend('alpha');
    await world.organizations('CloseAccount', { AccountId: account });

    expect((await world.organizations('DescribeAccount', { AccountId: account })).Account.Status).toBe('SUSPENDED');
    expect(world.organization.isActiveMember(account)).toBe(false);
    await expect(world.organizations('CloseAccount', { AccountId: account })).rejects.toEqual(
      refusal('AccountAlreadyClosedException'),
    );
  });

  test('carry the state that AWS sends now, beside the status that it sent until September 2026', async () => {
    const world = fakeWorld({ settings: { closureElapsed: false } });
    const [open, closed] = [await world.vend('alpha'), await world.vend('beta')];
    await world.organizations('CloseAccount', { AccountId: closed });
    const { Accounts } = await world.organizations('ListAccounts');
    expect(Accounts.filter(({ Id }: { Id: string }) => Id !== MANAGEMENT)).toMatchObject([
      { Id: open, State: 'ACTIVE', Status: 'ACTIVE' },
      { Id: closed, State: 'CLOSED', Status: 'SUSPENDED' },
    ]);
  });

  test('carry no status where the world is as AWS is since then, however they are asked about', async () => {
    const world = fakeWorld({ settings: { accountStatus: false } });
    const AccountId = await world.vend('alpha');
    const ParentId = world.organization.find()?.rootId;
    const answers = [
      (await world.organizations('DescribeAccount', { AccountId })).Account,
      ...(await world.organizations('ListAccounts')).Accounts,
      ...(await world.organizations('ListAccountsForParent', { ParentId })).Accounts,
    ];
    expect(answers).toHaveLength(5);
    for (const answer of answers) {
      expect(answer).toHaveProperty('State', 'ACTIVE');
      expect(answer).not.toHaveProperty('Status');
    }
  });

  test('say where they are, as OUs do', async () => {
    const world = fakeWorld();
    const AccountId = await world.vend('alpha');
    const { id, rootId } = world.organization.find() ?? { id: '', rootId: '' };
    const unit = await world.organizations('CreateOrganizationalUnit', { ParentId: rootId, Name: 'Workloads' });
    const { Id: ParentId, Path } = unit.OrganizationalUnit;
    expect(Path).toBe(`${id}/${rootId}/${ParentId}/`);
    const inner = await world.organizations('CreateOrganizationalUnit', { ParentId, Name: 'Production' });
    const target = inner.OrganizationalUnit.Id;
    await world.organizations('MoveAccount', { AccountId, SourceParentId: rootId, DestinationParentId: target });
    expect((await world.organizations('DescribeAccount', { AccountId })).Account.Paths).toEqual([
      `${id}/${rootId}/${ParentId}/${target}/${AccountId}/`,
    ]);
  });

  test('refuses to close the management account', async () => {
    await expect(fakeWorld().organizations('CloseAccount', { AccountId: MANAGEMENT })).rejects.toEqual(
      refusal('ConstraintViolationException', 'CANNOT_CLOSE_MANAGEMENT_ACCOUNT'),
    );
  });

  test('refuses to close more accounts than the 30-day quota', async () => {
    const world = fakeWorld();
    for (let n = 0; n < 250; n += 1)
      await world.organizations('CloseAccount', { AccountId: await world.vend(`member${n}`) });

    await expect(world.organizations('CloseAccount', { AccountId: await world.vend('last') })).rejects.toEqual(
      refusal('ConstraintViolationException', 'CLOSE_ACCOUNT_QUOTA_EXCEEDED'),
    );
  });

  test('refuses to remove a vended account, which could not pay for itself', async () => {
    const world = fakeWorld();
    const AccountId = await world.vend('alpha');

    await expect(world.organizations('RemoveAccountFromOrganization', { AccountId })).rejects.toEqual(
      refusal('ConstraintViolationException', 'MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED'),
    );
  });

  test('refuses to remove a delegated administrator and the management account', async () => {
    const world = fakeWorld();
    const AccountId = await world.vend('alpha');
    world.organization.enableTrustedAccess('config.amazonaws.com');
    world.organization.registerDelegatedAdministrator(AccountId, 'config.amazonaws.com');

    await expect(world.organizations('RemoveAccountFromOrganization', { AccountId })).rejects.toEqual(
      refusal('ConstraintViolationException', 'CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG'),
    );
    await expect(world.organizations('RemoveAccountFromOrganization', { AccountId: MANAGEMENT })).rejects.toEqual(
      refusal('MasterCannotLeaveOrganizationException'),
    );
  });
});

describe('the organization', () => {
  test('cannot be created twice', async () => {
    await expect(fakeWorld().organizations('CreateOrganization')).rejects.toEqual(
      refusal('AlreadyInOrganizationException'),
    );
  });

  test('cannot be deleted while member accounts remain, suspended ones included', async () => {
    const world = fakeWorld({ settings: { closureElapsed: false } });
    await world.organizations('CloseAccount', { AccountId: await world.vend('alpha') });

    await expect(world.organizations('DeleteOrganization')).rejects.toEqual(refusal('OrganizationNotEmptyException'));
  });

  test('is not in use before it is created, after it is deleted, and for an account outside of it', async () => {
    const world = fakeWorld({ withOrganization: false });
    const notInUse = refusal('AWSOrganizationsNotInUseException');

    await expect(world.organizations('DescribeOrganization')).rejects.toEqual(notInUse);
    await world.organizations('CreateOrganization', { FeatureSet: 'ALL' });
    await expect(world.organizations('DescribeOrganization', {}, '999999999999')).rejects.toEqual(notInUse);
    await world.organizations('DeleteOrganization');
    await expect(world.organizations('ListRoots')).rejects.toEqual(notInUse);
  });

  test('refuses members everything but DescribeOrganization, and delegated administrators everything but reading', async () => {
    const world = fakeWorld();
    const member = await world.vend('alpha');
    const denied = refusal('AccessDeniedException');

    await expect(world.organizations('DescribeOrganization', {}, member)).resolves.toHaveProperty('Organization.Id');
    await expect(world.organizations('ListAccounts', {}, member)).rejects.toEqual(denied);

    world.organization.enableTrustedAccess('config.amazonaws.com');
    world.organization.registerDelegatedAdministrator(member, 'config.amazonaws.com');
    expect((await world.organizations('ListAccounts', {}, member)).Accounts).toHaveLength(2);
    await expect(world.organizations('CreateAccount', {}, member)).rejects.toEqual(denied);
  });
});
