import { type Quota, quotas } from '../../../schema/facts/quotas';
import { type NameQuota, nameQuotas, renderedQuotas } from '../../../schema/facts/rendered-quotas';

/** One argument of a resource, and what AWS takes of it. */
export type Measure =
  | { readonly kind: 'document'; readonly argument: string; readonly quota: Quota; readonly of: string }
  | { readonly kind: 'list'; readonly argument: string; readonly quota: Quota; readonly of: string }
  /** Every text of every list that is nested in the argument. */
  | { readonly kind: 'values'; readonly argument: string; readonly quota: Quota; readonly of: string }
  | { readonly kind: 'name'; readonly argument: string; readonly quota: NameQuota; readonly of: string };

const document = (of: string, argument: string, quota: Quota): Measure => ({ kind: 'document', argument, quota, of });
const list = (of: string, argument: string, quota: Quota): Measure => ({ kind: 'list', argument, quota, of });
const values = (of: string, argument: string, quota: Quota): Measure => ({ kind: 'values', argument, quota, of });
const name = (of: string, quota: NameQuota, argument = 'name'): Measure => ({ kind: 'name', argument, quota, of });

/** What is measured of resources by their types. Tags are measured of each; inline policies of a role together. */
export const measures: Readonly<Record<string, readonly Measure[]>> = {
  aws_athena_named_query: [
    name('the named query', nameQuotas.namedQuery),
    document('the SQL of the named query', 'query', renderedQuotas.namedQuery),
  ],
  aws_athena_workgroup: [name('the workgroup', nameQuotas.workgroup)],
  aws_bedrock_guardrail: [name('the guardrail', nameQuotas.guardrail)],
  aws_bedrock_inference_profile: [name('the inference profile', nameQuotas.inferenceProfile)],
  aws_budgets_budget: [name('the budget', nameQuotas.budget)],
  aws_cloudformation_stack: [
    name('the CloudFormation stack', nameQuotas.cloudFormationStack),
    document('the template of the CloudFormation stack', 'template_body', quotas.templateBody),
  ],
  aws_cloudtrail: [
    name('the trail', nameQuotas.trail),
    values('the set of selectors of the trail', 'advanced_event_selector', renderedQuotas.selectorValues),
  ],
  aws_cloudwatch_event_bus: [name('the event bus', nameQuotas.eventBus)],
  aws_cloudwatch_event_bus_policy: [document('the policy of the event bus', 'policy', renderedQuotas.busPolicy)],
  aws_cloudwatch_event_rule: [
    name('the EventBridge rule', nameQuotas.eventRule),
    document('the event pattern of the EventBridge rule', 'event_pattern', renderedQuotas.eventPattern),
  ],
  aws_cloudwatch_event_target: [document('the input of the EventBridge target', 'input', renderedQuotas.targetInput)],
  aws_cloudwatch_log_group: [name('the log group', nameQuotas.logGroup)],
  aws_cloudwatch_log_resource_policy: [
    document('the policy of the log groups', 'policy_document', renderedQuotas.logPolicy),
  ],
  aws_cloudwatch_metric_alarm: [name('the alarm', nameQuotas.alarm, 'alarm_name')],
  // Template, parameters and excluded accounts are measured where packs are split, which names the controls.
  aws_config_organization_conformance_pack: [name('the conformance pack', nameQuotas.pack)],
  aws_glue_catalog_database: [name('the Glue database', nameQuotas.glue)],
  aws_glue_catalog_table: [name('the Glue table', nameQuotas.glue)],
  aws_guardduty_filter: [name('the GuardDuty filter', nameQuotas.guardDutyFilter)],
  aws_iam_policy: [document('the managed policy', 'policy', renderedQuotas.managedPolicy)],
  aws_iam_role: [
    name('the IAM role', nameQuotas.role),
    document('the trust policy of the IAM role', 'assume_role_policy', renderedQuotas.trustPolicy),
  ],
  aws_iam_role_policy: [name('the inline policy', nameQuotas.rolePolicy)],
  aws_kms_alias: [name('the alias of the KMS key', nameQuotas.keyAlias)],
  aws_kms_key: [document('the policy of the KMS key', 'policy', renderedQuotas.keyPolicy)],
  aws_lambda_function: [name('the Lambda function', nameQuotas.function, 'function_name')],
  aws_macie2_classification_job: [name('the Macie job', nameQuotas.macieJob)],
  aws_macie2_custom_data_identifier: [name('the custom data identifier', nameQuotas.macieIdentifier)],
  aws_organizations_account: [name('the account', nameQuotas.account)],
  aws_organizations_organizational_unit: [name('the OU', nameQuotas.organizationalUnit)],
  aws_organizations_policy: [name('the organization policy', nameQuotas.organizationPolicy)],
  aws_s3_bucket: [name('the bucket', nameQuotas.bucket, 'bucket')],
  aws_s3_bucket_lifecycle_configuration: [list('the bucket', 'rule', renderedQuotas.lifecycleRules)],
  aws_s3_bucket_policy: [document('the policy of the bucket', 'policy', quotas.bucketPolicy)],
  aws_sagemaker_model_package_group: [
    name('the model package group', nameQuotas.modelPackageGroup, 'model_package_group_name'),
  ],
  aws_sagemaker_model_package_group_policy: [
    document('the policy of the model package group', 'resource_policy', renderedQuotas.modelGroupPolicy),
  ],
  aws_sqs_queue: [
    name('the queue', nameQuotas.queue),
    document('the policy of the queue', 'policy', renderedQuotas.queuePolicy),
  ],
  aws_ssm_document: [name('the Systems Manager document', nameQuotas.automationDocument)],
  aws_sns_topic: [name('the topic', nameQuotas.topic)],
  aws_sns_topic_policy: [document('the policy of the topic', 'policy', renderedQuotas.topicPolicy)],
};
