import { findTrustPolicy } from '../../resource-policy-lookup';
import { AwsError } from '../../toolkit/errors';
import type { Call, Handler, Json } from '../../toolkit/untyped';
import { recordingGroup } from './recording-group';
import { type ConfigState, configArn, describe, now, type Recorder } from './state';

/** The configuration recorder of a place, and its start and stop. */
export function recorderOperations(
  state: ConfigState,
  onStart: (call: Call) => Promise<void>,
): Record<string, Handler> {
  const find = (call: Call): Recorder => {
    const name = call.input.ConfigurationRecorderName;
    const recorder = state.recorders.get(call.account, call.region, name);
    if (recorder === undefined) throw noSuchRecorder(name);
    return recorder;
  };

  return {
    PutConfigurationRecorder: async (call) => {
      const { name = 'default', roleARN, recordingGroup: group, recordingMode } = call.input.ConfigurationRecorder;
      if (!roleARN || (await findTrustPolicy(state.world.moto, roleARN)) === undefined) throw invalidRole(roleARN);
      const current = state.recorder(call);
      if (current !== undefined && current.settings.name !== name) throw tooManyRecorders(name);
      const settings = {
        arn: current?.settings.arn ?? configArn(call, `configuration-recorder/${name}/${state.world.newId(16)}`),
        name,
        roleARN,
        recordingGroup: recordingGroup(group),
        recordingMode: { recordingFrequency: 'CONTINUOUS', recordingModeOverrides: [], ...recordingMode },
        recordingScope: 'PAID',
      };
      state.recorders.set({ recording: false, ...current, settings }, call.account, call.region, name);
      state.tags.create(settings.arn, call.input.Tags);
      return {};
    },
    DescribeConfigurationRecorders: (call) => ({
      ConfigurationRecorders: named(state, call).map(({ settings }) => settings),
    }),
    DescribeConfigurationRecorderStatus: (call) => ({ ConfigurationRecordersStatus: named(state, call).map(status) }),
    StartConfigurationRecorder: async (call) => {
      const recorder = find(call);
      if (state.deliveryChannels.list(call.account, call.region).length === 0) throw noDeliveryChannel();
      recorder.recording = true;
      recorder.lastStartTime = now();
      await onStart(call);
      return {};
    },
    StopConfigurationRecorder: (call) => {
      const recorder = find(call);
      recorder.recording = false;
      recorder.lastStopTime = now();
      return {};
    },
    DeleteConfigurationRecorder: (call) => {
      const { settings } = find(call);
      state.recorders.delete(call.account, call.region, settings.name);
      state.tags.delete(settings.arn);
      return {};
    },
  };
}

const named = (state: ConfigState, call: Call): Recorder[] =>
  describe(state.recorders, call, call.input.ConfigurationRecorderNames, noSuchRecorder);

const status = ({ settings, recording, lastStartTime, lastStopTime }: Recorder): Json => ({
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

const invalidRole = (arn: string | undefined): AwsError =>
  new AwsError('InvalidRoleException', `The IAM role '${arn ?? ''}' of the configuration recorder does not exist.`);

const noDeliveryChannel = (): AwsError =>
  new AwsError(
    'NoAvailableDeliveryChannelException',
    'Delivery channel is not available to start configuration recorder.',
  );
