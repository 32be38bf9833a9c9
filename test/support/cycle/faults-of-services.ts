import { type Fault, policyOf, region } from './fault';

const organization: readonly Fault[] = [
  {
    what: 'a service control policy is detached',
    at: 'management/aws_organizations_policy_attachment.scp-root-1-at-root',
    aws: 'organizations detach-policy --policy-id {policy_id} --target-id {target_id}',
    field: 'aws_organizations_policy_attachment',
  },
  {
    what: 'a service control policy denies something else',
    at: 'management/aws_organizations_policy.scp-workloads-1',
    aws: 'organizations update-policy --policy-id {id} --content',
    document: policyOf({ Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' }),
    field: 'content.',
  },
  {
    what: 'an account is moved out of its OU',
    at: 'management/aws_organizations_account.account-models',
    aws: 'organizations move-account --account-id {id} --source-parent-id {parent_id} --destination-parent-id {management/aws_organizations_organization.organization:roots.0.id}',
    field: 'parent_id',
  },
  {
    what: 'root sessions of members are switched off',
    at: 'management/aws_iam_organizations_features.root-access',
    aws: 'iam disable-organizations-root-sessions',
    field: 'enabled_features',
  },
  {
    what: 'a budget is gone',
    at: 'cost/aws_budgets_budget.account-models',
    aws: 'budgets delete-budget --account-id {accountId} --budget-name {name}',
    field: 'aws_budgets_budget',
  },
];

/** One after the other: each of them is refused as long as that before it holds. */
const guardDuty: readonly Fault[] = [
  {
    what: 'GuardDuty is no longer on for whoever is in the organization',
    at: `security/aws_guardduty_organization_configuration.guardduty-organization-${region}`,
    aws: 'guardduty update-organization-configuration --detector-id {detector_id} --auto-enable-organization-members NONE',
    field: 'auto_enable_organization_members',
  },
  {
    what: 'a member of GuardDuty is suspended',
    at: `account-models/aws_guardduty_member.guardduty-member-${region}`,
    aws: 'guardduty stop-monitoring-members --detector-id {detector_id} --account-ids {account_id}',
    field: 'relationship_status',
  },
  {
    what: 'a member has left GuardDuty',
    at: `account-management/aws_guardduty_member.guardduty-member-${region}`,
    aws: 'guardduty disassociate-members --detector-id {detector_id} --account-ids {account_id}',
    field: 'aws_guardduty_member',
  },
  {
    what: 'a detector is suspended',
    at: `security/aws_guardduty_detector.guardduty-management-${region}`,
    aws: 'guardduty update-detector --detector-id {id} --no-enable',
    field: 'enable',
  },
  {
    what: 'a feature of GuardDuty is off',
    at: `security/aws_guardduty_detector_feature.guardduty-s3-data-events-${region}`,
    aws: 'guardduty update-detector --detector-id {detector_id} --features Name=S3_DATA_EVENTS,Status=DISABLED',
    field: 'status',
  },
  {
    what: 'a filter of GuardDuty is gone',
    at: `security/aws_guardduty_filter.guardduty-ai-credentials-${region}`,
    aws: 'guardduty delete-filter --detector-id {detector_id} --filter-name {name}',
    field: 'aws_guardduty_filter',
  },
];

const watch: readonly Fault[] = [
  {
    what: 'the trail of the organization is stopped',
    at: 'security/aws_cloudtrail.organization-trail',
    aws: 'cloudtrail stop-logging --name {arn}',
    field: 'enable_logging',
  },
  {
    what: 'a trail records no reads of data any more',
    at: 'account-models/aws_cloudtrail.ai-data-events',
    aws: 'cloudtrail put-event-selectors --trail-name {name} --event-selectors ReadWriteType=WriteOnly,IncludeManagementEvents=true',
    field: 'advanced_event_selector',
  },
  {
    what: 'Macie is paused',
    at: `security/aws_macie2_account.macie-${region}`,
    aws: 'macie2 update-macie-session --status PAUSED',
    field: 'status',
  },
  {
    what: 'a member has left Macie',
    at: `account-models/aws_macie2_member.macie-member-${region}`,
    aws: 'macie2 disassociate-member --id {account_id}',
    field: 'aws_macie2_member',
  },
  {
    what: 'no policy of Security Hub rules the organization',
    at: 'compliance/aws_securityhub_configuration_policy_association.securityhub-policy-root',
    aws: 'securityhub start-configuration-policy-disassociation --target RootId={target_id} --configuration-policy-identifier {policy_id}',
    field: 'aws_securityhub_configuration_policy_association',
  },
  {
    what: 'a conformance pack is gone',
    at: `compliance/aws_config_organization_conformance_pack.pack-cycle-workloads-1-${region}`,
    aws: 'configservice delete-organization-conformance-pack --organization-conformance-pack-name {name}',
    field: 'aws_config_organization_conformance_pack',
  },
  {
    what: 'the analyzer of access is gone',
    at: `security/aws_accessanalyzer_analyzer.access-analyzer-${region}`,
    aws: 'accessanalyzer delete-analyzer --analyzer-name {analyzer_name}',
    field: 'aws_accessanalyzer_analyzer',
  },
  {
    what: 'a recorder of AWS Config is stopped',
    at: `account-models/aws_config_configuration_recorder_status.config-status-${region}`,
    aws: 'configservice stop-configuration-recorder --configuration-recorder-name {name}',
    field: 'is_enabled',
  },
  {
    what: 'its delivery channel is gone',
    at: `account-models/aws_config_delivery_channel.config-channel-${region}`,
    aws: 'configservice delete-delivery-channel --delivery-channel-name {name}',
    field: 'aws_config_delivery_channel',
  },
  {
    what: 'a rule that tells of findings is off',
    at: 'security/aws_cloudwatch_event_rule.notify-guardduty',
    aws: 'events disable-rule --name {name} --event-bus-name {event_bus_name}',
    field: 'state',
  },
  {
    what: 'events are forwarded nowhere',
    at: `account-models/aws_cloudwatch_event_target.forward-blinding-${region}-target`,
    aws: 'events remove-targets --rule {rule} --ids {target_id}',
    field: 'aws_cloudwatch_event_target',
  },
  {
    what: 'an alarm tells nobody',
    at: 'security/aws_cloudwatch_metric_alarm.silence-alarm',
    aws: 'cloudwatch disable-alarm-actions --alarm-names {alarm_name}',
    field: 'actions_enabled',
  },
  {
    what: 'nobody gets the mails any more',
    at: 'security/aws_sns_topic_subscription.findings-subscription-786906db',
    aws: 'sns unsubscribe --subscription-arn {arn}',
    field: 'aws_sns_topic_subscription',
  },
];

/** What watches the organization, in groups of which each is done in its order. */
export const faultsOfServices: readonly (readonly Fault[])[] = [organization, guardDuty, watch];
