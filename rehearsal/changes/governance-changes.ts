import { adds, type Rows, renamed, to, unrehearsed, words } from './change';
import { organizationGuardrailChanges } from './organization-guardrail-changes';

/** What an account loses that gets `ai`, and an OU in which accounts may. */
const withoutAi = 'management/aws_organizations_policy_attachment.scp-without-*';

/** A row for each field of the settings that say who may do what, and where: settings-changes.ts says how one is written. */
export const governanceChanges: Rows = {
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
        'settings.tagPolicies[0].where.organizationalUnits': ['Playground'],
        'accounts.models.ai.dataLake.grants[2].to[0].ou': 'Playground',
        'accounts.models.ai.dataLake.tagGrants[2].to[0].ou': 'Playground',
      },
      leaving: [{ 'settings.organizationalUnits[2]': { path: 'Sandbox', formerly: 'Playground' } }],
      // Others of a batch would speak of it by its old name.
      alone: true,
    },
  ),
  'places.aiAccounts': to(
    { organizationalUnits: ['Workloads', 'Sandbox', 'Security'] },
    { loses: [`${withoutAi}-at-ou-Security`] },
  ),
  'places.aiAccounts.organizationalUnits': to(['Workloads', 'Sandbox', 'Suspended'], {
    at: 'settings.places.aiAccounts.organizationalUnits',
    loses: [
      'compliance/aws_config_organization_conformance_pack.pack-small-sandbox-workloads-*',
      `${withoutAi}-at-ou-Suspended`,
    ],
  }),
  'places.aiAccounts.accountTags': to(
    { accountTags: { 'managed-by': 'landing-zone' } },
    {
      at: 'settings.places.aiAccounts',
      loses: [
        'management/aws_organizations_policy*.scp-sandbox-*',
        `${withoutAi}-at-account-*`,
        'compliance/aws_config_organization_conformance_pack.pack-small-sandbox-workloads-*',
      ],
    },
  ),
  'places.workloads': to(
    { organizationalUnits: ['Workloads', 'Sandbox'] },
    { loses: ['compliance/aws_config_organization_conformance_pack'] },
  ),
  'places.workloads.organizationalUnits': to(['Sandbox'], {
    at: 'settings.places.workloads.organizationalUnits',
    loses: ['compliance/aws_config_organization_conformance_pack.pack-small-workloads-*'],
  }),
  'places.workloads.accountTags': to(
    { accountTags: { 'managed-by': 'landing-zone' } },
    {
      at: 'settings.places.workloads',
      loses: [
        'management/aws_organizations_policy*.scp-workloads-*',
        'compliance/aws_config_organization_conformance_pack.pack-small-workloads-*',
      ],
    },
  ),
  'places.securityAccounts': to({ organizationalUnits: ['Security', 'Sandbox'] }),
  'places.securityAccounts.organizationalUnits': to(['Security', 'Workloads'], {
    at: 'settings.places.securityAccounts.organizationalUnits',
  }),
  'places.securityAccounts.accountTags': to(
    { accountTags: { 'managed-by': 'landing-zone' } },
    { at: 'settings.places.securityAccounts', loses: ['management/aws_organizations_policy*.scp-security-*'] },
  ),
  'places.suspended': to({ organizationalUnits: ['Suspended', 'Sandbox'] }),
  'places.suspended.organizationalUnits': to(['Suspended', 'Workloads'], {
    at: 'settings.places.suspended.organizationalUnits',
  }),
  'places.suspended.accountTags': to(
    { accountTags: { 'managed-by': 'nobody' } },
    { at: 'settings.places.suspended', loses: ['management/aws_organizations_policy*.scp-suspended-*'] },
  ),
  'organization.adopt': to('o-abcdefghij'),
  'organization.accountQuota': words(20),
  'organization.trustedServices': adds('sso.amazonaws.com'),
  'organization.policyTypes': adds('CHATBOT_POLICY'),
  'organization.scpQuota': to('before-2026-05', { alone: true }),
  'organization.reservedScpSlots': words(1),
  'roles.breakGlass': adds('Emergency'),
  'roles.modelApprovers': adds('MedicalBoard'),
  'roles.dataStewards': adds('SecondSteward'),
  'roles.securityResponders': adds('NightShift'),
  'ai.approvedModels': adds('amazon.nova-*'),
  'ai.approvedServices': adds('transcribe'),
  'ai.instanceTypes': to(['system', 'ml.m5.*']),
  ...organizationGuardrailChanges,
  'perimeter.trustedAccounts': adds('444455556666'),
  'tagPolicy.enforced': to(false),
  'tagPolicy.values': to({ 'cost-center': ['4711', '4712'] }),
  controls: to(
    { mode: 'off', reason: 'nobody uses notebooks' },
    { at: 'settings.controls.sagemaker-notebook-no-internet' },
  ),
  'controls{}.mode': to('off', { at: 'settings.controls.agentcore-memory-encrypted.mode' }),
  'controls{}.reason': words('until spring', { at: 'settings.controls.agentcore-memory-encrypted.reason' }),
  'organizationalUnits[].adopt': unrehearsed(
    'it takes in an OU of an organization that is adopted, and the small one is made',
  ),
  'organization.chatClients': to('told'),
  'organization.undeclaredAccounts': to('quarantine'),
  madeRoles: adds({ name: 'ModelApprover', trusts: [{ permissionSet: 'ModelApproval' }] }),
  'madeRoles[].name': to('ModelApprover', { loses: ['account-security/aws_iam_role*.exempt-role-SecurityResponder*'] }),
  'madeRoles[].trusts': adds({ permissionSet: 'Audit' }),
  'madeRoles[].trusts[].permissionSet': to('Security'),
  'madeRoles[].trusts[].account': to('management', { at: 'settings.madeRoles[0].trusts[1].account' }),
  'madeRoles[].trusts[].role': to('Standby', { at: 'settings.madeRoles[0].trusts[1].role' }),
  'madeRoles[].trusts[].user': to('second-shift', { at: 'settings.madeRoles[0].trusts[2].user' }),
  'madeRoles[].accounts': to(['security', 'sandbox']),
  tagPolicies: adds({ name: 'stages', where: 'every account', values: { stage: ['test', 'live'] } }),
  'tagPolicies[].name': to('other', { loses: ['management/aws_organizations_policy*.tags-costs*'] }),
  'tagPolicies[].formerly': renamed('settings.tagPolicies[0]', 'costs', 'renamed'),
  'tagPolicies[].where': to('every account', {
    loses: ['management/aws_organizations_policy_attachment.tags-costs-*'],
  }),
  'tagPolicies[].where.organizationalUnits': to(
    { organizationalUnits: ['Workloads'] },
    { at: 'settings.tagPolicies[0].where', loses: ['management/aws_organizations_policy_attachment.tags-costs-*'] },
  ),
  'tagPolicies[].where.accountTags': to(
    { accountTags: { 'managed-by': 'landing-zone' } },
    { at: 'settings.tagPolicies[0].where', loses: ['management/aws_organizations_policy_attachment.tags-costs-*'] },
  ),
  'tagPolicies[].enforced': to(false),
  'tagPolicies[].values': to({ 'cost-center': ['4711', '4712'] }),
  backupPolicies: adds({
    name: 'weekly',
    where: { organizationalUnits: ['Sandbox'] },
    rules: [{ name: 'week', schedule: 'cron(0 5 ? * 1 *)', vault: 'Default' }],
    select: { role: 'Backup', tags: { backup: ['weekly'] } },
  }),
  'backupPolicies[].name': to('other', { loses: ['management/aws_organizations_policy*.backup-nightly*'] }),
  'backupPolicies[].formerly': renamed('settings.backupPolicies[0]', 'nightly', 'renamed'),
  'backupPolicies[].where': to('every account', {
    loses: ['management/aws_organizations_policy_attachment.backup-nightly-*'],
  }),
  'backupPolicies[].where.organizationalUnits': to(
    { organizationalUnits: ['Workloads'] },
    {
      at: 'settings.backupPolicies[0].where',
      loses: ['management/aws_organizations_policy_attachment.backup-nightly-*'],
    },
  ),
  'backupPolicies[].where.accountTags': to(
    { accountTags: { 'managed-by': 'landing-zone' } },
    { at: 'settings.backupPolicies[0].where' },
  ),
  'backupPolicies[].regions': words(['eu-central-1']),
  'backupPolicies[].rules': adds({ name: 'noon', schedule: 'cron(0 12 ? * * *)', vault: 'Default' }),
  'backupPolicies[].rules[].name': to('late'),
  'backupPolicies[].rules[].schedule': to('cron(0 4 ? * * *)'),
  'backupPolicies[].rules[].vault': to('Second'),
  'backupPolicies[].rules[].deleteAfterDays': to(200),
  'backupPolicies[].rules[].coldStorageAfterDays': to(30, {
    also: { 'settings.backupPolicies[0].rules[0].deleteAfterDays': 200 },
  }),
  'backupPolicies[].rules[].startWithinMinutes': to(120),
  'backupPolicies[].rules[].completeWithinMinutes': to(240),
  'backupPolicies[].select.role': to('BackupOperator'),
  'backupPolicies[].select.tags': to({ backup: ['nightly', 'daily'] }),
};
