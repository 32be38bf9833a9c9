import { documentExists, findTrustPolicy } from '../../resource-policy-lookup';
import { AwsError } from '../../toolkit/errors';
import type { Handler, Json } from '../../toolkit/untyped';
import { noSuchRule, serviceLinked } from './rules';
import { type ConfigState, configArn, type Place } from './state';

/** What AWS Config does about a resource that breaks a rule: one remediation a rule. */
export function remediationOperations(state: ConfigState): Record<string, Handler> {
  return {
    PutRemediationConfigurations: async (call) => {
      for (const remediation of call.input.RemediationConfigurations) {
        const rule = state.rules.get(call.account, call.region, remediation.ConfigRuleName);
        if (rule === undefined) throw noSuchRule(remediation.ConfigRuleName);
        if (rule.CreatedBy !== undefined) throw serviceLinked();
        await putRemediation(state, call, remediation);
      }
      return { FailedBatches: [] };
    },
    DescribeRemediationConfigurations: ({ account, region, input }) => ({
      RemediationConfigurations: input.ConfigRuleNames.flatMap(
        (name: string) => state.remediations.get(account, region, name) ?? [],
      ),
    }),
    DeleteRemediationConfiguration: ({ account, region, input: { ConfigRuleName: name } }) => {
      if (!state.remediations.delete(account, region, name)) throw noSuchRemediation(name);
      return {};
    },
  };
}

/** Gives a rule its remediation after the checks that AWS Config makes for everybody, the services too. */
export async function putRemediation(state: ConfigState, place: Place, remediation: Json): Promise<void> {
  const { ConfigRuleName: name, Parameters = {}, TargetId, Automatic } = remediation;
  for (const value of Object.values<Json>(Parameters)) {
    if ((value.ResourceValue === undefined) === (value.StaticValue === undefined)) throw invalidParameters();
  }
  if (!(await documentExists(state.world.moto, TargetId, place))) throw invalidTarget(TargetId);
  const role = Parameters.AutomationAssumeRole?.StaticValue?.Values[0];
  if (Automatic && role === undefined) throw roleRequired(name);
  if (role !== undefined && !(await isRoleOf(state, place, role))) throw cannotPassRole(role);
  const current = state.remediations.get(place.account, place.region, name);
  const arn = current?.Arn ?? configArn(place, `remediation-configuration/${name}/${state.world.newId(16)}`);
  state.remediations.set({ ...remediation, Arn: arn }, place.account, place.region, name);
}

/** A role can be passed only in its own account. */
async function isRoleOf({ world }: ConfigState, { account }: Place, arn: string): Promise<boolean> {
  return arn.split(':')[4] === account && (await findTrustPolicy(world.moto, arn)) !== undefined;
}

const noSuchRemediation = (name: string): AwsError =>
  new AwsError('NoSuchRemediationConfigurationException', `No RemediationConfiguration for rule ${name} exists.`);

const invalidParameters = (): AwsError =>
  new AwsError(
    'InvalidParameterValueException',
    'There were invalid RemediationParameterValues for configurations for AWS Config Rules.',
  );

const invalidTarget = (name: string): AwsError =>
  new AwsError('InvalidParameterValueException', `The SSM document ${name} does not exist.`);

const roleRequired = (name: string): AwsError =>
  new AwsError(
    'InvalidParameterValueException',
    `AutomationAssumeRole has to be specified for the automatic remediation of rule ${name}.`,
  );

const cannotPassRole = (arn: string): AwsError =>
  new AwsError('InsufficientPermissionsException', `The role ${arn} does not exist in this account.`);
