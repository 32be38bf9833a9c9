import type { SettingsSpec } from '../../schema/forms/settings';
import { problemsThrownBy } from '../support/problems';
import { reference, resource, resources, smallZone, synthOne } from '../support/synth';

const managementOf = (settings: Partial<SettingsSpec>) => synthOne(smallZone(settings), 'management');
const costs = {
  name: 'cost-centers',
  where: { organizationalUnits: ['Workloads', 'Sandbox'] },
  values: { 'cost-center': ['4711', '4712'] },
};
const nightly = {
  name: 'nightly',
  where: 'every account' as const,
  rules: [
    { name: 'nightly', schedule: 'cron(0 5 ? * * *)', vault: 'nightly', deleteAfterDays: 35, startWithinMinutes: 60 },
  ],
  select: { role: 'backup/BackupRole', tags: { backup: ['nightly'], 'team:data': ['yes'] } },
};
const policy = 'aws_organizations_policy';
const attachment = 'aws_organizations_policy_attachment';

describe('a tag policy of some OUs', () => {
  const management = managementOf({ tagPolicies: [costs] });

  it('is attached to each of them, beside the one of the root', () => {
    expect(JSON.parse(resource(management, policy, 'tags-cost-centers').content)).toEqual({
      tags: {
        'cost-center': {
          tag_key: { '@@assign': 'cost-center' },
          tag_value: { '@@assign': ['4711', '4712'] },
          enforced_for: { '@@assign': expect.arrayContaining(['s3:bucket']) },
        },
      },
    });
    const targets = Object.values(resources(management, attachment))
      .filter(({ policy_id }) => policy_id === reference(`${policy}.tags-cost-centers.id`))
      .map(({ target_id }) => target_id);
    expect(targets).toEqual(
      ['Sandbox', 'Workloads'].map((unit) => reference(`aws_organizations_organizational_unit.ou-${unit}.id`)),
    );
    expect(resources(management, policy)).toHaveProperty('tags');
  });

  it('is attached to accounts with some tags, the management account among them', () => {
    const where = { accountTags: { 'managed-by': 'landing-zone' } };
    const tagged = resources(managementOf({ tagPolicies: [{ ...costs, where }] }), attachment);
    expect(tagged['tags-cost-centers-at-account-management']).toMatchObject({ target_id: '111122223333' });
    expect(tagged['tags-cost-centers-at-account-security']).toMatchObject({
      target_id: reference('aws_organizations_account.account-security.id'),
    });
  });

  it('is renamed in place, with its attachments, and back', () => {
    const renamed = managementOf({ tagPolicies: [{ ...costs, name: 'costs', formerly: 'cost-centers' }] });
    expect(renamed.json.moved).toEqual(
      ['tags-costs', 'tags-costs-at-ou-Sandbox', 'tags-costs-at-ou-Workloads'].map((to, index) => {
        const type = index === 0 ? policy : attachment;
        return { from: `${type}.${to.replace('tags-costs', 'tags-cost-centers')}`, to: `${type}.${to}` };
      }),
    );
    const back = managementOf({ tagPolicies: [{ ...costs, formerly: 'costs' }] });
    expect(back.json.moved).toContainEqual({ from: `${policy}.tags-costs`, to: `${policy}.tags-cost-centers` });
  });
});

describe('a backup policy', () => {
  const management = managementOf({ backupPolicies: [nightly] });
  const organizationOf = (settings: Partial<SettingsSpec>) =>
    resource(managementOf(settings), 'aws_organizations_organization', 'organization');

  it('says when what is backed up by whom, in the words of Organizations', () => {
    const role = { '@@assign': 'arn:aws:iam::$account:role/backup/BackupRole' };
    expect(JSON.parse(resource(management, policy, 'backup-nightly').content).plans).toEqual({
      nightly: {
        regions: { '@@assign': ['eu-central-1'] },
        rules: {
          nightly: {
            schedule_expression: { '@@assign': 'cron(0 5 ? * * *)' },
            start_backup_window_minutes: { '@@assign': '60' },
            lifecycle: { delete_after_days: { '@@assign': '35' } },
            target_backup_vault_name: { '@@assign': 'nightly' },
          },
        },
        selections: {
          tags: {
            backup: { iam_role_arn: role, tag_key: { '@@assign': 'backup' }, tag_value: { '@@assign': ['nightly'] } },
            // A selection has no colon in its name.
            [String(Object.keys(selectionsOf()).find((name) => /^tag-\w+$/.test(name)))]: {
              iam_role_arn: role,
              tag_key: { '@@assign': 'team:data' },
              tag_value: { '@@assign': ['yes'] },
            },
          },
        },
      },
    });
  });

  const selectionsOf = () =>
    JSON.parse(resource(management, policy, 'backup-nightly').content).plans.nightly.selections.tags;

  it('has its type enabled and AWS Backup trusted, which are off without one', () => {
    expect(organizationOf({ backupPolicies: [nightly] })).toMatchObject({
      enabled_policy_types: expect.arrayContaining(['BACKUP_POLICY']),
      aws_service_access_principals: expect.arrayContaining(['backup.amazonaws.com']),
    });
    const without = organizationOf({});
    expect(without.enabled_policy_types).not.toContain('BACKUP_POLICY');
    expect(without.aws_service_access_principals).not.toContain('backup.amazonaws.com');
    expect(organizationOf({ organization: { policyTypes: ['BACKUP_POLICY'] } }).enabled_policy_types).toContain(
      'BACKUP_POLICY',
    );
  });
});

describe('policies that are longer, or more, than AWS takes', () => {
  const problemsOf = (settings: Partial<SettingsSpec>) => problemsThrownBy(() => managementOf(settings));
  const long = Array.from({ length: 1000 }, (_, index) => `team-number-${index}`);

  it('are refused where they are written, each in its own field', () => {
    const rules = Array.from({ length: 60 }, (_, index) => ({ ...nightly.rules[0], name: `rule-${index}` }));
    const settings = {
      tagPolicy: { values: { team: long } },
      tagPolicies: [costs, { ...costs, name: 'teams', values: { squad: long } }],
      backupPolicies: [{ ...nightly, rules }],
    } as Partial<SettingsSpec>;
    expect(problemsOf(settings)).toEqual(
      ['backupPolicies[0]', 'tagPolicies[1].values', 'tagPolicy.values'].map((field) =>
        expect.objectContaining({
          file: 'accounts/landing-zone.ts',
          field,
          value: expect.stringMatching(/^\d\d,\d{3} characters$/),
          rule: expect.stringContaining('has at most 10,000 characters'),
        }),
      ),
    );
  });

  it('are refused where one target has more than ten of a kind, that of the organization among them', () => {
    const tagPolicies = Array.from({ length: 10 }, (_, index) => ({
      name: `tags-${index}`,
      where: 'every account' as const,
      values: { [`key-${index}`]: [] },
    }));
    expect(problemsOf({ tagPolicies })).toMatchObject([{ field: 'tagPolicies', value: '11 at Root' }]);
    expect(problemsOf({ tagPolicies: tagPolicies.slice(1) })).toEqual([]);
  });
});
