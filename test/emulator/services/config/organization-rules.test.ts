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

  test('by Guard policy has its trigger and scope in each account, and shows its text to nobody', async () => {
    const { call, record, security, work } = await configOfOrganization();
    await record(MANAGEMENT, security, work);
    const MessageType = 'ConfigurationItemChangeNotification';
    const policy = { PolicyRuntime: 'guard-2.x.x', OrganizationConfigRuleTriggerTypes: [MessageType] };
    const OrganizationCustomPolicyRuleMetadata = { ...policy, PolicyText: 'rule a { b exists }', TagKeyScope: 'stage' };
    await call('PutOrganizationConfigRule', { ...name, OrganizationCustomPolicyRuleMetadata });
    expect((await call('DescribeConfigRules', {}, work)).ConfigRules).toMatchObject([
      {
        Scope: { TagKey: 'stage' },
        Source: { Owner: 'CUSTOM_POLICY', SourceDetails: [{ EventSource: 'aws.config', MessageType }] },
      },
    ]);
    const { OrganizationConfigRules } = await call('DescribeOrganizationConfigRules');
    expect(OrganizationConfigRules).toEqual([
      expect.objectContaining({ OrganizationCustomPolicyRuleMetadata: { ...policy, TagKeyScope: 'stage' } }),
    ]);
  });

  test('by Lambda fails where AWS Config may not invoke the function', async () => {
    const { call, record, security, work } = await configOfOrganization();
    await record(MANAGEMENT, security, work);
    const LambdaFunctionArn = `arn:aws:lambda:us-east-1:${MANAGEMENT}:function:rule`;
    await call('PutOrganizationConfigRule', { ...name, OrganizationCustomRuleMetadata: { LambdaFunctionArn } });
    expect(await call('DescribeOrganizationConfigRuleStatuses')).toMatchObject({
      OrganizationConfigRuleStatuses: [
        { OrganizationRuleStatus: 'CREATE_FAILED', ErrorCode: 'InsufficientPermissions' },
      ],
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
