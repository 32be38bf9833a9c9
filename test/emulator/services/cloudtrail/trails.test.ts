import { cloudtrailOfOrganization } from '../../../support/cloudtrail-world';
import { MANAGEMENT } from '../../../support/world';

const arn = `arn:aws:cloudtrail:eu-west-1:${MANAGEMENT}:trail/trail`;

describe('a trail', () => {
  test('is shown with the defaults that AWS fills in', async () => {
    const { call, create } = await cloudtrailOfOrganization();
    await create();
    expect(await call('DescribeTrails')).toEqual({
      trailList: [
        {
          Name: 'trail',
          S3BucketName: 'logs',
          TrailARN: arn,
          HomeRegion: 'eu-west-1',
          IncludeGlobalServiceEvents: true,
          IsMultiRegionTrail: false,
          IsOrganizationTrail: false,
          LogFileValidationEnabled: false,
          HasCustomEventSelectors: false,
          HasInsightSelectors: false,
        },
      ],
    });
  });

  test('does not log until it is started', async () => {
    const { call, create } = await cloudtrailOfOrganization();
    await create();
    expect(await call('GetTrailStatus', { Name: 'trail' })).toMatchObject({ IsLogging: false });
    await call('StartLogging', { Name: arn });
    expect(await call('GetTrailStatus', { Name: arn })).toMatchObject({ IsLogging: true });
    await call('StopLogging', { Name: 'trail' });
    expect(await call('GetTrailStatus', { Name: 'trail' })).toMatchObject({ IsLogging: false });
  });

  test('keeps what an update leaves out, and loses what an update empties', async () => {
    const { call, create } = await cloudtrailOfOrganization();
    await create({ S3KeyPrefix: 'ai', EnableLogFileValidation: true });
    await call('UpdateTrail', { Name: arn, IsMultiRegionTrail: true });
    const { Trail } = await call('GetTrail', { Name: 'trail' });
    expect(Trail).toMatchObject({ S3KeyPrefix: 'ai', LogFileValidationEnabled: true, IsMultiRegionTrail: true });
    expect(await call('UpdateTrail', { Name: 'trail', S3KeyPrefix: '' })).not.toHaveProperty('S3KeyPrefix');
  });

  test('has its tags by ARN', async () => {
    const { call, create } = await cloudtrailOfOrganization();
    await create({ TagsList: [{ Key: 'a', Value: '1' }] });
    await call('AddTags', {
      ResourceId: arn,
      TagsList: [
        { Key: 'a', Value: '2' },
        { Key: 'b', Value: '3' },
      ],
    });
    await call('RemoveTags', { ResourceId: arn, TagsList: [{ Key: 'b' }] });
    expect(await call('ListTags', { ResourceIdList: [arn] })).toEqual({
      ResourceTagList: [{ ResourceId: arn, TagsList: [{ Key: 'a', Value: '2' }] }],
    });
    await expect(call('ListTags', { ResourceIdList: ['trail'] })).rejects.toMatchObject({
      code: 'CloudTrailARNInvalidException',
    });
    const many = Array.from({ length: 51 }, (_, index) => ({ Key: `k${index}`, Value: 'v' }));
    await expect(call('AddTags', { ResourceId: arn, TagsList: many })).rejects.toMatchObject({
      code: 'TagsLimitExceededException',
    });
  });

  test('is unknown once it is deleted', async () => {
    const { call, create, service } = await cloudtrailOfOrganization();
    await create();
    expect(service.leftovers()).toEqual([{ account: MANAGEMENT, resource: 'eu-west-1 trail trail' }]);
    await call('DeleteTrail', { Name: arn });
    expect(service.leftovers()).toEqual([]);
    await expect(call('GetTrail', { Name: 'trail' })).rejects.toMatchObject({
      code: 'TrailNotFoundException',
      message: `Unknown trail: ${arn} for the user: ${MANAGEMENT}`,
    });
    expect(await call('DescribeTrails', { trailNameList: [arn] })).toEqual({ trailList: [] });
  });

  test.each(['ab', '-trail', 'my--trail', 'my-_trail', 'my trail', '192.168.5.4', 'x'.repeat(129)])(
    'is refused with the name %s',
    async (Name) => {
      const { create } = await cloudtrailOfOrganization();
      await expect(create({ Name })).rejects.toMatchObject({ code: 'InvalidTrailNameException' });
    },
  );

  test('is refused with a name that is taken in its region or in all', async () => {
    const { create } = await cloudtrailOfOrganization();
    const refusal = { code: 'TrailAlreadyExistsException' };
    await create();
    await expect(create()).rejects.toMatchObject(refusal);
    await expect(create({}, MANAGEMENT, 'us-east-1')).resolves.toBeDefined();
    await expect(create({ IsMultiRegionTrail: true }, MANAGEMENT, 'us-west-2')).rejects.toMatchObject(refusal);
  });

  test('is refused as the sixth of a region, where those of all regions count too', async () => {
    const { create } = await cloudtrailOfOrganization();
    await create({ Name: 'all-regions', IsMultiRegionTrail: true }, MANAGEMENT, 'us-east-1');
    for (let number = 1; number < 5; number++) await create({ Name: `trail-${number}` });
    await expect(create()).rejects.toMatchObject({ code: 'MaximumNumberOfTrailsExceededException' });
    await expect(create({}, MANAGEMENT, 'us-west-2')).resolves.toBeDefined();
  });

  test('of all regions is refused without global service events', async () => {
    const { create } = await cloudtrailOfOrganization();
    await expect(create({ IsMultiRegionTrail: true, IncludeGlobalServiceEvents: false })).rejects.toMatchObject({
      code: 'InvalidParameterCombinationException',
    });
  });

  test('of all regions has a shadow in each, which cannot be changed', async () => {
    const { call, create } = await cloudtrailOfOrganization();
    await create({ IsMultiRegionTrail: true });
    const list = async (includeShadowTrails?: boolean) =>
      (await call('DescribeTrails', { includeShadowTrails }, MANAGEMENT, 'us-east-1')).trailList;
    expect(await list()).toMatchObject([{ TrailARN: arn, HomeRegion: 'eu-west-1' }]);
    expect(await list(false)).toEqual([]);
    const there = (operation: string) => call(operation, { Name: 'trail' }, MANAGEMENT, 'us-east-1');
    await expect(there('StopLogging')).rejects.toMatchObject({ code: 'InvalidHomeRegionException' });
    await expect(there('DeleteTrail')).rejects.toMatchObject({ code: 'InvalidHomeRegionException' });
    expect(await there('ListTrails')).toEqual({ Trails: [{ TrailARN: arn, Name: 'trail', HomeRegion: 'eu-west-1' }] });
  });
});
