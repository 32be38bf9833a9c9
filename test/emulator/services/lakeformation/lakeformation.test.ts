import { lakeformation } from '../../../../emulator/services/lakeformation';
import { ADMINISTRATOR, emulatedLake, LAKE, READER, selectOn, settingsOf } from '../../../support/lakeformation';
import { callOf, fakeWorld, refusal } from '../../../support/world';

const bucket = 'arn:aws:s3:::acme-training';
const location = { ResourceArn: `${bucket}/clinical`, RoleArn: `arn:aws:iam::${LAKE}:role/Location` };
const database = { Database: { Name: 'clinical' } };
const column = (name: string) => ({ DatabaseName: 'clinical', Name: 'admissions', ColumnNames: [name] });
const tag = { TagKey: 'sensitivity', TagValues: ['open', 'personal'] };
const denied = refusal('AccessDeniedException');
const invalid = refusal('InvalidInputException');
const notFound = refusal('EntityNotFoundException');

describe('the settings of a lake', () => {
  it('give everything to whomever IAM allows, until they are put', async () => {
    const { ask } = await emulatedLake(false);
    const { DataLakeSettings } = await ask('GetDataLakeSettings');
    expect(DataLakeSettings.CreateTableDefaultPermissions).toEqual([
      { Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL'] },
    ]);
    expect(DataLakeSettings.Parameters.CROSS_ACCOUNT_VERSION).toBe('1');
  });

  it('are replaced as a whole: what is left out is switched off', async () => {
    const { ask } = await emulatedLake();
    await ask('PutDataLakeSettings', { DataLakeSettings: {} });
    const { DataLakeSettings } = await ask('GetDataLakeSettings');
    expect(DataLakeSettings).toMatchObject({ DataLakeAdmins: [], CreateTableDefaultPermissions: [] });
    expect(DataLakeSettings.Parameters.CROSS_ACCOUNT_VERSION).toBe('1');
  });

  it.each([
    ['an administrator who does not exist', { DataLakeAdmins: [{ DataLakePrincipalIdentifier: `${READER}s` }] }],
    ['a version that there is not', settingsOf('6')],
    [
      'more than 30 administrators',
      { DataLakeAdmins: Array.from({ length: 31 }, () => ({ DataLakePrincipalIdentifier: ADMINISTRATOR })) },
    ],
  ])('refuse %s', async (_title, DataLakeSettings) => {
    const { ask } = await emulatedLake();
    await expect(ask('PutDataLakeSettings', { DataLakeSettings })).rejects.toEqual(invalid);
  });

  it.each([
    ['GrantPermissions', selectOn(database)],
    ['RevokePermissions', selectOn(database)],
    ['CreateLFTag', tag],
    ['AddLFTagsToResource', { Resource: database, LFTags: [] }],
    ['CreateDataCellsFilter', { TableData: {} }],
  ])('let nobody but an administrator call %s, whatever IAM allows', async (operation, input) => {
    const { ask } = await emulatedLake();
    await expect(ask(operation, input, READER)).rejects.toEqual(denied);
  });

  it('are not emulated for the catalog of another account', async () => {
    const { ask } = await emulatedLake();
    await expect(ask('GetDataLakeSettings', { CatalogId: '999999999999' })).rejects.toEqual(
      refusal('NotImplementedException'),
    );
    await expect(ask('GetDataLakeSettings', { CatalogId: LAKE })).resolves.toHaveProperty('DataLakeSettings');
  });

  it('are gone with their account', async () => {
    const world = fakeWorld();
    const service = lakeformation(world);
    const account = await world.vend('lake');
    const DataLakeAdmins = [{ DataLakePrincipalIdentifier: account }];
    await callOf(service)('PutDataLakeSettings', { DataLakeSettings: { DataLakeAdmins } }, account);
    expect(service.leftovers()).toEqual([{ account, resource: 'us-east-1 data-lake-settings ' }]);
    await world.organizations('CloseAccount', { AccountId: account });
    expect(service.leftovers()).toEqual([]);
  });
});

describe('a location', () => {
  it('is registered once, with a role that Lake Formation may assume, and described as it is', async () => {
    const { ask, leftovers } = await emulatedLake();
    await ask('RegisterResource', location);
    expect((await ask('DescribeResource', location)).ResourceInfo).toMatchObject({
      ...location,
      HybridAccessEnabled: false,
    });
    await expect(ask('RegisterResource', location)).rejects.toEqual(refusal('AlreadyExistsException'));
    expect(leftovers()).toContain(`eu-west-1 registered-resource ${bucket}/clinical`);
    await ask('DeregisterResource', location);
    await expect(ask('DescribeResource', location)).rejects.toEqual(notFound);
  });

  it('says when its role was last changed', async () => {
    const { ask, world } = await emulatedLake();
    await ask('RegisterResource', location);
    world.clock.set(new Date('2026-02-01T00:00:00Z'));
    await ask('UpdateResource', { ...location, HybridAccessEnabled: true });
    expect((await ask('DescribeResource', location)).ResourceInfo).toEqual({
      ...location,
      HybridAccessEnabled: true,
      WithFederation: false,
      LastModified: Date.parse('2026-02-01T00:00:00Z') / 1000,
    });
    expect((await ask('ListResources')).ResourceInfoList).toHaveLength(1);
  });

  it.each([
    ['a role that does not trust Lake Formation', { ...location, RoleArn: READER }],
    ['a role that does not exist', { ...location, RoleArn: `${READER}s` }],
    ['neither a role nor the service-linked one', { ResourceArn: location.ResourceArn }],
    ['what is not in S3', { ...location, ResourceArn: 'arn:aws:kms:eu-west-1:444455556666:key/1' }],
  ])('is refused with %s', async (_title, input) => {
    const { ask } = await emulatedLake();
    await expect(ask('RegisterResource', input)).rejects.toEqual(invalid);
  });
});

describe('an LF-tag', () => {
  const assigned = (value: string) => ({
    Resource: { TableWithColumns: column('age') },
    LFTags: [{ TagKey: 'sensitivity', TagValues: [value] }],
  });
  const read = { Resource: { TableWithColumns: column('age') }, ShowAssignedLFTags: true };

  it('is kept in lower case', async () => {
    const { ask } = await emulatedLake();
    await ask('CreateLFTag', { TagKey: 'Sensitivity', TagValues: ['Open'] });
    expect(await ask('GetLFTag', { TagKey: 'sensitivity' })).toMatchObject({
      TagKey: 'sensitivity',
      TagValues: ['open'],
    });
    await expect(ask('CreateLFTag', { TagKey: 'SENSITIVITY', TagValues: ['x'] })).rejects.toEqual(invalid);
  });

  it('is listed with all others, in pages', async () => {
    const { ask } = await emulatedLake();
    const keys = async (input: object = {}) =>
      (await ask('ListLFTags', input)).LFTags.map(({ TagKey }: { TagKey: string }) => TagKey);
    await ask('CreateLFTag', tag);
    await ask('CreateLFTag', { TagKey: 'a/b', TagValues: ['x', 'y'] });
    expect((await ask('ListLFTags')).LFTags[1]).toEqual({ CatalogId: LAKE, TagKey: 'a/b', TagValues: ['x', 'y'] });
    const { NextToken } = await ask('ListLFTags', { MaxResults: 1 });
    expect(await keys({ NextToken })).toEqual(['a/b']);
    for (const input of [{ MaxResults: 0 }, { NextToken: 'x' }]) await expect(keys(input)).rejects.toEqual(invalid);
  });

  it('is on a column until it is removed, or no more', async () => {
    const { ask } = await emulatedLake();
    await ask('CreateLFTag', tag);
    expect(await ask('AddLFTagsToResource', assigned('open'))).toEqual({ Failures: [] });
    expect((await ask('GetResourceLFTags', read)).LFTagsOnColumns).toEqual([
      { Name: 'age', LFTags: [{ CatalogId: LAKE, TagKey: 'sensitivity', TagValues: ['open'] }] },
    ]);
    await ask('RemoveLFTagsFromResource', assigned('open'));
    expect((await ask('GetResourceLFTags', read)).LFTagsOnColumns).toEqual([]);
  });

  it('fails inside of a success where it has no such value', async () => {
    const { ask } = await emulatedLake();
    await ask('CreateLFTag', tag);
    const { Failures } = await ask('AddLFTagsToResource', assigned('opne'));
    expect(Failures).toEqual([
      expect.objectContaining({ Error: expect.objectContaining({ ErrorCode: 'EntityNotFoundException' }) }),
    ]);
  });

  it('goes on nothing that does not exist', async () => {
    const { ask } = await emulatedLake();
    const of = (Resource: object) => ask('AddLFTagsToResource', { ...assigned('open'), Resource });
    await expect(of({ Database: { Name: 'clinic' } })).rejects.toEqual(notFound);
    await expect(of({ Table: { DatabaseName: 'clinical', Name: 'x' } })).rejects.toEqual(notFound);
    await expect(of({ TableWithColumns: column('x') })).rejects.toEqual(invalid);
  });

  it('takes its assignments with it', async () => {
    const { ask, leftovers } = await emulatedLake();
    await ask('CreateLFTag', tag);
    await ask('AddLFTagsToResource', assigned('open'));
    await ask('DeleteLFTag', tag);
    expect(leftovers().filter((each) => each.includes('lf-tag'))).toEqual([]);
  });
});
