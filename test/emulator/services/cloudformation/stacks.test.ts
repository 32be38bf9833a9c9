import { cardResource, cloudFormationWorld, KEY, template } from '../../../support/cloudformation';
import { MANAGEMENT } from '../../../support/world';

const StackName = 'acme-cards';
const invalid = (message: string) => ({ code: 'ValidationError', message: expect.stringContaining(message) });

async function setUp(body = template({ Card: cardResource() }), more: object = {}) {
  const made = cloudFormationWorld();
  const { StackId } = await made.call('CreateStack', { StackName, TemplateBody: body, ...more });
  const stack = async (name = StackName) => (await made.call('DescribeStacks', { StackName: name })).Stacks[0];
  const update = (TemplateBody: string, change: object = {}) =>
    made.call('UpdateStack', { StackName, TemplateBody, ...change });
  const cards = async () =>
    (await made.models('ListModelCards')).ModelCardSummaries.map(
      ({ ModelCardName }: { ModelCardName: string }) => ModelCardName,
    );
  return { ...made, StackId, stack, update, cards };
}

describe('a stack', () => {
  it('is described as it was created, and its template is read back as it was sent', async () => {
    const body = template({ Card: cardResource() }, { Parameters: { Key: { Type: 'String' } } });
    const { stack, call, StackId } = await setUp(body, {
      Parameters: [{ ParameterKey: 'Key', ParameterValue: 'x' }],
      Tags: [{ Key: 'owner', Value: 'ml' }],
    });
    expect(await stack()).toMatchObject({
      StackId,
      StackStatus: 'CREATE_COMPLETE',
      Parameters: [{ ParameterKey: 'Key', ParameterValue: 'x' }],
      Tags: [{ Key: 'owner', Value: 'ml' }],
    });
    expect((await call('GetTemplate', { StackName })).TemplateBody).toBe(body);
  });

  it('is described with all others that are there where no name is asked for', async () => {
    const { call } = await setUp();
    const names = async () =>
      (await call('DescribeStacks', {})).Stacks.map(({ StackName: name }: { StackName: string }) => name);
    await call('CreateStack', {
      StackName: 'more',
      TemplateBody: template({ Card: cardResource({ ModelCardName: 'b' }) }),
    });
    expect(await names()).toEqual([StackName, 'more']);
    await call('DeleteStack', { StackName });
    expect(await names()).toEqual(['more']);
  });

  it('is listed, deleted or not, with what it has made and how that went', async () => {
    const { call, StackId } = await setUp();
    const listed = async (StackStatusFilter?: string[]) =>
      (await call('ListStacks', { StackStatusFilter })).StackSummaries.map(
        ({ StackStatus }: { StackStatus: string }) => StackStatus,
      );
    const card = { LogicalResourceId: 'Card', ResourceType: 'AWS::SageMaker::ModelCard' };
    const resources = () => call('ListStackResources', { StackName: StackId });
    expect((await resources()).StackResourceSummaries).toMatchObject([{ ...card, ResourceStatus: 'CREATE_COMPLETE' }]);
    const described = await call('DescribeStackResources', { StackName });
    expect(described.StackResources).toMatchObject([{ ...card, StackId, StackName }]);
    const other = await call('DescribeStackResources', { StackName, LogicalResourceId: 'Other' });
    expect(other.StackResources).toEqual([]);
    expect(await call('ListExports', {})).toEqual({ Exports: [] });
    await call('DeleteStack', { StackName });
    expect((await resources()).StackResourceSummaries).toMatchObject([{ ...card, ResourceStatus: 'DELETE_COMPLETE' }]);
    expect(await listed()).toEqual(['DELETE_COMPLETE']);
    expect(await listed(['CREATE_COMPLETE'])).toEqual([]);
  });

  it('is known by its name while it is there, and by its id for ever', async () => {
    const { call, stack, service, StackId } = await setUp();
    expect(service.leftovers()).toEqual([
      { account: MANAGEMENT, resource: `us-east-1 cloudformation-stack ${StackName}` },
    ]);
    await call('DeleteStack', { StackName });
    await expect(stack()).rejects.toMatchObject(invalid(`Stack with id ${StackName} does not exist`));
    expect(await stack(StackId)).toMatchObject({ StackStatus: 'DELETE_COMPLETE' });
    await expect(call('DeleteStack', { StackName })).resolves.toEqual({});
    expect(service.leftovers()).toEqual([]);
  });

  it('has a name that no other stack has, of letters, digits and hyphens', async () => {
    const { call } = await setUp();
    const again = { StackName, TemplateBody: template({ Card: cardResource({ ModelCardName: 'other' }) }) };
    await expect(call('CreateStack', again)).rejects.toMatchObject({ code: 'AlreadyExistsException' });
    await expect(call('CreateStack', { ...again, StackName: 'acme_cards' })).rejects.toMatchObject(invalid('pattern'));
  });

  it('knows when it was created, and when each thing happened to it', async () => {
    const { world, call, stack, update } = await setUp();
    const created = world.clock.iso();
    world.clock.set(new Date('2026-02-01T00:00:00Z'));
    await update(template({ Card: cardResource({ ModelCardStatus: 'Approved' }) }));
    expect(await stack()).toMatchObject({ CreationTime: created, StackStatus: 'UPDATE_COMPLETE' });
    const { StackEvents } = await call('DescribeStackEvents', { StackName });
    expect(StackEvents[0]).toMatchObject({ Timestamp: '2026-02-01T00:00:00.000Z', ResourceStatus: 'UPDATE_COMPLETE' });
    expect(StackEvents.at(-1)).toMatchObject({ Timestamp: created, ResourceStatus: 'CREATE_IN_PROGRESS' });
  });

  it('goes with its account', async () => {
    const { world, call, service } = cloudFormationWorld();
    const member = await world.vend('models');
    await call('CreateStack', { StackName, TemplateBody: template({ Card: cardResource() }) }, member);
    expect(service.leftovers()).toHaveLength(1);
    await world.organizations('CloseAccount', { AccountId: member });
    expect(service.leftovers()).toEqual([]);
  });
});

describe('a stack that cannot be made', () => {
  const broken = template({
    First: cardResource({ ModelCardName: 'first' }),
    Second: cardResource({ ModelCardName: 'second', ModelCardStatus: 'Final' }),
  });

  it('deletes what it has made, says why, and stays as a shell that must be deleted', async () => {
    const { stack, cards, history, update } = await setUp(broken);
    expect(await stack()).toMatchObject({
      StackStatus: 'ROLLBACK_COMPLETE',
      StackStatusReason: expect.stringContaining("'Final' is no status of a model card"),
    });
    expect(await cards()).toEqual([]);
    expect(await history(StackName)).toEqual([
      `${StackName} CREATE_IN_PROGRESS`,
      'First CREATE_IN_PROGRESS',
      'First CREATE_COMPLETE',
      'Second CREATE_IN_PROGRESS',
      'Second CREATE_FAILED',
      `${StackName} ROLLBACK_COMPLETE`,
    ]);
    await expect(update(template({ Card: cardResource() }))).rejects.toMatchObject(invalid('ROLLBACK_COMPLETE state'));
  });

  it('leaves nothing at all where it is told to delete itself', async () => {
    const { service, stack, StackId } = await setUp(broken, { OnFailure: 'DELETE' });
    expect(service.leftovers()).toEqual([]);
    expect(await stack(StackId)).toMatchObject({ StackStatus: 'DELETE_COMPLETE' });
  });

  it.each<[string, object, string]>([
    ['a property that the type does not have', { Name: 'x' }, 'extraneous key [Name] is not permitted'],
    ['no property that the type needs', { Content: undefined }, 'required key [Content] not found'],
  ])('is told of %s', async (_, change, message) => {
    const { stack } = await setUp(template({ Card: cardResource(change) }));
    expect((await stack()).StackStatusReason).toContain(message);
  });
});

describe('an update', () => {
  it('makes, changes and deletes what the template says', async () => {
    const { update, stack, cards } = await setUp(
      template({ Kept: cardResource(), Gone: cardResource({ ModelCardName: 'gone' }) }),
    );
    await update(template({ Kept: cardResource(), Fresh: cardResource({ ModelCardName: 'fresh' }) }));
    expect(await stack()).toMatchObject({ StackStatus: 'UPDATE_COMPLETE' });
    expect(await cards()).toEqual(['triage', 'fresh']);
  });

  it('is refused where nothing changes', async () => {
    const { update } = await setUp();
    await expect(update(template({ Card: cardResource() }))).rejects.toMatchObject(
      invalid('No updates are to be performed.'),
    );
  });

  it('takes back every step where one fails, and can be tried again', async () => {
    const { update, stack, cards, models } = await setUp();
    const content = { Content: { ModelOverview: { ModelOwner: 'Somebody else' } } };
    await update(
      template({ Card: cardResource(content), Bad: cardResource({ ModelCardName: 'bad', ModelCardStatus: 'x' }) }),
    );
    expect(await stack()).toMatchObject({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
    expect(await cards()).toEqual(['triage']);
    expect((await models('DescribeModelCard', { ModelCardName: 'triage' })).Content).toContain('Patient intake');
    await update(template({ Card: cardResource(content) }));
    expect(await stack()).toMatchObject({ StackStatus: 'UPDATE_COMPLETE' });
  });

  it('replaces a resource under another name, the new one first', async () => {
    const { update, cards, history } = await setUp();
    await update(template({ Card: cardResource({ ModelCardName: 'renamed' }) }));
    expect(await cards()).toEqual(['renamed']);
    expect((await history(StackName)).slice(-5)).toEqual([
      'Card CREATE_IN_PROGRESS',
      'Card CREATE_COMPLETE',
      'Card DELETE_IN_PROGRESS',
      'Card DELETE_COMPLETE',
      `${StackName} UPDATE_COMPLETE`,
    ]);
  });

  it('replaces no resource under the name that it has', async () => {
    const { update, stack } = await setUp();
    await update(template({ Card: cardResource({ SecurityConfig: { KmsKeyId: KEY } }) }));
    expect(await stack()).toMatchObject({
      StackStatus: 'UPDATE_ROLLBACK_COMPLETE',
      StackStatusReason: expect.stringContaining('custom-named resource requires replacing. Rename triage'),
    });
  });

  it('hands the tags of the stack on to its resources', async () => {
    const { update, models } = await setUp(undefined, {
      Tags: [
        { Key: 'owner', Value: 'ml' },
        { Key: 'old', Value: '1' },
      ],
    });
    const { ModelCardArn: ResourceArn } = await models('DescribeModelCard', { ModelCardName: 'triage' });
    await update(template({ Card: cardResource() }), { Tags: [{ Key: 'owner', Value: 'clinic' }] });
    expect(await models('ListTags', { ResourceArn })).toEqual({ Tags: [{ Key: 'owner', Value: 'clinic' }] });
  });
});

describe('a deletion', () => {
  it('leaves what is to be retained', async () => {
    const { call, cards } = await setUp(
      template({
        Kept: cardResource({}, { DeletionPolicy: 'Retain' }),
        Gone: cardResource({ ModelCardName: 'gone' }),
      }),
    );
    await call('DeleteStack', { StackName });
    expect(await cards()).toEqual(['triage']);
  });

  it('passes over what somebody has deleted by hand', async () => {
    const { call, models, stack, StackId } = await setUp();
    await models('DeleteModelCard', { ModelCardName: 'triage' });
    await call('DeleteStack', { StackName });
    expect(await stack(StackId)).toMatchObject({ StackStatus: 'DELETE_COMPLETE' });
  });
});
