import { GetModelInvocationLoggingConfigurationCommand } from '@aws-sdk/client-bedrock';
import { accountVerdict, type Check } from '../check';

/** Bedrock logs what is said to models, text included, to S3 or CloudWatch Logs. One verdict, on the account. */
export const bedrockInvocationLogging: Check = {
  async onSchedule({ accountId, clients: { bedrock } }) {
    const { loggingConfig } = await bedrock.send(new GetModelInvocationLoggingConfigurationCommand({}));
    if (!loggingConfig?.s3Config?.bucketName && !loggingConfig?.cloudWatchConfig?.logGroupName)
      return [
        accountVerdict(
          accountId,
          'NON_COMPLIANT',
          'Invocations of models are not logged: name a bucket or a log group in the model invocation logging of Bedrock.',
        ),
      ];
    if (!loggingConfig.textDataDeliveryEnabled)
      return [
        accountVerdict(
          accountId,
          'NON_COMPLIANT',
          'Invocations of models are logged without their text: switch on textDataDeliveryEnabled.',
        ),
      ];
    return [accountVerdict(accountId, 'COMPLIANT')];
  },
};
