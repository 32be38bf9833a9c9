import { config } from '../../../../emulator/services/config';
import { motoWith } from '../../../support/moto-with';
import { callOf, fakeWorld, MANAGEMENT } from '../../../support/world';

const roleARN = `arn:aws:iam::${MANAGEMENT}:role/recorder`;
const policy = {
  Statement: [{ Effect: 'Allow', Principal: { Service: 'config.amazonaws.com' }, Action: 's3:*', Resource: '*' }],
};

function start() {
  const world = fakeWorld({ moto: motoWith({ roles: { [roleARN]: {} }, buckets: { logs: { policy } } }) });
  const service = config(world);
  const call = callOf(service);
  const putRecorder = (settings: object = {}) =>
    call('PutConfigurationRecorder', { ConfigurationRecorder: { name: 'default', roleARN, ...settings } });
  const putChannel = (name = 'default') =>
    call('PutDeliveryChannel', { DeliveryChannel: { name, s3BucketName: 'logs' } });
  return { service, call, putRecorder, putChannel, clock: world.clock };
}

const withName = { ConfigurationRecorderName: 'default' };

describe('the configuration recorder', () => {
  test('is listed by what identifies it', async () => {
    const { call, putRecorder } = start();
    await putRecorder();
    expect((await call('ListConfigurationRecorders')).ConfigurationRecorderSummaries).toEqual([
      { arn: expect.stringContaining(':configuration-recorder/default/'), name: 'default', recordingScope: 'PAID' },
    ]);
  });

  test('is shown with the defaults that AWS fills in', async () => {
    const { call, putRecorder } = start();
    await putRecorder();
    const { ConfigurationRecorders } = await call('DescribeConfigurationRecorders');
    expect(ConfigurationRecorders).toEqual([
      {
        arn: expect.stringMatching(/^arn:aws:config:us-east-1:111111111111:configuration-recorder\/default\/\w+$/),
        name: 'default',
        roleARN,
        recordingGroup: {
          allSupported: true,
          includeGlobalResourceTypes: false,
          resourceTypes: [],
          exclusionByResourceTypes: { resourceTypes: [] },
          recordingStrategy: { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' },
        },
        recordingMode: { recordingFrequency: 'CONTINUOUS', recordingModeOverrides: [] },
        recordingScope: 'PAID',
      },
    ]);
  });

  test('keeps the recording mode and its state when it is put again', async () => {
    const { service, call, putRecorder, putChannel } = start();
    await putRecorder();
    await putChannel();
    await call('StartConfigurationRecorder', withName);
    const recordingMode = {
      recordingFrequency: 'DAILY',
      recordingModeOverrides: [{ resourceTypes: ['AWS::EC2::Volume'], recordingFrequency: 'CONTINUOUS' }],
    };
    await putRecorder({ recordingMode });
    const { ConfigurationRecorders } = await call('DescribeConfigurationRecorders');
    expect(ConfigurationRecorders[0].recordingMode).toEqual(recordingMode);
    expect(service.isRecording(MANAGEMENT, 'us-east-1')).toBe(true);
  });

  test('is refused as a second one in the same account and region', async () => {
    const { putRecorder, call } = start();
    await putRecorder();
    await expect(putRecorder({ name: 'second' })).rejects.toMatchObject({
      code: 'MaxNumberOfConfigurationRecordersExceededException',
    });
    const elsewhere = { ConfigurationRecorder: { name: 'second', roleARN } };
    await expect(call('PutConfigurationRecorder', elsewhere, MANAGEMENT, 'eu-west-1')).resolves.toEqual({});
  });

  test('is refused without a role and with a role that does not exist', async () => {
    const { putRecorder } = start();
    await expect(putRecorder({ roleARN: undefined })).rejects.toMatchObject({ code: 'InvalidRoleException' });
    await expect(putRecorder({ roleARN: `${roleARN}-2` })).rejects.toMatchObject({ code: 'InvalidRoleException' });
  });

  test.each([
    ['all types and a list', { allSupported: true, resourceTypes: ['AWS::S3::Bucket'] }],
    ['neither all types nor a list', { allSupported: false }],
    ['global types without all types', { includeGlobalResourceTypes: true, resourceTypes: ['AWS::S3::Bucket'] }],
    [
      'an exclusion under the strategy of all types',
      {
        allSupported: true,
        exclusionByResourceTypes: { resourceTypes: ['AWS::S3::Bucket'] },
        recordingStrategy: { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' },
      },
    ],
    ['a strategy that is none', { allSupported: true, recordingStrategy: { useOnly: 'EVERYTHING' } }],
  ])('is refused with %s in its recording group', async (_, recordingGroup) => {
    await expect(start().putRecorder({ recordingGroup })).rejects.toMatchObject({
      code: 'InvalidRecordingGroupException',
    });
  });

  test('does not start without a delivery channel', async () => {
    const { call, putRecorder } = start();
    await putRecorder();
    await expect(call('StartConfigurationRecorder', withName)).rejects.toMatchObject({
      code: 'NoAvailableDeliveryChannelException',
    });
  });

  test('records from its start to its stop', async () => {
    const { service, call, putRecorder, putChannel } = start();
    await putRecorder();
    await putChannel();
    expect(service.isRecording(MANAGEMENT, 'us-east-1')).toBe(false);
    await call('StartConfigurationRecorder', withName);
    expect(service.isRecording(MANAGEMENT, 'us-east-1')).toBe(true);
    expect(service.isRecording(MANAGEMENT, 'eu-west-1')).toBe(false);
    await call('StopConfigurationRecorder', withName);
    const { ConfigurationRecordersStatus } = await call('DescribeConfigurationRecorderStatus');
    expect(ConfigurationRecordersStatus).toMatchObject([{ name: 'default', recording: false, lastStatus: 'Success' }]);
  });

  test('says when it was started and stopped', async () => {
    const { call, putRecorder, putChannel, clock } = start();
    await putRecorder();
    await putChannel();
    const lastStartTime = clock.seconds();
    await call('StartConfigurationRecorder', withName);
    clock.set(new Date('2026-02-01T00:00:00Z'));
    await call('StopConfigurationRecorder', withName);
    const lastStopTime = Date.parse('2026-02-01T00:00:00Z') / 1000;
    expect(await call('DescribeConfigurationRecorderStatus')).toMatchObject({
      ConfigurationRecordersStatus: [{ lastStartTime, lastStopTime, lastStatusChangeTime: lastStopTime }],
    });
  });

  test('is unknown by another name', async () => {
    const { call, putRecorder } = start();
    await putRecorder();
    const refusal = { code: 'NoSuchConfigurationRecorderException' };
    await expect(call('DescribeConfigurationRecorders', { ConfigurationRecorderNames: ['x'] })).rejects.toMatchObject(
      refusal,
    );
    await expect(call('DeleteConfigurationRecorder', { ConfigurationRecorderName: 'x' })).rejects.toMatchObject(
      refusal,
    );
  });
});

describe('the delivery channel', () => {
  test('is refused without a recorder', async () => {
    await expect(start().putChannel()).rejects.toMatchObject({ code: 'NoAvailableConfigurationRecorderException' });
  });

  test('is refused as a second one in the same account and region', async () => {
    const { putRecorder, putChannel } = start();
    await putRecorder();
    await putChannel();
    await expect(putChannel('second')).rejects.toMatchObject({
      code: 'MaxNumberOfDeliveryChannelsExceededException',
    });
  });

  test('cannot be deleted while the recorder is running', async () => {
    const { call, putRecorder, putChannel } = start();
    await putRecorder();
    await putChannel();
    await call('StartConfigurationRecorder', withName);
    const remove = () => call('DeleteDeliveryChannel', { DeliveryChannelName: 'default' });
    // The provider waits for the recorder on these very words.
    await expect(remove()).rejects.toMatchObject({
      code: 'LastDeliveryChannelDeleteFailedException',
      message: expect.stringContaining('there is a running configuration recorder'),
    });
    await call('StopConfigurationRecorder', withName);
    await expect(remove()).resolves.toEqual({});
    await expect(remove()).rejects.toMatchObject({ code: 'NoSuchDeliveryChannelException' });
  });
});

describe('the retention configuration', () => {
  test('is named default and lies between 30 and 2557 days', async () => {
    const { call } = start();
    const put = (RetentionPeriodInDays: number) => call('PutRetentionConfiguration', { RetentionPeriodInDays });
    await expect(put(29)).rejects.toMatchObject({ code: 'InvalidParameterValueException' });
    await expect(put(2558)).rejects.toMatchObject({ code: 'InvalidParameterValueException' });
    await put(365);
    expect(await call('DescribeRetentionConfigurations', { RetentionConfigurationNames: ['default'] })).toEqual({
      RetentionConfigurations: [{ Name: 'default', RetentionPeriodInDays: 365 }],
    });
  });

  test('is unknown once it is deleted', async () => {
    const { call } = start();
    await expect(call('DeleteRetentionConfiguration', { RetentionConfigurationName: 'default' })).rejects.toMatchObject(
      {
        code: 'NoSuchRetentionConfigurationException',
      },
    );
  });
});

test('nothing is left over once everything is deleted', async () => {
  const { service, call, putRecorder, putChannel } = start();
  await putRecorder();
  await putChannel();
  expect(service.leftovers()).toEqual([
    { account: MANAGEMENT, resource: 'us-east-1 configuration-recorder default' },
    { account: MANAGEMENT, resource: 'us-east-1 delivery-channel default' },
  ]);
  await call('DeleteDeliveryChannel', { DeliveryChannelName: 'default' });
  await call('DeleteConfigurationRecorder', withName);
  expect(service.leftovers()).toEqual([]);
});

test('tags belong to resources that exist', async () => {
  const { call, putRecorder } = start();
  await putRecorder();
  const { ConfigurationRecorders } = await call('DescribeConfigurationRecorders');
  const ResourceArn = ConfigurationRecorders[0].arn;
  await call('TagResource', {
    ResourceArn,
    Tags: [
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2' },
    ],
  });
  await call('UntagResource', { ResourceArn, TagKeys: ['a'] });
  expect(await call('ListTagsForResource', { ResourceArn })).toEqual({ Tags: [{ Key: 'b', Value: '2' }] });
  const many = Array.from({ length: 50 }, (_, index) => ({ Key: `k${index}`, Value: '' }));
  await expect(call('TagResource', { ResourceArn, Tags: many })).rejects.toMatchObject({
    code: 'TooManyTagsException',
  });
  await call('DeleteConfigurationRecorder', withName);
  await expect(call('ListTagsForResource', { ResourceArn })).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
  });
});
