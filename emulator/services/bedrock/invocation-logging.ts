import type { Call, Json, Route } from '../../toolkit/untyped';
import { text } from './input';
import { testLogGroup, testWrite } from './logging-destination';
import type { BedrockState } from './state';

/** The logging of model invocations: one configuration in each account and region, which a second one replaces. */
export const invocationLoggingRoutes = (state: BedrockState): Route[] => {
  const path = '/logging/modelinvocations';
  return [
    {
      method: 'PUT',
      path,
      operation: 'PutModelInvocationLoggingConfiguration',
      handle: async (call) => {
        state.logging.set(await readConfiguration(state, call), call.account, call.region);
        return {};
      },
    },
    {
      method: 'GET',
      path,
      operation: 'GetModelInvocationLoggingConfiguration',
      handle: ({ account, region }) => {
        const loggingConfig = state.logging.get(account, region);
        return loggingConfig ? { loggingConfig } : {};
      },
    },
    {
      method: 'DELETE',
      path,
      operation: 'DeleteModelInvocationLoggingConfiguration',
      handle: ({ account, region }) => {
        state.logging.delete(account, region);
        return {};
      },
    },
  ];
};

const kinds = ['text', 'image', 'embedding', 'video', 'audio'].map((kind) => `${kind}DataDeliveryEnabled`);

async function readConfiguration({ world: { moto } }: BedrockState, call: Call): Promise<Json> {
  const config = call.input.loggingConfig ?? {};
  const { s3Config, cloudWatchConfig } = config;
  for (const destination of [s3Config, cloudWatchConfig?.largeDataDeliveryS3Config])
    if (destination) {
      const bucketName = text('bucketName', destination.bucketName, 63, /^/, 3);
      await testWrite(moto, call, bucketName, text('keyPrefix', destination.keyPrefix ?? '', 1024, /^/, 0));
    }
  if (cloudWatchConfig)
    await testLogGroup(moto, call, text('logGroupName', cloudWatchConfig.logGroupName, 512), cloudWatchConfig.roleArn);
  // What the request leaves out is delivered.
  return { ...Object.fromEntries(kinds.map((kind) => [kind, true])), ...config };
}
