import { type EmulatedLake, emulatedLake, LAKE, READER, selectOn, settingsOf } from '../../../support/lakeformation';
import { refusal } from '../../../support/world';

const place = { DatabaseName: 'clinical', Name: 'admissions' };
const invalid = refusal('InvalidInputException');
const notFound = refusal('EntityNotFoundException');
const filter = {
  TableCatalogId: LAKE,
  DatabaseName: 'clinical',
  TableName: 'admissions',
  Name: 'adults',
  ColumnWildcard: { ExcludedColumnNames: ['patient'] },
  RowFilter: { FilterExpression: 'age > 17' },
};
const { RowFilter: _rows, ColumnWildcard: _columns, ...named } = filter;
const listed = async ({ ask }: EmulatedLake, Resource: object) =>
  (await ask('ListPermissions', { Principal: { DataLakePrincipalIdentifier: READER }, Resource }))
    .PrincipalResourcePermissions;

describe('a data cells filter', () => {
  it('is read as it was written, with a version that each change raises', async () => {
    const { ask } = await emulatedLake();
    await ask('CreateDataCellsFilter', { TableData: filter });
    await ask('UpdateDataCellsFilter', { TableData: { ...filter, RowFilter: { FilterExpression: 'age > 20' } } });
    expect((await ask('GetDataCellsFilter', named)).DataCellsFilter).toMatchObject({
      ColumnWildcard: filter.ColumnWildcard,
      RowFilter: { FilterExpression: 'age > 20' },
      VersionId: '2',
    });
    await expect(ask('CreateDataCellsFilter', { TableData: filter })).rejects.toEqual(
      refusal('AlreadyExistsException'),
    );
    const filters = async (Table?: object) => (await ask('ListDataCellsFilter', { Table })).DataCellsFilters.length;
    const { DatabaseName, TableName: Name } = filter;
    expect([
      await filters(),
      await filters({ DatabaseName, Name }),
      await filters({ DatabaseName, Name: 'x' }),
    ]).toEqual([1, 1, 0]);
    await ask('DeleteDataCellsFilter', named);
    await expect(ask('GetDataCellsFilter', named)).rejects.toEqual(notFound);
  });

  it.each([
    ['both columns and a wildcard', { ColumnNames: ['age'] }],
    ['neither columns nor a wildcard', { ColumnWildcard: undefined }],
    ['no rows', { RowFilter: {} }],
    ['both all rows and some', { RowFilter: { AllRowsWildcard: {}, FilterExpression: 'age > 17' } }],
    ['rows by an unknown column', { RowFilter: { FilterExpression: 'agee > 17' } }],
    ['rows by no condition', { RowFilter: { FilterExpression: "age > '17" } }],
    ['an unknown column', { ColumnWildcard: { ExcludedColumnNames: ['patients'] } }],
    ['a part of what is no struct', { ColumnWildcard: undefined, ColumnNames: ['age.years'] }],
    ['a part deeper than five names', { ColumnWildcard: undefined, ColumnNames: ['home.a.b.c.d.e'] }],
    ['the table of another account', { TableCatalogId: '999999999999' }],
  ])('is refused with %s', async (_title, change) => {
    const { ask } = await emulatedLake();
    await expect(ask('CreateDataCellsFilter', { TableData: { ...filter, ...change } })).rejects.toEqual(invalid);
  });
});

describe('a grant', () => {
  it('of SELECT on a table is listed as SELECT on all its columns', async () => {
    const lake = await emulatedLake();
    await lake.ask('GrantPermissions', { ...selectOn({ Table: place }), Permissions: ['DESCRIBE', 'SELECT'] });
    expect(await listed(lake, { Table: place })).toEqual([
      expect.objectContaining({ Resource: { Table: { CatalogId: LAKE, ...place } }, Permissions: ['DESCRIBE'] }),
      expect.objectContaining({
        Resource: { TableWithColumns: { CatalogId: LAKE, ...place, ColumnWildcard: {} } },
        Permissions: ['SELECT'],
      }),
    ]);
  });

  it('is gone once it is revoked, and cannot be revoked again', async () => {
    const lake = await emulatedLake();
    const grant = selectOn({ TableWithColumns: { ...place, ColumnNames: ['age', 'year'] } });
    await lake.ask('GrantPermissions', grant);
    // The same columns in another order.
    await lake.ask('RevokePermissions', selectOn({ TableWithColumns: { ...place, ColumnNames: ['year', 'age'] } }));
    expect(await listed(lake, { Table: place })).toEqual([]);
    await expect(lake.ask('RevokePermissions', grant)).rejects.toThrow('No permissions revoked. Grantee has no');
  });

  it('that may be passed on names its columns, and no exceptions', async () => {
    const { ask } = await emulatedLake();
    const passed = (columns: object) => ({
      ...selectOn({ TableWithColumns: { ...place, ...columns } }),
      PermissionsWithGrantOption: ['SELECT'],
    });
    await expect(
      ask('GrantPermissions', passed({ ColumnWildcard: { ExcludedColumnNames: ['patient'] } })),
    ).rejects.toEqual(invalid);
    await expect(ask('GrantPermissions', passed({ ColumnNames: ['age'] }))).resolves.toEqual({});
  });

  it('on a filter takes SELECT only', async () => {
    const { ask } = await emulatedLake();
    await ask('CreateDataCellsFilter', { TableData: filter });
    const grant = selectOn({ DataCellsFilter: named });
    await expect(ask('GrantPermissions', { ...grant, Permissions: ['DESCRIBE'] })).rejects.toEqual(invalid);
    await expect(ask('GrantPermissions', grant)).resolves.toEqual({});
  });

  it.each<[string, object, unknown]>([
    ['on an unknown database', selectOn({ Database: { Name: 'clinic' } }), notFound],
    ['on an unknown table', selectOn({ Table: { ...place, Name: 'x' } }), notFound],
    ['on an unknown column', selectOn({ TableWithColumns: { ...place, ColumnNames: ['x'] } }), invalid],
    ['on an unknown filter', selectOn({ DataCellsFilter: named }), notFound],
    [
      'on a part of a struct without a filter',
      selectOn({ TableWithColumns: { ...place, ColumnNames: ['home.city'] } }),
      invalid,
    ],
    ['on two resources', selectOn({ Table: place, Database: { Name: 'clinical' } }), invalid],
    [
      'on an unknown LF-tag',
      selectOn({ LFTagPolicy: { ResourceType: 'TABLE', Expression: [{ TagKey: 'x', TagValues: ['y'] }] } }),
      notFound,
    ],
    ['of SELECT on a database', selectOn({ Database: { Name: 'clinical' } }), invalid],
    ['to a role that does not exist', selectOn({ Table: place }, `${READER}s`), invalid],
    ['to pass on what is not given', { ...selectOn({ Table: place }), PermissionsWithGrantOption: ['DROP'] }, invalid],
  ])('is refused %s', async (_title, input, expected) => {
    const { ask } = await emulatedLake();
    await expect(ask('GrantPermissions', input)).rejects.toEqual(expected);
  });
});

describe('a grant to another account', () => {
  const byTag = {
    LFTagPolicy: { ResourceType: 'TABLE', Expression: [{ TagKey: 'sensitivity', TagValues: ['open'] }] },
  };

  /** A lake of this version in an organization, with the ARN of the organization. */
  async function lakeIn(version: string): Promise<EmulatedLake & { readonly organization: string }> {
    const lake = await emulatedLake();
    await lake.ask('CreateLFTag', { TagKey: 'sensitivity', TagValues: ['open'] });
    await lake.ask('PutDataLakeSettings', { DataLakeSettings: settingsOf(version) });
    const { organization } = lake.world;
    const id = organization.find()?.id;
    return { ...lake, organization: `arn:aws:organizations::${organization.managementAccount}:organization/${id}` };
  }

  it('needs version 3 for LF-tags and for organizations, not for a table', async () => {
    const { ask, organization, world } = await lakeIn('2');
    world.organization.enableTrustedAccess('ram.amazonaws.com');
    await expect(ask('GrantPermissions', selectOn(byTag, '999999999999'))).rejects.toThrow('version 3 is needed');
    await expect(ask('GrantPermissions', selectOn({ Table: place }, organization))).rejects.toThrow(
      'version 3 is needed',
    );
    await expect(ask('GrantPermissions', selectOn({ Table: place }, '999999999999'))).resolves.toEqual({});
  });

  it('needs RAM to share within the organization, for an organization or an OU', async () => {
    const { ask, organization, world } = await lakeIn('4');
    const grant = selectOn({ Table: place }, organization);
    await expect(ask('GrantPermissions', grant)).rejects.toThrow('not enabled in AWS RAM');
    world.organization.enableTrustedAccess('ram.amazonaws.com');
    await expect(ask('GrantPermissions', grant)).resolves.toEqual({});
  });

  it('goes to no organization but our own', async () => {
    const { ask, organization } = await lakeIn('4');
    await expect(ask('GrantPermissions', selectOn({ Table: place }, `${organization}x`))).rejects.toThrow(
      'Invalid principal',
    );
  });

  it('is refused while IAM still owns every new table', async () => {
    const { ask } = await lakeIn('4');
    const everybody = { Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL'] };
    await ask('PutDataLakeSettings', {
      DataLakeSettings: { ...settingsOf('4'), CreateTableDefaultPermissions: [everybody] },
    });
    await expect(ask('GrantPermissions', selectOn({ Table: place }, '999999999999'))).rejects.toThrow(
      'IAMAllowedPrincipals',
    );
    await expect(ask('GrantPermissions', selectOn({ Table: place }))).resolves.toEqual({});
  });
});
