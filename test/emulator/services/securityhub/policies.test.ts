import type { Json } from '../../../../emulator/toolkit/untyped';
import { centralWorld, DENIED, FSBP, INVALID, NOT_FOUND, POLICY } from '../../../support/securityhub-central';

const CONFLICT = { code: 'ResourceConflictException', status: 409 };
const DISABLED = { SecurityHub: { ServiceEnabled: false } };
const NOT_CENTRAL = {
  ...DENIED,
  message: 'Must be a Security Hub delegated administrator with Central Configuration enabled',
};

const policyWith = (change: Json): Json => ({
  ...POLICY,
  ConfigurationPolicy: { SecurityHub: { ...POLICY.ConfigurationPolicy.SecurityHub, ...change } },
});

describe('a configuration policy', () => {
  it('is described as it was created, by its id and by its ARN', async () => {
    const { admin, security } = await centralWorld();
    const created = await admin('CreateConfigurationPolicy', POLICY);
    expect(created).toMatchObject({
      ...POLICY,
      Id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    });
    expect(created.Arn).toBe(`arn:aws:securityhub:us-east-1:${security}:configuration-policy/${created.Id}`);
    for (const Identifier of [created.Id, created.Arn]) {
      expect(await admin('GetConfigurationPolicy', { Identifier })).toEqual(created);
    }
    expect(await admin('ListConfigurationPolicies')).toMatchObject({
      ConfigurationPolicySummaries: [{ Id: created.Id, Name: POLICY.Name, ServiceEnabled: true }],
    });
  });

  it('keeps on an update what the update leaves out', async () => {
    const { admin } = await centralWorld();
    const { Id: Identifier } = await admin('CreateConfigurationPolicy', { ...POLICY, Description: 'all of it' });
    await admin('UpdateConfigurationPolicy', { Identifier, Name: 'renamed' });
    expect(await admin('GetConfigurationPolicy', { Identifier })).toMatchObject({
      ...POLICY,
      Name: 'renamed',
      Description: 'all of it',
    });
  });

  it('carries tags', async () => {
    const { admin } = await centralWorld();
    const { Arn: ResourceArn } = await admin('CreateConfigurationPolicy', { ...POLICY, Tags: { team: 'ml' } });
    await admin('TagResource', { ResourceArn, Tags: { stage: 'prod' } });
    expect(await admin('ListTagsForResource', { ResourceArn })).toEqual({ Tags: { team: 'ml', stage: 'prod' } });
    await expect(admin('ListTagsForResource', { ResourceArn: `${ResourceArn}x` })).rejects.toMatchObject(NOT_FOUND);
  });

  it('forgets the controls of a policy that disables Security Hub', async () => {
    const { admin } = await centralWorld();
    const controls = { SecurityControlsConfiguration: { DisabledSecurityControlIdentifiers: [] } };
    const ConfigurationPolicy = { SecurityHub: { ...DISABLED.SecurityHub, ...controls } };
    expect(await admin('CreateConfigurationPolicy', { Name: 'off', ConfigurationPolicy })).toMatchObject({
      ConfigurationPolicy: { SecurityHub: { ServiceEnabled: false } },
    });
  });

  it.each<[string, Json]>([
    ['a name with a space', { ...POLICY, Name: 'a b' }],
    ['no name', { ...POLICY, Name: undefined }],
    ['nothing about the service', { ...POLICY, ConfigurationPolicy: { SecurityHub: {} } }],
    ['standards while it disables Security Hub', policyWith({ ServiceEnabled: false })],
    ['no list of standards', policyWith({ EnabledStandardIdentifiers: undefined })],
    ['no controls', policyWith({ SecurityControlsConfiguration: undefined })],
    ['an unknown standard', policyWith({ EnabledStandardIdentifiers: [`${FSBP}1`] })],
    [
      'a standard of another region',
      policyWith({ EnabledStandardIdentifiers: [FSBP.replace('us-east-1', 'eu-west-1')] }),
    ],
    ['neither enabled nor disabled controls', policyWith({ SecurityControlsConfiguration: {} })],
    [
      'both enabled and disabled controls',
      policyWith({
        SecurityControlsConfiguration: {
          EnabledSecurityControlIdentifiers: [],
          DisabledSecurityControlIdentifiers: [],
        },
      }),
    ],
  ])('is refused with %s', async (_, input) => {
    const { admin } = await centralWorld();
    await expect(admin('CreateConfigurationPolicy', input)).rejects.toMatchObject(INVALID);
  });

  it('is refused under the name of another one', async () => {
    const { admin } = await centralWorld();
    await admin('CreateConfigurationPolicy', POLICY);
    await expect(admin('CreateConfigurationPolicy', POLICY)).rejects.toMatchObject(CONFLICT);
    const { Id: Identifier } = await admin('CreateConfigurationPolicy', { ...POLICY, Name: 'other' });
    await expect(admin('UpdateConfigurationPolicy', { Identifier, Name: POLICY.Name })).rejects.toMatchObject(CONFLICT);
  });

  it('is refused beyond the quota of 20', async () => {
    const { admin } = await centralWorld();
    for (let n = 0; n < 20; n += 1) await admin('CreateConfigurationPolicy', { ...POLICY, Name: `policy-${n}` });
    await expect(admin('CreateConfigurationPolicy', POLICY)).rejects.toMatchObject({
      code: 'LimitExceededException',
      status: 429,
    });
  });

  it('is not found where there is none', async () => {
    const { admin } = await centralWorld();
    const Identifier = 'unknown';
    for (const operation of ['GetConfigurationPolicy', 'UpdateConfigurationPolicy', 'DeleteConfigurationPolicy']) {
      await expect(admin(operation, { Identifier })).rejects.toMatchObject(NOT_FOUND);
    }
  });

  it('cannot be deleted while it is associated', async () => {
    const { admin, apply, rootId, service } = await centralWorld();
    const Identifier = await apply({ RootId: rootId });
    expect(service.leftovers()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ resource: `us-east-1 configuration-policy ${Identifier}` }),
        expect.objectContaining({ resource: `us-east-1 configuration-policy-association ${rootId}` }),
      ]),
    );
    await expect(admin('DeleteConfigurationPolicy', { Identifier })).rejects.toMatchObject(CONFLICT);
    await admin('StartConfigurationPolicyDisassociation', {
      ConfigurationPolicyIdentifier: Identifier,
      Target: { RootId: rootId },
    });
    await admin('DeleteConfigurationPolicy', { Identifier });
    expect(await admin('ListConfigurationPolicies')).toEqual({ ConfigurationPolicySummaries: [] });
  });
});

describe('central configuration', () => {
  it('is for the delegated administrator only', async () => {
    const { call, member } = await centralWorld();
    await call('EnableSecurityHub', {}, member);
    await expect(call('ListConfigurationPolicies', {}, member)).rejects.toMatchObject(NOT_CENTRAL);
  });

  it('is managed from the home region only', async () => {
    const { admin } = await centralWorld();
    await expect(admin('ListConfigurationPolicies', {}, 'eu-west-1')).rejects.toMatchObject({
      ...DENIED,
      message: 'Central Configuration APIs can only be called from the aggregation region',
    });
  });

  it('has no policies while the organization is configured locally', async () => {
    const { admin, configure } = await centralWorld();
    await configure('LOCAL');
    await expect(admin('CreateConfigurationPolicy', POLICY)).rejects.toMatchObject(NOT_CENTRAL);
  });

  it('designates its administrator in every linked region', async () => {
    const { call } = await centralWorld();
    expect(await call('ListOrganizationAdminAccounts', {}, undefined, 'eu-west-1')).toMatchObject({
      AdminAccounts: [{ Status: 'ENABLED' }],
    });
  });

  it('holds the administrator in linked regions too', async () => {
    const { call, security } = await centralWorld();
    await expect(
      call('DisableOrganizationAdminAccount', { AdminAccountId: security }, undefined, 'eu-west-1'),
    ).rejects.toMatchObject(INVALID);
  });

  it('cannot be stopped before its policies are disassociated and deleted', async () => {
    const { admin, apply, configure, rootId } = await centralWorld();
    const Identifier = await apply({ RootId: rootId });
    await expect(configure('LOCAL')).rejects.toMatchObject(CONFLICT);
    await admin('StartConfigurationPolicyDisassociation', {
      ConfigurationPolicyIdentifier: Identifier,
      Target: { RootId: rootId },
    });
    await expect(configure('LOCAL')).rejects.toMatchObject(CONFLICT);
    await admin('DeleteConfigurationPolicy', { Identifier });
    await configure('LOCAL');
  });

  it('ends with the account of its administrator', async () => {
    const { apply, rootId, security, service, world } = await centralWorld();
    await apply({ RootId: rootId });
    await world.organizations('CloseAccount', { AccountId: security });
    expect(service.leftovers().filter(({ account }) => account === security)).toEqual([]);
  });
});
