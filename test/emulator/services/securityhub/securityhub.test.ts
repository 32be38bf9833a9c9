import { securityhub } from '../../../../emulator/services/securityhub';
import { callOf, fakeWorld, MANAGEMENT } from '../../../support/world';

const FSBP = 'arn:aws:securityhub:us-east-1::standards/aws-foundational-security-best-practices/v/1.0.0';
const CIS = 'arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0';
const NIST = 'arn:aws:securityhub:us-east-1::standards/nist-800-53/v/5.0.0';

function setUp({ isRecording = true } = {}) {
  const world = fakeWorld({ isRecording: () => isRecording });
  const service = securityhub(world);
  const call = callOf(service);
  const standards = async () =>
    (await call('GetEnabledStandards')).StandardsSubscriptions.map(
      ({ StandardsArn }: { StandardsArn: string }) => StandardsArn,
    );
  return { service, call, standards, clock: world.clock };
}

describe('Security Hub in one account and region', () => {
  it('refuses every operation but enabling and delegating before it is enabled', async () => {
    const { service, call } = setUp();
    for (const { operation } of service.routes) {
      if (/^EnableSecurityHub$|OrganizationAdminAccounts?$|^(Unt|T)agResource$|^ListTags/.test(operation)) continue;
      await expect(call(operation)).rejects.toMatchObject({
        code: 'InvalidAccessException',
        message: `Account ${MANAGEMENT} is not subscribed to AWS Security Hub`,
        status: 401,
      });
    }
  });

  it.each(['ListTagsForResource', 'TagResource', 'UntagResource'])(
    'knows no resource for %s before',
    async (operation) => {
      const ResourceArn = `arn:aws:securityhub:us-east-1:${MANAGEMENT}:hub/default`;
      await expect(setUp().call(operation, { ResourceArn })).rejects.toMatchObject({
        code: 'ResourceNotFoundException',
      });
    },
  );

  it('refuses to be enabled a second time', async () => {
    const { call } = setUp();
    await call('EnableSecurityHub');
    await expect(call('EnableSecurityHub')).rejects.toMatchObject({ code: 'ResourceConflictException', status: 409 });
  });

  it('enables its default standards unless told not to', async () => {
    const { call, standards } = setUp();
    await call('EnableSecurityHub');
    expect(await standards()).toEqual([CIS, FSBP]);
    await call('DisableSecurityHub');
    await call('EnableSecurityHub', { EnableDefaultStandards: false });
    expect(await standards()).toEqual([]);
  });

  it('is described with its configuration, under its own ARN only', async () => {
    const { call } = setUp();
    await call('EnableSecurityHub');
    await call('UpdateSecurityHubConfiguration', { AutoEnableControls: false });
    const HubArn = `arn:aws:securityhub:us-east-1:${MANAGEMENT}:hub/default`;
    expect(await call('DescribeHub', { HubArn })).toMatchObject({
      HubArn,
      AutoEnableControls: false,
      ControlFindingGenerator: 'SECURITY_CONTROL',
    });
    await expect(call('DescribeHub', { HubArn: `${HubArn}2` })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
    await expect(call('UpdateSecurityHubConfiguration', { ControlFindingGenerator: 'X' })).rejects.toMatchObject({
      code: 'InvalidInputException',
    });
  });

  it('takes findings of services of AWS as soon as it is enabled', async () => {
    const { call } = setUp();
    await call('EnableSecurityHub');
    expect((await call('ListEnabledProductsForImport')).ProductSubscriptions).toContain(
      `arn:aws:securityhub:us-east-1:${MANAGEMENT}:product-subscription/aws/guardduty`,
    );
  });

  it('has no finding, insight, action, rule or invitation of its own', async () => {
    const { call } = setUp();
    await call('EnableSecurityHub');
    expect(await call('GetFindings')).toEqual({ Findings: [] });
    expect(await call('GetInsights')).toEqual({ Insights: [] });
    expect(await call('DescribeActionTargets')).toEqual({ ActionTargets: [] });
    expect(await call('ListAutomationRules')).toEqual({ AutomationRulesMetadata: [] });
    expect(await call('ListInvitations')).toEqual({ Invitations: [] });
    expect(await call('GetInvitationsCount')).toEqual({ InvitationsCount: 0 });
    for (const [operation, member] of [
      ['GetInsights', 'InsightArns'],
      ['DescribeActionTargets', 'ActionTargetArns'],
    ] as const)
      await expect(call(operation, { [member]: ['arn:x'] })).rejects.toMatchObject({
        code: 'ResourceNotFoundException',
      });
  });

  it('says since when it is enabled', async () => {
    const { call, clock } = setUp();
    clock.set(new Date('2026-02-01T00:00:00Z'));
    await call('EnableSecurityHub');
    clock.set(new Date('2026-03-01T00:00:00Z'));
    expect(await call('DescribeHub')).toMatchObject({ SubscribedAt: '2026-02-01T00:00:00.000Z' });
  });

  it('keeps tags of the hub', async () => {
    const { call } = setUp();
    await call('EnableSecurityHub', { Tags: { a: '1', b: '2' } });
    const { HubArn: ResourceArn } = await call('DescribeHub');
    await call('TagResource', { ResourceArn, Tags: { c: '3' } });
    await call('UntagResource', { ResourceArn, tagKeys: ['a', 'b'] });
    expect(await call('ListTagsForResource', { ResourceArn })).toEqual({ Tags: { c: '3' } });
  });
});

describe('security standards', () => {
  it('are subscribed to and unsubscribed from', async () => {
    const { call, standards } = setUp();
    await call('EnableSecurityHub', { EnableDefaultStandards: false });
    const requests = { StandardsSubscriptionRequests: [{ StandardsArn: NIST }] };
    const { StandardsSubscriptions } = await call('BatchEnableStandards', requests);
    const arn = `arn:aws:securityhub:us-east-1:${MANAGEMENT}:subscription/nist-800-53/v/5.0.0`;
    expect(StandardsSubscriptions).toMatchObject([{ StandardsSubscriptionArn: arn, StandardsStatus: 'READY' }]);
    await call('BatchDisableStandards', { StandardsSubscriptionArns: [arn] });
    expect(await standards()).toEqual([]);
    await expect(call('BatchDisableStandards', { StandardsSubscriptionArns: [arn] })).rejects.toMatchObject({
      code: 'InvalidInputException',
    });
  });

  it('are incomplete while no Config recorder records', async () => {
    const { call } = setUp({ isRecording: false });
    await call('EnableSecurityHub');
    expect((await call('GetEnabledStandards')).StandardsSubscriptions[0]).toMatchObject({
      StandardsStatus: 'INCOMPLETE',
      StandardsStatusReason: { StatusReasonCode: 'NO_AVAILABLE_CONFIGURATION_RECORDER' },
    });
  });

  it.each([
    ['an unknown standard', `${NIST}0`],
    ['a standard of another region', NIST.replace('us-east-1', 'eu-west-1')],
  ])('refuse %s', async (_, StandardsArn) => {
    const { call } = setUp();
    await call('EnableSecurityHub');
    await expect(
      call('BatchEnableStandards', { StandardsSubscriptionRequests: [{ StandardsArn }] }),
    ).rejects.toMatchObject({ code: 'InvalidInputException', status: 400 });
  });

  it('are listed in pages', async () => {
    const { call } = setUp();
    await call('EnableSecurityHub');
    const { Standards, NextToken } = await call('DescribeStandards', { MaxResults: 2 });
    expect(Standards).toHaveLength(2);
    expect((await call('DescribeStandards', { NextToken })).Standards).not.toContainEqual(Standards[0]);
    for (const input of [{ MaxResults: 101 }, { NextToken: 'x' }])
      await expect(call('DescribeStandards', input)).rejects.toMatchObject({ code: 'InvalidInputException' });
  });

  it('are listed for the region of the call', async () => {
    const { call } = setUp();
    await call('EnableSecurityHub', {}, MANAGEMENT, 'eu-west-1');
    const { Standards } = await call('DescribeStandards', {}, MANAGEMENT, 'eu-west-1');
    expect(Standards).toContainEqual(
      expect.objectContaining({ StandardsArn: FSBP.replace('us-east-1', 'eu-west-1'), EnabledByDefault: true }),
    );
  });
});

describe('the finding aggregator', () => {
  const create = { RegionLinkingMode: 'SPECIFIED_REGIONS', Regions: ['eu-west-1'] };

  it('is one for the account, seen from every region and changed from its home region', async () => {
    const { call, service } = setUp();
    for (const region of ['us-east-1', 'eu-west-1']) await call('EnableSecurityHub', {}, MANAGEMENT, region);
    const { FindingAggregatorArn } = await call('CreateFindingAggregator', create);
    await expect(call('CreateFindingAggregator', create, MANAGEMENT, 'eu-west-1')).rejects.toMatchObject({
      code: 'InvalidInputException',
    });
    expect(await call('ListFindingAggregators', {}, MANAGEMENT, 'eu-west-1')).toEqual({
      FindingAggregators: [{ FindingAggregatorArn }],
    });
    const update = { FindingAggregatorArn, RegionLinkingMode: 'ALL_REGIONS' };
    await expect(call('UpdateFindingAggregator', update, MANAGEMENT, 'eu-west-1')).rejects.toMatchObject({
      code: 'InvalidInputException',
    });
    expect(await call('UpdateFindingAggregator', update)).toMatchObject({ FindingAggregationRegion: 'us-east-1' });
    await call('DeleteFindingAggregator', { '*': FindingAggregatorArn });
    await expect(call('GetFindingAggregator', { '*': FindingAggregatorArn })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
    expect(service.leftovers()).toHaveLength(2);
  });

  it.each<[string, object]>([
    ['an unknown mode', { RegionLinkingMode: 'SOME' }],
    ['a mode that needs regions without them', { RegionLinkingMode: 'SPECIFIED_REGIONS' }],
    ['regions beside a mode that takes none', { RegionLinkingMode: 'ALL_REGIONS', Regions: ['eu-west-1'] }],
  ])('refuses %s', async (_, input) => {
    const { call } = setUp();
    await call('EnableSecurityHub');
    await expect(call('CreateFindingAggregator', input)).rejects.toMatchObject({ code: 'InvalidInputException' });
  });
});
