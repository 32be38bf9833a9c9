import { configOfOrganization, ruleNamed, TemplateBody } from '../../../support/config-of-organization';
import { type callOf, MANAGEMENT } from '../../../support/world';

describe('a conformance pack of one account', () => {
  const put = (call: ReturnType<typeof callOf>, input: object = {}) =>
    call('PutConformancePack', { ConformancePackName: 'own', TemplateBody, ...input });

  test('makes its rules under names that end with its id', async () => {
    const { call, record, rulesOf } = await configOfOrganization();
    await record(MANAGEMENT);
    await put(call);
    const { ConformancePackDetails } = await call('DescribeConformancePacks', { ConformancePackNames: ['own'] });
    const id = ConformancePackDetails[0].ConformancePackId;
    expect(id).toMatch(/^conformance-pack-\w{9}$/);
    expect(ConformancePackDetails[0].ConformancePackArn).toBe(
      `arn:aws:config:us-east-1:${MANAGEMENT}:conformance-pack/own/${id}`,
    );
    expect(await rulesOf(MANAGEMENT)).toEqual([`volumes-${id}`]);
  });

  test('replaces its rules when it is put again', async () => {
    const { call, record, rulesOf } = await configOfOrganization();
    await record(MANAGEMENT);
    await put(call);
    await put(call, { TemplateBody: JSON.stringify({ Resources: { B: ruleNamed('topics') } }) });
    expect(await rulesOf(MANAGEMENT)).toEqual([expect.stringMatching(/^topics-conformance-pack-/)]);
  });

  test('fails without a recorder that is recording, and says why', async () => {
    const { call } = await configOfOrganization();
    await put(call);
    const { ConformancePackStatusDetails } = await call('DescribeConformancePackStatus');
    expect(ConformancePackStatusDetails).toMatchObject([
      { ConformancePackState: 'CREATE_FAILED', ConformancePackStatusReason: expect.stringContaining('recorder') },
    ]);
  });

  test('fails where its bucket refuses what the pack delivers', async () => {
    const { call, record } = await configOfOrganization();
    await record(MANAGEMENT);
    await put(call, { DeliveryS3Bucket: 'awsconfigconforms-missing' });
    const { ConformancePackStatusDetails } = await call('DescribeConformancePackStatus');
    expect(ConformancePackStatusDetails).toMatchObject([{ ConformancePackState: 'CREATE_FAILED' }]);
  });

  test.each([
    ['a bad name', { ConformancePackName: '1st' }, 'ValidationException'],
    ['two templates', { TemplateS3Uri: 's3://bucket/key' }, 'InvalidParameterValueException'],
    ['no template', { TemplateBody: undefined }, 'ConformancePackTemplateValidationException'],
    ['a wrong template', { TemplateBody: '{"Resources":{}}' }, 'ConformancePackTemplateValidationException'],
    ['a template of more than 51,200 characters', { TemplateBody: ' '.repeat(51_201) }, 'ValidationException'],
    ['an SSM document', { TemplateSSMDocumentDetails: { DocumentName: 'x' } }, 'NotImplementedException'],
  ])('is refused with %s', async (_, input, code) => {
    const { call } = await configOfOrganization();
    await expect(put(call, input)).rejects.toMatchObject({ code });
  });

  test('is refused as number 51', async () => {
    const { call, record } = await configOfOrganization();
    await record(MANAGEMENT);
    for (let number = 0; number < 50; number++) await put(call, { ConformancePackName: `pack-${number}` });
    await expect(put(call)).rejects.toMatchObject({ code: 'MaxNumberOfConformancePacksExceededException' });
  });

  test('owns its rules, and takes them along when it is deleted', async () => {
    const { call, record, rulesOf, service } = await configOfOrganization();
    await record(MANAGEMENT);
    const leftBefore = service.leftovers();
    await put(call);
    const [ConfigRuleName] = await rulesOf(MANAGEMENT);
    const refusal = { code: 'AccessDeniedException' };
    await expect(call('DeleteConfigRule', { ConfigRuleName })).rejects.toMatchObject(refusal);
    await expect(call('PutConfigRule', { ConfigRule: { ConfigRuleName, Source: {} } })).rejects.toMatchObject(refusal);
    const RemediationConfigurations = [{ ConfigRuleName, TargetId: 'AWS-X' }];
    await expect(call('PutRemediationConfigurations', { RemediationConfigurations })).rejects.toMatchObject(refusal);
    await call('DeleteConformancePack', { ConformancePackName: 'own' });
    expect(service.leftovers()).toEqual(leftBefore);
    await expect(call('DeleteConformancePack', { ConformancePackName: 'own' })).rejects.toMatchObject({
      code: 'NoSuchConformancePackException',
    });
    expect(await call('DescribeConformancePackStatus', { ConformancePackNames: ['own'] })).toEqual({
      ConformancePackStatusDetails: [],
    });
  });
});
