import { adds, type Rows, to, unrehearsed, words } from './change';
import { macieChanges } from './macie-changes';

/** A row for each field of `services` and `costs`: settings-changes.ts says how one is written. */
export const servicesChanges: Rows = {
  ...macieChanges,
  'services.guardDuty.enabled': to(false, {
    alone: true,
    loses: ['security/aws_guardduty_*', 'security/aws_cloudwatch_event_*'],
  }),
  'services.guardDuty.features': adds('RUNTIME_MONITORING'),
  'services.guardDuty.runtimeAgents': to(['ECS_FARGATE_AGENT_MANAGEMENT'], {
    also: { 'settings.services.guardDuty.features': ['S3_DATA_EVENTS', 'RUNTIME_MONITORING'] },
  }),
  'services.guardDuty.findingPublishingFrequency': to('ONE_HOUR'),
  'services.securityHub.enabled': to('ending', {
    alone: true,
    leaving: [{ 'settings.services.securityHub.enabled': false }],
    loses: ['compliance/aws_securityhub_*', 'security/aws_securityhub_*', 'security/aws_cloudwatch_event_*'],
  }),
  'services.securityHub.standards': to(['aws-foundational-security-best-practices/v/1.0.0']),
  'services.config.recordingFrequency': to('DAILY'),
  'services.config.excludedResourceTypes': to(['AWS::EC2::NetworkInterface']),
  'services.config.sagemakerEndpointKmsKeyArns': to([
    'arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000000',
  ]),
  'services.config.snapshotFrequency': to('Twelve_Hours'),
  'services.config.functionLogKey': unrehearsed(
    'the emulated AWS gives a key to a new log group only; AWS gives one to a log group that stands, and takes it away',
  ),
  'services.cloudTrail.organizationTrail': to(false, { loses: ['security/aws_cloudtrail.organization-trail'] }),
  'services.accessAnalyzer.unusedAccessDays': to(90),
  'services.accessAnalyzer.managementAnalyzer': to(false, {
    loses: ['security/aws_accessanalyzer_analyzer.access-analyzer-management'],
  }),
  'services.notifications.emails': adds('second@example.com'),
  'services.notifications.guardDutySeverity': to(7),
  'services.securityHub.disabledControls': adds({ id: 'S3.9', reason: 'trails record it' }),
  'services.securityHub.disabledControls[].id': to('EC2.21'),
  'services.securityHub.disabledControls[].reason': words('nobody needs endpoints'),
  'services.config.enabled': to(false, {
    alone: true,
    loses: ['account-*/aws_config_*', 'account-*/aws_iam_role*.config-recorder-role*'],
  }),
  'services.ec2.imageSharing': to('not-set'),
  'services.ec2.snapshotSharing': to('block-new-sharing'),
  'services.ec2.metadataTokens': to('optional'),
  'services.accessAnalyzer.enabled': to(false, {
    alone: true,
    loses: ['security/aws_accessanalyzer_analyzer', 'security/aws_cloudwatch_event_*'],
  }),
  'services.notifications.slack': to(undefined, {
    loses: ['security/aws_chatbot_slack_channel_configuration.findings-chat-slack'],
  }),
  'services.notifications.slack.workspace': to('T07EZ1ABC99', {
    loses: ['security/aws_chatbot_slack_channel_configuration.findings-chat-slack'],
  }),
  'services.notifications.slack.channel': to('C07EZ1ABC99'),
  'services.notifications.teams': to(undefined, {
    loses: ['security/aws_chatbot_teams_channel_configuration.findings-chat-teams'],
  }),
  'services.notifications.teams.tenant': to('7c9e6679-7425-40de-944b-e07fc1f90ae7', {
    loses: ['security/aws_chatbot_teams_channel_configuration.findings-chat-teams'],
  }),
  'services.notifications.teams.team': to('16fd2706-8baf-433b-82eb-8c7fada847da', {
    loses: ['security/aws_chatbot_teams_channel_configuration.findings-chat-teams'],
  }),
  'services.notifications.teams.channel': to('19%3axyz%40thread.tacv2'),
  'services.notifications.macie': to('high'),
  'services.notifications.accessAnalyzer': to('all'),
  'services.notifications.securityHub': to('critical'),
  'services.notifications.compliance': to('high'),
  'services.notifications.routes': adds({ name: 'day', from: 'low', emails: ['day@example.com'] }),
  'services.notifications.routes[].name': to('late', { loses: ['security/*route-night*'] }),
  'services.notifications.routes[].from': to('critical', { loses: ['security/aws_cloudwatch_event_*.route-night-*'] }),
  'services.notifications.routes[].emails': adds('late@example.com'),
  'services.notifications.routes[].digest': to(undefined, {
    at: 'settings.services.notifications.routes[1].digest',
    loses: ['security/*digest-*', 'security/*untold-week*'],
  }),
  'services.notifications.routes[].emptyDigest': to('skip', {
    at: 'settings.services.notifications.routes[1].emptyDigest',
  }),
  'services.notifications.routes[].slack': to(undefined, {
    loses: ['security/aws_chatbot_slack_channel_configuration.route-night-chat-slack'],
  }),
  'services.notifications.routes[].slack.workspace': to('T07EZ1ABC99', {
    loses: ['security/aws_chatbot_slack_channel_configuration.route-night-chat-slack'],
  }),
  'services.notifications.routes[].slack.channel': to('C07EZ1ABC99'),
  'services.notifications.routes[].teams': to(undefined, {
    loses: ['security/aws_chatbot_teams_channel_configuration.route-night-chat-teams'],
  }),
  'services.notifications.routes[].teams.tenant': to('7c9e6679-7425-40de-944b-e07fc1f90ae7', {
    loses: ['security/aws_chatbot_teams_channel_configuration.route-night-chat-teams'],
  }),
  'services.notifications.routes[].teams.team': to('6fa459ea-ee8a-4ca4-894e-db77e160355e', {
    loses: ['security/aws_chatbot_teams_channel_configuration.route-night-chat-teams'],
  }),
  'services.notifications.routes[].teams.channel': to('19%3axyz%40thread.tacv2'),
  'costs.budgets': adds({ name: 'sandbox', monthlyUsd: 100, accounts: ['sandbox'] }),
  'costs.budgets[].monthlyUsd': to(12_000),
  'costs.budgets[].services': to({ 'Amazon SageMaker': 3000 }),
  'costs.budgets[].alertsAtPercent': to([90]),
  'costs.budgets[].forecastAtPercent': to('off'),
  'costs.budgets[].notify': adds('board@example.com'),
  'costs.budgets[].name': to('whole', { loses: ['cost/aws_budgets_budget.costs-all'] }),
  'costs.budgets[].accounts': to(['models', 'sandbox']),
  'costs.budgets[].tag': to({ key: 'cost-center', values: ['4712'] }),
  'costs.budgets[].tag.key': to('stage', {
    at: 'settings.costs.budgets[1].tag.key',
    also: { 'settings.costs.allocationTags': ['cost-center', 'stage'] },
  }),
  'costs.budgets[].tag.values': to(['4711', '4712'], { at: 'settings.costs.budgets[1].tag.values' }),
  'costs.allocationTags': to(['cost-center', 'stage']),
};
