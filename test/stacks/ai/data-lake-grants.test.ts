import { type LakeTable, seenNames } from '../../../schema/forms/ai/data-lake-view';
import { sampleLake, zoneWithLake } from '../../support/data-lake';
import { accountId, find, output, reference, resource, resources, synth, synthOne } from '../../support/synth';
import { sampleSettings } from '../../support/zone';

const stacks = synth(zoneWithLake());
const ai = find(stacks, 'ai-models');
const models = accountId('models');
const made = (role: string) => reference(`aws_iam_role.lake-role-${role}.arn`);
const granted = (id: string) => resource(ai, 'aws_lakeformation_permissions', id);

describe('a grant of the lake', () => {
  const place = {
    database_name: 'clinical',
    table_name: reference('aws_glue_catalog_table.table-clinical-admissions.name'),
  };

  it('of a whole table is SELECT on the table', () => {
    expect(granted('grant-wards-to-role-Trainer')).toMatchObject({
      principal: made('Trainer'),
      permissions: ['SELECT'],
      table: { database_name: 'clinical', name: reference('aws_glue_catalog_table.table-clinical-wards.name') },
    });
  });

  it('of columns is SELECT on the columns, those named or all but those named', () => {
    expect(granted('grant-triage-to-role-Trainer').table_with_columns).toMatchObject({
      column_names: ['age', 'year'],
    });
    expect(granted('grant-all-to-role-Researcher').table_with_columns).toMatchObject({
      wildcard: true,
      excluded_column_names: ['home'],
    });
  });

  it('of rows is SELECT on a data cells filter', () => {
    const { table_data: data } = resource(ai, 'aws_lakeformation_data_cells_filter', 'cells-filter-adults');
    expect(data).toEqual([
      {
        ...place,
        table_catalog_id: models,
        name: 'adults',
        column_names: ['age', 'ward', 'year'],
        row_filter: [{ filter_expression: 'age > 17' }],
      },
    ]);
    expect(granted('grant-adults-to-account-sandbox').data_cells_filter).toMatchObject({
      ...place,
      table_catalog_id: models,
    });
  });

  it('of a part of a struct is a filter of every row, which a list of columns cannot say', () => {
    const { table_data: data } = resource(ai, 'aws_lakeformation_data_cells_filter', 'cells-filter-cities');
    expect(data[0]).toMatchObject({ column_names: ['home.city'], row_filter: [{ all_rows_wildcard: [{}] }] });
  });

  it('of rows names every column, because AWS answers a wildcard in two ways and AWS provider 5.100 takes one', () => {
    const grants = [{ name: 'minors', to: [{ role: 'Researcher' }], table: 'clinical.admissions', rows: 'age < 18' }];
    const filtered = synthOne(zoneWithLake({ grants, tagGrants: [] }), 'ai-models');
    const { table_data: data } = resource(filtered, 'aws_lakeformation_data_cells_filter', 'cells-filter-minors');
    expect(data[0].column_names).toEqual(['patient', 'age', 'ward', 'home', 'year']);
    expect(data[0]).not.toHaveProperty('column_wildcard');
  });

  it('of all but a part of a struct names the other parts', () => {
    const seen = seenNames(
      { name: 'areas', to: [], table: 'clinical.admissions', exceptColumns: ['patient', 'home.place.street'] },
      {
        columns: [
          { name: 'patient', type: 'string' },
          { name: 'home', type: 'struct<since:decimal(4,0),place:struct<street:string,city:string>>' },
        ],
      } as unknown as LakeTable,
    );
    expect(seen).toEqual(['home.since', 'home.place.city']);
  });

  it('of all columns but some is a filter where it leaves the account: what is passed on takes no exceptions', () => {
    const grant = { name: 'open', table: 'clinical.admissions', exceptColumns: ['patient', 'home'] };
    const grants = [{ ...grant, to: [{ account: 'sandbox' }, { ou: 'Sandbox' }] }];
    const shared = synthOne(zoneWithLake({ grants, tagGrants: [] }), 'ai-models');
    const { table_data: data } = resource(shared, 'aws_lakeformation_data_cells_filter', 'cells-filter-open');
    expect(data[0]).toMatchObject({
      column_names: ['age', 'ward', 'year'],
      row_filter: [{ all_rows_wildcard: [{}] }],
    });
    for (const to of ['account-sandbox', 'ou-Sandbox'])
      expect(resource(shared, 'aws_lakeformation_permissions', `grant-open-to-${to}`)).toMatchObject({
        permissions_with_grant_option: ['SELECT'],
        data_cells_filter: { name: expect.anything() },
      });
  });

  it('by LF-tag is SELECT on the tables that match, once the tags are where they belong', () => {
    const grant = granted('grant-open-to-role-Trainer');
    expect(grant.lf_tag_policy).toEqual({
      resource_type: 'TABLE',
      expression: [{ key: 'sensitivity', values: ['open'] }],
    });
    expect(grant.depends_on).toEqual(
      expect.arrayContaining([
        'aws_lakeformation_resource_lf_tags.lf-tags-clinical',
        'aws_lakeformation_resource_lf_tags.lf-tags-clinical-admissions-patient',
      ]),
    );
  });

  it('has an address of its own for every key, also where keys differ in signs that addresses cannot have', () => {
    const tags = { ...sampleLake().tags, 'team:data': ['a'], 'team.data': ['b'] };
    const lake = synthOne(zoneWithLake({ tags }), 'ai-models');
    const made = resources(lake, 'aws_lakeformation_lf_tag');
    expect(Object.values(made).map(({ key }) => key)).toEqual(['sensitivity', 'team:data', 'team.data']);
    expect(Object.keys(made)).toEqual([
      'lf-tag-sensitivity',
      expect.stringMatching(/^lf-tag-team-data-[0-9a-f]{8}$/),
      expect.stringMatching(/^lf-tag-team-data-[0-9a-f]{8}$/),
    ]);
  });

  it('goes to an account by its id and to an OU by its ARN, which pass it on', () => {
    expect(granted('grant-open-to-account-sandbox')).toMatchObject({
      principal: accountId('sandbox'),
      permissions_with_grant_option: ['SELECT'],
    });
    expect(granted('grant-wards-to-ou-Sandbox')).toMatchObject({
      principal: `arn:aws:organizations::111122223333:ou/${output('management', 'organization_id')}/${output('management', 'ou_ids', 'Sandbox')}`,
      permissions_with_grant_option: ['SELECT'],
    });
    expect(granted('grant-wards-to-role-Trainer')).not.toHaveProperty('permissions_with_grant_option');
  });

  it('finds the id of an OU by whatever name it has', () => {
    const ou = 'A"B\\C';
    const lake = { grants: [{ name: 'wards', to: [{ ou }], table: 'clinical.wards' }], tagGrants: [] };
    const organizationalUnits = [...sampleSettings().organizationalUnits, ou];
    const shared = synthOne(zoneWithLake(lake, { organizationalUnits }), 'ai-models');
    const [grant] = Object.values(resources(shared, 'aws_lakeformation_permissions'));
    expect(grant?.principal).toContain('.outputs.ou_ids["A\\"B\\\\C"]}');
  });

  it('lets a role see the database around its tables once, and no other account', () => {
    const described = Object.entries(resources(ai, 'aws_lakeformation_permissions')).filter(([id]) =>
      id.startsWith('describe'),
    );
    expect(described.map(([id, body]) => [id, body.permissions])).toEqual([
      ['describe-clinical-to-role-Researcher', ['DESCRIBE']],
      ['describe-clinical-to-role-Trainer', ['DESCRIBE']],
    ]);
  });
});

describe('a share with other accounts', () => {
  const management = find(stacks, 'management');
  const trusted = (stack: typeof ai): string[] =>
    resource(stack, 'aws_organizations_organization', 'organization').aws_service_access_principals;

  it('needs no invitation: RAM shares within the organization', () => {
    expect(resource(management, 'aws_ram_sharing_with_organization', 'ram-sharing').depends_on).toEqual([
      'aws_organizations_organization.organization',
    ]);
    expect(trusted(management)).toContain('ram.amazonaws.com');
  });

  it('is the only reason for that', () => {
    const grants = sampleLake().grants.filter(({ name }) => name === 'triage');
    const alone = synthOne(zoneWithLake({ grants, tagGrants: [] }), 'management');
    expect(resources(alone, 'aws_ram_sharing_with_organization')).toEqual({});
    expect(trusted(alone)).not.toContain('ram.amazonaws.com');
  });
});
