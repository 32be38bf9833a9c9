import { hcpTypes } from '../../schema/facts/hcp';

const settings = 'a setting, which AWS does not bill';
const access = 'who may do what is not billed';
const organization = 'AWS Organizations is not billed';
const catalog = 'a million objects of the Glue catalog are free';
const hcp = 'HCP Terraform bills what it manages, by its own plans; AWS does not';
const part = 'part of a resource that is billed by itself';
const messages = 'few messages: a million requests of SQS and of SNS, and a thousand e-mails, are free';
const rules = 'rules and the events of AWS services are free; what goes to another account is billed by its target';

/** Types that cost nothing by themselves, each with the reason. */
export const free: Readonly<Record<string, string>> = {
  aws_account_alternate_contact: settings,
  aws_athena_named_query: settings,
  aws_bedrock_guardrail_version: part,
  aws_bedrock_inference_profile: settings,
  aws_budgets_budget: 'budgets without actions are free',
  aws_ce_anomaly_monitor: 'anomaly detection is free',
  aws_ce_anomaly_subscription: 'anomaly detection is free',
  aws_ce_cost_allocation_tag: settings,
  aws_chatbot_slack_channel_configuration: 'chat is free; its topic is counted with SNS',
  aws_chatbot_teams_channel_configuration: 'chat is free; its topic is counted with SNS',
  aws_cloudformation_stack: 'stacks of AWS resources are free, and those here hold settings and metadata',
  aws_cloudformation_stack_set: 'StackSets of AWS resources are free',
  aws_cloudformation_stack_set_instance: 'StackSets of AWS resources are free',
  aws_cloudtrail_organization_delegated_admin_account: organization,
  aws_cloudwatch_event_bus: rules,
  aws_cloudwatch_event_bus_policy: access,
  aws_cloudwatch_event_rule: rules,
  aws_cloudwatch_log_resource_policy: access,
  aws_config_configuration_aggregator: 'aggregators are free',
  aws_config_configuration_recorder_status: part,
  aws_config_delivery_channel: part,
  aws_default_security_group: settings,
  aws_default_subnet: settings,
  aws_default_vpc: settings,
  aws_ebs_encryption_by_default: settings,
  aws_ebs_snapshot_block_public_access: settings,
  aws_ec2_image_block_public_access: settings,
  aws_ec2_instance_metadata_defaults: settings,
  aws_glue_catalog_database: catalog,
  aws_glue_catalog_table: catalog,
  aws_glue_data_catalog_encryption_settings: settings,
  aws_guardduty_filter: settings,
  aws_guardduty_invite_accepter: part,
  aws_guardduty_organization_admin_account: organization,
  aws_guardduty_organization_configuration: settings,
  aws_guardduty_organization_configuration_feature:
    'accounts that join later have it; each account of a file is billed by itself',
  aws_guardduty_publishing_destination: part,
  aws_iam_account_password_policy: settings,
  aws_iam_openid_connect_provider: access,
  aws_iam_organizations_features: settings,
  aws_iam_role: access,
  aws_iam_role_policy: access,
  aws_iam_role_policy_attachment: access,
  aws_kms_alias: part,
  aws_lakeformation_data_lake_settings: settings,
  aws_lakeformation_lf_tag: access,
  aws_lakeformation_permissions: access,
  aws_lakeformation_resource: access,
  aws_lakeformation_resource_lf_tags: access,
  aws_lambda_permission: access,
  aws_macie2_classification_export_configuration: part,
  aws_macie2_custom_data_identifier: settings,
  aws_macie2_findings_filter: settings,
  aws_macie2_invitation_accepter: part,
  aws_macie2_organization_admin_account: organization,
  aws_macie2_organization_configuration: settings,
  aws_organizations_account: organization,
  aws_organizations_delegated_administrator: organization,
  aws_organizations_organization: organization,
  aws_organizations_organizational_unit: organization,
  aws_organizations_policy: organization,
  aws_organizations_policy_attachment: organization,
  aws_ram_sharing_with_organization: settings,
  aws_s3_account_public_access_block: settings,
  aws_s3_bucket_lifecycle_configuration: part,
  aws_s3_bucket_logging: part,
  aws_s3_bucket_object_lock_configuration: part,
  aws_s3_bucket_ownership_controls: part,
  aws_s3_bucket_policy: access,
  aws_s3_bucket_public_access_block: part,
  aws_s3_bucket_server_side_encryption_configuration: part,
  aws_s3_bucket_versioning: part,
  aws_sagemaker_model_package_group: 'the model registry is free; what it keeps lies in buckets',
  aws_sagemaker_model_package_group_policy: access,
  aws_securityhub_account: 'checks are billed with the standards that are on',
  aws_securityhub_configuration_policy_association: part,
  aws_securityhub_finding_aggregator: 'aggregation is free',
  aws_securityhub_organization_admin_account: organization,
  aws_securityhub_organization_configuration: settings,
  aws_servicequotas_service_quota: settings,
  aws_sns_topic: messages,
  aws_sns_topic_policy: access,
  aws_sns_topic_subscription: messages,
  aws_sqs_queue: messages,
  aws_ssm_document: 'documents are free; so are 100,000 steps of automations in a month',
  terraform_data: 'it stands in the state alone',
  ...Object.fromEntries(hcpTypes.map((type) => [type, hcp])),
};

/** Types whose bill hangs on what workloads do, and is not estimated: what to look at. */
export const byUse: Readonly<Record<string, string>> = {
  aws_bedrock_model_invocation_logging_configuration:
    'prompts: as they fill buckets and log groups beyond what bucket-gb and log-gb say',
  aws_lakeformation_data_cells_filter: 'filters of rows and cells: by the data that queries read through them',
  aws_s3_bucket_replication_configuration: 'copies of prompts to the log archive: by their size, storage and transfer',
};

/** What is billed by use beside every resource, and is not estimated either. */
export const always: readonly string[] = [
  'reading requests of S3, and data transfer',
  'automated discovery of Macie, findings of others in Security Hub, steps of remediations',
  'what workloads do: models, instances, storage of their own',
];
