import type { ConfigurationRecorderStatus } from '@aws-sdk/client-config-service';
import { findTrustPolicy } from '../../resource-policy-lookup';
import { arnOf } from '../../toolkit/arn';
import { required, type Scope } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import { tagMap } from '../../toolkit/tags';
import type { ConfigCall, ConfigOperations, Shape } from './api';
import { recordingGroup } from './recording-group';
import { type ConfigState, describe, find, type Recorder } from './state';

/** The configuration recorder of an account and region, and its start and stop. */
export const recorderOperations = (state: ConfigState, onStart: (scope: Scope) => Promise<void>): ConfigOperations => ({
  PutConfigurationRecorder: (call) => put(state, call),
  DescribeConfigurationRecorders: (call) => ({
    ConfigurationRecorders: named(state, call).map(({ settings }) => settings),
  }),
  DescribeConfigurationRecorderStatus: (call) => ({ ConfigurationRecordersStatus: named(state, call).map(status) }),
  ListConfigurationRecorders: ({ account, region }) => ({
    ConfigurationRecorderSummaries: state.recorders
      .list(account, region)
      .map(({ settings: { arn, name } }) => ({ arn, name, recordingScope: 'PAID' })),
  }),
  StartConfigurationRecorder: async (call) => {
    const recorder = findRecorder(state, call);
    if (state.deliveryChannels.list(call.account, call.region).length === 0) throw noDeliveryChannel();
    recorder.recording = true;
    recorder.lastStartTime = state.world.clock.seconds();
    await onStart(call);
    return {};
  },
  StopConfigurationRecorder: (call) => {
    const recorder = findRecorder(state, call);
    recorder.recording = false;
    recorder.lastStopTime = state.world.clock.seconds();
    return {};
  },
  DeleteConfigurationRecorder: (call) => {
    const { settings } = findRecorder(state, call);
    state.recorders.delete(call.account, call.region, settings.name);
    state.tags.delete(settings.arn);
    return {};
  },
});

async function put(state: ConfigState, call: ConfigCall<'PutConfigurationRecorder'>) {
  const { ConfigurationRecorder: wish } = required(call.input, 'ConfigurationRecorder');
  const { name = 'default', roleARN } = wish;
  if (!roleARN || (await findTrustPolicy(state.world.moto, roleARN)) === undefined) throw invalidRole(roleARN);
  const current = state.recorder(call);
  if (current !== undefined && current.settings.name !== name) throw tooManyRecorders(name);
  const settings: Recorder['settings'] = {
    arn: current?.settings.arn ?? arnOf('config', call, `configuration-recorder/${name}/${state.world.newId(16)}`),
    name,
    roleARN,
    recordingGroup: recordingGroup(wish.recordingGroup),
    recordingMode: { recordingFrequency: 'CONTINUOUS', recordingModeOverrides: [], ...wish.recordingMode },
    recordingScope: 'PAID',
  };
  state.recorders.set({ recording: false, ...current, settings }, call.account, call.region, name);
  state.tagNew(settings.arn, tagMap(call.input.Tags));
  return {};
}

const findRecorder = (state: ConfigState, call: ConfigCall<'StartConfigurationRecorder'>): Recorder =>
  find(state.recorders, call, call.input.ConfigurationRecorderName, noSuchRecorder);

const named = (state: ConfigState, call: ConfigCall<'DescribeConfigurationRecorders'>): Recorder[] =>
  describe(state.recorders, call, call.input.ConfigurationRecorderNames, noSuchRecorder);

const status = ({
  settings,
  recording,
  lastStartTime,
  lastStopTime,
}: Recorder): Shape<ConfigurationRecorderStatus> => ({
  arn: settings.arn,
  name: settings.name,
  recording,
  lastStartTime,
  lastStopTime,
  lastStatus: lastStartTime === undefined ? undefined : 'Success',
  lastStatusChangeTime: lastStopTime ?? lastStartTime,
});

const noSuchRecorder = (name: string): AwsError =>
  new AwsError(
    'NoSuchConfigurationRecorderException',
    `Cannot find configuration recorder with the specified name '${name}'.`,
  );

const tooManyRecorders = (name: string): AwsError =>
  new AwsError(
    'MaxNumberOfConfigurationRecordersExceededException',
    `Failed to put configuration recorder '${name}' because the maximum number of configuration recorders: 1 is reached.`,
  );

const invalidRole = (arn = ''): AwsError =>
  new AwsError('InvalidRoleException', `The IAM role '${arn}' of the configuration recorder does not exist.`);

const noDeliveryChannel = (): AwsError =>
  new AwsError(
    'NoAvailableDeliveryChannelException',
    'Delivery channel is not available to start configuration recorder.',
  );
