import type { Verdict } from '../../review/verdict';
import type { Edits } from './reviewed';

const lake = 'accounts.models.ai.dataLake';
const guardrail = 'accounts.models.ai.bedrock.guardrails[0]';

/** A change of the small landing zone, and what a review says of it. */
export interface Case {
  readonly edits: Edits;
  readonly before?: Edits;
  readonly controls?: readonly string[];
  /** Whether a ledger was written in between. */
  readonly remembers?: true;
  /** What the review says of it. */
  readonly says: RegExp;
}

/** Changes that weaken something. */
export const weakening: Readonly<Record<string, Case>> = {
  'a model that is approved newly': {
    edits: { 'settings.ai.approvedModels': ['anthropic.claude-*', 'amazon.titan-embed-*', 'meta.llama*'] },
    controls: ['bedrock-approved-models'],
    says: /^bedrock:InvokeModel on arn:aws:bedrock:::foundation-model\/meta\.llama becomes possible in lab, sandbox, models and 2 more for any role$/,
  },
  'an account that moves to where a deny does not hold': {
    edits: { 'accounts.lab.ou': 'Security' },
    controls: ['bedrock-approved-models'],
    says: /^bedrock:InvokeModel on .* becomes possible in lab for any role$/,
  },
  'a feature of GuardDuty that is off': {
    edits: { 'settings.services.guardDuty.features': [] },
    says: /^status ENABLED → DISABLED/,
  },
  'logs that are kept for a shorter time': {
    before: { 'settings.logs.retentionDays': 3000 },
    edits: { 'settings.logs.retentionDays': 2600 },
    says: /expiration\[\]\.days 3000 → 2600/,
  },
  'a lock of logs that an administrator can open': {
    before: { 'settings.logs.objectLock': { mode: 'COMPLIANCE', days: 30 } },
    edits: { 'settings.logs.objectLock': { mode: 'GOVERNANCE', days: 30 } },
    says: /default_retention\[?\]?\.mode COMPLIANCE → GOVERNANCE/,
  },
  'a column that a role reads newly': {
    edits: { [`${lake}.grants[0].columns`]: ['ward', 'age', 'patient_name'] },
    says: /^role Trainer may newly SELECT patient_name of clinical\.referrals$/,
  },
  'a key that another account may use': {
    edits: { 'accounts.models.ai.registry.groups[0].deployers': ['sandbox'] },
    says: /^kms:Decrypt on any resource.* becomes possible for account sandbox/,
  },
  'a role that somebody else may assume': {
    edits: {
      'settings.madeRoles[0].trusts': [{ permissionSet: 'SecurityOperations' }, { role: 'OnCall', account: 'lab' }],
    },
    says: /^sts:AssumeRole becomes possible for arn:aws:iam::lab:role\/OnCall$/,
  },
  'personal data that a guardrail lets through': {
    edits: { [`${guardrail}.sensitiveInformation.block`]: undefined },
    says: /pii_entities_config\[PASSWORD\] .* → nothing/,
  },
  'a region less': {
    before: { 'settings.regions': ['eu-central-1', 'eu-west-1'] },
    edits: { 'settings.regions': ['eu-central-1'], 'settings.retiredRegions': ['eu-west-1'] },
    says: /^nothing of the landing zone stands in eu-west-1 any more$/,
  },
  'findings that are hidden': {
    before: { 'settings.services.macie.suppressions': [] },
    edits: {
      'settings.services.macie.suppressions': [
        {
          name: 'exports',
          reason: 'known',
          types: ['Policy:IAMUser/S3BucketSharedExternally'],
          buckets: ['small-exports'],
        },
      ],
    },
    says: /^now findings that nobody sees$/,
  },
  'a control of Security Hub that is not checked': {
    edits: { 'settings.services.securityHub.disabledControls[1]': { id: 'S3.9', reason: 'trails record it' } },
    says: /disabled_control_identifiers\[\] nothing → S3\.9/,
  },
  'a control that is off': {
    edits: { 'settings.controls': { 'bedrock-approved-models': { mode: 'off', reason: 'while we move' } } },
    controls: ['bedrock-approved-models'],
    says: /^bedrock:InvokeModel on .* becomes possible in /,
  },
  'what may be destroyed': {
    edits: { 'settings.protection': 'off' },
    says: /^lifecycle\.prevent_destroy true → nothing/,
  },
};

/** Changes that weaken nothing: harmless, or stronger where it says so. */
export const harmless: Readonly<Record<string, Case & { readonly verdict?: Verdict }>> = {
  'another owner of an account': {
    edits: { 'accounts.models.owner': 'platform' },
    says: /^tags\.owner ml-platform → platform/,
  },
  'an account more': {
    edits: { 'accounts.second': { name: 'second', email: 'aws+second@example.com', ou: 'Sandbox', owner: 'research' } },
    // The alarm that tells of silence knows of it.
    verdict: 'stronger',
    says: /^is a new stack with \d+ resources$/,
  },
  'a higher budget': { edits: { 'accounts.models.ai.budget.monthlyUsd': 4500 }, says: /^limit_amount 4000 → 4500/ },
  'other words on a model card': {
    edits: { 'modelCards.triage.content.intended_uses.purpose_of_model': 'Orders referrals for a nurse' },
    says: /^Properties\.Content\..* of AWS::SageMaker::ModelCard ModelCard$/,
  },
  'other words on a table': {
    edits: { [`${lake}.databases[1].tables[0].description`]: 'Totals' },
    says: /^description nothing → Totals/,
  },
  'another name of a contact': {
    edits: { 'settings.contacts.billing.name': 'Second team' },
    says: /^name Platform → Second team/,
  },
  'another quota': { edits: { 'accounts.lab.serviceQuotas[0].value': 96 }, says: /^value 64 → 96/ },
  'another limit of what a query reads': {
    edits: { 'settings.audit.scanLimitGigabytes': 100 },
    says: /bytes_scanned_cutoff_per_query/,
  },
  'somebody more who is told': {
    edits: { 'settings.services.notifications.emails[1]': 'second@example.com' },
    verdict: 'stronger',
    says: /^now somebody is told$/,
  },
  'logs that are kept longer': {
    edits: { 'settings.logs.retentionDays': 3000 },
    verdict: 'stronger',
    says: /days 2557 → 3000/,
  },
  'a control that denies what it only detected': {
    before: { 'settings.controls': { 'agentcore-memory-encrypted': { mode: 'detect', reason: 'while we move' } } },
    edits: { 'settings.controls': {} },
    controls: ['agentcore-memory-encrypted'],
    verdict: 'stronger',
    says: /^bedrock-agentcore:CreateMemory on .* is not possible any more in /,
  },
  'another tag of an account': { edits: { 'accounts.lab.tags.team': 'vision' }, says: /^tags\.team nothing → vision/ },
  'an OU that is called otherwise': {
    edits: {
      'settings.organizationalUnits': [
        'Security',
        'Workloads',
        { path: 'Playground', formerly: 'Sandbox' },
        'Suspended',
      ],
      'accounts.sandbox.ou': 'Playground',
      'accounts.lab.ou': 'Playground',
      'settings.tagPolicies[0].where.organizationalUnits': ['Playground'],
      [`${lake}.grants[2].to[0].ou`]: 'Playground',
      [`${lake}.tagGrants[2].to[0].ou`]: 'Playground',
      'settings.places.aiAccounts': { organizationalUnits: ['Workloads', 'Playground'] },
    },
    remembers: true,
    controls: ['bedrock-approved-models'],
    says: /^name Sandbox → Playground/,
  },
  'a column that a role does not read any more': {
    edits: { [`${lake}.grants[0].columns`]: ['ward'] },
    verdict: 'stronger',
    says: /^nobody outside account security can read clinical\.referrals\.age any more$/,
  },
};
