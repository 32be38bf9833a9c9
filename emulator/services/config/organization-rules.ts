import { AwsError } from '../../toolkit/errors';
import type { Call, Json } from '../../toolkit/untyped';
import { overallStatus, statusByAccount } from './deployment-status';
import { type Deployment, Deployments } from './deployments';
import { MULTI_ACCOUNT_SETUP } from './organization';
import type { OrganizationFeature } from './organization-feature';
import { putRule, removeRule } from './rules';
import { type ConfigState, constraintError } from './state';

const MAX_RULES = 150;

/** Rules of the organization, managed, by Lambda or by Guard policy, in each account that is not excluded. */
export function organizationRules(state: ConfigState): OrganizationFeature {
  const deployments = new Deployments(state, {
    type: 'organization-config-rule',
    prefix: 'OrgConfigRule',
    missing,
    tooMany: { limit: MAX_RULES, error: tooMany },
    remove: (place, deployedName) => removeRule(state, place, deployedName),
  });
  const named = (call: Call) => deployments.describe(call, call.input.OrganizationConfigRuleNames);

  return {
    deployments,
    operations: {
      PutOrganizationConfigRule: async (call) => {
        const { OrganizationConfigRuleName: name } = call.input;
        if (!/^[A-Za-z0-9-_]{1,64}$/.test(name)) throw invalidName();
        if (metadata(call.input).length !== 1) throw oneKind();
        const rule = { ...ruleOf(call.input), CreatedBy: MULTI_ACCOUNT_SETUP };
        const { arn } = await deployments.put(call, name, async (place, deployedName) => {
          await putRule(state, place, { ...rule, ConfigRuleName: deployedName });
        });
        return { OrganizationConfigRuleArn: arn };
      },
      DescribeOrganizationConfigRules: (call) => ({ OrganizationConfigRules: named(call).map(shown) }),
      DescribeOrganizationConfigRuleStatuses: (call) => ({
        OrganizationConfigRuleStatuses: named(call).map((deployment) => {
          const { Status, ...rest } = overallStatus(deployment);
          const { OrganizationConfigRuleName } = deployment.input;
          return { OrganizationConfigRuleName, OrganizationRuleStatus: Status, ...rest };
        }),
      }),
      GetOrganizationConfigRuleDetailedStatus: (call) => {
        const { OrganizationConfigRuleName: name, Filters = {} } = call.input;
        const deployment = deployments.find(call, name);
        return {
          OrganizationConfigRuleDetailedStatus: statusByAccount(deployment)
            .filter(({ AccountId }) => AccountId === (Filters.AccountId ?? AccountId))
            .filter(({ Status }) => Status === (Filters.MemberAccountRuleStatus ?? Status))
            .map(({ Status, ...rest }) => ({
              ...rest,
              MemberAccountRuleStatus: Status,
              ConfigRuleName: deployment.deployedName,
            })),
        };
      },
      DeleteOrganizationConfigRule: (call) => {
        deployments.delete(call, call.input.OrganizationConfigRuleName);
        return {};
      },
    },
  };
}

const KINDS = [
  'OrganizationManagedRuleMetadata',
  'OrganizationCustomRuleMetadata',
  'OrganizationCustomPolicyRuleMetadata',
] as const;

const metadata = (input: Json): Json[] => KINDS.flatMap((kind) => input[kind] ?? []);

/** The rule as each account gets it. */
function ruleOf(input: Json): Json {
  const [common = {}] = metadata(input);
  const types: string[] = common.OrganizationConfigRuleTriggerTypes ?? [];
  const details = types.map((MessageType) => ({ EventSource: 'aws.config', MessageType }));
  return {
    Description: common.Description,
    InputParameters: common.InputParameters,
    MaximumExecutionFrequency: common.MaximumExecutionFrequency,
    Scope: scopeOf(common),
    Source: { ...sourceOf(common), ...(details.length > 0 && { SourceDetails: details }) },
  };
}

function sourceOf({ RuleIdentifier, LambdaFunctionArn, PolicyRuntime, PolicyText }: Json): Json {
  if (RuleIdentifier !== undefined) return { Owner: 'AWS', SourceIdentifier: RuleIdentifier };
  if (LambdaFunctionArn !== undefined) return { Owner: 'CUSTOM_LAMBDA', SourceIdentifier: LambdaFunctionArn };
  return { Owner: 'CUSTOM_POLICY', CustomPolicyDetails: { PolicyRuntime, PolicyText } };
}

function scopeOf({ ResourceTypesScope, ResourceIdScope, TagKeyScope, TagValueScope }: Json): Json | undefined {
  if ((ResourceTypesScope ?? ResourceIdScope ?? TagKeyScope) === undefined) return undefined;
  return {
    ComplianceResourceTypes: ResourceTypesScope,
    ComplianceResourceId: ResourceIdScope,
    TagKey: TagKeyScope,
    TagValue: TagValueScope,
  };
}

function shown({ arn, input, updated }: Deployment): Json {
  const { PolicyText: _, ...policy } = input.OrganizationCustomPolicyRuleMetadata ?? {};
  return {
    OrganizationConfigRuleName: input.OrganizationConfigRuleName,
    OrganizationConfigRuleArn: arn,
    OrganizationManagedRuleMetadata: input.OrganizationManagedRuleMetadata,
    OrganizationCustomRuleMetadata: input.OrganizationCustomRuleMetadata,
    OrganizationCustomPolicyRuleMetadata: input.OrganizationCustomPolicyRuleMetadata && policy,
    ExcludedAccounts: input.ExcludedAccounts ?? [],
    LastUpdateTime: updated,
  };
}

const missing = (): AwsError =>
  new AwsError(
    'NoSuchOrganizationConfigRuleException',
    'One or more organization config rules with specified names are not present. Ensure your names are correct and try your request again later.',
  );

const tooMany = (): AwsError =>
  new AwsError(
    'MaxNumberOfOrganizationConfigRulesExceededException',
    `The maximum number of organization config rules: ${MAX_RULES} is reached.`,
  );

const invalidName = (): AwsError =>
  constraintError('organizationConfigRuleName', 'Member must satisfy regular expression pattern: [A-Za-z0-9-_]+');

const oneKind = (): AwsError =>
  new AwsError('InvalidParameterValueException', 'Exactly one kind of rule metadata has to be specified.');
