import { athena } from '../../../../emulator/services/athena';
import { callOf, fakeWorld, refusal } from '../../../support/world';

const key = 'arn:aws:kms:us-east-1:111111111111:key/1';
const results = {
  OutputLocation: 's3://results/',
  EncryptionConfiguration: { EncryptionOption: 'SSE_KMS', KmsKey: key },
};
const saved = { Name: 'q', Database: 'd', QueryString: 'SELECT 1', WorkGroup: 'audit' };
const refused = refusal('InvalidRequestException');

/** A new AWS with a workgroup called audit. */
async function withWorkgroup() {
  const world = fakeWorld();
  const service = athena(world);
  const call = callOf(service);
  await call('CreateWorkGroup', {
    Name: 'audit',
    Configuration: { ResultConfiguration: results, BytesScannedCutoffPerQuery: 10_000_000 },
    Tags: [{ Key: 'owner', Value: 'security' }],
  });
  return { world, service, call, read: async () => (await call('GetWorkGroup', { WorkGroup: 'audit' })).WorkGroup };
}

describe('a workgroup', () => {
  it('is read as it was made, with what AWS adds', async () => {
    const { read } = await withWorkgroup();
    expect(await read()).toMatchObject({
      Name: 'audit',
      State: 'ENABLED',
      Configuration: {
        EnforceWorkGroupConfiguration: true,
        ResultConfiguration: results,
        EngineVersion: { SelectedEngineVersion: 'AUTO', EffectiveEngineVersion: 'Athena engine version 3' },
      },
    });
  });

  it('is there once under a name, and not at all before', async () => {
    const { call } = await withWorkgroup();
    await expect(call('CreateWorkGroup', { Name: 'audit' })).rejects.toEqual(refused);
    await expect(call('CreateWorkGroup', { Name: 'primary' })).rejects.toEqual(refused);
    await expect(call('GetWorkGroup', { WorkGroup: 'other' })).rejects.toThrow('WorkGroup other is not found.');
    await expect(call('GetWorkGroup', { WorkGroup: 'audit' }, '222222222222')).rejects.toEqual(refused);
  });

  it.each([
    ['a name with a space', { Name: 'a b' }],
    ['a limit below 10 MB', { Configuration: { BytesScannedCutoffPerQuery: 9_999_999 } }],
    ['results outside S3', { Configuration: { ResultConfiguration: { OutputLocation: '/tmp' } } }],
    ['an owner that is no account', { Configuration: { ResultConfiguration: { ExpectedBucketOwner: 'me' } } }],
    ...['SSE_KMS', 'CSE_KMS', 'none'].map((EncryptionOption): [string, object] => [
      `${EncryptionOption} without a key`,
      { Configuration: { ResultConfiguration: { EncryptionConfiguration: { EncryptionOption } } } },
    ]),
    [
      'a key with SSE_S3',
      {
        Configuration: {
          ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_S3', KmsKey: key } },
        },
      },
    ],
  ])('is refused with %s', async (_what, input) => {
    const { call } = await withWorkgroup();
    await expect(call('CreateWorkGroup', { Name: 'made', ...input })).rejects.toEqual(refused);
  });

  it('keeps on update what is not mentioned, takes away what is removed, and keeps to the same rules', async () => {
    const { call, read } = await withWorkgroup();
    const update = (ConfigurationUpdates: object) =>
      call('UpdateWorkGroup', { WorkGroup: 'audit', ConfigurationUpdates });
    await update({
      RemoveBytesScannedCutoffPerQuery: true,
      RequesterPaysEnabled: true,
      ResultConfigurationUpdates: { OutputLocation: 's3://elsewhere/', RemoveEncryptionConfiguration: false },
    });
    const { Configuration } = await read();
    expect(Configuration).toMatchObject({
      RequesterPaysEnabled: true,
      ResultConfiguration: { ...results, OutputLocation: 's3://elsewhere/' },
    });
    expect(Configuration).not.toHaveProperty('BytesScannedCutoffPerQuery');
    await expect(update({ BytesScannedCutoffPerQuery: 1 })).rejects.toEqual(refused);
    await call('UpdateWorkGroup', { WorkGroup: 'audit', Description: 'new', State: 'DISABLED' });
    expect(await read()).toMatchObject({ Description: 'new', State: 'DISABLED' });
  });

  it('says when it was made', async () => {
    const { world, call, read } = await withWorkgroup();
    world.clock.set(new Date('2026-02-01T00:00:00Z'));
    await call('CreateWorkGroup', { Name: 'later' });
    expect(await read()).toMatchObject({ CreationTime: Date.parse('2026-01-01T00:00:00Z') / 1000 });
    expect((await call('GetWorkGroup', { WorkGroup: 'later' })).WorkGroup).toMatchObject({
      CreationTime: Date.parse('2026-02-01T00:00:00Z') / 1000,
    });
  });

  it('has no managed results to change, and says so', async () => {
    const { call } = await withWorkgroup();
    const ConfigurationUpdates = { ManagedQueryResultsConfigurationUpdates: { Enabled: true } };
    await expect(call('UpdateWorkGroup', { WorkGroup: 'audit', ConfigurationUpdates })).rejects.toEqual(
      refusal('NotImplementedException'),
    );
  });

  it('goes with its account, as its saved queries do', async () => {
    const { world, call, service } = await withWorkgroup();
    const account = await world.vend('models');
    await call('CreateWorkGroup', { Name: 'audit' }, account);
    await call('CreateNamedQuery', saved, account);
    expect(service.leftovers()).toHaveLength(3);
    await world.organizations('CloseAccount', { AccountId: account });
    expect(service.leftovers()).toHaveLength(1);
  });

  it('has tags', async () => {
    const { call } = await withWorkgroup();
    const ResourceARN = 'arn:aws:athena:us-east-1:111111111111:workgroup/audit';
    await call('TagResource', { ResourceARN, Tags: [{ Key: 'a', Value: 'b' }] });
    await call('UntagResource', { ResourceARN, TagKeys: ['owner'] });
    expect(await call('ListTagsForResource', { ResourceARN })).toEqual({ Tags: [{ Key: 'a', Value: 'b' }] });
  });

  it('is deleted with its saved queries only where that is asked for, and the primary one never', async () => {
    const { service, call } = await withWorkgroup();
    await call('CreateNamedQuery', saved);
    await expect(call('DeleteWorkGroup', { WorkGroup: 'audit' })).rejects.toThrow('WorkGroup audit is not empty');
    expect(service.leftovers().map(({ resource }) => resource)).toEqual([
      'us-east-1 workgroup audit',
      'us-east-1 named-query q',
    ]);
    await call('DeleteWorkGroup', { WorkGroup: 'audit', RecursiveDeleteOption: true });
    expect((await call('ListWorkGroups')).WorkGroups.map(({ Name }: { Name: string }) => Name)).toEqual(['primary']);
    expect(service.leftovers()).toEqual([]);
    await expect(call('DeleteWorkGroup', { WorkGroup: 'primary' })).rejects.toEqual(refused);
  });
});

describe('what Athena has by itself', () => {
  it('is an engine and the catalog of Glue', async () => {
    const { call } = await withWorkgroup();
    expect((await call('ListEngineVersions')).EngineVersions).toMatchObject([
      { SelectedEngineVersion: 'AUTO', EffectiveEngineVersion: 'Athena engine version 3' },
      { SelectedEngineVersion: 'Athena engine version 3' },
    ]);
    expect((await call('ListDataCatalogs')).DataCatalogsSummary).toEqual([
      { CatalogName: 'AwsDataCatalog', Type: 'GLUE' },
    ]);
  });
});

describe('a saved query', () => {
  it('is read as it was made until it is deleted', async () => {
    const { call } = await withWorkgroup();
    const { NamedQueryId } = await call('CreateNamedQuery', { ...saved, Description: 'why' });
    expect(NamedQueryId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect((await call('GetNamedQuery', { NamedQueryId })).NamedQuery).toEqual({
      ...saved,
      Description: 'why',
      NamedQueryId,
    });
    expect(await call('ListNamedQueries', { WorkGroup: 'audit' })).toEqual({ NamedQueryIds: [NamedQueryId] });
    expect(await call('ListNamedQueries')).toEqual({ NamedQueryIds: [] });
    await call('DeleteNamedQuery', { NamedQueryId });
    await expect(call('GetNamedQuery', { NamedQueryId })).rejects.toThrow('does not exist');
    await expect(call('DeleteNamedQuery', { NamedQueryId })).rejects.toEqual(refused);
  });

  it.each([
    ['in a workgroup that is not there', { WorkGroup: 'other' }],
    ['without a name', { Name: '' }],
    ['without a database', { Database: undefined }],
    ['longer than 262,144 characters', { QueryString: 'x'.repeat(262_145) }],
    ['with a description longer than 1,024 characters', { Description: 'x'.repeat(1_025) }],
  ])('is refused %s', async (_what, input) => {
    const { call } = await withWorkgroup();
    await expect(call('CreateNamedQuery', { ...saved, ...input })).rejects.toEqual(refused);
  });
});
