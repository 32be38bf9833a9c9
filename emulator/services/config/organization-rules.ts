import type {
  ConfigRule,
  MessageType,
  OrganizationConfigRule,
  OrganizationManagedRuleMetadata,
  Scope as RuleScope,
  Source,
} from '@aws-sdk/client-config-service';
import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { ConfigCall, ConfigOperations, Input, Shape } from './api';
import { overallStatus, statusByAccount } from './deployment-status';
import { type Deployment, Deployments } from './deployments';
import { constraintError, invalidParameter } from './errors';
import { multiAccountSetup } from './organization';
import { putRule, removeRule } from './rules';
import type { ConfigState } from './state';

const maxRules = 150;

type Wish = Input<'PutOrganizationConfigRule'>;

/** Rules of the organization, managed, by Lambda or by Guard policy, in each account that is not excluded. */
export const organizationRules = (state: ConfigState): Deployments<Wish> =>
  new Deployments(state, {
    type: 'organization-config-rule',
    prefix: 'OrgConfigRule',
    missing,
    tooMany: { limit: maxRules, error: tooMany },
    remove: (scope, deployedName) => removeRule(state, scope, deployedName),
  });

/** Rules as the organization's administrator makes them and follows them. */
export const organizationRuleOperations = (state: ConfigState, rules: Deployments<Wish>): ConfigOperations => ({
  PutOrganizationConfigRule: (call) => put(state, rules, call),
  DescribeOrganizationConfigRules: (call) => ({
    OrganizationConfigRules: rules.describe(call, call.input.OrganizationConfigRuleNames).map(shown),
  }),
  DescribeOrganizationConfigRuleStatuses: (call) => ({
    OrganizationConfigRuleStatuses: rules.describe(call, call.input.OrganizationConfigRuleNames).map((deployment) => {
      const { Status, ...rest } = overallStatus(deployment);
      const { OrganizationConfigRuleName } = deployment.wish;
      return { OrganizationConfigRuleName, OrganizationRuleStatus: Status, ...rest };
    }),
  }),
  GetOrganizationConfigRuleDetailedStatus: (call) => {
    const { OrganizationConfigRuleName: name, Filters = {} } = call.input;
    const deployment = rules.find(call, name);
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
    rules.delete(call, required(call.input, 'OrganizationConfigRuleName').OrganizationConfigRuleName);
    return {};
  },
});

async function put(state: ConfigState, rules: Deployments<Wish>, call: ConfigCall<'PutOrganizationConfigRule'>) {
  const { OrganizationConfigRuleName: name = '' } = call.input;
  if (!/^[A-Za-z0-9-_]{1,64}$/.test(name)) throw invalidName();
  const [metadata, ...others] = metadataOf(call.input);
  if (metadata === undefined || others.length > 0)
    throw invalidParameter('Exactly one kind of rule metadata has to be specified.');
  const rule: Shape<ConfigRule> = {
    Description: metadata.Description,
    InputParameters: metadata.InputParameters,
    MaximumExecutionFrequency: metadata.MaximumExecutionFrequency,
    Scope: scopeOf(metadata),
    Source: sourceOf(call.input),
    CreatedBy: multiAccountSetup,
  };
  const { arn } = await rules.put(call, name, async (scope, deployedName) => {
    await putRule(state, scope, { ...rule, ConfigRuleName: deployedName });
  });
  return { OrganizationConfigRuleArn: arn };
}

/** What all kinds of metadata have. */
type Metadata = Omit<Shape<OrganizationManagedRuleMetadata>, 'RuleIdentifier'>;

const metadataOf = (wish: Wish): Metadata[] =>
  [
    wish.OrganizationManagedRuleMetadata,
    wish.OrganizationCustomRuleMetadata,
    wish.OrganizationCustomPolicyRuleMetadata,
  ].flatMap((metadata) => metadata ?? []);

function sourceOf({
  OrganizationManagedRuleMetadata: managed,
  OrganizationCustomRuleMetadata: custom,
  OrganizationCustomPolicyRuleMetadata: policy,
}: Wish): Shape<Source> {
  if (managed) return { Owner: 'AWS', SourceIdentifier: managed.RuleIdentifier };
  if (custom)
    return {
      Owner: 'CUSTOM_LAMBDA',
      SourceIdentifier: custom.LambdaFunctionArn,
      ...triggeredBy(custom.OrganizationConfigRuleTriggerTypes),
    };
  return {
    Owner: 'CUSTOM_POLICY',
    CustomPolicyDetails: { PolicyRuntime: policy?.PolicyRuntime, PolicyText: policy?.PolicyText },
    ...triggeredBy(policy?.OrganizationConfigRuleTriggerTypes),
  };
}

const triggeredBy = (types: readonly MessageType[] = []): Pick<Shape<Source>, 'SourceDetails'> =>
  types.length === 0 ? {} : { SourceDetails: types.map((MessageType) => ({ EventSource: 'aws.config', MessageType })) };

function scopeOf(metadata: Metadata): Shape<RuleScope> | undefined {
  const { ResourceTypesScope, ResourceIdScope, TagKeyScope, TagValueScope } = metadata;
  if ((ResourceTypesScope ?? ResourceIdScope ?? TagKeyScope) === undefined) return undefined;
  return {
    ComplianceResourceTypes: ResourceTypesScope,
    ComplianceResourceId: ResourceIdScope,
    TagKey: TagKeyScope,
    TagValue: TagValueScope,
  };
}

function shown({ arn, wish, updated }: Deployment<Wish>): Shape<OrganizationConfigRule> {
  const { PolicyText: _, ...policy } = wish.OrganizationCustomPolicyRuleMetadata ?? {};
  return {
    OrganizationConfigRuleName: wish.OrganizationConfigRuleName,
    OrganizationConfigRuleArn: arn,
    OrganizationManagedRuleMetadata: wish.OrganizationManagedRuleMetadata,
    OrganizationCustomRuleMetadata: wish.OrganizationCustomRuleMetadata,
    OrganizationCustomPolicyRuleMetadata: wish.OrganizationCustomPolicyRuleMetadata && policy,
    ExcludedAccounts: wish.ExcludedAccounts ?? [],
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
    `The maximum number of organization config rules: ${maxRules} is reached.`,
  );

const invalidName = (): AwsError =>
  constraintError('organizationConfigRuleName', 'Member must satisfy regular expression pattern: [A-Za-z0-9-_]+');
