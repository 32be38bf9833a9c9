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

describe('an OU that exists before the first call', () => {
  const units = [
    { id: 'ou-ab12-11112222', name: 'Workloads' },
    { id: 'ou-ab12-22223333', name: 'Production', parentId: 'ou-ab12-11112222' },
  ];
  const withUnits = () => fakeWorld({ settings: { existing: { ...existing, rootId: 'r-ab12', units } } });

  test('is where it was made, by the id that it has', async () => {
    const world = withUnits();
    const { OrganizationalUnits } = await world.organizations('ListOrganizationalUnitsForParent', {
      ParentId: 'r-ab12',
    });
    expect(OrganizationalUnits).toMatchObject([
      {
        Id: 'ou-ab12-11112222',
        Arn: `arn:aws:organizations::${MANAGEMENT}:ou/o-existing00/ou-ab12-11112222`,
        Name: 'Workloads',
      },
    ]);
    expect(await world.organizations('ListParents', { ChildId: 'ou-ab12-22223333' })).toEqual({
      Parents: [{ Id: 'ou-ab12-11112222', Type: 'ORGANIZATIONAL_UNIT' }],
    });
  });

  test('keeps its name from being used again beside it', async () => {
    const made = withUnits().organizations('CreateOrganizationalUnit', { ParentId: 'r-ab12', Name: 'Workloads' });
    await expect(made).rejects.toEqual(refusal('DuplicateOrganizationalUnitException'));
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
