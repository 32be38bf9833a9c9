import { config } from '../../../../emulator/services/config';
import { type MotoResources, motoWith } from '../../../support/moto-with';
import { callOf, fakeWorld, MANAGEMENT } from '../../../support/world';

const PRINCIPAL = 'config.amazonaws.com';
const trust = { Statement: [{ Effect: 'Allow', Principal: { Service: PRINCIPAL }, Action: 'sts:AssumeRole' }] };

async function start({ withOrganization = true } = {}) {
  const resources: MotoResources = {};
  const world = fakeWorld({ moto: motoWith(resources), withOrganization });
  const member = withOrganization ? await world.vend('security') : '999999999999';
  const role = (account: string) => `arn:aws:iam::${account}:role/aggregator`;
  resources.roles = { [role(member)]: trust, [role(MANAGEMENT)]: trust, [`${role(member)}-2`]: { Statement: [] } };
  const service = config(world);
  const call = callOf(service);
  const put = (account: string, source: object = {}, name = 'organization') =>
    call(
      'PutConfigurationAggregator',
      {
        ConfigurationAggregatorName: name,
        OrganizationAggregationSource: { RoleArn: role(account), AllAwsRegions: true, ...source },
      },
      account,
    );
  const delegate = async () => {
    await world.organizations('EnableAWSServiceAccess', { ServicePrincipal: PRINCIPAL });
    await world.organizations('RegisterDelegatedAdministrator', { AccountId: member, ServicePrincipal: PRINCIPAL });
  };
  return { world, service, call, put, delegate, member, role };
}

describe('an aggregator over the organization', () => {
  test('is refused to a member that is no delegated administrator', async () => {
    const { put, member } = await start();
    await expect(put(member)).rejects.toMatchObject({ code: 'OrganizationAccessDeniedException' });
  });

  test('is refused to an account outside of any organization', async () => {
    const { put, member } = await start({ withOrganization: false });
    await expect(put(member)).rejects.toMatchObject({ code: 'OrganizationAccessDeniedException' });
  });

  test('is made by a delegated administrator', async () => {
    const { put, delegate, member, call } = await start();
    await delegate();
    await put(member);
    expect(await call('DescribeConfigurationAggregators', {}, member)).toMatchObject({
      ConfigurationAggregators: [
        {
          ConfigurationAggregatorName: 'organization',
          ConfigurationAggregatorArn: expect.stringMatching(/:config-aggregator\/config-aggregator-\w{8}$/),
          AccountAggregationSources: [],
          OrganizationAggregationSource: { AllAwsRegions: true },
        },
      ],
    });
  });

  test('is refused to a delegated administrator once trusted access is off', async () => {
    const { put, delegate, member, world } = await start();
    await delegate();
    jest.spyOn(world.organization, 'hasTrustedAccess').mockReturnValue(false);
    await expect(put(member)).rejects.toMatchObject({ code: 'OrganizationAccessDeniedException' });
  });

  test('turns trusted access on when the management account makes it', async () => {
    const { put, world } = await start();
    await put(MANAGEMENT);
    expect(world.organization.hasTrustedAccess(PRINCIPAL)).toBe(true);
  });

  test('is refused with a role that is missing or does not trust AWS Config', async () => {
    const { put, delegate, member, role } = await start();
    await delegate();
    for (const RoleArn of [`${role(member)}-2`, `${role(member)}-3`]) {
      await expect(put(member, { RoleArn })).rejects.toMatchObject({ code: 'InvalidRoleException' });
    }
  });

  test('is refused with both all regions and some, or with neither', async () => {
    const { put } = await start();
    for (const source of [{ AwsRegions: ['eu-west-1'] }, { AllAwsRegions: false }]) {
      await expect(put(MANAGEMENT, source)).rejects.toMatchObject({ code: 'InvalidParameterValueException' });
    }
  });

  test('is refused as number 51', async () => {
    const { put } = await start();
    for (let number = 0; number < 50; number++) await put(MANAGEMENT, {}, `aggregator-${number}`);
    await expect(put(MANAGEMENT)).rejects.toMatchObject({ code: 'LimitExceededException' });
  });
});

test('an aggregator has exactly one kind of source', async () => {
  const { call } = await start();
  const AccountAggregationSources = [{ AccountIds: [MANAGEMENT], AllAwsRegions: true }];
  const OrganizationAggregationSource = { RoleArn: 'x', AllAwsRegions: true };
  const put = (sources: object) =>
    call('PutConfigurationAggregator', { ConfigurationAggregatorName: 'some', ...sources });
  const refusal = { code: 'InvalidParameterValueException' };
  await expect(put({ AccountAggregationSources, OrganizationAggregationSource })).rejects.toMatchObject(refusal);
  await expect(put({})).rejects.toMatchObject(refusal);
  await expect(put({ AccountAggregationSources })).resolves.toMatchObject({
    ConfigurationAggregator: { AccountAggregationSources },
  });
});

test('an aggregator keeps its ARN and the time of its creation when it is put again', async () => {
  const { call, put, world } = await start();
  const { ConfigurationAggregator: first } = await put(MANAGEMENT);
  world.clock.set(new Date('2026-02-01T00:00:00Z'));
  await put(MANAGEMENT);
  expect(await call('DescribeConfigurationAggregators')).toMatchObject({
    ConfigurationAggregators: [
      {
        ConfigurationAggregatorArn: first.ConfigurationAggregatorArn,
        CreationTime: Date.parse('2026-01-01T00:00:00Z') / 1000,
        LastUpdatedTime: Date.parse('2026-02-01T00:00:00Z') / 1000,
      },
    ],
  });
});

test('an aggregator is unknown once it is deleted', async () => {
  const { call, put, service } = await start();
  await put(MANAGEMENT);
  await call('DeleteConfigurationAggregator', { ConfigurationAggregatorName: 'organization' });
  expect(service.leftovers()).toEqual([]);
  const refusal = { code: 'NoSuchConfigurationAggregatorException' };
  await expect(
    call('DescribeConfigurationAggregators', { ConfigurationAggregatorNames: ['organization'] }),
  ).rejects.toMatchObject(refusal);
  await expect(
    call('DeleteConfigurationAggregator', { ConfigurationAggregatorName: 'organization' }),
  ).rejects.toMatchObject(refusal);
});

test('an aggregator waits for the accounts that it names until they let it collect', async () => {
  const { call, member } = await start();
  const pending = async (region?: string) =>
    (await call('DescribePendingAggregationRequests', {}, member, region)).PendingAggregationRequests;
  const source = { AccountIds: [member], AwsRegions: ['us-east-1'] };
  await call('PutConfigurationAggregator', {
    ConfigurationAggregatorName: 'some',
    AccountAggregationSources: [source],
  });
  expect(await pending()).toEqual([{ RequesterAccountId: MANAGEMENT, RequesterAwsRegion: 'us-east-1' }]);
  expect(await pending('eu-west-1')).toEqual([]);
  const authorized = { AuthorizedAccountId: MANAGEMENT, AuthorizedAwsRegion: 'us-east-1' };
  await call('PutAggregationAuthorization', authorized, member);
  expect(await pending()).toEqual([]);
});

test('an aggregator has its sources in reach, and nothing from them', async () => {
  const { call, put, delegate, member, world } = await start();
  await delegate();
  await put(member, { AllAwsRegions: false, AwsRegions: ['us-east-1', 'eu-west-1'] });
  const input = { ConfigurationAggregatorName: 'organization' };
  const status = { SourceType: 'ORGANIZATION', SourceId: world.organization.find()?.id, LastUpdateStatus: 'SUCCEEDED' };
  expect(await call('DescribeConfigurationAggregatorSourcesStatus', input, member)).toMatchObject({
    AggregatedSourceStatusList: [
      { ...status, AwsRegion: 'us-east-1' },
      { ...status, AwsRegion: 'eu-west-1' },
    ],
  });
  const failed = { ...input, UpdateStatus: ['FAILED'] };
  expect(await call('DescribeConfigurationAggregatorSourcesStatus', failed, member)).toEqual({
    AggregatedSourceStatusList: [],
  });
  await put(member, {}, 'everywhere');
  const everywhere = { ConfigurationAggregatorName: 'everywhere' };
  const { AggregatedSourceStatusList: all } = await call(
    'DescribeConfigurationAggregatorSourcesStatus',
    everywhere,
    member,
  );
  expect(all).toHaveLength(17);
  await call('PutConfigurationAggregator', {
    ConfigurationAggregatorName: 'accounts',
    AccountAggregationSources: [{ AccountIds: [member], AwsRegions: ['us-east-1'] }],
  });
  const accounts = await call('DescribeConfigurationAggregatorSourcesStatus', {
    ConfigurationAggregatorName: 'accounts',
  });
  expect(accounts.AggregatedSourceStatusList).toMatchObject([{ SourceType: 'ACCOUNT', SourceId: member }]);
});

test.each([
  ['DescribeAggregateComplianceByConfigRules', { AggregateComplianceByConfigRules: [] }],
  ['DescribeAggregateComplianceByConformancePacks', { AggregateComplianceByConformancePacks: [] }],
  ['GetAggregateConfigRuleComplianceSummary', { AggregateComplianceCounts: [] }],
  ['GetAggregateConformancePackComplianceSummary', { AggregateConformancePackComplianceSummaries: [] }],
  ['GetAggregateDiscoveredResourceCounts', { TotalDiscoveredResources: 0, GroupedResourceCounts: [] }],
  ['ListAggregateDiscoveredResources', { ResourceIdentifiers: [] }],
])('an aggregator answers %s, where it is there', async (operation, answer) => {
  const { call, put, delegate, member } = await start();
  await delegate();
  await put(member);
  expect(await call(operation, { ConfigurationAggregatorName: 'organization' }, member)).toEqual(answer);
  await expect(call(operation, { ConfigurationAggregatorName: 'other' }, member)).rejects.toMatchObject({
    code: 'NoSuchConfigurationAggregatorException',
  });
});

test('an authorization is named by the account and the region that it lets in', async () => {
  const { call, service } = await start();
  const authorized = { AuthorizedAccountId: '222222222222', AuthorizedAwsRegion: 'eu-west-1' };
  await call('PutAggregationAuthorization', { ...authorized, Tags: [{ Key: 'a', Value: 'b' }] });
  const AggregationAuthorizationArn =
    'arn:aws:config:us-east-1:111111111111:aggregation-authorization/222222222222/eu-west-1';
  expect(await call('DescribeAggregationAuthorizations')).toMatchObject({
    AggregationAuthorizations: [{ ...authorized, AggregationAuthorizationArn }],
  });
  expect(await call('ListTagsForResource', { ResourceArn: AggregationAuthorizationArn })).toEqual({
    Tags: [{ Key: 'a', Value: 'b' }],
  });
  await call('DeleteAggregationAuthorization', authorized);
  expect(service.leftovers()).toEqual([]);
});
