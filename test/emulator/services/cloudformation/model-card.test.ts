import type { Json } from '../../../../emulator/toolkit/untyped';
import { cardResource, cloudFormationWorld, KEY, template } from '../../../support/cloudformation';

const StackName = 'acme-card';

async function setUp(change: object = {}, more: Json = {}) {
  const { call, models } = cloudFormationWorld();
  const send = (operation: string, properties: object) =>
    call(operation, { StackName, TemplateBody: template({ Card: cardResource(properties) }), ...more });
  await send('CreateStack', change);
  return {
    update: (next: object) => send('UpdateStack', next),
    reason: async () => (await call('DescribeStacks', { StackName })).Stacks[0].StackStatusReason,
    card: () => models('DescribeModelCard', { ModelCardName: 'triage' }),
    models,
  };
}

describe('a model card of a template', () => {
  it('is made under the names of the API, with the keys of maps as they are', async () => {
    const { card } = await setUp({
      SecurityConfig: { KmsKeyId: KEY },
      Content: {
        ModelOverview: { ModelOwner: 'x' },
        EvaluationDetails: [
          {
            Name: 'a',
            Metadata: { Under_18: 'apart' },
            MetricGroups: [
              { Name: 'b', MetricData: [{ Name: 'c', Type: 'bar_chart', Value: [1], XAxisName: ['Age'] }] },
            ],
          },
        ],
        AdditionalInformation: { CustomDetails: { costCenter: '4711' } },
      },
    });
    const { Content, SecurityConfig } = await card();
    expect(SecurityConfig).toEqual({ KmsKeyId: KEY });
    expect(JSON.parse(Content)).toEqual({
      model_overview: { model_owner: 'x' },
      evaluation_details: [
        {
          name: 'a',
          metadata: { Under_18: 'apart' },
          metric_groups: [
            { name: 'b', metric_data: [{ name: 'c', type: 'bar_chart', value: [1], x_axis_name: ['Age'] }] },
          ],
        },
      ],
      additional_information: { custom_details: { costCenter: '4711' } },
    });
  });

  it('is refused under the names of the API', async () => {
    const { reason } = await setUp({ Content: { model_overview: { model_owner: 'x' } } });
    expect(await reason()).toContain('#/Content: extraneous key [model_overview] is not permitted');
  });

  it('is refused where its content breaks the schema', async () => {
    const { reason } = await setUp({ Content: { IntendedUses: { RiskRating: 'high' } } });
    expect(await reason()).toContain('does not follow its JSON schema');
  });

  it('is a new version after its content has changed, and none after its status alone', async () => {
    const { update, card } = await setUp();
    const Content = { ModelOverview: { ModelOwner: 'Somebody else' } };
    await update({ Content });
    expect(await card()).toMatchObject({ ModelCardVersion: 2, ModelCardStatus: 'Draft' });
    await update({ Content, ModelCardStatus: 'Approved' });
    expect(await card()).toMatchObject({ ModelCardVersion: 2, ModelCardStatus: 'Approved' });
  });

  it('changes content or status, not both at once', async () => {
    const { update, reason, card } = await setUp();
    await update({ Content: { ModelOverview: { ModelOwner: 'y' } }, ModelCardStatus: 'Approved' });
    expect(await reason()).toContain('cannot update both model card content and model card status');
    expect(await card()).toMatchObject({ ModelCardVersion: 1, ModelCardStatus: 'Draft' });
  });

  it('has its own tags beside those of the stack, and they win', async () => {
    const Tags = [{ Key: 'owner', Value: 'card' }];
    const { models, card } = await setUp(
      { Tags },
      {
        Tags: [
          { Key: 'owner', Value: 'stack' },
          { Key: 'team', Value: 'ml' },
        ],
      },
    );
    const { ModelCardArn: ResourceArn } = await card();
    expect(await models('ListTags', { ResourceArn })).toEqual({
      Tags: [
        { Key: 'owner', Value: 'card' },
        { Key: 'team', Value: 'ml' },
      ],
    });
  });
});
