import { authorize } from '../../../policy/iam/authorize';
import { contextOf } from '../../../policy/iam/context';
import { findPrincipal } from '../../../policy/iam/principal';
import { sampleLake, zoneWithLake } from '../../support/data-lake';
import { accountId, reference, resource, resources, statements, synthOne } from '../../support/synth';

const persons = [{ permissionSet: 'Stewardship' }, { role: 'review/Board', account: 'security' }];
const own = 'arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy';
const [trainer, researcher] = sampleLake().roles;
const ai = synthOne(
  zoneWithLake({
    queries: { resultRetentionDays: 7, scanLimitGigabytes: 50 },
    roles: [
      { ...trainer, managedPolicies: [own, 'team/Images'] },
      researcher,
      {
        name: 'DataSteward',
        trusts: persons,
        managedPolicies: ['arn:aws:iam::aws:policy/AWSLakeFormationDataAdmin'],
      },
      { name: 'Visitor' },
    ],
  }),
  'ai-models',
);
const models = accountId('models');
const bucket = reference('aws_s3_bucket.lake-results-bucket.arn');

/** Whether a role of the lake may do something to an object of a folder, by its own policy and that of the bucket. */
function may(role: string, action: string, folder: string, context: Record<string, string> = {}): boolean {
  const known = (document: string) =>
    document
      .replaceAll(bucket, 'arn:aws:s3:::acme-ai-data-results-222222222222')
      .replaceAll(models, '222222222222')
      .replaceAll(/\$\{[^}]*\}/g, 'arn:aws:kms:eu-central-1:222222222222:key/1');
  const identity = known(resource(ai, 'aws_iam_role_policy', `lake-role-${role}-policy`).policy);
  const document = known(resource(ai, 'aws_s3_bucket_policy', 'lake-results-policy').policy);
  const principal = findPrincipal(`arn:aws:iam::222222222222:role/${role}`);
  return authorize(
    {
      action,
      resource: `arn:aws:s3:::acme-ai-data-results-222222222222/${folder}/answer.csv`,
      principal,
      context: contextOf({ 'aws:SecureTransport': 'true', ...context }),
    },
    { identity: [{ name: role, document: identity }], resource: [{ name: 'bucket', document }] },
  ).allowed;
}

describe('questions to a data lake', () => {
  it('are asked in a workgroup of each role that is made, whose settings nobody overrides', () => {
    expect(Object.keys(resources(ai, 'aws_athena_workgroup'))).toEqual([
      'lake-queries-DataSteward',
      'lake-queries-Researcher',
      'lake-queries-Trainer',
    ]);
    expect(resource(ai, 'aws_athena_workgroup', 'lake-queries-Researcher')).toMatchObject({
      name: 'acme-ai-lake-Researcher',
      force_destroy: true,
      configuration: {
        enforce_workgroup_configuration: true,
        bytes_scanned_cutoff_per_query: 50_000_000_000,
        result_configuration: {
          output_location: `s3://${reference('aws_s3_bucket_policy.lake-results-policy.bucket')}/Researcher/`,
          expected_bucket_owner: models,
          encryption_configuration: {
            encryption_option: 'SSE_KMS',
            kms_key_arn: reference('aws_kms_key.data-key.arn'),
          },
        },
      },
    });
    const { Ask } = statements(resource(ai, 'aws_iam_role_policy', 'lake-role-Researcher-policy').policy);
    expect(Ask?.Resource).toBe(`arn:aws:athena:eu-central-1:${models}:workgroup/acme-ai-lake-Researcher`);
  });

  it('are answered where no other role of the lake reads, and only Athena writes', () => {
    expect(may('Researcher', 's3:GetObject', 'Researcher')).toBe(true);
    for (const other of ['Trainer', 'DataSteward']) {
      expect(may(other, 's3:GetObject', other)).toBe(true);
      expect(may(other, 's3:GetObject', 'Researcher')).toBe(false);
    }
    expect(may('Researcher', 's3:PutObject', 'Researcher')).toBe(false);
    expect(may('Researcher', 's3:PutObject', 'Researcher', { 'aws:CalledVia': 'athena.amazonaws.com' })).toBe(true);
  });

  it('are closed to whoever has S3 permissions of their own in the account', () => {
    const policy = statements(resource(ai, 'aws_s3_bucket_policy', 'lake-results-policy').policy);
    const denied = Object.entries(policy).filter(([sid]) => sid.startsWith('OnlyOf'));
    expect(denied.map(([, { Resource }]) => String(Resource).split('/')[1])).toEqual([
      'Trainer',
      'Researcher',
      'DataSteward',
    ]);
    for (const [, { Effect, Condition }] of denied) {
      expect(Effect).toBe('Deny');
      expect(Condition.ArnNotLike['aws:PrincipalArn']).toHaveLength(3);
    }
  });

  it('leave answers that are deleted after some days', () => {
    const { rule } = resource(ai, 'aws_s3_bucket_lifecycle_configuration', 'lake-results-lifecycle');
    expect(rule[0]).toMatchObject({ expiration: [{ days: 7 }] });
  });

  it('are not a matter of a lake that says nothing of them', () => {
    const plain = synthOne(zoneWithLake(), 'ai-models');
    expect(resources(plain, 'aws_athena_workgroup')).toEqual({});
    expect(Object.keys(resources(plain, 'aws_s3_bucket')).join()).not.toContain('lake-results');
  });
});

describe('a role of a data lake', () => {
  it('is assumed by persons of the accounts that are named', () => {
    const trust = statements(resource(ai, 'aws_iam_role', 'lake-role-DataSteward').assume_role_policy);
    expect(Object.values(trust).map(({ Principal }) => Principal.AWS)).toEqual([
      `arn:aws:iam::${models}:root`,
      `arn:aws:iam::${accountId('security')}:root`,
    ]);
    expect(trust.Persons2?.Condition.ArnLike['aws:PrincipalArn']).toEqual([
      `arn:aws:iam::${accountId('security')}:role/review/Board`,
    ]);
  });

  it('has the managed policies that are named, each once', () => {
    const attached = Object.entries(resources(ai, 'aws_iam_role_policy_attachment'))
      .filter(([id]) => id.startsWith('lake-role-'))
      .map(([id, { policy_arn }]) => [id, policy_arn]);
    expect(attached).toEqual([
      [
        'lake-role-DataSteward-AWSLakeFormationCrossAccountManager',
        'arn:aws:iam::aws:policy/AWSLakeFormationCrossAccountManager',
      ],
      ['lake-role-DataSteward-AWSLakeFormationDataAdmin', 'arn:aws:iam::aws:policy/AWSLakeFormationDataAdmin'],
      ['lake-role-Trainer-CloudWatchAgentServerPolicy', own],
      [expect.stringMatching(/^lake-role-Trainer-own-team-Images/), `arn:aws:iam::${models}:policy/team/Images`],
    ]);
  });

  it('is looked up where it is that of a permission set, and the plan says so where it is not assigned', () => {
    const stack = synthOne(
      zoneWithLake(
        {
          roles: [trainer, researcher, { name: 'DataSteward', permissionSet: 'Data.Steward' }],
          directReaders: ['DataSteward'],
          clearance: ['Researcher', 'DataSteward'],
        },
        { roles: { dataStewards: ['aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Data.Steward_*'] } },
      ),
      'ai-models',
    );
    expect(stack.json.data.aws_iam_roles['lake-role-DataSteward']).toMatchObject({
      path_prefix: '/aws-reserved/sso.amazonaws.com/',
      name_regex: '^AWSReservedSSO_Data[.]Steward_[0-9a-f]{16}$',
      lifecycle: {
        postcondition: [
          { condition: reference('(length(self.arns) == 1)'), error_message: expect.stringContaining('assign it') },
        ],
      },
    });
    const arn = reference('one(tolist(data.aws_iam_roles.lake-role-DataSteward.arns))');
    expect(resource(stack, 'aws_lakeformation_data_lake_settings', 'data-lake-settings').admins).toContain(arn);
    const policy = statements(resource(stack, 'aws_s3_bucket_policy', 'training-policy').policy);
    expect(policy.OnlyThroughLakeFormation?.Condition.ArnNotLike['aws:PrincipalArn']).toContain(
      `arn:aws:iam::${models}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Data.Steward_????????????????`,
    );
  });
});

describe('a database that exists', () => {
  const databases = sampleLake().databases.map((database) => ({ ...database, existing: true }));
  const stack = synthOne(zoneWithLake({ databases }), 'ai-models');

  it('is granted and tagged by its name, and neither made nor registered', () => {
    for (const type of ['aws_glue_catalog_database', 'aws_glue_catalog_table', 'aws_lakeformation_resource'])
      expect(resources(stack, type)).toEqual({});
    const tables = Object.values(resources(stack, 'aws_lakeformation_permissions')).flatMap(({ table }) => table ?? []);
    expect(tables).toContainEqual({ database_name: 'clinical', name: 'wards' });
    expect(resource(stack, 'aws_lakeformation_resource_lf_tags', 'lf-tags-clinical').database).toEqual({
      name: 'clinical',
    });
  });

  it('is guarded where its objects are in the training bucket, as one that is made', () => {
    const guard = (of: typeof stack) => resource(of, 'aws_s3_bucket_policy', 'training-policy').policy;
    expect(guard(stack)).toBe(guard(synthOne(zoneWithLake(), 'ai-models')));
  });

  it('stays in AWS with its tables and its location where the landing zone made it before', () => {
    const kept = [
      'aws_glue_catalog_database.database-clinical',
      'aws_lakeformation_resource.lake-location-clinical',
      'aws_glue_catalog_table.table-clinical-admissions',
      'aws_glue_catalog_table.table-clinical-wards',
    ];
    const removed = (stack.json.removed as { from: string }[]).filter(
      ({ from }) => !/^aws_(budgets|ce|cloudwatch_event)_/.test(from),
    );
    expect(removed).toEqual(kept.map((from) => ({ from, lifecycle: { destroy: false } })));
  });
});
