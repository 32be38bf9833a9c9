import type { Json } from '../../../../emulator/toolkit/untyped';
import { CIS, centralWorld, DENIED, FSBP, INVALID, NOT_FOUND, POLICY } from '../../../support/securityhub-central';
import { MANAGEMENT } from '../../../support/world';

const SELF_MANAGED = 'SELF_MANAGED_SECURITY_HUB';
const ONLY_CIS: Json = {
  Name: 'only-cis',
  ConfigurationPolicy: {
    SecurityHub: { ...POLICY.ConfigurationPolicy.SecurityHub, EnabledStandardIdentifiers: [CIS] },
  },
};
const OFF: Json = { Name: 'off', ConfigurationPolicy: { SecurityHub: { ServiceEnabled: false } } };
const NOT_SUBSCRIBED = { code: 'InvalidAccessException', status: 401 };

describe('a configuration policy on the root', () => {
  it('enables Security Hub with its standards in every account and linked region', async () => {
    const { apply, rootId, security, member, standards } = await centralWorld();
    await apply({ RootId: rootId });
    for (const account of [MANAGEMENT, security, member]) {
      expect(await standards(account)).toEqual([FSBP, CIS]);
      expect(await standards(account, 'eu-west-1')).toEqual([FSBP.replace('us-east-1', 'eu-west-1'), CIS]);
    }
  });

  it('makes every account a member of the administrator', async () => {
    const { admin, apply, rootId, member } = await centralWorld();
    await apply({ RootId: rootId });
    const { Members } = await admin('ListMembers', {}, 'eu-west-1');
    expect(Members.map(({ AccountId }: Json) => AccountId)).toEqual([MANAGEMENT, member]);
  });

  it('reaches accounts that join later', async () => {
    const { apply, rootId, standards, world } = await centralWorld();
    await apply({ RootId: rootId });
    expect(await standards(await world.vend('later'), 'eu-west-1')).toHaveLength(2);
  });

  it('reaches regions that are linked later', async () => {
    const { admin, apply, call, rootId, member, standards, FindingAggregatorArn } = await centralWorld();
    await call('EnableSecurityHub', {}, MANAGEMENT, 'eu-north-1');
    await apply({ RootId: rootId });
    const Regions = ['eu-west-1', 'eu-north-1'];
    await admin('UpdateFindingAggregator', { FindingAggregatorArn, RegionLinkingMode: 'SPECIFIED_REGIONS', Regions });
    expect(await standards(member, 'eu-north-1')).toHaveLength(2);
  });

  it('takes effect in each region with an administrator when all regions are linked', async () => {
    const { admin, apply, rootId, member, standards, FindingAggregatorArn } = await centralWorld();
    await admin('UpdateFindingAggregator', { FindingAggregatorArn, RegionLinkingMode: 'ALL_REGIONS' });
    await apply({ RootId: rootId });
    expect(await standards(member, 'eu-west-1')).toHaveLength(2);
  });

  it('is applied to the root, inherited by the accounts, and successful at once', async () => {
    const { admin, apply, rootId, member } = await centralWorld();
    const ConfigurationPolicyId = await apply({ RootId: rootId });
    const association = { ConfigurationPolicyId, AssociationStatus: 'SUCCESS' };
    expect(await admin('GetConfigurationPolicyAssociation', { Target: { RootId: rootId } })).toMatchObject({
      ...association,
      TargetId: rootId,
      TargetType: 'ROOT',
      AssociationType: 'APPLIED',
    });
    expect(await admin('GetConfigurationPolicyAssociation', { Target: { AccountId: member } })).toMatchObject({
      ...association,
      TargetType: 'ACCOUNT',
      AssociationType: 'INHERITED',
    });
  });

  it('fails when the management account has not enabled Security Hub by itself', async () => {
    const { admin, apply, call, rootId, member, standards } = await centralWorld({ managementHub: false });
    const ConfigurationPolicyIdentifier = await apply({ RootId: rootId });
    const status = (Target: Json) => admin('GetConfigurationPolicyAssociation', { Target });
    expect(await status({ AccountId: MANAGEMENT })).toMatchObject({ AssociationStatus: 'FAILED' });
    expect(await status({ AccountId: member })).toMatchObject({ AssociationStatus: 'SUCCESS' });
    expect(await status({ RootId: rootId })).toMatchObject({
      AssociationStatus: 'FAILED',
      AssociationStatusMessage:
        'Policy association failed because 1 organizational units or accounts under this root failed.',
    });
    for (const region of ['us-east-1', 'eu-west-1']) await call('EnableSecurityHub', {}, MANAGEMENT, region);
    await admin('StartConfigurationPolicyAssociation', { ConfigurationPolicyIdentifier, Target: { RootId: rootId } });
    expect(await status({ RootId: rootId })).toMatchObject({ AssociationStatus: 'SUCCESS' });
    expect(await standards(MANAGEMENT)).toEqual([FSBP, CIS]);
  });

  it('changes the accounts when it is changed', async () => {
    const { admin, apply, rootId, member, standards } = await centralWorld();
    const Identifier = await apply({ RootId: rootId });
    await admin('UpdateConfigurationPolicy', { Identifier, ConfigurationPolicy: ONLY_CIS.ConfigurationPolicy });
    expect(await standards(member)).toEqual([CIS]);
  });

  it('leaves the hubs as they are when it is disassociated', async () => {
    const { admin, apply, call, rootId, member, standards } = await centralWorld();
    const ConfigurationPolicyIdentifier = await apply({ RootId: rootId });
    const Target = { RootId: rootId };
    await admin('StartConfigurationPolicyDisassociation', { ConfigurationPolicyIdentifier, Target });
    await expect(admin('GetConfigurationPolicyAssociation', { Target })).rejects.toMatchObject(NOT_FOUND);
    for (const account of [MANAGEMENT, member]) {
      expect(await standards(account)).toEqual([FSBP, CIS]);
      await call('DisableSecurityHub', {}, account);
    }
  });

  it('disables Security Hub everywhere but in the account of the administrator', async () => {
    const { admin, apply, call, rootId, member } = await centralWorld();
    await apply({ RootId: rootId });
    await apply({ RootId: rootId }, OFF);
    await admin('DescribeHub');
    await expect(call('DescribeHub', {}, member)).rejects.toMatchObject(NOT_SUBSCRIBED);
    await expect(call('EnableSecurityHub', {}, member)).rejects.toMatchObject(DENIED);
  });
});

describe('an account that is centrally managed', () => {
  it.each<[string, Json]>([
    ['EnableSecurityHub', {}],
    ['DisableSecurityHub', {}],
    ['UpdateSecurityHubConfiguration', { AutoEnableControls: false }],
    ['BatchEnableStandards', { StandardsSubscriptionRequests: [] }],
    ['BatchDisableStandards', { StandardsSubscriptionArns: [] }],
  ])('is refused %s', async (operation, input) => {
    const { apply, call, rootId, member, security } = await centralWorld();
    await apply({ RootId: rootId });
    for (const account of [MANAGEMENT, member, security]) {
      await expect(call(operation, input, account, 'eu-west-1')).rejects.toMatchObject({
        ...DENIED,
        message: expect.stringContaining('currently associated with a central configuration policy'),
      });
    }
  });

  it('configures itself in regions that are not linked', async () => {
    const { apply, call, rootId, member } = await centralWorld();
    await apply({ RootId: rootId });
    await call('EnableSecurityHub', {}, member, 'eu-north-1');
    await call('DisableSecurityHub', {}, member, 'eu-north-1');
  });

  it('configures itself again when it is designated as self-managed', async () => {
    const { admin, apply, call, rootId, member } = await centralWorld();
    await apply({ RootId: rootId });
    const Target = { AccountId: member };
    const association = { ConfigurationPolicyIdentifier: SELF_MANAGED, Target };
    expect(await admin('StartConfigurationPolicyAssociation', association)).toMatchObject({
      ConfigurationPolicyId: SELF_MANAGED,
      AssociationType: 'APPLIED',
      AssociationStatus: 'SUCCESS',
    });
    await call('DisableSecurityHub', {}, member);
    await admin('StartConfigurationPolicyDisassociation', association);
    await call('DescribeHub', {}, member);
  });
});

describe('an association', () => {
  it('with an account or OU wins over that of its parents', async () => {
    const { admin, apply, rootId, member, standards, world } = await centralWorld();
    const unit = await world.organizations('CreateOrganizationalUnit', { ParentId: rootId, Name: 'ml' });
    const { Id: OrganizationalUnitId } = unit.OrganizationalUnit;
    const move = { AccountId: member, SourceParentId: rootId, DestinationParentId: OrganizationalUnitId };
    await world.organizations('MoveAccount', move);
    await apply({ RootId: rootId });
    const ConfigurationPolicyId = await apply({ OrganizationalUnitId }, ONLY_CIS);
    expect(await standards(member)).toEqual([CIS]);
    expect(await admin('ListConfigurationPolicyAssociations', { Filters: { ConfigurationPolicyId } })).toMatchObject({
      ConfigurationPolicyAssociationSummaries: [
        { TargetId: OrganizationalUnitId, TargetType: 'ORGANIZATIONAL_UNIT', AssociationType: 'APPLIED' },
        { TargetId: member, AssociationType: 'INHERITED' },
      ],
    });
  });

  it.each<[string, Json, object]>([
    ['an account outside the organization', { AccountId: '999999999999' }, NOT_FOUND],
    ['an unknown OU', { OrganizationalUnitId: 'ou-0000-00000000' }, NOT_FOUND],
    ['another root', { RootId: 'r-0000' }, NOT_FOUND],
    ['an id under the member of another kind', { AccountId: 'r-0000' }, INVALID],
    ['two targets', { AccountId: '999999999999', RootId: 'r-0000' }, INVALID],
    ['no target', {}, INVALID],
  ])('is refused with %s', async (_, Target, refusal) => {
    const { apply } = await centralWorld();
    await expect(apply(Target)).rejects.toMatchObject(refusal);
  });

  it('is refused with a policy that does not exist', async () => {
    const { admin, rootId } = await centralWorld();
    const association = { ConfigurationPolicyIdentifier: 'unknown', Target: { RootId: rootId } };
    await expect(admin('StartConfigurationPolicyAssociation', association)).rejects.toMatchObject(NOT_FOUND);
  });

  it('of the administrator with a policy that disables Security Hub is refused', async () => {
    const { apply, security } = await centralWorld();
    await expect(apply({ AccountId: security }, OFF)).rejects.toMatchObject(INVALID);
  });

  it('fails with a suspended account', async () => {
    const { admin, apply, member, world } = await centralWorld({ closureElapsed: false });
    await world.organizations('CloseAccount', { AccountId: member });
    await apply({ AccountId: member });
    expect(await admin('GetConfigurationPolicyAssociation', { Target: { AccountId: member } })).toMatchObject({
      AssociationStatus: 'FAILED',
    });
  });

  it('is taken away only where it was applied', async () => {
    const { admin, apply, rootId, member } = await centralWorld();
    const ConfigurationPolicyIdentifier = await apply({ RootId: rootId });
    const inherited = { ConfigurationPolicyIdentifier, Target: { AccountId: member } };
    await expect(admin('StartConfigurationPolicyDisassociation', inherited)).rejects.toMatchObject(NOT_FOUND);
  });

  it('is found in a batch, apart from targets that have none', async () => {
    const { admin, apply, member, security } = await centralWorld();
    await apply({ AccountId: member });
    const identifiers = [{ Target: { AccountId: member } }, { Target: { AccountId: security } }];
    const batch = { ConfigurationPolicyAssociationIdentifiers: identifiers };
    expect(await admin('BatchGetConfigurationPolicyAssociations', batch)).toMatchObject({
      ConfigurationPolicyAssociations: [{ TargetId: member }],
      UnprocessedConfigurationPolicyAssociations: [
        { ConfigurationPolicyAssociationIdentifiers: identifiers[1], ErrorCode: '404' },
      ],
    });
  });
});
