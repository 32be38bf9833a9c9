import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { ConfigOperations } from './api';
import { invalidParameter } from './errors';
import { type ConfigState, describe, find } from './state';

/** How long AWS Config keeps the history of an account and region: one configuration, named default by AWS. */
export const retentionOperations = (state: ConfigState): ConfigOperations => ({
  PutRetentionConfiguration: ({ account, region, input }) => {
    const { RetentionPeriodInDays } = required(input, 'RetentionPeriodInDays');
    if (RetentionPeriodInDays < 30 || RetentionPeriodInDays > 2557)
      throw invalidParameter('The retention period has to be between 30 and 2557 days.');
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
  DeleteRetentionConfiguration: (call) => {
    const name = call.input.RetentionConfigurationName;
    const { Name = '' } = find(state.retentionConfigurations, call, name, noSuchRetentionConfiguration);
    state.retentionConfigurations.delete(call.account, call.region, Name);
    return {};
  },
});

const noSuchRetentionConfiguration = (name: string): AwsError =>
  new AwsError(
    'NoSuchRetentionConfigurationException',
    `Cannot find retention configuration with the specified name '${name}'.`,
  );
