import { AwsError } from '../../toolkit/errors';
import type { Handler } from '../../toolkit/untyped';
import { type ConfigState, describe } from './state';

/** How long AWS Config keeps the history of a place: one configuration, named default by AWS. */
export function retentionOperations(state: ConfigState): Record<string, Handler> {
  return {
    PutRetentionConfiguration: ({ account, region, input: { RetentionPeriodInDays } }) => {
      if (RetentionPeriodInDays < 30 || RetentionPeriodInDays > 2557) throw outOfRange();
      const configuration = { Name: 'default', RetentionPeriodInDays };
      state.retentionConfigurations.set(configuration, account, region, configuration.Name);
      return { RetentionConfiguration: configuration };
    },
    DescribeRetentionConfigurations: (call) => ({
      RetentionConfigurations: describe(
        state.retentionConfigurations,
        call,
        call.input.RetentionConfigurationNames,
        noSuchRetentionConfiguration,
      ),
    }),
    DeleteRetentionConfiguration: ({ account, region, input: { RetentionConfigurationName: name } }) => {
      if (!state.retentionConfigurations.delete(account, region, name)) throw noSuchRetentionConfiguration(name);
      return {};
    },
  };
}

const outOfRange = (): AwsError =>
  new AwsError('InvalidParameterValueException', 'The retention period has to be between 30 and 2557 days.');

const noSuchRetentionConfiguration = (name: string): AwsError =>
  new AwsError(
    'NoSuchRetentionConfigurationException',
    `Cannot find retention configuration with the specified name '${name}'.`,
  );
