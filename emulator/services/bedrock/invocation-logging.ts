import type { LoggingConfig } from '@aws-sdk/client-bedrock';
import type { Scope } from '../../toolkit/call';
import type { BedrockOperations, Shape } from './api';
import { text } from './input';
import { testLogGroup, testWrite } from './logging-destination';
import type { BedrockState } from './state';

/** The logging of model invocations: one configuration in each account and region, which a second one replaces. */
export const invocationLoggingOperations = (state: BedrockState): BedrockOperations => ({
  PutModelInvocationLoggingConfiguration: async (call) => {
    const { loggingConfig = {} } = call.input;
    await testDestinations(state, call, loggingConfig);
    state.logging.set({ ...delivered, ...loggingConfig }, call.account, call.region);
    return {};
  },
  GetModelInvocationLoggingConfiguration: ({ account, region }) => ({
    loggingConfig: state.logging.get(account, region),
  }),
  DeleteModelInvocationLoggingConfiguration: ({ account, region }) => {
    state.logging.delete(account, region);
    return {};
  },
});

/** What the request leaves out is delivered. */
const delivered: Shape<LoggingConfig> = {
  textDataDeliveryEnabled: true,
  imageDataDeliveryEnabled: true,
  embeddingDataDeliveryEnabled: true,
  videoDataDeliveryEnabled: true,
  audioDataDeliveryEnabled: true,
};

async function testDestinations(
  { world: { moto } }: BedrockState,
  scope: Scope,
  { s3Config, cloudWatchConfig }: Shape<LoggingConfig>,
): Promise<void> {
  for (const destination of [s3Config, cloudWatchConfig?.largeDataDeliveryS3Config])
    if (destination) {
      const bucketName = text('bucketName', destination.bucketName, 63, /^/, 3);
      await testWrite(moto, scope, bucketName, text('keyPrefix', destination.keyPrefix ?? '', 1024, /^/, 0));
    }
  if (cloudWatchConfig)
    await testLogGroup(moto, scope, text('logGroupName', cloudWatchConfig.logGroupName, 512), cloudWatchConfig.roleArn);
}
