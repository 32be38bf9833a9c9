import { type FakeWorld, fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

const CONFIG = 'config.amazonaws.com';
const trust = (world: FakeWorld, ServicePrincipal = CONFIG) =>
  world.organizations('EnableAWSServiceAccess', { ServicePrincipal });
const register = (world: FakeWorld, AccountId: string, ServicePrincipal = CONFIG) =>
  world.organizations('RegisterDelegatedAdministrator', { AccountId, ServicePrincipal });

describe('registering a delegated administrator', () => {
  test('is refused while the service has no trusted access', async () => {
    const world = fakeWorld();
    const member = await world.vend('security');

    await expect(register(world, member)).rejects.toEqual(
      refusal('ConstraintViolationException', 'SERVICE_ACCESS_NOT_ENABLED'),
    );
    await trust(world);
    await expect(register(world, member)).resolves.toEqual({});
  });

  test('is refused for the management account, a suspended account and an account outside', async () => {
    const world = fakeWorld({ settings: { closureElapsed: false } });
    const member = await world.vend('security');
    await trust(world);
    await world.organizations('CloseAccount', { AccountId: member });

    await expect(register(world, MANAGEMENT)).rejects.toEqual(
      refusal('ConstraintViolationException', 'CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR'),
    );
    await expect(register(world, member)).rejects.toEqual(
      refusal('ConstraintViolationException', 'CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR'),
    );
    await expect(register(world, '999999999999')).rejects.toEqual(refusal('AccountNotFoundException'));
  });

  test('is refused a second time for the same account and service', async () => {
    const world = fakeWorld();
    const member = await world.vend('security');
    await trust(world);
    await register(world, member);

    await expect(register(world, member)).rejects.toEqual(refusal('AccountAlreadyRegisteredException'));
  });

  test('is refused for a fourth account of Config', async () => {
    const world = fakeWorld();
    await trust(world);
    for (const name of ['one', 'two', 'three']) await register(world, await world.vend(name));

    await expect(register(world, await world.vend('four'))).rejects.toEqual(
      refusal('ConstraintViolationException', 'MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED'),
    );
  });

  test('is refused for what is no service principal', async () => {
    const world = fakeWorld();

    await expect(register(world, await world.vend('security'), 'config')).rejects.toEqual(
      refusal('InvalidInputException', 'UNRECOGNIZED_SERVICE_PRINCIPAL'),
    );
  });
});

describe('delegated administrators', () => {
  test('are listed by service, and services by account', async () => {
    const world = fakeWorld();
    const member = await world.vend('security');
    await trust(world);
    await register(world, member);

    const { DelegatedAdministrators } = await world.organizations('ListDelegatedAdministrators', {
      ServicePrincipal: CONFIG,
    });
    const { DelegatedServices } = await world.organizations('ListDelegatedServicesForAccount', { AccountId: member });
    expect(DelegatedAdministrators).toEqual([expect.objectContaining({ Id: member, Status: 'ACTIVE' })]);
    expect(DelegatedServices).toEqual([expect.objectContaining({ ServicePrincipal: CONFIG })]);
  });

  test('cannot be deregistered twice', async () => {
    const world = fakeWorld();
    const AccountId = await world.vend('security');
    await trust(world);
    await register(world, AccountId);
    const deregister = () =>
      world.organizations('DeregisterDelegatedAdministrator', { AccountId, ServicePrincipal: CONFIG });
    await deregister();

    await expect(deregister()).rejects.toEqual(refusal('AccountNotRegisteredException'));
  });

  test('keep the trusted access of their service from being disabled', async () => {
    const world = fakeWorld();
    await trust(world);
    await register(world, await world.vend('security'));

    await expect(world.organizations('DisableAWSServiceAccess', { ServicePrincipal: CONFIG })).rejects.toEqual(
      refusal('ConstraintViolationException', 'DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE'),
    );
  });

  test('may be registered by a service once per region', async () => {
    const world = fakeWorld();
    const member = await world.vend('security');
    await trust(world, 'guardduty.amazonaws.com');
    for (const _region of ['eu-central-1', 'eu-west-1']) {
      world.organization.registerDelegatedAdministrator(member, 'guardduty.amazonaws.com');
    }

    expect(world.organization.delegatedAdministrators('guardduty.amazonaws.com')).toEqual([member]);
  });
});

test('lists the services that have trusted access', async () => {
  const world = fakeWorld();
  await trust(world);
  await trust(world, 'cloudtrail.amazonaws.com');
  await world.organizations('DisableAWSServiceAccess', { ServicePrincipal: CONFIG });

  expect((await world.organizations('ListAWSServiceAccessForOrganization')).EnabledServicePrincipals).toEqual([
    expect.objectContaining({ ServicePrincipal: 'cloudtrail.amazonaws.com' }),
  ]);
});
