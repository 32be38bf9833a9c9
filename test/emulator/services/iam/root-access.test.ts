import { call, iamWorld } from '../../../support/iam';
import { MANAGEMENT, refusal } from '../../../support/world';

const ServicePrincipal = 'iam.amazonaws.com';
const BOTH = ['EnableOrganizationsRootCredentialsManagement', 'EnableOrganizationsRootSessions'];
const ALL = [
  ...BOTH,
  'DisableOrganizationsRootCredentialsManagement',
  'DisableOrganizationsRootSessions',
  'ListOrganizationsFeatures',
];

async function setUp({ trusted = true } = {}) {
  const made = iamWorld();
  if (trusted) await made.world.organizations('EnableAWSServiceAccess', { ServicePrincipal });
  return made;
}

test('lists the features that are enabled, with the id of the organization', async () => {
  const { world, service } = await setUp();
  const OrganizationId = world.organization.find()?.id;
  for (const operation of BOTH) await call(service, operation);
  expect(await call(service, 'ListOrganizationsFeatures')).toEqual({
    EnabledFeatures: ['RootCredentialsManagement', 'RootSessions'],
    OrganizationId,
  });
  expect(await call(service, 'DisableOrganizationsRootSessions')).toEqual({
    EnabledFeatures: ['RootCredentialsManagement'],
    OrganizationId,
  });
  expect(await call(service, 'DisableOrganizationsRootCredentialsManagement')).toEqual({
    EnabledFeatures: [],
    OrganizationId,
  });
});

test.each(ALL)('refuses %s while trusted access for IAM is off', async (operation) => {
  const { service } = await setUp({ trusted: false });
  await expect(call(service, operation)).rejects.toEqual(refusal('ServiceAccessNotEnabledException'));
});

test.each(ALL)('refuses %s to an account without an organization', async (operation) => {
  const { service } = iamWorld({ withOrganization: false });
  await expect(call(service, operation)).rejects.toEqual(refusal('OrganizationNotFoundException'));
});

test.each(ALL)('refuses %s to a member account', async (operation) => {
  const { service, world } = await setUp();
  await expect(call(service, operation, {}, await world.vend('member'))).rejects.toEqual(
    refusal('AccountNotManagementOrDelegatedAdministratorException'),
  );
});

test('lets the delegated administrator list and disable, but not enable', async () => {
  const { service, world } = await setUp();
  const security = await world.vend('security');
  await world.organizations('RegisterDelegatedAdministrator', { AccountId: security, ServicePrincipal });
  for (const operation of BOTH) {
    await expect(call(service, operation, {}, security)).rejects.toEqual(
      refusal('CallerIsNotManagementAccountException'),
    );
    await call(service, operation);
  }
  expect(await call(service, 'DisableOrganizationsRootSessions', {}, security)).toMatchObject({
    EnabledFeatures: ['RootCredentialsManagement'],
  });
  expect((await call(service, 'ListOrganizationsFeatures', {}, security)).EnabledFeatures).toHaveLength(1);
});

test('shows an enabled feature as left over until it is disabled or the organization is deleted', async () => {
  const { service, world } = await setUp();
  for (const operation of BOTH) await call(service, operation);
  const left = (feature: string) => ({ account: MANAGEMENT, resource: `global organizations-feature ${feature}` });
  expect(service.leftovers()).toEqual([left('RootCredentialsManagement'), left('RootSessions')]);
  await call(service, 'DisableOrganizationsRootSessions');
  expect(service.leftovers()).toEqual([left('RootCredentialsManagement')]);
  await world.organizations('DeleteOrganization');
  expect(service.leftovers()).toEqual([]);
});
