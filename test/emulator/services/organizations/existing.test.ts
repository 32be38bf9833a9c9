import { fakeWorld, MANAGEMENT, refusal } from '../../../support/world';

const ML = { id: '444444444444', email: 'ml-team@example.com', name: 'ML Production' };
const existing = { organizationId: 'o-existing00', accounts: [ML], trustedServices: ['config.amazonaws.com'] };
const adopted = () => fakeWorld({ settings: { existing } });

describe('an organization that exists before the first call', () => {
  test('is described as its management account made it', async () => {
    const { Organization } = await adopted().organizations('DescribeOrganization');
    expect(Organization).toMatchObject({ Id: 'o-existing00', FeatureSet: 'ALL', MasterAccountId: MANAGEMENT });
  });

  test('cannot be created again', async () => {
    await expect(adopted().organizations('CreateOrganization')).rejects.toEqual(
      refusal('AlreadyInOrganizationException'),
    );
  });

  test('has the trusted access of its settings and no enabled policy type', async () => {
    const world = adopted();
    const { EnabledServicePrincipals } = await world.organizations('ListAWSServiceAccessForOrganization');
    expect(EnabledServicePrincipals).toMatchObject([{ ServicePrincipal: 'config.amazonaws.com' }]);
    expect((await world.organizations('ListRoots')).Roots).toMatchObject([{ PolicyTypes: [] }]);
  });

  test('attaches FullAWSAccess to its accounts once service control policies are enabled', async () => {
    const world = adopted();
    const RootId = world.organization.find()?.rootId;
    await world.organizations('EnablePolicyType', { RootId, PolicyType: 'SERVICE_CONTROL_POLICY' });
    expect(
      await world.organizations('ListPoliciesForTarget', { TargetId: ML.id, Filter: 'SERVICE_CONTROL_POLICY' }),
    ).toMatchObject({ Policies: [{ Id: 'p-FullAWSAccess' }] });
  });

  test('can be deleted once its accounts are closed, and not before', async () => {
    const world = adopted();
    await expect(world.organizations('DeleteOrganization')).rejects.toEqual(refusal('OrganizationNotEmptyException'));
    await world.organizations('CloseAccount', { AccountId: ML.id });
    await world.organizations('DeleteOrganization');
    expect(world.organization.find()).toBeUndefined();
  });
});

describe('an account that exists before the first call', () => {
  test('is described by the name and the address that it was made with, in the root', async () => {
    const world = adopted();
    expect((await world.organizations('DescribeAccount', { AccountId: ML.id })).Account).toMatchObject({
      Id: ML.id,
      Arn: `arn:aws:organizations::${MANAGEMENT}:account/o-existing00/${ML.id}`,
      Name: 'ML Production',
      Email: 'ml-team@example.com',
      Status: 'ACTIVE',
      JoinedMethod: 'CREATED',
    });
    expect(await world.organizations('ListParents', { ChildId: ML.id })).toEqual({
      Parents: [{ Id: world.organization.find()?.rootId, Type: 'ROOT' }],
    });
  });

  test('keeps its e-mail address from being used again', async () => {
    const world = adopted();
    const { CreateAccountStatus } = await world.organizations('CreateAccount', { AccountName: 'ml', Email: ML.email });
    const CreateAccountRequestId = CreateAccountStatus.Id;
    expect(await world.organizations('DescribeCreateAccountStatus', { CreateAccountRequestId })).toMatchObject({
      CreateAccountStatus: { State: 'FAILED', FailureReason: 'EMAIL_ALREADY_EXISTS' },
    });
  });
});
