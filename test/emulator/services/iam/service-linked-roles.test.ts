import { call, iamWorld } from '../../../support/iam';
import { MANAGEMENT, refusal } from '../../../support/world';

const AWSServiceName = 'access-analyzer.amazonaws.com';
const RoleName = 'AWSServiceRoleForAccessAnalyzer';
const Arn = `arn:aws:iam::${MANAGEMENT}:role/aws-service-role/${AWSServiceName}/${RoleName}`;

describe('a service-linked role', () => {
  test('is created under the name that AWS gives it', async () => {
    const { service, roles } = iamWorld();
    expect(await call(service, 'CreateServiceLinkedRole', { AWSServiceName })).toMatchObject({
      Role: { Arn, RoleName },
    });
    expect([...roles]).toEqual([Arn]);
  });

  test('is refused where the account has it', async () => {
    const { service } = iamWorld();
    await call(service, 'CreateServiceLinkedRole', { AWSServiceName });
    await expect(call(service, 'CreateServiceLinkedRole', { AWSServiceName })).rejects.toMatchObject({
      code: 'InvalidInput',
      message: `Service role name ${RoleName} has been taken in this account, please try a different suffix.`,
    });
  });

  test('is refused with a suffix, of which the service has none', async () => {
    const { service } = iamWorld();
    await expect(
      call(service, 'CreateServiceLinkedRole', { AWSServiceName, CustomSuffix: 'two' }),
    ).rejects.toMatchObject({ code: 'InvalidInput', message: `Custom suffix is not allowed for ${AWSServiceName}` });
  });

  test('is not implemented for a service of which the role is not known', async () => {
    const { service } = iamWorld();
    await expect(
      call(service, 'CreateServiceLinkedRole', { AWSServiceName: 'wishes.amazonaws.com' }),
    ).rejects.toMatchObject({ code: 'NotImplementedException', status: 501 });
  });
});

describe('the deletion of a service-linked role', () => {
  const remove = async ({ service }: ReturnType<typeof iamWorld>, account = MANAGEMENT) => {
    const { DeletionTaskId } = await call(service, 'DeleteServiceLinkedRole', { RoleName }, account);
    return call(service, 'GetServiceLinkedRoleDeletionStatus', { DeletionTaskId }, account);
  };

  test('is a task that succeeds where nothing needs the role', async () => {
    const made = iamWorld();
    await call(made.service, 'CreateServiceLinkedRole', { AWSServiceName });
    expect(await remove(made)).toEqual({ Status: 'SUCCEEDED' });
    expect([...made.roles]).toEqual([]);
  });

  test('fails while the account has an analyzer', async () => {
    const made = iamWorld({ withOrganization: false });
    await made.analyzers('CreateAnalyzer', { analyzerName: 'own', type: 'ACCOUNT' });
    expect(await remove(made)).toMatchObject({ Status: 'FAILED' });
    await made.analyzers('DeleteAnalyzer', { analyzerName: 'own' });
    expect(await remove(made)).toEqual({ Status: 'SUCCEEDED' });
  });

  test('fails in the management account while the delegated administrator has an analyzer of the organization', async () => {
    const made = iamWorld();
    const security = await made.world.vend('security');
    await made.world.organizations('EnableAWSServiceAccess', { ServicePrincipal: AWSServiceName });
    const delegation = { AccountId: security, ServicePrincipal: AWSServiceName };
    await made.world.organizations('RegisterDelegatedAdministrator', delegation);
    await call(made.service, 'CreateServiceLinkedRole', { AWSServiceName });
    await made.analyzers('CreateAnalyzer', { analyzerName: 'org', type: 'ORGANIZATION' }, security);
    expect(await remove(made)).toMatchObject({
      Status: 'FAILED',
      Reason: { Reason: expect.stringContaining('delete all analyzers in all regions for your organization') },
    });
    expect([...made.roles]).toContain(Arn);
  });

  test('is refused for a role or a task that does not exist', async () => {
    const { service } = iamWorld();
    const missing = expect.objectContaining({ code: 'NoSuchEntity', status: 404 });
    await expect(call(service, 'DeleteServiceLinkedRole', { RoleName })).rejects.toEqual(missing);
    await expect(call(service, 'GetServiceLinkedRoleDeletionStatus', { DeletionTaskId: 'task/1' })).rejects.toEqual(
      refusal('NoSuchEntity'),
    );
  });
});
