import { AwsError } from '../../toolkit/errors';
import type { Call, Handler } from '../../toolkit/untyped';
import { testDelivery } from './delivery';
import { type ConfigState, describe } from './state';

/** The delivery channel of a place, whose destinations are tested when it is put. */
export function deliveryChannelOperations(state: ConfigState): Record<string, Handler> {
  const named = (call: Call) =>
    describe(state.deliveryChannels, call, call.input.DeliveryChannelNames, noSuchDeliveryChannel);

  return {
    PutDeliveryChannel: async (call) => {
      const channel = { name: 'default', ...call.input.DeliveryChannel };
      const recorder = state.recorder(call);
      if (recorder === undefined) throw noRecorder();
      await testDelivery(state.world, call, recorder.settings.roleARN, channel);
      const [current] = state.deliveryChannels.list(call.account, call.region);
      if (current !== undefined && current.name !== channel.name) throw tooManyDeliveryChannels(channel.name);
      state.deliveryChannels.set(channel, call.account, call.region, channel.name);
      return {};
    },
    DescribeDeliveryChannels: (call) => ({ DeliveryChannels: named(call) }),
    DescribeDeliveryChannelStatus: (call) => ({
      DeliveryChannelsStatus: named(call).map(({ name }) => ({
        name,
        configSnapshotDeliveryInfo: {},
        configHistoryDeliveryInfo: {},
        configStreamDeliveryInfo: {},
      })),
    }),
    DeleteDeliveryChannel: (call) => {
      const name = call.input.DeliveryChannelName;
      if (state.deliveryChannels.get(call.account, call.region, name) === undefined) throw noSuchDeliveryChannel(name);
      if (state.recorder(call)?.recording) throw recorderIsRunning(name);
      state.deliveryChannels.delete(call.account, call.region, name);
      return {};
    },
  };
}

const noSuchDeliveryChannel = (name: string): AwsError =>
  new AwsError('NoSuchDeliveryChannelException', `Cannot find delivery channel with specified name '${name}'.`);

const noRecorder = (): AwsError =>
  new AwsError(
    'NoAvailableConfigurationRecorderException',
    'Configuration recorder is not available to put delivery channel.',
  );

const tooManyDeliveryChannels = (name: string): AwsError =>
  new AwsError(
    'MaxNumberOfDeliveryChannelsExceededException',
    `Failed to put delivery channel '${name}' because the maximum number of delivery channels: 1 is reached.`,
  );

const recorderIsRunning = (name: string): AwsError =>
  new AwsError(
    'LastDeliveryChannelDeleteFailedException',
    `Failed to delete last specified delivery channel with name '${name}', because there is a running configuration recorder.`,
  );
