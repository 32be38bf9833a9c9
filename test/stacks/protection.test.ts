import { madeOfOutput } from '../../schema/facts/made-of';
import type { SettingsSpec } from '../../schema/forms/settings';
import type { Json } from '../support/json';
import { allResources, find, resource, resources, type Stacks, smallZone, synth, synthOne } from '../support/synth';
import { sampleSettings } from '../support/zone';

const bucketTags = { 'data-domain': 'training' };
const { services } = sampleSettings();
const withJobs: Partial<SettingsSpec> = {
  services: {
    ...services,
    macie: {
      jobs: [
        { name: 'weekly', schedule: { weekly: 'SUNDAY' }, bucketTags },
        { name: 'baseline', schedule: { once: 'first-import' }, bucketTags },
      ],
    },
  },
};

const named = ['acquired', 'models', 'retired'];
const on = synth(smallZone(withJobs, named));
const off = synth(smallZone({ ...withJobs, protection: 'off' }, named));

/** Every value of a stack's JSON by its path, but for the hash of all the others. */
function leaves(value: unknown, path = ''): string[] {
  if (path === `output.${madeOfOutput}`) return [];
  if (typeof value !== 'object' || value === null) return [`${path} = ${JSON.stringify(value)}`];
  const entries = Object.entries(value);
  if (entries.length === 0) return [`${path} = ${JSON.stringify(value)}`];
  return entries.flatMap(([key, child]) => leaves(child, path ? `${path}.${key}` : key));
}

/** What one tree of JSON has and the other has not: `aws_kms_key: lifecycle.prevent_destroy = true`. */
function only(here: Stacks, there: Stacks): string[] {
  const differences = Object.keys(here).flatMap((name) => {
    const known = new Set(leaves(find(there, name).json));
    return leaves(find(here, name).json).filter((leaf) => !known.has(leaf) && !/^\/\/|\.\/\/\./.test(leaf));
  });
  return [...new Set(differences.map((leaf) => leaf.replace(/^resource\.(\w+)\.[\w-]+\./, '$1: ')))].sort();
}

const protectedIn = (stacks: Stacks): string[] =>
  Object.values(stacks).flatMap((stack) =>
    allResources(stack).flatMap(({ type, name, body }) =>
      body.lifecycle?.prevent_destroy ? [`${stack.name} ${type}.${name}`] : [],
    ),
  );

/** The address of Macie's job that runs once. */
const [run = ''] = Object.keys(resources(find(on, 'compliance'), 'aws_macie2_classification_job'));

describe('protection', () => {
  test('keeps the organization, each account that stays, each bucket and each key of theirs from being destroyed', () => {
    expect(protectedIn(on).sort()).toEqual([
      'ai-models aws_cloudformation_stack.lineage-dataset-clean-notes',
      'ai-models aws_cloudformation_stack.lineage-dataset-clinical-notes',
      'ai-models aws_cloudformation_stack.lineage-project-referral-triage',
      'ai-models aws_cloudformation_stack.model-card-referral-triage',
      'ai-models aws_kms_key.data-key',
      'ai-models aws_kms_key.guardrails-key-eu-central-1',
      'ai-models aws_kms_key.prompts-key-eu-central-1',
      'ai-models aws_s3_bucket.access-log-bucket',
      'ai-models aws_s3_bucket.models-bucket',
      'ai-models aws_s3_bucket.prompts-eu-central-1-bucket',
      'ai-models aws_s3_bucket.training-bucket',
      'ai-models aws_sagemaker_model_package_group.model-package-group-triage',
      `compliance aws_macie2_classification_job.${run}`,
      'log-archive aws_kms_key.config-key',
      'log-archive aws_kms_key.findings-key',
      'log-archive aws_kms_key.prompts-key',
      'log-archive aws_kms_key.trails-key',
      'log-archive aws_s3_bucket.access-log-bucket',
      'log-archive aws_s3_bucket.config-bucket',
      'log-archive aws_s3_bucket.findings-bucket',
      'log-archive aws_s3_bucket.prompts-bucket',
      'log-archive aws_s3_bucket.trails-bucket',
      'management aws_organizations_account.account-acquired',
      'management aws_organizations_account.account-log-archive',
      'management aws_organizations_account.account-models',
      'management aws_organizations_account.account-security',
      'management aws_organizations_organization.organization',
      'security aws_kms_key.audit-key',
      'security aws_s3_bucket.audit-access-log-bucket',
      'security aws_s3_bucket.audit-results-bucket',
    ]);
  });

  test('lets no bucket be deleted with what is in it', () => {
    for (const stack of Object.values(on))
      for (const { force_destroy } of Object.values(resources(stack, 'aws_s3_bucket')))
        expect(force_destroy).toBe(false);
  });

  test('switched off, lets everything be destroyed that the landing zone made', () => {
    expect(protectedIn(off)).toEqual(['management aws_organizations_account.account-acquired']);
  });

  test.each(['on', 'off'] as const)(
    'switched %s, keeps what was adopted: neither destroyed nor closed',
    (protection) => {
      const zone = smallZone({ protection, organization: { adopt: 'o-abcdefghij' } }, ['acquired']);
      const management = synthOne(zone, 'management');
      const organization = resource(management, 'aws_organizations_organization', 'organization');
      const account = resource(management, 'aws_organizations_account', 'account-acquired');
      for (const { lifecycle } of [organization, account]) expect(lifecycle.prevent_destroy).toBe(true);
      expect(account.close_on_deletion).toBe(false);
    },
  );

  test('switched off, takes away nothing else', () => {
    const gone = only(on, off).filter((leaf) => !leaf.startsWith('aws_macie2_classification_job'));
    expect(gone).toEqual([
      'aws_athena_workgroup: force_destroy = false',
      'aws_cloudformation_stack: lifecycle.prevent_destroy = true',
      'aws_kms_key: lifecycle.prevent_destroy = true',
      'aws_organizations_account: close_on_deletion = false',
      'aws_organizations_account: lifecycle.prevent_destroy = true',
      'aws_organizations_organization: lifecycle.prevent_destroy = true',
      'aws_s3_bucket: force_destroy = false',
      'aws_s3_bucket: lifecycle.prevent_destroy = true',
      'aws_sagemaker_model_package_group: lifecycle.prevent_destroy = true',
    ]);
  });

  test('switched off, adds nothing but what a teardown needs', () => {
    const added = only(off, on).filter((leaf) => !leaf.startsWith('removed.'));
    expect(added).toEqual([
      'aws_athena_workgroup: force_destroy = true',
      'aws_macie2_member: invite = false',
      'aws_organizations_account: close_on_deletion = true',
      'aws_s3_bucket: force_destroy = true',
    ]);
  });

  test('switched off, forgets the jobs that ran once, because Macie can neither cancel nor delete them', () => {
    const jobs = (stacks: Stacks) =>
      Object.values(stacks).flatMap((stack) =>
        Object.keys(resources(stack, 'aws_macie2_classification_job')).map((name) => `${stack.name} ${name}`),
      );
    const weekly = 'security macie-job-weekly-eu-central-1';
    expect(jobs(on).sort()).toEqual([`compliance ${run}`, weekly]);
    expect(jobs(off)).toEqual([weekly]);
    const forgotten = (stacks: Stacks) =>
      Object.values(stacks).flatMap(({ name, json }) =>
        (json.removed ?? []).filter(({ from }: Json) => /_job\./.test(from)).map(({ from }: Json) => [name, from]),
      );
    const former = ['compliance', 'aws_macie2_classification_job.macie-job-baseline-eu-central-1'];
    expect(forgotten(on)).toEqual([former]);
    expect(forgotten(off)).toEqual([former, ['compliance', `aws_macie2_classification_job.${run}`]]);
  });
});
