import type { RemediationConfiguration } from '@aws-sdk/client-config-service';
import { documentExists, findTrustPolicy } from '../../resource-policy-lookup';
import { arnOf, readArn } from '../../toolkit/arn';
import { required, type Scope } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { ConfigOperations, Shape } from './api';
import { insufficientPermissions, invalidParameter } from './errors';
import { serviceLinked } from './rules';
import { type ConfigState, find } from './state';

/** What AWS Config does about a resource that breaks a rule: one remediation a rule. */
export const remediationOperations = (state: ConfigState): ConfigOperations => ({
  PutRemediationConfigurations: async (call) => {
    const { RemediationConfigurations } = required(call.input, 'RemediationConfigurations');
    for (const remediation of RemediationConfigurations) {
      const rule = find(state.rules, call, remediation.ConfigRuleName, unknownRule);
      if (rule.CreatedBy !== undefined) throw serviceLinked();
      await putRemediation(state, call, remediation);
    }
    return { FailedBatches: [] };
  },
  DescribeRemediationConfigurations: ({ account, region, input }) => ({
    RemediationConfigurations: required(input, 'ConfigRuleNames').ConfigRuleNames.flatMap(
      (name) => state.remediations.get(account, region, name) ?? [],
    ),
  }),
  // What is never evaluated is never remedied, and needs no exception.
  DescribeRemediationExecutionStatus: ({ account, region, input: { ConfigRuleName: name = '' } }) => {
    if (!state.remediations.get(account, region, name)) throw noSuchRemediation(name);
    return { RemediationExecutionStatuses: [] };
  },
  DescribeRemediationExceptions: () => ({ RemediationExceptions: [] }),
  DeleteRemediationConfiguration: ({ account, region, input: { ConfigRuleName: name = '' } }) => {
    if (!state.remediations.delete(account, region, name)) throw noSuchRemediation(name);
    return {};
  },
});

/** Gives a rule its remediation after the checks that AWS Config makes for everybody, the services too. */
export async function putRemediation(
  state: ConfigState,
  scope: Scope,
  wish: Shape<RemediationConfiguration>,
): Promise<void> {
  const remediation = required(wish, 'ConfigRuleName', 'TargetId');
  const { ConfigRuleName: name, Parameters = {}, TargetId, Automatic } = remediation;
  for (const { ResourceValue, StaticValue } of Object.values(Parameters))
    if ((ResourceValue === undefined) === (StaticValue === undefined)) throw invalidParameters();
  if (!(await documentExists(state.world.moto, TargetId, scope)))
    throw invalidParameter(`The SSM document ${TargetId} does not exist.`);
  const role = Parameters.AutomationAssumeRole?.StaticValue?.Values?.[0];
  if (Automatic && role === undefined) throw roleRequired(name);
  if (role !== undefined && !(await isRoleOf(state, scope, role)))
    throw insufficientPermissions(`The role ${role} does not exist in this account.`);
  const current = state.remediations.get(scope.account, scope.region, name);
  const Arn = current?.Arn ?? arnOf('config', scope, `remediation-configuration/${name}/${state.world.newId(16)}`);
  state.remediations.set({ ...remediation, Arn }, scope.account, scope.region, name);
}

/** A role can be passed only in its own account. */
async function isRoleOf({ world }: ConfigState, { account }: Scope, arn: string): Promise<boolean> {
  return readArn(arn).account === account && (await findTrustPolicy(world.moto, arn)) !== undefined;
}

/** The operation has no error of its own for it (API reference, PutRemediationConfigurations). */
const unknownRule = (name: string): AwsError => invalidParameter(`The ConfigRule '${name}' does not exist.`);

const noSuchRemediation = (name: string): AwsError =>
  new AwsError('NoSuchRemediationConfigurationException', `No RemediationConfiguration for rule ${name} exists.`);

const invalidParameters = (): AwsError =>
  invalidParameter('There were invalid RemediationParameterValues for configurations for AWS Config Rules.');

const roleRequired = (name: string): AwsError =>
  invalidParameter(`AutomationAssumeRole has to be specified for the automatic remediation of rule ${name}.`);
