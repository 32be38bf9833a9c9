import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { ConfigCall, ConfigOperations } from './api';
import { testDelivery } from './delivery';
import { type Channel, type ConfigState, describe, find } from './state';

/** The delivery channel of an account and region, whose destinations are tested when it is put. */
export const deliveryChannelOperations = (state: ConfigState): ConfigOperations => ({
  PutDeliveryChannel: (call) => put(state, call),
  DescribeDeliveryChannels: (call) => ({ DeliveryChannels: named(state, call) }),
  DescribeDeliveryChannelStatus: (call) => ({
    DeliveryChannelsStatus: named(state, call).map(({ name }) => ({
      name,
      configSnapshotDeliveryInfo: {},
      configHistoryDeliveryInfo: {},
      configStreamDeliveryInfo: {},
    })),
  }),
  DeleteDeliveryChannel: (call) => {
    const { name } = find(state.deliveryChannels, call, call.input.DeliveryChannelName, noSuchDeliveryChannel);
    if (state.recorder(call)?.recording) throw recorderIsRunning(name);
    state.deliveryChannels.delete(call.account, call.region, name);
    return {};
  },
});

async function put(state: ConfigState, call: ConfigCall<'PutDeliveryChannel'>) {
  const { DeliveryChannel } = required(call.input, 'DeliveryChannel');
  const { name = 'default', ...settings } = required(DeliveryChannel, 's3BucketName');
  const channel = { name, ...settings };
  const recorder = state.recorder(call);
  if (recorder === undefined) throw noRecorder();
  await testDelivery(state.world, call, recorder.settings.roleARN, channel);
  const [current] = state.deliveryChannels.list(call.account, call.region);
  if (current !== undefined && current.name !== name) throw tooManyDeliveryChannels(name);
  state.deliveryChannels.set(channel, call.account, call.region, name);
  return {};
}

const named = (state: ConfigState, call: ConfigCall<'DescribeDeliveryChannels'>): Channel[] =>
  describe(state.deliveryChannels, call, call.input.DeliveryChannelNames, noSuchDeliveryChannel);

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
