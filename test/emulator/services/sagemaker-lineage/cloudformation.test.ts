import { cloudformation } from '../../../../emulator/services/cloudformation';
import { invoke } from '../../../support/calls';
import { home, lineageWorld } from '../../../support/lineage-world';

const caller = { account: home.account, arn: '', userId: '', principal: '' };
const artifact = (more: object = {}) => ({
  Type: 'AWS::SageMaker::Artifact',
  Properties: { ArtifactName: 'notes', ArtifactType: 'DataSet', Source: { SourceUri: 's3://bucket/notes' }, ...more },
});
const context = (more: object = {}) => ({
  Type: 'AWS::SageMaker::Context',
  Properties: { ContextName: 'triage', ContextType: 'Project', Source: { SourceUri: 'https://example.com' }, ...more },
});
const action = (more: object = {}) => ({
  Type: 'AWS::SageMaker::Action',
  Properties: { ActionName: 'release', ActionType: 'Release', Source: { SourceUri: 'https://example.com' }, ...more },
});

/** A CloudFormation in front of an empty lineage; answers the status of the stack after each operation. */
function stackOf() {
  const lineage = lineageWorld();
  const service = cloudformation(lineage.world, { sagemaker: lineage.service });
  const call = (operation: string, input: object = {}) =>
    invoke(service, operation, { StackName: 'lineage', ...input }, { ...home, caller });
  let id: string | undefined;
  const run = async (operation: string, Entity?: object, tags: readonly string[] = []) => {
    const TemplateBody = JSON.stringify({ Resources: { Entity } });
    const Tags = tags.map((Key) => ({ Key, Value: 'x' }));
    id = (await call(operation, Entity ? { TemplateBody, Tags } : {}))?.StackId ?? id;
    return (await call('DescribeStacks', { StackName: id }))?.Stacks[0].StackStatus;
  };
  return { ...lineage, run };
}

const summaries = async ({ ask }: ReturnType<typeof stackOf>, kind: string) =>
  (await ask(`List${kind}s`))[`${kind}Summaries`];

describe('CloudFormation keeps of lineage', () => {
  it.each([
    [
      'Artifact',
      artifact(),
      artifact({ ArtifactName: 'letters', Properties: { a: '1' } }),
      { ArtifactName: 'letters', Properties: { a: '1' } },
    ],
    [
      'Context',
      context({ Properties: { a: '1', b: '2' } }),
      context({ Description: 'Sorts', Properties: { b: '3' } }),
      { Description: 'Sorts', Properties: { b: '3' } },
    ],
    ['Action', action(), action({ Status: 'Completed' }), { Status: 'Completed' }],
  ])('an %s: made, changed in place, deleted', async (kind, first, second, changed) => {
    const stack = stackOf();
    expect(await stack.run('CreateStack', first)).toBe('CREATE_COMPLETE');
    const [{ [`${kind}Arn`]: arn }] = await summaries(stack, kind);
    expect(await stack.run('UpdateStack', second)).toBe('UPDATE_COMPLETE');
    const [after, ...more] = await summaries(stack, kind);
    expect(more).toEqual([]);
    expect(after[`${kind}Arn`]).toBe(arn);
    const described = await stack.ask(`Describe${kind}`, {
      [kind === 'Artifact' ? 'ArtifactArn' : `${kind}Name`]: arn,
    });
    expect(described).toMatchObject(changed);
    if ('Properties' in changed) expect(described.Properties).toEqual(changed.Properties);
    expect(await stack.run('DeleteStack')).toBe('DELETE_COMPLETE');
    expect(stack.service.leftovers()).toEqual([]);
  });

  it('the tags of the stack on what is in it', async () => {
    const stack = stackOf();
    await stack.run('CreateStack', artifact(), ['owner', 'team']);
    const [{ ArtifactArn }] = await summaries(stack, 'Artifact');
    await stack.run('UpdateStack', artifact(), ['owner', 'classification']);
    const { Tags } = await stack.ask('ListTags', { ResourceArn: ArtifactArn });
    expect(Tags.map(({ Key }: { Key: string }) => Key)).toEqual(['owner', 'classification']);
  });

  it('what is to be retained', async () => {
    const stack = stackOf();
    await stack.run('CreateStack', { ...artifact(), DeletionPolicy: 'Retain' });
    expect(await stack.run('DeleteStack')).toBe('DELETE_COMPLETE');
    expect(await summaries(stack, 'Artifact')).toHaveLength(1);
  });
});

describe('CloudFormation cannot', () => {
  it('make an artifact of a folder that SageMaker has recorded, and leaves nothing of the attempt', async () => {
    const stack = stackOf();
    const arn = await stack.artifact('s3://bucket/notes');
    expect(await stack.run('CreateStack', artifact())).toBe('ROLLBACK_COMPLETE');
    expect(await summaries(stack, 'Artifact')).toEqual([expect.objectContaining({ ArtifactArn: arn })]);
  });

  it('delete what has associations', async () => {
    const stack = stackOf();
    await stack.run('CreateStack', artifact());
    const [{ ArtifactArn }] = await summaries(stack, 'Artifact');
    await stack.associate(ArtifactArn, await stack.context('other', 'Project'));
    expect(await stack.run('DeleteStack')).toBe('DELETE_FAILED');
  });

  it.each([
    ['a dataset to another folder', artifact(), artifact({ Source: { SourceUri: 's3://bucket/letters' } })],
    ['a project to another page', context(), context({ Source: { SourceUri: 'https://example.org' } })],
  ])('move %s under the same name', async (_what, first, second) => {
    const stack = stackOf();
    await stack.run('CreateStack', first);
    expect(await stack.run('UpdateStack', second)).toBe('UPDATE_ROLLBACK_COMPLETE');
  });

  it.each([
    ['a property that the type does not have', artifact({ Description: 'x' })],
    ['an artifact without a source', { Type: 'AWS::SageMaker::Artifact', Properties: { ArtifactType: 'DataSet' } }],
    ['a context of a name that it does not take', context({ ContextName: 'a b' })],
  ])('make %s', async (_what, resource) => {
    const stack = stackOf();
    expect(await stack.run('CreateStack', resource)).toBe('ROLLBACK_COMPLETE');
    expect(stack.service.leftovers()).toEqual([]);
  });
});
