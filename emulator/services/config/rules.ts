import { allowsService } from '../../../policy/iam/resource-policy';
import { findFunctionPolicy } from '../../resource-policy-lookup';
import { AwsError } from '../../toolkit/errors';
import type { Call, Handler, Json } from '../../toolkit/untyped';
import { type ConfigState, configArn, describe, type Place } from './state';

const MAX_RULES = 1000;

/** The rules of a place; those that a conformance pack or the organization made are shown and not changed. */
export function ruleOperations(state: ConfigState): Record<string, Handler> {
  const named = (call: Call) => describe(state.rules, call, call.input.ConfigRuleNames, noSuchRule);

  return {
    PutConfigRule: async (call) => {
      const { ConfigRule: rule, Tags } = call.input;
      if (rule.Source.SourceIdentifier === 'AWS_CONFIG_PROCESS_CHECK') throw invalidIdentifier(rule);
      const current = state.rules.get(call.account, call.region, rule.ConfigRuleName);
      if (current?.CreatedBy !== undefined) throw serviceLinked();
      const { ConfigRuleArn } = await putRule(state, call, rule);
      state.tags.create(ConfigRuleArn, Tags);
      return {};
    },
    DescribeConfigRules: (call) => ({ ConfigRules: named(call).map(withoutPolicyText) }),
    GetCustomRulePolicy: ({ account, region, input: { ConfigRuleName: name } }) => {
      const rule = state.rules.get(account, region, name);
      if (rule === undefined) throw noSuchRule(name);
      return { PolicyText: rule.Source.CustomPolicyDetails?.PolicyText };
    },
    DescribeComplianceByConfigRule: (call) => ({
      ComplianceByConfigRules: named(call)
        .filter(() => call.input.ComplianceTypes?.includes(UNEVALUATED) ?? true)
        .map(({ ConfigRuleName }) => ({ ConfigRuleName, Compliance: { ComplianceType: UNEVALUATED } })),
    }),
    DeleteConfigRule: (call) => {
      const name = call.input.ConfigRuleName;
      const rule = state.rules.get(call.account, call.region, name);
      if (rule === undefined) throw noSuchRule(name);
      if (rule.CreatedBy !== undefined) throw serviceLinked();
      if (state.remediations.get(call.account, call.region, name) !== undefined) throw hasRemediation(name);
      removeRule(state, call, name);
      return {};
    },
  };
}

/** Nothing is evaluated here, and AWS says so in this way of a rule that never ran. */
const UNEVALUATED = 'INSUFFICIENT_DATA';

/** Creates or updates a rule after the checks that AWS Config makes for everybody, the services too. */
export async function putRule(state: ConfigState, place: Place, rule: Json): Promise<Json> {
  const { account, region } = place;
  if (state.recorder(place) === undefined) throw noRecorder();
  checkParameters(rule);
  await checkSource(state, place, rule);
  const current = state.rules.get(account, region, rule.ConfigRuleName);
  if (current === undefined && state.rules.list(account, region).length >= MAX_RULES) throw tooMany(rule);
  const id = current?.ConfigRuleId ?? `config-rule-${state.world.newId(6)}`;
  const complete = {
    EvaluationModes: [{ Mode: 'DETECTIVE' }],
    ...rule,
    ConfigRuleArn: configArn(place, `config-rule/${id}`),
    ConfigRuleId: id,
    ConfigRuleState: 'ACTIVE',
  };
  return state.rules.set(complete, account, region, rule.ConfigRuleName);
}

/** Removes a rule with its remediation and its tags, where it is there. */
export function removeRule(state: ConfigState, { account, region }: Place, name: string): void {
  const rule = state.rules.get(account, region, name);
  if (rule === undefined) return;
  state.rules.delete(account, region, name);
  state.remediations.delete(account, region, name);
  state.tags.delete(rule.ConfigRuleArn);
}

async function checkSource({ world }: ConfigState, { account }: Place, rule: Json): Promise<void> {
  const { Owner, SourceIdentifier = '' } = rule.Source;
  if (Owner === 'AWS' && !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(SourceIdentifier)) throw invalidIdentifier(rule);
  if (Owner !== 'CUSTOM_LAMBDA') return;
  const invoke = {
    service: 'config.amazonaws.com',
    action: 'lambda:InvokeFunction',
    resource: SourceIdentifier,
    context: { 'aws:SourceAccount': account },
  };
  if (!allowsService(await findFunctionPolicy(world.moto, SourceIdentifier), invoke)) throw cannotInvoke(rule);
}

function checkParameters({ InputParameters }: Json): void {
  if (InputParameters === undefined) return;
  try {
    JSON.parse(InputParameters);
  } catch {
    throw new AwsError(
      'InvalidParameterValueException',
      `Invalid json ${InputParameters} passed in the InputParameters field`,
    );
  }
}

function withoutPolicyText(rule: Json): Json {
  if (rule.Source.CustomPolicyDetails === undefined) return rule;
  const { PolicyText: _, ...details } = rule.Source.CustomPolicyDetails;
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

/** The error of a rule in a place without a recorder. */
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

const tooMany = ({ ConfigRuleName }: Json): AwsError =>
  new AwsError(
    'MaxNumberOfConfigRulesExceededException',
    `Failed to put config rule '${ConfigRuleName}' because the maximum number of config rules: ${MAX_RULES} is reached.`,
  );

const invalidIdentifier = ({ Source }: Json): AwsError =>
  new AwsError(
    'InvalidParameterValueException',
    `The sourceIdentifier ${Source.SourceIdentifier} is invalid. Please refer to the documentation for a list of valid sourceIdentifiers that can be used when AWS is the Owner.`,
  );

const cannotInvoke = ({ Source }: Json): AwsError =>
  new AwsError(
    'InsufficientPermissionsException',
    `The AWS Lambda function ${Source.SourceIdentifier} cannot be invoked. Check the specified function ARN, and check the function's permissions.`,
  );
