import { invoke } from '../../../support/calls';
import { home, lineageWorld, sagemakerArn } from '../../../support/lineage-world';
import { refusal } from '../../../support/world';

const uri = 's3://bucket/notes';
const notes = { ArtifactType: 'DataSet', Source: { SourceUri: uri } };
const project = { ContextName: 'triage', ContextType: 'Project', Source: { SourceUri: 'https://example.com' } };

describe('the lineage entities of the emulated SageMaker', () => {
  it('are described as they were created, a context by its ARN too', async () => {
    const { ask } = lineageWorld();
    const { ArtifactArn } = await ask('CreateArtifact', { ...notes, ArtifactName: 'notes', Properties: { a: 'b' } });
    await ask('CreateContext', { ...project, Description: 'Sorts referrals' });

    expect(await ask('DescribeArtifact', { ArtifactArn })).toMatchObject({
      ...notes,
      ArtifactName: 'notes',
      Properties: { a: 'b' },
    });
    for (const ContextName of ['triage', sagemakerArn('context/triage')])
      expect(await ask('DescribeContext', { ContextName })).toMatchObject({
        ...project,
        Description: 'Sorts referrals',
      });
  });

  it('are listed by source URI and by type, the newest first and page by page', async () => {
    const { ask, artifact } = lineageWorld();
    for (let index = 0; index < 12; index += 1) await artifact(`${uri}/${index}`, index < 3 ? 'Model' : 'DataSet');

    const first = await ask('ListArtifacts');
    expect(first.ArtifactSummaries).toHaveLength(10);
    expect(first.ArtifactSummaries[0].Source.SourceUri).toBe(`${uri}/11`);
    const second = await ask('ListArtifacts', { NextToken: first.NextToken });
    expect(second.ArtifactSummaries).toHaveLength(2);
    expect(second).not.toHaveProperty('NextToken');
    expect((await ask('ListArtifacts', { ArtifactType: 'Model' })).ArtifactSummaries).toHaveLength(3);
    expect((await ask('ListArtifacts', { SourceUri: `${uri}/4` })).ArtifactSummaries).toHaveLength(1);
  });

  it('are seen in their own account and region only', async () => {
    const { world, service, artifact } = lineageWorld();
    await artifact(uri);
    const elsewhere = { ...home, region: 'eu-west-1' };
    expect(await invoke(service, 'ListArtifacts', {}, elsewhere)).toEqual({ ArtifactSummaries: [] });
    expect(world.organization.accounts()).toHaveLength(1);
  });

  it('replaces all properties by those of an update, and drops those that are to be removed', async () => {
    const { ask } = lineageWorld();
    const { ArtifactArn } = await ask('CreateArtifact', { ...notes, Properties: { a: '1', b: '2' } });
    await ask('UpdateArtifact', {
      ArtifactArn,
      ArtifactName: 'renamed',
      Properties: { b: '3', c: '4' },
      PropertiesToRemove: ['c'],
    });
    expect(await ask('DescribeArtifact', { ArtifactArn })).toMatchObject({
      ArtifactName: 'renamed',
      Properties: { b: '3' },
    });
  });

  it('say when they were made and when they were last changed', async () => {
    const { ask, artifact, world } = lineageWorld();
    const made = world.clock.seconds();
    const ArtifactArn = await artifact(uri);
    world.clock.set(new Date('2026-02-01T00:00:00Z'));
    await ask('UpdateArtifact', { ArtifactArn, Properties: { a: '1' } });
    const times = { CreationTime: made, LastModifiedTime: Date.parse('2026-02-01T00:00:00Z') / 1000 };
    expect(await ask('DescribeArtifact', { ArtifactArn })).toMatchObject(times);
    expect((await ask('ListArtifacts')).ArtifactSummaries).toEqual([expect.objectContaining(times)]);
  });

  it('keeps the description and status of an action until an update changes them', async () => {
    const { ask } = lineageWorld();
    const action = { ActionName: 'release', ActionType: 'Release', Source: { SourceUri: 'x' } };
    await ask('CreateAction', { ...action, Description: 'First', Status: 'InProgress' });
    await ask('UpdateAction', { ActionName: 'release', Status: 'Completed' });
    const described = { ...action, Description: 'First', Status: 'Completed' };
    expect(await ask('DescribeAction', { ActionName: 'release' })).toMatchObject(described);
    expect((await ask('ListActions')).ActionSummaries).toMatchObject([{ ActionName: 'release', Status: 'Completed' }]);
  });

  it('deletes an artifact by its source, and shows what is left', async () => {
    const { ask, artifact, service } = lineageWorld();
    const arn = await artifact(uri);
    expect(service.leftovers()).toEqual([{ account: home.account, resource: `eu-central-1 lineage-artifact ${arn}` }]);
    await ask('DeleteArtifact', { Source: { SourceUri: uri } });
    expect(service.leftovers()).toEqual([]);
  });

  it('keeps the tags that it was created with', async () => {
    const { ask } = lineageWorld();
    const Tags = [{ Key: 'owner', Value: 'ml' }];
    const { ArtifactArn } = await ask('CreateArtifact', { ...notes, Tags });
    expect(await ask('ListTags', { ResourceArn: ArtifactArn })).toEqual({ Tags });
    await ask('DeleteArtifact', { ArtifactArn });
    await expect(ask('ListTags', { ResourceArn: ArtifactArn })).rejects.toEqual(refusal('ValidationException'));
  });

  it('are gone with their account', async () => {
    const { world, service } = lineageWorld();
    const account = await world.vend('models');
    await invoke(service, 'CreateArtifact', notes, { account, region: 'eu-central-1' });
    expect(service.leftovers()).toHaveLength(1);
    await world.organizations('CloseAccount', { AccountId: account });
    expect(service.leftovers()).toEqual([]);
  });
});

describe('the emulated SageMaker refuses', () => {
  it.each([
    ['a second artifact with the same source URI', 'CreateArtifact', { ...notes, ArtifactName: 'other' }],
    [
      'a second artifact of the same name',
      'CreateArtifact',
      { ...notes, ArtifactName: 'taken', Source: { SourceUri: 's3://b' } },
    ],
    ['an artifact without a source', 'CreateArtifact', { ArtifactType: 'DataSet' }],
    ['an artifact without a type', 'CreateArtifact', { Source: { SourceUri: 's3://b' } }],
    [
      'a name with an underscore for an artifact',
      'CreateArtifact',
      { ...notes, ArtifactName: 'a_b', Source: { SourceUri: 's3://b' } },
    ],
    [
      'a property that is too long',
      'CreateArtifact',
      { ...notes, Source: { SourceUri: 's3://b' }, Properties: { a: 'x'.repeat(4097) } },
    ],
    ['a context without a name', 'CreateContext', { ContextType: 'Project', Source: { SourceUri: 'x' } }],
    ['a description that is too long', 'CreateContext', { ...project, Description: 'x'.repeat(3073) }],
    [
      'a status of an action that there is not',
      'CreateAction',
      { ActionName: 'a', ActionType: 'A', Source: { SourceUri: 'x' }, Status: 'Done' },
    ],
    ['the ARN of a context where its name is wanted', 'DeleteContext', { ContextName: sagemakerArn('context/there') }],
    ['pages of none', 'ListContexts', { MaxResults: 0 }],
    ['pages of more than 100', 'ListContexts', { MaxResults: 101 }],
    ['a token of another list', 'ListContexts', { NextToken: '7' }],
  ])('%s', async (_what, operation, input) => {
    const { ask, context } = lineageWorld();
    await ask('CreateArtifact', { ...notes, ArtifactName: 'taken' });
    await context('there', 'Project');
    await expect(ask(operation, input)).rejects.toEqual(refusal('ValidationException'));
  });

  it('a context of a name that another one has', async () => {
    const { ask } = lineageWorld();
    await ask('CreateContext', project);
    await expect(ask('CreateContext', project)).rejects.toEqual(refusal('ValidationException'));
  });

  it.each(['DescribeArtifact', 'UpdateArtifact', 'DeleteArtifact'])('%s of what there is not', async (operation) => {
    const input = { ArtifactArn: sagemakerArn('artifact/none') };
    await expect(lineageWorld().ask(operation, input)).rejects.toEqual(refusal('ResourceNotFound'));
  });

  it('to delete what has associations', async () => {
    const { ask, artifact, context, associate } = lineageWorld();
    const [from, to] = [await artifact(uri), await context('triage', 'Project')];
    await associate(from, to);
    await expect(ask('DeleteArtifact', { ArtifactArn: from })).rejects.toEqual(refusal('ValidationException'));
    await ask('DeleteAssociation', { SourceArn: from, DestinationArn: to });
    await ask('DeleteArtifact', { ArtifactArn: from });
  });

  it('a filter that it would overlook', async () => {
    await expect(lineageWorld().ask('ListArtifacts', { CreatedAfter: 1 })).rejects.toEqual(
      refusal('NotImplementedException'),
    );
  });
});
