import { accessanalyzer } from '../../../../emulator/services/accessanalyzer';
import { createServiceLinkedRole } from '../../../../emulator/services/iam/service-linked-roles';
import { motoRoles } from '../../../support/moto-roles';
import { callOf, fakeWorld, MANAGEMENT } from '../../../support/world';

const ServicePrincipal = 'access-analyzer.amazonaws.com';
const invalid = { code: 'ValidationException', status: 400 };
const publicFilter = { isPublic: { eq: ['false'] } };

async function setUp({ trusted = true, delegated = true, linked = true } = {}) {
  const { answer, arns } = motoRoles();
  const world = fakeWorld({ moto: answer });
  const service = accessanalyzer(world);
  const security = await world.vend('security');
  if (trusted) await world.organizations('EnableAWSServiceAccess', { ServicePrincipal });
  const delegation = { AccountId: security, ServicePrincipal };
  if (trusted && delegated) await world.organizations('RegisterDelegatedAdministrator', delegation);
  if (linked) await createServiceLinkedRole(world.moto, MANAGEMENT, ServicePrincipal);
  const call = callOf(service);
  const create = (analyzerName: string, type: string, account?: string, more: object = {}) =>
    call('CreateAnalyzer', { analyzerName, type, ...more }, account);
  return { world, service, call, create, security, delegation, roles: arns };
}

describe('an analyzer of an account', () => {
  it('is described as it was created, in its own account and region', async () => {
    const { call, create } = await setUp();
    const { arn } = await create('own', 'ACCOUNT', MANAGEMENT, { tags: { team: 'ml' } });
    expect(arn).toBe(`arn:aws:access-analyzer:us-east-1:${MANAGEMENT}:analyzer/own`);
    const analyzer = { arn, name: 'own', type: 'ACCOUNT', status: 'ACTIVE', tags: { team: 'ml' } };
    expect(await call('GetAnalyzer', { analyzerName: 'own' })).toMatchObject({ analyzer });
    expect(await call('ListAnalyzers')).toMatchObject({ analyzers: [analyzer] });
    expect(await call('ListAnalyzers', { type: 'ORGANIZATION' })).toEqual({ analyzers: [] });
    expect(await call('ListAnalyzers', {}, MANAGEMENT, 'eu-west-1')).toEqual({ analyzers: [] });
  });

  it('is the only one of its type in the region', async () => {
    const { create } = await setUp();
    await create('first', 'ACCOUNT');
    await expect(create('first', 'ACCOUNT')).rejects.toMatchObject({ code: 'ConflictException', status: 409 });
    await expect(create('second', 'ACCOUNT')).rejects.toMatchObject({
      code: 'ServiceQuotaExceededException',
      status: 402,
    });
    await create('unused', 'ACCOUNT_UNUSED_ACCESS');
  });

  it('brings the service-linked role into its account, once for all regions', async () => {
    const { call, roles, security } = await setUp({ linked: false });
    const input = { analyzerName: 'own', type: 'ACCOUNT' };
    await Promise.all(['us-east-1', 'eu-west-1'].map((region) => call('CreateAnalyzer', input, security, region)));
    expect([...roles].filter((arn) => arn.includes('/aws-service-role/'))).toEqual([
      `arn:aws:iam::${security}:role/aws-service-role/${ServicePrincipal}/AWSServiceRoleForAccessAnalyzer`,
    ]);
  });

  it('is deleted once', async () => {
    const { call, create, service } = await setUp();
    await create('own', 'ACCOUNT');
    expect(service.leftovers()).toEqual([{ account: MANAGEMENT, resource: 'us-east-1 access-analyzer own' }]);
    await call('DeleteAnalyzer', { analyzerName: 'own' });
    await expect(call('DeleteAnalyzer', { analyzerName: 'own' })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      status: 404,
    });
    expect(service.leftovers()).toEqual([]);
  });

  it.each<[string, string, object]>([
    ['an unknown type', 'EVERYTHING', {}],
    ['a name that starts with a digit', 'ACCOUNT', { analyzerName: '1st' }],
    ['a configuration for external access', 'ACCOUNT', { configuration: { unusedAccess: { unusedAccessAge: 90 } } }],
    ['the configuration of another kind', 'ACCOUNT_UNUSED_ACCESS', { configuration: { internalAccess: {} } }],
    ['an age of 0 days', 'ACCOUNT_UNUSED_ACCESS', { configuration: { unusedAccess: { unusedAccessAge: 0 } } }],
    ['an age of 366 days', 'ACCOUNT_UNUSED_ACCESS', { configuration: { unusedAccess: { unusedAccessAge: 366 } } }],
    [
      'excluded accounts without an organization',
      'ACCOUNT_UNUSED_ACCESS',
      { configuration: { unusedAccess: { analysisRule: { exclusions: [{ accountIds: ['222222222222'] }] } } } },
    ],
    ['an archive rule without criteria', 'ACCOUNT', { archiveRules: [{ ruleName: 'own', filter: {} }] }],
  ])('is refused with %s', async (_, type, more) => {
    const { create } = await setUp();
    await expect(create('own', type, MANAGEMENT, more)).rejects.toMatchObject({
      ...invalid,
      members: { reason: 'fieldValidationFailed' },
    });
  });
});

describe('an analyzer of an organization', () => {
  it('is created by the management account or the delegated administrator', async () => {
    const { create, security } = await setUp();
    await create('management', 'ORGANIZATION');
    await create('delegated', 'ORGANIZATION', security);
  });

  it('is refused to any other account', async () => {
    const { create, security } = await setUp({ delegated: false });
    for (const type of ['ORGANIZATION', 'ORGANIZATION_UNUSED_ACCESS', 'ORGANIZATION_INTERNAL_ACCESS']) {
      await expect(create('org', type, security)).rejects.toMatchObject({
        code: 'AccessDeniedException',
        message: `Account ${security} is not a delegated administrator`,
        status: 403,
      });
    }
  });

  it('is refused to the delegated administrator while the management account lacks the service-linked role', async () => {
    const { create, security } = await setUp({ linked: false });
    await create('own', 'ACCOUNT', security);
    await expect(create('org', 'ORGANIZATION', security)).rejects.toMatchObject({
      code: 'ConflictException',
      status: 409,
      message: 'Access Analyzer Service Linked Role is not in the organizational management account',
    });
    await create('management', 'ACCOUNT');
    await create('org', 'ORGANIZATION', security);
  });

  it('is refused while trusted access for Access Analyzer is off', async () => {
    const { create } = await setUp({ trusted: false });
    await expect(create('org', 'ORGANIZATION')).rejects.toMatchObject({
      ...invalid,
      message: 'Service not enabled for AWS Organizations',
    });
  });

  it('is refused outside an organization', async () => {
    const call = callOf(accessanalyzer(fakeWorld({ withOrganization: false })));
    await expect(call('CreateAnalyzer', { analyzerName: 'org', type: 'ORGANIZATION' })).rejects.toMatchObject({
      ...invalid,
      message: 'You must create an organization',
    });
  });

  it('is one of five of its type in a region, whichever account created them', async () => {
    const { create, security } = await setUp();
    for (const name of ['a', 'b', 'c']) await create(name, 'ORGANIZATION');
    for (const name of ['d', 'e']) await create(name, 'ORGANIZATION', security);
    await expect(create('f', 'ORGANIZATION', security)).rejects.toMatchObject({
      code: 'ServiceQuotaExceededException',
    });
  });

  it('cannot exclude the account that owns it', async () => {
    const { create, security } = await setUp();
    const exclude = (account: string) => ({
      configuration: {
        unusedAccess: { unusedAccessAge: 90, analysisRule: { exclusions: [{ accountIds: [account] }] } },
      },
    });
    await expect(create('org', 'ORGANIZATION_UNUSED_ACCESS', security, exclude(security))).rejects.toMatchObject(
      invalid,
    );
    await create('org', 'ORGANIZATION_UNUSED_ACCESS', security, exclude(MANAGEMENT));
  });

  it('is disabled while its account may not look at the organization', async () => {
    const { call, create, security, world, delegation } = await setUp();
    await create('org', 'ORGANIZATION', security);
    const analyzer = async () => (await call('GetAnalyzer', { analyzerName: 'org' }, security)).analyzer;
    expect(await analyzer()).toMatchObject({ status: 'ACTIVE' });
    await world.organizations('DeregisterDelegatedAdministrator', delegation);
    expect(await analyzer()).toMatchObject({
      status: 'DISABLED',
      statusReason: { code: 'DELEGATED_ADMINISTRATOR_DEREGISTERED' },
    });
    await world.organizations('DisableAWSServiceAccess', { ServicePrincipal });
    expect(await analyzer()).toMatchObject({ statusReason: { code: 'AWS_SERVICE_ACCESS_DISABLED' } });
  });

  it('is disabled when the organization is deleted', async () => {
    const { call, create, security, world } = await setUp();
    await create('org', 'ORGANIZATION');
    await world.organizations('CloseAccount', { AccountId: security });
    await world.organizations('DeleteOrganization');
    expect(await call('GetAnalyzer', { analyzerName: 'org' })).toMatchObject({
      analyzer: { status: 'DISABLED', statusReason: { code: 'ORGANIZATION_DELETED' } },
    });
  });

  it('is forgotten when its account is closed', async () => {
    const { create, security, world, service } = await setUp();
    await create('org', 'ORGANIZATION', security);
    await world.organizations('CloseAccount', { AccountId: security });
    expect(service.leftovers()).toEqual([]);
  });
});

describe('an analyzer that is changed or asked', () => {
  it('takes a new configuration, unless it looks for external access', async () => {
    const { call, create } = await setUp();
    await create('unused', 'ACCOUNT_UNUSED_ACCESS');
    await create('external', 'ACCOUNT');
    const configuration = { unusedAccess: { unusedAccessAge: 30 } };
    await call('UpdateAnalyzer', { analyzerName: 'unused', configuration });
    expect(await call('GetAnalyzer', { analyzerName: 'unused' })).toMatchObject({ analyzer: { configuration } });
    await expect(call('UpdateAnalyzer', { analyzerName: 'external', configuration })).rejects.toMatchObject(invalid);
  });

  it('has found nothing, and lists unused access with the second version of the operation only', async () => {
    const { call, create } = await setUp();
    const { arn: external } = await create('external', 'ACCOUNT');
    const { arn: unused } = await create('unused', 'ACCOUNT_UNUSED_ACCESS');
    expect(await call('ListFindings', { analyzerArn: external })).toEqual({ findings: [] });
    expect(await call('ListFindingsV2', { analyzerArn: unused })).toEqual({ findings: [] });
    expect(await call('ListAnalyzedResources', { analyzerArn: external })).toEqual({ analyzedResources: [] });
    expect(await call('ListAccessPreviews', { analyzerArn: external })).toEqual({ accessPreviews: [] });
    await expect(call('ListFindings', { analyzerArn: unused })).rejects.toMatchObject(invalid);
    await expect(call('ListFindingsV2', { analyzerArn: `${unused}2` })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });

  it('keeps tags', async () => {
    const { call, create } = await setUp();
    const { arn: resourceArn } = await create('own', 'ACCOUNT', MANAGEMENT, { tags: { a: '1' } });
    await call('TagResource', { resourceArn, tags: { b: '2' } });
    await call('UntagResource', { resourceArn, tagKeys: ['a'] });
    expect(await call('ListTagsForResource', { resourceArn })).toEqual({ tags: { b: '2' } });
  });
});

describe('an archive rule', () => {
  const rule = { analyzerName: 'own', ruleName: 'private' };

  it('is created, changed and deleted with its analyzer', async () => {
    const { call, create } = await setUp();
    await create('own', 'ACCOUNT');
    await call('CreateArchiveRule', { ...rule, filter: publicFilter });
    const filter = { error: { exists: false } };
    await call('UpdateArchiveRule', { ...rule, filter });
    expect(await call('GetArchiveRule', rule)).toMatchObject({ archiveRule: { ruleName: 'private', filter } });
    expect((await call('ListArchiveRules', rule)).archiveRules).toHaveLength(1);
    await call('DeleteArchiveRule', rule);
    await expect(call('GetArchiveRule', rule)).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      status: 404,
    });
  });

  it('says when it was created and when it was changed, as its analyzer says when it was created', async () => {
    const { call, create, world } = await setUp();
    const createdAt = '2026-01-01T00:00:00.000Z';
    const updatedAt = '2026-02-01T00:00:00.000Z';
    await create('own', 'ACCOUNT');
    await call('CreateArchiveRule', { ...rule, filter: publicFilter });
    world.clock.set(new Date(updatedAt));
    await call('UpdateArchiveRule', { ...rule, filter: publicFilter });
    expect((await call('GetArchiveRule', rule)).archiveRule).toMatchObject({ createdAt, updatedAt });
    expect((await call('GetAnalyzer', rule)).analyzer).toMatchObject({ createdAt });
  });

  it('is the only one of its name', async () => {
    const { call, create } = await setUp();
    await create('own', 'ACCOUNT', MANAGEMENT, { archiveRules: [{ ruleName: 'private', filter: publicFilter }] });
    await expect(call('CreateArchiveRule', { ...rule, filter: publicFilter })).rejects.toMatchObject({
      code: 'ConflictException',
      status: 409,
    });
  });

  it.each<[string, object]>([
    ['no criteria', { filter: {} }],
    ['a criterion without an operator', { filter: { isPublic: {} } }],
    ['21 values', { filter: { resource: { eq: Array(21).fill('x') } } }],
    ['a name that starts with a digit', { ruleName: '1st' }],
  ])('is refused with %s', async (_, input) => {
    const { call, create } = await setUp();
    await create('own', 'ACCOUNT');
    await expect(call('CreateArchiveRule', { ...rule, filter: publicFilter, ...input })).rejects.toMatchObject(invalid);
  });

  it('needs its analyzer', async () => {
    const { call } = await setUp();
    await expect(call('CreateArchiveRule', { ...rule, filter: publicFilter })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });
});
