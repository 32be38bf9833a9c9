import { adds, type Rows, refused, to, unrehearsed, words } from './change';
import { retired, twoRegions } from './small-zone';
import { unitPolicyChanges } from './unit-policy-changes';

const backendWhy =
  'a rehearsal keeps its state below its own folder; `terraform init -migrate-state` moves state, and no resource';

/** Several rows share these writes, so that they go in one batch: another region comes, is retired, and goes. */
const secondRegion = [twoRegions, { leaving: [{ 'settings.regions': twoRegions }, retired] }] as const;

/**
 * A row for each field of `accounts/landing-zone.ts`, in the order of the form. A new field gets a line here: `'logs.newField': to(7)`.
 * `to` and `adds` are applied to what stands and taken back; `words` changes no stack; `refused` is what `synth` does not let through.
 * What is lost on the way is announced in `loses`. A test names fields without a row.
 */
export const settingsChanges: Rows = {
  name: refused('other', 'build a landing zone of that name'),
  homeRegion: refused('eu-west-1', 'AWS moves none of them', {
    also: { 'settings.regions': ['eu-central-1', 'eu-west-1'] },
  }),
  regions: to(...secondRegion),
  retiredRegions: adds('eu-west-2'),
  organizationalUnits: adds('Workloads/Trial'),
  'organizationalUnits[].path': unrehearsed(
    'the next row changes both: an OU has another path only where `formerly` says which it had',
  ),
  'organizationalUnits[].formerly': to(
    { path: 'Playground', formerly: 'Sandbox' },
    {
      at: 'settings.organizationalUnits[2]',
      also: {
        'settings.places.aiAccounts': { organizationalUnits: ['Workloads', 'Playground'] },
        'accounts.sandbox.ou': 'Playground',
        'accounts.lab.ou': 'Playground',
        'accounts.models.ai.dataLake.grants[2].to[0].ou': 'Playground',
        'accounts.models.ai.dataLake.tagGrants[2].to[0].ou': 'Playground',
      },
      leaving: [{ 'settings.organizationalUnits[2]': { path: 'Sandbox', formerly: 'Playground' } }],
    },
  ),
  'organizationalUnits[].adopt': refused({ path: 'Sandbox', adopt: 'ou-ab12-11112222' }, 'that the landing zone made', {
    at: 'settings.organizationalUnits[2]',
  }),
  'places.aiAccounts': to({ organizationalUnits: ['Workloads', 'Sandbox', 'Security'] }),
  'places.aiAccounts.organizationalUnits': to(['Workloads', 'Sandbox', 'Suspended'], {
    at: 'settings.places.aiAccounts.organizationalUnits',
  }),
  'places.aiAccounts.accountTags': to(
    { accountTags: { 'managed-by': 'landing-zone' } },
    { at: 'settings.places.aiAccounts' },
  ),
  'places.workloads': to({ organizationalUnits: ['Workloads', 'Sandbox'] }),
  'places.workloads.organizationalUnits': to(['Sandbox'], { at: 'settings.places.workloads.organizationalUnits' }),
  'places.workloads.accountTags': to(
    { accountTags: { 'managed-by': 'landing-zone' } },
    { at: 'settings.places.workloads' },
  ),
  'places.securityAccounts': to({ organizationalUnits: ['Security', 'Sandbox'] }),
  'places.securityAccounts.organizationalUnits': to(['Security', 'Workloads'], {
    at: 'settings.places.securityAccounts.organizationalUnits',
  }),
  'places.securityAccounts.accountTags': to(
    { accountTags: { 'managed-by': 'landing-zone' } },
    { at: 'settings.places.securityAccounts' },
  ),
  'places.suspended': to({ organizationalUnits: ['Suspended', 'Sandbox'] }),
  'places.suspended.organizationalUnits': to(['Suspended', 'Workloads'], {
    at: 'settings.places.suspended.organizationalUnits',
  }),
  'places.suspended.accountTags': to({ accountTags: { 'managed-by': 'nobody' } }, { at: 'settings.places.suspended' }),
  'organization.adopt': to('o-abcdefghij'),
  'organization.accountQuota': words(20),
  'organization.trustedServices': adds('sso.amazonaws.com'),
  'organization.policyTypes': adds('CHATBOT_POLICY'),
  'organization.undeclaredAccounts': to('quarantine'),
  'organization.scpQuota': to('before-2026-05', { alone: true }),
  'organization.reservedScpSlots': words(1),
  backend: unrehearsed(backendWhy),
  'backend(s3).bucket': unrehearsed(backendWhy),
  'backend(s3).region': unrehearsed(backendWhy),
  'backend(s3).prefix': unrehearsed(backendWhy),
  'backend(s3).kmsKeyId': unrehearsed(backendWhy),
  'backend(hcp).organization': unrehearsed(backendWhy),
  'backend(hcp).hostname': unrehearsed(backendWhy),
  'backend(hcp).project': unrehearsed(backendWhy),
  'backend(hcp).workspacePrefix': unrehearsed(backendWhy),
  awsProvider: unrehearsed(
    'a rehearsal has the one version of the provider that is at hand; docs/provider.md says how it is changed',
  ),
  engine: words('tofu'),
  deployRole: refused('AWSControlTowerExecution', 'make the new role in every member account first'),
  protection: to('off', { alone: true }),
  bedrockGeographies: to(['eu']),
  bedrockApplicationProfiles: to(true),
  'roles.breakGlass': adds('Emergency'),
  'roles.modelApprovers': adds('MedicalBoard'),
  'roles.dataStewards': adds('SecondSteward'),
  'roles.securityResponders': adds('NightShift'),
  'ai.approvedModels': adds('amazon.nova-*'),
  'ai.instanceTypes': to(['system', 'ml.m5.*']),
  'perimeter.trustedAccounts': adds('444455556666'),
  'tagPolicy.enforced': to(false),
  'tagPolicy.values': to({ 'cost-center': ['4711', '4712'] }),
  ...unitPolicyChanges,
  controls: to(
    { mode: 'off', reason: 'nobody uses notebooks' },
    { at: 'settings.controls.sagemaker-notebook-no-internet' },
  ),
  'controls{}.mode': to('off', { at: 'settings.controls.agentcore-memory-encrypted.mode' }),
  'controls{}.reason': words('until spring', { at: 'settings.controls.agentcore-memory-encrypted.reason' }),
  'logs.retentionDays': to(3_000),
  'logs.archiveAfterDays': to(200),
  'logs.objectLock': to(
    { mode: 'GOVERNANCE', days: 30 },
    { loses: ['log-archive/aws_s3_bucket_object_lock_configuration'] },
  ),
  'logs.objectLock.mode': to(
    { mode: 'COMPLIANCE', days: 30 },
    { at: 'settings.logs.objectLock', loses: ['log-archive/aws_s3_bucket_object_lock_configuration'] },
  ),
  'logs.objectLock.days': to(
    { mode: 'GOVERNANCE', days: 60 },
    { at: 'settings.logs.objectLock', loses: ['log-archive/aws_s3_bucket_object_lock_configuration'] },
  ),
  'audit.readers': to(['Auditor', 'Inspector']),
  'audit.since': to('2025-06-30'),
  'audit.everyRegion': to(true),
  'audit.scanLimitGigabytes': to(100),
  'audit.resultRetentionDays': to(14),
  'services.guardDuty.features': adds('RUNTIME_MONITORING'),
  'services.guardDuty.runtimeAgents': to(['ECS_FARGATE_AGENT_MANAGEMENT'], {
    also: { 'settings.services.guardDuty.features': ['S3_DATA_EVENTS', 'RUNTIME_MONITORING'] },
  }),
  'services.guardDuty.findingPublishingFrequency': to('ONE_HOUR'),
  'services.macie.findingPublishingFrequency': to('ONE_HOUR'),
  'services.macie.customDataIdentifiers': adds({ name: 'case-number', regex: 'CASE-\\d{6}' }),
  'services.macie.customDataIdentifiers[].name': to('patient-id'),
  'services.macie.customDataIdentifiers[].description': to('Numbers of patients'),
  'services.macie.customDataIdentifiers[].regex': to('PAT-\\d{9}'),
  'services.macie.customDataIdentifiers[].keywords': adds('clinical'),
  'services.macie.customDataIdentifiers[].ignoreWords': adds('PAT-00000000'),
  'services.macie.customDataIdentifiers[].maximumMatchDistance': to(60),
  'services.macie.customDataIdentifiers[].dataDomains': to(['training', 'models']),
  'services.macie.jobs': adds({ name: 'baseline', schedule: 'once', bucketTags: { 'data-domain': 'training' } }),
  'services.macie.jobs[].name': to('every-week'),
  'services.macie.jobs[].formerly': to('every-sunday', {
    at: 'settings.services.macie.jobs[0].name',
    also: { 'settings.services.macie.jobs[0].formerly': 'weekly' },
  }),
  'services.macie.jobs[].description': to('Training data'),
  'services.macie.jobs[].schedule': to('daily'),
  'services.macie.jobs[].schedule.weekly': to('MONDAY'),
  'services.macie.jobs[].schedule.monthly': to(15, { at: 'settings.services.macie.jobs[1].schedule.monthly' }),
  'services.macie.jobs[].samplingPercentage': to(50),
  'services.macie.jobs[].bucketTags': to({ 'data-domain': 'training', owner: 'ml-platform' }),
  'services.macie.jobs[].customDataIdentifiers': to(['patient-number'], {
    at: 'settings.services.macie.jobs[1].customDataIdentifiers',
  }),
  'services.macie.suppressions': adds({
    name: 'test-data',
    reason: 'It is made up',
    types: ['SensitiveData:S3Object/Personal'],
    buckets: ['small-test-data'],
  }),
  'services.macie.suppressions[].name': to('partners'),
  'services.macie.suppressions[].reason': to('Partners fetch their exports'),
  'services.macie.suppressions[].types': adds('Policy:IAMUser/S3BucketPublic'),
  'services.macie.suppressions[].buckets': adds('small-more-exports'),
  'services.securityHub.enabled': to(false, { alone: true }),
  'services.securityHub.standards': to(['aws-foundational-security-best-practices/v/1.0.0']),
  'services.config.recordingFrequency': to('DAILY'),
  'services.config.excludedResourceTypes': to(['AWS::EC2::NetworkInterface']),
  'services.config.sagemakerEndpointKmsKeyArns': to([
    'arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000000',
  ]),
  'services.config.snapshotFrequency': to('Twelve_Hours'),
  'services.cloudTrail.organizationTrail': to(false),
  'services.accessAnalyzer.unusedAccessDays': to(90),
  'services.accessAnalyzer.managementAnalyzer': to(false),
  'services.notifications.emails': adds('second@example.com'),
  'services.notifications.guardDutySeverity': to(7),
  tags: to({ 'managed-by': 'landing-zone', 'cost-center': '4711' }),
};
