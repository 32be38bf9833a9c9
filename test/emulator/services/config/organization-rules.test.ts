import { configOfOrganization } from '../../../support/config-of-organization';
import { MANAGEMENT } from '../../../support/world';

describe('a rule of the organization', () => {
  const name = { OrganizationConfigRuleName: 'ssl' };
  const OrganizationManagedRuleMetadata = {
    RuleIdentifier: 'S3_BUCKET_SSL_REQUESTS_ONLY',
    ResourceTypesScope: ['AWS::S3::Bucket'],
  };
  const input = { ...name, OrganizationManagedRuleMetadata };

  test('is made in each account, shown, and taken out again', async () => {
    const { call, record, rulesOf, service, security, work } = await configOfOrganization();
    await record(MANAGEMENT, security, work);
    const leftBefore = service.leftovers();
    await call('PutOrganizationConfigRule', input);
    expect(await rulesOf(work)).toEqual([expect.stringMatching(/^OrgConfigRule-ssl-\w{8}$/)]);
    expect(await call('DescribeOrganizationConfigRules')).toMatchObject({
      OrganizationConfigRules: [{ ...input, ExcludedAccounts: [] }],
    });
    expect(await call('DescribeOrganizationConfigRuleStatuses')).toMatchObject({
      OrganizationConfigRuleStatuses: [{ ...name, OrganizationRuleStatus: 'CREATE_SUCCESSFUL' }],
    });
    await call('DeleteOrganizationConfigRule', name);
    expect(service.leftovers()).toEqual(leftBefore);
    await expect(call('DeleteOrganizationConfigRule', name)).rejects.toMatchObject({
      code: 'NoSuchOrganizationConfigRuleException',
    });
  });

  test('fails where an account has no recorder', async () => {
    const { call, record, security, work } = await configOfOrganization();
    await record(MANAGEMENT, work);
    await call('PutOrganizationConfigRule', input);
    expect(
      await call('GetOrganizationConfigRuleDetailedStatus', {
        ...name,
        Filters: { MemberAccountRuleStatus: 'CREATE_FAILED' },
      }),
    ).toMatchObject({
      OrganizationConfigRuleDetailedStatus: [
        {
          AccountId: security,
          ErrorCode: 'NoAvailableConfigurationRecorder',
          MemberAccountRuleStatus: 'CREATE_FAILED',
        },
      ],
    });
  });

  test('is refused to a member, with a bad name and with two kinds of metadata', async () => {
    const { call, work } = await configOfOrganization();
    const put = (more: object, account = MANAGEMENT) =>
      call('PutOrganizationConfigRule', { ...input, ...more }, account);
    await expect(put({}, work)).rejects.toMatchObject({ code: 'OrganizationAccessDeniedException' });
    await expect(put({ OrganizationConfigRuleName: 'a b' })).rejects.toMatchObject({ code: 'ValidationException' });
    await expect(put({ OrganizationCustomRuleMetadata: {} })).rejects.toMatchObject({
      code: 'InvalidParameterValueException',
    });
  });
});
