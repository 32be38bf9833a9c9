import type { Json } from '../../../../emulator/toolkit/untyped';
import { configOfOrganization, ruleNamed, SETUP, TemplateBody } from '../../../support/config-of-organization';
import { MANAGEMENT } from '../../../support/world';

describe('a conformance pack of the organization', () => {
  test('is really made in each account that is not excluded', async () => {
    const { deploy, record, status, byAccount, rulesOf, call, security, work } = await configOfOrganization();
    await record(MANAGEMENT, work);
    await deploy({ ExcludedAccounts: [security] });
    expect(await status()).toMatchObject({ Status: 'CREATE_SUCCESSFUL' });
    expect((await byAccount()).map(({ AccountId }: Json) => AccountId)).toEqual([MANAGEMENT, work]);
    const { ConformancePackDetails } = await call('DescribeConformancePacks', {}, work);
    expect(ConformancePackDetails).toMatchObject([
      { ConformancePackName: expect.stringMatching(/^OrgConformsPack-ai-\w{8}$/), CreatedBy: SETUP },
    ]);
    expect(await rulesOf(work)).toEqual([expect.stringMatching(/^volumes-conformance-pack-\w{9}$/)]);
    expect(await rulesOf(security)).toEqual([]);
  });

  test('fails as a whole where one account has no recorder that is recording', async () => {
    const { deploy, record, status, byAccount, security, work } = await configOfOrganization();
    await record(MANAGEMENT, work);
    await deploy();
    expect(await status()).toMatchObject({
      Status: 'CREATE_FAILED',
      ErrorCode: 'NoAvailableConfigurationRecorder',
      ErrorMessage: expect.stringContaining(security),
    });
    expect(await byAccount({ Status: 'CREATE_FAILED' })).toMatchObject([{ AccountId: security }]);
    expect(await byAccount({ AccountId: work })).toMatchObject([{ Status: 'CREATE_SUCCESSFUL' }]);
  });

  test('is updated by a second put, which also takes it out of accounts excluded since', async () => {
    const { deploy, record, status, rulesOf, security, work } = await configOfOrganization();
    await record(MANAGEMENT, security, work);
    await deploy();
    await deploy({ ExcludedAccounts: [security] });
    expect(await status()).toMatchObject({ Status: 'UPDATE_SUCCESSFUL' });
    expect(await rulesOf(security)).toEqual([]);
    expect(await rulesOf(work)).toHaveLength(1);
  });

  test('waits in an account that joins until its recorder runs', async () => {
    const { world, deploy, record, byAccount, rulesOf, security, work } = await configOfOrganization();
    await record(MANAGEMENT, security, work);
    await deploy();
    const late = await world.vend('late');
    expect(await byAccount({ AccountId: late })).toMatchObject([{ Status: 'CREATE_IN_PROGRESS' }]);
    await record(late);
    expect(await byAccount({ AccountId: late })).toMatchObject([{ Status: 'CREATE_SUCCESSFUL' }]);
    expect(await rulesOf(late)).toHaveLength(1);
  });

  test('leaves an account with it', async () => {
    const { world, deploy, record, byAccount, rulesOf, security, work } = await configOfOrganization();
    await record(MANAGEMENT, security, work);
    await deploy();
    await world.organizations('CloseAccount', { AccountId: work });
    expect(await byAccount({ AccountId: work })).toEqual([]);
    expect(await rulesOf(work)).toEqual([]);
  });

  test('is gone from all accounts once it is deleted', async () => {
    const { deploy, record, call, service, security, work } = await configOfOrganization();
    await record(MANAGEMENT, security, work);
    const leftBefore = service.leftovers();
    await deploy();
    const name = { OrganizationConformancePackName: 'ai' };
    await call('DeleteOrganizationConformancePack', name);
    expect(service.leftovers()).toEqual(leftBefore);
    const refusal = { code: 'NoSuchOrganizationConformancePackException' };
    await expect(call('DeleteOrganizationConformancePack', name)).rejects.toMatchObject(refusal);
    await expect(
      call('DescribeOrganizationConformancePackStatuses', { OrganizationConformancePackNames: ['ai'] }),
    ).rejects.toMatchObject(refusal);
  });

  test('cannot be changed by the accounts that have it', async () => {
    const { deploy, record, call, security, work } = await configOfOrganization();
    await record(MANAGEMENT, security, work);
    await deploy();
    const { ConformancePackDetails } = await call('DescribeConformancePacks', {}, work);
    const { ConformancePackName } = ConformancePackDetails[0];
    const refusal = { code: 'AccessDeniedException' };
    await expect(call('DeleteConformancePack', { ConformancePackName }, work)).rejects.toMatchObject(refusal);
    await expect(call('PutConformancePack', { ConformancePackName, TemplateBody }, work)).rejects.toMatchObject(
      refusal,
    );
  });

  test('is refused to a member that is no delegated administrator, as is every look at it', async () => {
    const { deploy, call, work } = await configOfOrganization();
    const refusal = { code: 'OrganizationAccessDeniedException' };
    await expect(deploy({}, work)).rejects.toMatchObject(refusal);
    await expect(call('DescribeOrganizationConformancePacks', {}, work)).rejects.toMatchObject(refusal);
  });

  test('never leaves CREATE_IN_PROGRESS in the eyes of a delegated administrator', async () => {
    const { deploy, record, delegate, status, security, work } = await configOfOrganization();
    await record(MANAGEMENT, security, work);
    await delegate();
    await deploy({}, security);
    expect(await status(security)).toMatchObject({ Status: 'CREATE_IN_PROGRESS' });
  });

  test('turns trusted access on when the management account makes it', async () => {
    const { world, deploy } = await configOfOrganization();
    await deploy();
    expect(world.organization.hasTrustedAccess(SETUP)).toBe(true);
  });

  test.each([
    ['a bad name', { OrganizationConformancePackName: 'a_b' }, 'ValidationException'],
    ['a bucket of another name', { DeliveryS3Bucket: 'packs' }, 'ValidationException'],
    ['a wrong template', { TemplateBody: '{}' }, 'OrganizationConformancePackTemplateValidationException'],
    ['a template of more than 51,200 characters', { TemplateBody: ' '.repeat(51_201) }, 'ValidationException'],
    [
      'a parameter that the template does not declare',
      { ConformancePackInputParameters: [{ ParameterName: 'P', ParameterValue: '1' }] },
      'OrganizationConformancePackTemplateValidationException',
    ],
    ['a template in S3 that cannot be read', { TemplateS3Uri: 's3://b/k' }, 'InsufficientPermissionsException'],
  ])('is refused with %s', async (_, input, code) => {
    const { deploy } = await configOfOrganization();
    await expect(deploy(input)).rejects.toMatchObject({ code });
  });

  test('is refused as number 51', async () => {
    const { deploy } = await configOfOrganization();
    for (let number = 0; number < 50; number++) await deploy({ OrganizationConformancePackName: `pack-${number}` });
    await expect(deploy()).rejects.toMatchObject({ code: 'MaxNumberOfOrganizationConformancePacksExceededException' });
  });

  test('fails in the accounts where its remediation role is missing', async () => {
    const { deploy, record, byAccount, security, work } = await configOfOrganization();
    await record(MANAGEMENT, security, work);
    const Fix = {
      Type: 'AWS::Config::RemediationConfiguration',
      Properties: {
        ConfigRuleName: { Ref: 'A' },
        TargetId: 'AWS-PublishSNSNotification',
        Parameters: {
          AutomationAssumeRole: {
            StaticValue: { Values: [{ 'Fn::Sub': `arn:aws:iam::\${AWS::AccountId}:role/remediator` }] },
          },
        },
      },
    };
    await deploy({ TemplateBody: JSON.stringify({ Resources: { A: ruleNamed('volumes'), Fix } }) });
    expect(await byAccount({ Status: 'CREATE_FAILED' })).toMatchObject([
      { AccountId: MANAGEMENT, ErrorCode: 'InsufficientPermissions' },
      { AccountId: security },
      { AccountId: work },
    ]);
  });
});
