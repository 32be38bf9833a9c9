import { type LineageWorld, lineageWorld, sagemakerArn, trialComponent } from '../../../support/lineage-world';
import { refusal } from '../../../support/world';

/** A chain of artifacts, each derived from the one before it. */
async function chain({ artifact, associate }: LineageWorld, length: number): Promise<readonly string[]> {
  const arns: string[] = [];
  for (let index = 0; index < length; index += 1) {
    arns.push(await artifact(`s3://bucket/${index}`));
    if (index > 0) await associate(arns[index - 1] ?? '', arns[index] ?? '', 'DerivedFrom');
  }
  return arns;
}

describe('an association of the emulated SageMaker', () => {
  it('is listed by its ends and by its type', async () => {
    const world = lineageWorld();
    const [first = '', second = '', third = ''] = await chain(world, 3);
    const list = async (filter: object) => (await world.ask('ListAssociations', filter)).AssociationSummaries;
    const edge = { SourceArn: first, DestinationArn: second, AssociationType: 'DerivedFrom' };
    expect(await list({ SourceArn: first })).toEqual([edge]);
    expect(await list({ DestinationArn: third })).toHaveLength(1);
    expect(await list({ SourceArn: first, DestinationArn: third })).toEqual([]);
    expect(await list({ AssociationType: 'Produced' })).toEqual([]);
  });

  it('leads to the trial component of a training job', async () => {
    const world = lineageWorld();
    await world.associate(await world.artifact('s3://bucket/notes'), trialComponent, 'ContributedTo');
    const { Vertices } = await world.ask('QueryLineage', { StartArns: [trialComponent], Direction: 'Ascendants' });
    expect(Vertices).toEqual([expect.objectContaining({ Type: 'DataSet', LineageType: 'Artifact' })]);
  });

  it('is refused between what does not exist', async () => {
    const world = lineageWorld();
    const arn = await world.artifact('s3://bucket/notes');
    for (const other of ['artifact/none', 'context/none', 'experiment-trial-component/none', 'model/none'])
      await expect(world.associate(arn, sagemakerArn(other))).rejects.toEqual(refusal('ResourceNotFound'));
  });

  it('is refused a second time, whatever its type', async () => {
    const world = lineageWorld();
    const [first = '', second = ''] = await chain(world, 2);
    await expect(world.associate(first, second, 'Produced')).rejects.toEqual(refusal('ValidationException'));
  });

  it('is refused between two trial components, and with a type that there is not', async () => {
    const world = lineageWorld();
    const [first = '', , third = ''] = await chain(world, 3);
    await expect(world.associate(trialComponent, trialComponent)).rejects.toEqual(refusal('ValidationException'));
    await expect(world.associate(first, third, 'MadeOf')).rejects.toEqual(refusal('ValidationException'));
  });

  it('cannot be deleted where there is none', async () => {
    const world = lineageWorld();
    const [first, second] = await chain(world, 2);
    const input = { SourceArn: second, DestinationArn: first };
    await expect(world.ask('DeleteAssociation', input)).rejects.toEqual(refusal('ResourceNotFound'));
  });
});

describe('QueryLineage of the emulated SageMaker', () => {
  const query = async (world: LineageWorld, start: string | undefined, more: object = {}) =>
    world.ask('QueryLineage', { StartArns: [start], Direction: 'Ascendants', ...more });

  it('goes ten steps and no further', async () => {
    const world = lineageWorld();
    const arns = await chain(world, 13);
    const { Vertices, Edges } = await query(world, arns[12]);
    expect(Vertices.map(({ Arn }: { Arn: string }) => Arn)).toEqual(arns.slice(2, 12).toReversed());
    expect(Edges).toHaveLength(10);
    expect((await query(world, arns[12], { MaxDepth: 1 })).Vertices).toHaveLength(1);
  });

  it('goes the way that it is asked to', async () => {
    const world = lineageWorld();
    const arns = await chain(world, 3);
    expect((await query(world, arns[1])).Vertices).toEqual([expect.objectContaining({ Arn: arns[0] })]);
    const down = await query(world, arns[1], { Direction: 'Descendants', IncludeEdges: false });
    expect(down).toEqual({ Vertices: [expect.objectContaining({ Arn: arns[2] })] });
    expect((await query(world, arns[1], { Direction: 'Both' })).Vertices).toHaveLength(2);
  });

  it('ends where the graph goes round', async () => {
    const world = lineageWorld();
    const arns = await chain(world, 3);
    await world.associate(arns[2] ?? '', arns[0] ?? '', 'DerivedFrom');
    const { Vertices, Edges } = await query(world, arns[0]);
    expect(Vertices).toHaveLength(2);
    expect(Edges).toHaveLength(3);
  });

  it('answers page by page, each vertex once', async () => {
    const world = lineageWorld();
    const model = await world.artifact('arn:model', 'Model');
    for (let index = 0; index < 5; index += 1) await world.associate(await world.artifact(`s3://b/${index}`), model);
    const seen: string[] = [];
    let NextToken: string | undefined;
    do {
      const page = await query(world, model, { MaxResults: 2, NextToken });
      expect(page.Vertices.length).toBeLessThanOrEqual(2);
      seen.push(...page.Vertices.map(({ Arn }: { Arn: string }) => Arn));
      NextToken = page.NextToken;
    } while (NextToken);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it.each([
    ['more than ten steps', { MaxDepth: 11 }],
    ['pages of more than 50', { MaxResults: 51 }],
    ['two starts', { StartArns: ['a', 'b'] }],
  ])('refuses %s', async (_what, more) => {
    const world = lineageWorld();
    const [start] = await chain(world, 1);
    await expect(query(world, start, more)).rejects.toEqual(refusal('ValidationException'));
  });

  it('refuses a start that there is not, and filters that it would overlook', async () => {
    const world = lineageWorld();
    const [start] = await chain(world, 1);
    await expect(query(world, sagemakerArn('artifact/none'))).rejects.toEqual(refusal('ResourceNotFound'));
    await expect(query(world, start, { Filters: {} })).rejects.toEqual(refusal('NotImplementedException'));
  });
});
