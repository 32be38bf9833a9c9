import { adds, type Rows, to } from './change';
import { onlyHome, twoRegions } from './small-zone';

const attachments = 'management/aws_organizations_policy_attachment';
const policies = ['management/aws_organizations_policy', attachments];

/** What a tag policy and a backup policy have in common. */
const placed = (list: string, name: string): Rows => ({
  // Without `formerly` another name is another policy.
  [`${list}[].name`]: to('other', { loses: policies }),
  [`${list}[].formerly`]: to('renamed', {
    at: `settings.${list}[0].name`,
    also: { [`settings.${list}[0].formerly`]: name },
    leaving: [{ [`settings.${list}[0].formerly`]: 'renamed' }],
  }),
  [`${list}[].where`]: to('every account', { loses: [attachments] }),
  [`${list}[].where.organizationalUnits`]: to(['Workloads', 'Security'], {
    at: `settings.${list}[0].where.organizationalUnits`,
    loses: [attachments],
  }),
  [`${list}[].where.accountTags`]: to(
    { accountTags: { 'managed-by': 'landing-zone' } },
    { at: `settings.${list}[0].where`, loses: [attachments] },
  ),
});

const rule = 'settings.backupPolicies[0].rules[0]';

/** A row for each field of the policies of OUs. */
export const unitPolicyChanges: Rows = {
  tagPolicies: adds({ name: 'teams', where: 'every account', values: { team: [] } }, { loses: policies }),
  ...placed('tagPolicies', 'cost-centers'),
  'tagPolicies[].enforced': to(false),
  'tagPolicies[].values': to({ 'cost-center': ['4711', '4712'] }),
  backupPolicies: to([], { loses: policies }),
  ...placed('backupPolicies', 'nightly'),
  'backupPolicies[].regions': to(twoRegions, onlyHome('settings.backupPolicies[0].regions')),
  'backupPolicies[].rules': adds({ name: 'weekly', schedule: 'cron(0 5 ? * SUN *)', vault: 'weekly' }),
  'backupPolicies[].rules[].name': to('daily'),
  'backupPolicies[].rules[].schedule': to('cron(0 3 ? * * *)'),
  'backupPolicies[].rules[].vault': to('other'),
  'backupPolicies[].rules[].deleteAfterDays': to(40),
  'backupPolicies[].rules[].coldStorageAfterDays': to(30, { also: { [`${rule}.deleteAfterDays`]: 150 } }),
  'backupPolicies[].rules[].startWithinMinutes': to(120),
  'backupPolicies[].rules[].completeWithinMinutes': to(600),
  'backupPolicies[].select.role': to('OtherBackupRole'),
  'backupPolicies[].select.tags': to({ backup: ['nightly', 'weekly'] }),
};
