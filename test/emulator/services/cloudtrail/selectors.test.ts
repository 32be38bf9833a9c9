import { cloudtrailOfOrganization } from '../../../support/cloudtrail-world';

async function start() {
  const { call, create } = await cloudtrailOfOrganization();
  await create();
  const put = (input: object) => call('PutEventSelectors', { TrailName: 'trail', ...input });
  const advanced = (...AdvancedEventSelectors: object[][]) =>
    put({ AdvancedEventSelectors: AdvancedEventSelectors.map((FieldSelectors) => ({ FieldSelectors })) });
  const basic = (...EventSelectors: object[]) => put({ EventSelectors });
  const isCustom = async () => (await call('GetTrail', { Name: 'trail' })).Trail.HasCustomEventSelectors;
  return { call, put, advanced, basic, isCustom };
}

const equals = (Field: string, ...Equals: string[]) => ({ Field, Equals });
const data = equals('eventCategory', 'Data');
const management = equals('eventCategory', 'Management');
const endpoints = equals('resources.type', 'AWS::SageMaker::Endpoint');
const refusal = { code: 'InvalidEventSelectorsException' };

describe('the event selectors of a trail', () => {
  test('are by default one basic selector of all management events', async () => {
    const { call, isCustom } = await start();
    expect(await call('GetEventSelectors', { TrailName: 'trail' })).toMatchObject({
      EventSelectors: [
        { ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [], ExcludeManagementEventSources: [] },
      ],
    });
    expect(await isCustom()).toBe(false);
  });

  test('count as custom while they differ from the default', async () => {
    const { advanced, basic, isCustom, call } = await start();
    await advanced([data, endpoints]);
    expect(await isCustom()).toBe(true);
    expect(await call('GetEventSelectors', { TrailName: 'trail' })).toMatchObject({
      AdvancedEventSelectors: [{ FieldSelectors: [data, endpoints] }],
    });
    await basic({ ReadWriteType: 'WriteOnly' });
    expect(await isCustom()).toBe(true);
    await basic({ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] });
    expect(await isCustom()).toBe(false);
  });

  test('are either basic or advanced', async () => {
    const { put } = await start();
    await expect(put({})).rejects.toMatchObject(refusal);
    await expect(
      put({ EventSelectors: [{}], AdvancedEventSelectors: [{ FieldSelectors: [management] }] }),
    ).rejects.toMatchObject(refusal);
  });
});

describe('advanced event selectors', () => {
  test.each([
    ['management events', [management, equals('readOnly', 'false')]],
    ['management events without a service', [management, { Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] }]],
    ['data events of a type', [data, endpoints]],
    ['data events of some resources', [data, endpoints, { Field: 'resources.ARN', StartsWith: ['arn:a', 'arn:b'] }]],
    [
      'network activity of a service',
      [equals('eventCategory', 'NetworkActivity'), equals('eventSource', 's3.amazonaws.com')],
    ],
  ])('take %s', async (_, fields) => {
    const { advanced } = await start();
    await expect(advanced(fields)).resolves.toBeDefined();
  });

  test.each([
    ['no event category', [endpoints]],
    ['an unknown event category', [equals('eventCategory', 'Insight')]],
    ['two event categories', [equals('eventCategory', 'Data', 'Management'), endpoints]],
    ['an event category by another operator', [{ Field: 'eventCategory', StartsWith: ['Data'] }, endpoints]],
    ['data events without a type', [data]],
    ['two types in one selector', [data, equals('resources.type', 'AWS::S3::Object', 'AWS::SageMaker::Endpoint')]],
    ['a type by another operator', [data, { Field: 'resources.type', StartsWith: ['AWS::SageMaker'] }]],
    ['a type that is none', [data, equals('resources.type', 'endpoint')]],
    ['the same field twice', [data, endpoints, endpoints]],
    ['a type with management events', [management, endpoints]],
    ['a field without an operator', [management, { Field: 'eventName' }]],
    ['readOnly that is neither true nor false', [management, equals('readOnly', 'yes')]],
    ['network activity without a service', [equals('eventCategory', 'NetworkActivity')]],
  ])('refuse %s', async (_, fields) => {
    const { advanced } = await start();
    await expect(advanced(fields)).rejects.toMatchObject(refusal);
  });

  test('refuse an empty list, and more than 500 values', async () => {
    const { advanced } = await start();
    await expect(advanced()).rejects.toMatchObject(refusal);
    const StartsWith = Array.from({ length: 499 }, (_, index) => `arn:${index}`);
    await expect(advanced([data, endpoints, { Field: 'resources.ARN', StartsWith }])).rejects.toMatchObject(refusal);
  });
});

describe('basic event selectors', () => {
  const resource = (Type: string, ...Values: string[]) => ({ DataResources: [{ Type, Values }] });

  test('take objects of all buckets or under a prefix, functions and tables', async () => {
    const { basic } = await start();
    await expect(
      basic(
        resource('AWS::S3::Object', 'arn:aws:s3', 'arn:aws:s3:::lake/'),
        resource('AWS::Lambda::Function', 'arn:aws:lambda'),
        { ExcludeManagementEventSources: ['kms.amazonaws.com'] },
      ),
    ).resolves.toBeDefined();
  });

  test.each([
    ['no selector', []],
    ['six selectors', Array.from({ length: 6 }, () => ({}))],
    ['another read-write type', [{ ReadWriteType: 'read-only' }]],
    ['a type that only advanced selectors know', [resource('AWS::SageMaker::Endpoint', 'arn:aws:sagemaker')]],
    ['a bucket without a slash at its end', [resource('AWS::S3::Object', 'arn:aws:s3:::lake')]],
    ['251 resources', [resource('AWS::S3::Object', ...Array.from({ length: 251 }, () => 'arn:aws:s3'))]],
    ['the exclusion of another service', [{ ExcludeManagementEventSources: ['s3.amazonaws.com'] }]],
    [
      'an exclusion without management events',
      [{ IncludeManagementEvents: false, ExcludeManagementEventSources: ['kms.amazonaws.com'] }],
    ],
  ])('refuse %s', async (_, selectors) => {
    const { basic } = await start();
    await expect(basic(...selectors)).rejects.toMatchObject(refusal);
  });
});

describe('insight selectors', () => {
  const insights = (call: Awaited<ReturnType<typeof start>>['call'], ...types: string[]) =>
    call('PutInsightSelectors', {
      TrailName: 'trail',
      InsightSelectors: types.map((InsightType) => ({ InsightType })),
    });

  test('are not enabled until they are put', async () => {
    const { call } = await start();
    await expect(call('GetInsightSelectors', { TrailName: 'trail' })).rejects.toMatchObject({
      code: 'InsightNotEnabledException',
    });
    await insights(call, 'ApiCallRateInsight', 'ApiErrorRateInsight');
    expect(await call('GetInsightSelectors', { TrailName: 'trail' })).toMatchObject({
      InsightSelectors: [{ InsightType: 'ApiCallRateInsight' }, { InsightType: 'ApiErrorRateInsight' }],
    });
    expect((await call('GetTrail', { Name: 'trail' })).Trail.HasInsightSelectors).toBe(true);
  });

  test('refuse an unknown type, and a trail that does not log the management events they need', async () => {
    const { call, advanced, basic } = await start();
    const invalid = { code: 'InvalidInsightSelectorsException' };
    await expect(insights(call, 'CostInsight')).rejects.toMatchObject(invalid);
    await basic({ ReadWriteType: 'ReadOnly' });
    await expect(insights(call, 'ApiCallRateInsight')).rejects.toMatchObject(invalid);
    await expect(insights(call, 'ApiErrorRateInsight')).resolves.toBeDefined();
    await advanced([management, equals('readOnly', 'true')]);
    await expect(insights(call, 'ApiCallRateInsight')).rejects.toMatchObject(invalid);
    await advanced([data, endpoints]);
    await expect(insights(call, 'ApiErrorRateInsight')).rejects.toMatchObject(invalid);
  });
});
