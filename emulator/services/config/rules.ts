import type { ConfigRule, Source } from '@aws-sdk/client-config-service';
import { allowsService } from '../../../policy/iam/resource-policy';
import { findFunctionPolicy } from '../../resource-policy-lookup';
import { arnOf } from '../../toolkit/arn';
import { required, type Scope } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import { tagMap } from '../../toolkit/tags';
import type { ConfigCall, ConfigOperations, Shape } from './api';
import { insufficientPermissions, invalidParameter } from './errors';
import { type ConfigState, describe, find, type Rule } from './state';

const maxRules = 1000;

/** Nothing is evaluated here, and AWS says so in this way of a rule that never ran. */
export const unevaluated = 'INSUFFICIENT_DATA';

/** The rules of an account and region; those that a conformance pack or the organization made are shown and not changed. */
export const ruleOperations = (state: ConfigState): ConfigOperations => ({
  PutConfigRule: async (call) => {
    const { ConfigRule: rule } = required(call.input, 'ConfigRule');
    const { ConfigRuleName: name } = required(rule, 'ConfigRuleName');
    if (rule.Source?.SourceIdentifier === 'AWS_CONFIG_PROCESS_CHECK') throw invalidIdentifier(rule.Source);
    if (state.rules.get(call.account, call.region, name)?.CreatedBy !== undefined) throw serviceLinked();
    const { ConfigRuleArn } = await putRule(state, call, rule);
    state.tagNew(ConfigRuleArn, tagMap(call.input.Tags));
    return {};
  },
  DescribeConfigRules: (call) => ({ ConfigRules: named(state, call).map(withoutPolicyText) }),
  GetCustomRulePolicy: (call) => {
    const { Source } = find(state.rules, call, call.input.ConfigRuleName, noSuchRule);
    return { PolicyText: Source.CustomPolicyDetails?.PolicyText };
  },
  DescribeComplianceByConfigRule: (call) => ({
    ComplianceByConfigRules: named(state, call)
      .filter(() => call.input.ComplianceTypes?.includes(unevaluated) ?? true)
      .map(({ ConfigRuleName }) => ({ ConfigRuleName, Compliance: { ComplianceType: unevaluated } })),
  }),
  DeleteConfigRule: (call) => {
    const { ConfigRuleName: name, CreatedBy } = find(state.rules, call, call.input.ConfigRuleName, noSuchRule);
    if (CreatedBy !== undefined) throw serviceLinked();
    if (state.remediations.get(call.account, call.region, name) !== undefined) throw hasRemediation(name);
    removeRule(state, call, name);
    return {};
  },
});

/** Creates or updates a rule after the checks that AWS Config makes for everybody, the services too. */
export async function putRule(state: ConfigState, scope: Scope, wish: Shape<ConfigRule>): Promise<Rule> {
  const { account, region } = scope;
  if (state.recorder(scope) === undefined) throw noRecorder();
  const rule = required(wish, 'ConfigRuleName', 'Source');
  checkParameters(rule.InputParameters);
  await checkSource(state, scope, rule.Source);
  const current = state.rules.get(account, region, rule.ConfigRuleName);
  if (current === undefined && state.rules.list(account, region).length >= maxRules) throw tooMany(rule.ConfigRuleName);
  const id = current?.ConfigRuleId ?? `config-rule-${state.world.newId(6)}`;
  const complete: Rule = {
    EvaluationModes: [{ Mode: 'DETECTIVE' }],
    ...rule,
    ConfigRuleArn: arnOf('config', scope, `config-rule/${id}`),
    ConfigRuleId: id,
    ConfigRuleState: 'ACTIVE',
  };
  return state.rules.set(complete, account, region, rule.ConfigRuleName);
}

/** Removes a rule with its remediation and its tags, where it is there. */
export function removeRule(state: ConfigState, { account, region }: Scope, name: string): void {
  const rule = state.rules.get(account, region, name);
  if (rule === undefined) return;
  state.rules.delete(account, region, name);
  state.remediations.delete(account, region, name);
  state.tags.delete(rule.ConfigRuleArn);
}

const named = (
  state: ConfigState,
  call: ConfigCall<'DescribeConfigRules' | 'DescribeComplianceByConfigRule'>,
): Rule[] => describe(state.rules, call, call.input.ConfigRuleNames, noSuchRule);

async function checkSource({ world }: ConfigState, { account }: Scope, source: Shape<Source>): Promise<void> {
  const { Owner, SourceIdentifier = '' } = source;
  if (Owner === 'AWS' && !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(SourceIdentifier)) throw invalidIdentifier(source);
  if (Owner !== 'CUSTOM_LAMBDA') return;
  const invoke = {
    service: 'config.amazonaws.com',
    action: 'lambda:InvokeFunction',
    resource: SourceIdentifier,
    context: { 'aws:SourceAccount': account },
  };
  if (!allowsService(await findFunctionPolicy(world.moto, SourceIdentifier), invoke))
    throw insufficientPermissions(
      `The AWS Lambda function ${SourceIdentifier} cannot be invoked. Check the specified function ARN, and check the function's permissions.`,
    );
}

function checkParameters(parameters: string | undefined): void {
  if (parameters === undefined) return;
  try {
    JSON.parse(parameters);
  } catch {
    throw invalidParameter(`Invalid json ${parameters} passed in the InputParameters field`);
  }
}

function withoutPolicyText(rule: Rule): Shape<ConfigRule> {
  if (rule.Source.CustomPolicyDetails === undefined) return rule;
  const details = { ...rule.Source.CustomPolicyDetails, PolicyText: undefined };
  return { ...rule, Source: { ...rule.Source, CustomPolicyDetails: details } };
}

/** The error of a rule name that nobody has. */
export const noSuchRule = (name: string): AwsError =>
  new AwsError(
    'NoSuchConfigRuleException',
    `The ConfigRule '${name}' provided in the request is invalid. Please check the configRule name`,
  );

/** The error of a change to something that belongs to a conformance pack or to the organization. */
export const serviceLinked = (): AwsError =>
  new AwsError(
    'AccessDeniedException',
    'An AWS service owns ServiceLinkedConfigRule. You do not have permissions to take action on this rule.',
  );

/** The error of a rule in an account and region without a recorder. */
export const noRecorder = (): AwsError =>
  new AwsError(
    'NoAvailableConfigurationRecorderException',
    'You must create a configuration recorder before you can create or update a Config rule.',
  );

const hasRemediation = (name: string): AwsError =>
  new AwsError(
    'ResourceInUseException',
    `The rule ${name} currently has a RemediationConfiguration. Please delete the RemediationConfiguration and try again.`,
  );

const tooMany = (name: string): AwsError =>
  new AwsError(
    'MaxNumberOfConfigRulesExceededException',
    `Failed to put config rule '${name}' because the maximum number of config rules: ${maxRules} is reached.`,
  );

const invalidIdentifier = ({ SourceIdentifier }: Shape<Source>): AwsError =>
  invalidParameter(
    `The sourceIdentifier ${SourceIdentifier} is invalid. Please refer to the documentation for a list of valid sourceIdentifiers that can be used when AWS is the Owner.`,
  );
