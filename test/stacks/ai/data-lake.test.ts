import { sampleLake, zoneWithLake } from '../../support/data-lake';
import { accountId, reference, resource, resources, statements, synthOne } from '../../support/synth';

const ai = synthOne(zoneWithLake(), 'ai-models');
const models = accountId('models');
const roleArn = (name: string) => `arn:aws:iam::${models}:role/${name}`;

describe('Lake Formation in an account', () => {
  it('is administered by the deploy role and the stewards, and gives new tables to nobody', () => {
    const settings = resource(ai, 'aws_lakeformation_data_lake_settings', 'data-lake-settings');
    expect(settings).toMatchObject({
      admins: [roleArn('OrganizationAccountAccessRole'), roleArn('DataSteward')],
      create_database_default_permissions: [],
      create_table_default_permissions: [],
      allow_external_data_filtering: false,
      allow_full_table_external_data_access: false,
      parameters: { CROSS_ACCOUNT_VERSION: '4' },
    });
  });

  it('is settled before there is a database, a tag or a grant', () => {
    const settings = 'aws_lakeformation_data_lake_settings.data-lake-settings';
    const waiting = [
      ...Object.values(resources(ai, 'aws_glue_catalog_database')),
      ...Object.values(resources(ai, 'aws_lakeformation_lf_tag')),
      ...Object.values(resources(ai, 'aws_lakeformation_data_cells_filter')),
      ...Object.values(resources(ai, 'aws_lakeformation_permissions')),
    ];
    expect(waiting.length).toBeGreaterThan(8);
    for (const each of waiting) expect(each.depends_on).toContain(settings);
  });

  it('reads the folder of each database with a role that does nothing else, never in hybrid mode', () => {
    expect(resource(ai, 'aws_lakeformation_resource', 'lake-location-clinical')).toMatchObject({
      arn: `${reference('aws_s3_bucket.training-bucket.arn')}/clinical`,
      role_arn: reference('aws_iam_role.data-lake-role.arn'),
      hybrid_access_enabled: false,
    });
    const allowed = statements(resource(ai, 'aws_iam_role_policy', 'data-lake-role-policy').policy);
    expect(Object.values(allowed).map(({ Action, Resource }) => [Action, Resource])).toEqual([
      ['s3:GetObject', [`${reference('aws_s3_bucket.training-bucket.arn')}/clinical/*`]],
      ['s3:ListBucket', reference('aws_s3_bucket.training-bucket.arn')],
      ['kms:Decrypt', reference('aws_kms_key.data-key.arn')],
    ]);
  });

  it('is the only way to the objects, but for direct readers, Macie and break glass', () => {
    const denied = (stack: typeof ai) =>
      statements(resource(stack, 'aws_s3_bucket_policy', 'training-policy').policy).OnlyThroughLakeFormation;
    const readers = (stack: typeof ai) => denied(stack)?.Condition.ArnNotLike['aws:PrincipalArn'];
    expect(denied(ai)).toMatchObject({
      Effect: 'Deny',
      Action: ['s3:GetObject', 's3:GetObjectVersion'],
      Resource: [`arn:aws:s3:::acme-ai-data-training-${models}/clinical/*`],
    });
    const macie = roleArn('aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie');
    expect(readers(ai)).toEqual([roleArn('acme-ai-data-lake'), roleArn('BreakGlass'), macie]);
    const direct = synthOne(zoneWithLake({ directReaders: ['Researcher'] }), 'ai-models');
    expect(readers(direct)).toContain(roleArn('Researcher'));
    const own = statements(resource(direct, 'aws_iam_role_policy', 'lake-role-Researcher-policy').policy);
    expect(own.ReadObjects?.Action).toBe('s3:GetObject');
  });

  it('keeps a catalog that Glue encrypts in the name of nobody who reads it', () => {
    const { data_catalog_encryption_settings: settings } = resource(
      ai,
      'aws_glue_data_catalog_encryption_settings',
      'data-catalog-encryption',
    );
    expect(settings.encryption_at_rest).toEqual({
      catalog_encryption_mode: 'SSE-KMS-WITH-SERVICE-ROLE',
      catalog_encryption_service_role: reference('aws_iam_role.data-catalog-role.arn'),
      sse_aws_kms_key_id: reference('aws_kms_key.data-key.arn'),
    });
    expect(settings.connection_password_encryption.return_connection_password_encrypted).toBe(true);
  });

  it('describes each table as its objects are written', () => {
    expect(resource(ai, 'aws_glue_catalog_table', 'table-clinical-admissions')).toMatchObject({
      table_type: 'EXTERNAL_TABLE',
      parameters: { classification: 'parquet' },
      partition_keys: [{ name: 'year', type: 'int' }],
      storage_descriptor: {
        location: `s3://${reference('aws_s3_bucket.training-bucket.bucket')}/clinical/admissions/`,
        ser_de_info: { serialization_library: expect.stringContaining('ParquetHiveSerDe') },
      },
    });
    expect(resource(ai, 'aws_glue_catalog_table', 'table-clinical-wards').parameters).toMatchObject({
      'skip.header.line.count': '1',
    });
  });

  it('tells Athena how to work out the partitions that nobody registers', () => {
    const partitionKeys = [
      { name: 'region', type: 'string', projection: { type: 'enum', values: ['north', 'south'] } },
      { name: 'shift', type: 'int', projection: { type: 'integer', range: [1, 12], interval: 2, digits: 2 } },
      { name: 'year', type: 'int', projection: { type: 'integer', range: [2020, 2030], interval: undefined } },
      {
        name: 'hour',
        type: 'string',
        projection: {
          type: 'date',
          range: ['2026-01-01-00', 'NOW'],
          format: 'yyyy-MM-dd-HH',
          interval: 1,
          intervalUnit: 'HOURS',
        },
      },
      { name: 'ward', type: 'string', projection: { type: 'injected' } },
    ];
    const visits = { name: 'visits', format: 'json', columns: [{ name: 'age', type: 'int' }], partitionKeys };
    const databases = [{ name: 'clinical', tables: [visits] }];
    const stack = synthOne(zoneWithLake({ databases, grants: [], tagGrants: [] }), 'ai-models');
    const { parameters, partition_keys } = resource(stack, 'aws_glue_catalog_table', 'table-clinical-visits');
    expect(parameters).toEqual({
      EXTERNAL: 'TRUE',
      classification: 'json',
      'projection.enabled': 'true',
      'projection.region.type': 'enum',
      'projection.region.values': 'north,south',
      'projection.shift.type': 'integer',
      'projection.shift.range': '1,12',
      'projection.shift.interval': '2',
      'projection.shift.digits': '2',
      'projection.year.type': 'integer',
      'projection.year.range': '2020,2030',
      'projection.hour.type': 'date',
      'projection.hour.range': '2026-01-01-00,NOW',
      'projection.hour.format': 'yyyy-MM-dd-HH',
      'projection.hour.interval': '1',
      'projection.hour.interval.unit': 'HOURS',
      'projection.ward.type': 'injected',
    });
    expect(partition_keys).toEqual(partitionKeys.map(({ name, type }) => ({ name, type })));
    const registered = resource(ai, 'aws_glue_catalog_table', 'table-clinical-admissions');
    expect(registered.parameters).toEqual({ EXTERNAL: 'TRUE', classification: 'parquet' });
  });

  it('makes the roles that somebody has to make, and leaves the others alone', () => {
    expect(Object.keys(resources(ai, 'aws_iam_role')).filter((id) => id.startsWith('lake-role'))).toEqual([
      'lake-role-Researcher',
      'lake-role-Trainer',
    ]);
    const trust = statements(resource(ai, 'aws_iam_role', 'lake-role-Trainer').assume_role_policy);
    expect(trust.Service).toMatchObject({
      Principal: { Service: 'sagemaker.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': models } },
    });
    const assumable = statements(resource(ai, 'aws_iam_role', 'lake-role-Researcher').assume_role_policy);
    expect(assumable.Account?.Condition).toEqual({
      ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${models}:role/OrganizationAccountAccessRole` },
    });
    const own = statements(resource(ai, 'aws_iam_role_policy', 'lake-role-Trainer-policy').policy);
    expect(Object.keys(own)).toEqual(['AskLakeFormation', 'ReadCatalog']);
  });

  it('lets a steward whose role it makes grant, to other accounts too', () => {
    const roles = [...sampleLake().roles.slice(0, 2), { name: 'DataSteward', trusts: [{ permissionSet: 'Steward' }] }];
    const stack = synthOne(zoneWithLake({ roles }), 'ai-models');
    const policies = Object.values(resources(stack, 'aws_iam_role_policy_attachment')).map(
      ({ policy_arn }) => policy_arn,
    );
    expect(policies).toEqual(
      expect.arrayContaining(
        ['AWSLakeFormationDataAdmin', 'AWSLakeFormationCrossAccountManager'].map(
          (each) => `arn:aws:iam::aws:policy/${each}`,
        ),
      ),
    );
  });
});
