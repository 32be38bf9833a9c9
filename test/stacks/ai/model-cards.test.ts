import { modelCardContent } from '../../../schema/forms/model-card/content';
import { writtenContent } from '../../../schema/forms/model-card/written-content';
import { reference, resource, resources, synth, synthOne } from '../../support/synth';
import { sampleModelCard, zoneOf } from '../../support/zone';

const triage = { ...sampleModelCard(), group: 'triage' };
const draft = {
  ...sampleModelCard(),
  name: 'letter-summaries',
  status: 'Draft' as const,
  governance: { euAiActClass: 'minimal' as const, intendedUse: 'Shortens letters' },
};
/** Those of the account `sandbox`. */
const regions = ['eu-central-1', 'eu-west-1'];
const zone = zoneOf({ controls: [], settings: { regions }, modelCards: [triage, draft] });
const ai = synthOne(zone, 'ai-models');
const stackOf = (card: string) => resource(ai, 'aws_cloudformation_stack', `model-card-${card}`);
const propertiesOf = (card: string) => JSON.parse(stackOf(card).template_body).Resources.ModelCard.Properties;

describe('a model card', () => {
  it('is a CloudFormation stack of its own, encrypted with the key of the account', () => {
    expect(stackOf('referral-triage')).toMatchObject({
      name: 'acme-ai-model-card-referral-triage',
      parameters: { KmsKeyId: reference('aws_kms_key.data-key.arn') },
      on_failure: 'DELETE',
      lifecycle: { prevent_destroy: true },
    });
    expect(propertiesOf('referral-triage')).toMatchObject({
      ModelCardName: 'referral-triage',
      ModelCardStatus: 'Approved',
      SecurityConfig: { KmsKeyId: { Ref: 'KmsKeyId' } },
      Tags: [
        { Key: 'data-classification', Value: 'confidential' },
        { Key: 'risk-class', Value: 'high' },
      ],
    });
    expect(propertiesOf('letter-summaries').ModelCardStatus).toBe('Draft');
  });

  it('says in custom details what the published schema has no field for, beside what a person wrote there', () => {
    expect(propertiesOf('referral-triage').Content.AdditionalInformation.CustomDetails).toEqual({
      cost_center: '4711',
      eu_ai_act_class: 'high',
      intended_use: 'Orders referrals by urgency',
      dpia: 'https://example.com/dpia/referral-triage',
      approver: 'Medical board',
      review_by: '2027-06-30',
    });
  });

  it('names its group where the control for missing cards looks for it', () => {
    expect(propertiesOf('referral-triage').Content.ModelPackageDetails).toEqual({ ModelPackageGroupName: 'triage' });
    expect(propertiesOf('letter-summaries').Content).not.toHaveProperty('ModelPackageDetails');
  });

  it('has the field names of CloudFormation, and leaves values and keys of maps alone', () => {
    const { EvaluationDetails } = propertiesOf('referral-triage').Content;
    expect(EvaluationDetails).toEqual([
      {
        Name: 'holdout',
        MetricGroups: [{ Name: 'all', MetricData: [{ Name: 'recall', Type: 'number', Value: 0.94 }] }],
      },
    ]);
    const axes = {
      ...triage,
      content: {
        ...triage.content,
        evaluation_details: [
          {
            name: 'a',
            metadata: { under_18: 'apart' },
            metric_groups: [
              {
                name: 'b',
                metric_data: [{ name: 'c', type: 'bar_chart' as const, value: [1], x_axis_name: ['age_group'] }],
              },
            ],
          },
        ],
      },
    };
    const changed = synthOne(zoneOf({ controls: [], settings: { regions }, modelCards: [axes] }), 'ai-models');
    const body = resource(changed, 'aws_cloudformation_stack', 'model-card-referral-triage').template_body;
    expect(JSON.parse(body).Resources.ModelCard.Properties.Content.EvaluationDetails[0]).toEqual({
      Name: 'a',
      Metadata: { under_18: 'apart' },
      MetricGroups: [
        { Name: 'b', MetricData: [{ Name: 'c', Type: 'bar_chart', Value: [1], XAxisName: ['age_group'] }] },
      ],
    });
  });

  it('is written as it was read: its content follows the form with governance in it', () => {
    for (const card of zone.modelCards)
      expect(modelCardContent.safeParse(writtenContent(card)).error?.issues ?? []).toEqual([]);
  });

  it('can be destroyed once protection is off', () => {
    const open = zoneOf({ controls: [], settings: { regions, protection: 'off' }, modelCards: [triage] });
    const stacks = resources(synthOne(open, 'ai-models'), 'aws_cloudformation_stack');
    const lifecycle = expect.objectContaining({ prevent_destroy: expect.anything() });
    expect(Object.values(stacks)).not.toContainEqual(expect.objectContaining({ lifecycle }));
  });

  it('lives in no other account', () => {
    const all = Object.values(synth(zone)).flatMap((stack) =>
      Object.keys(resources(stack, 'aws_cloudformation_stack')).map((name) => `${stack.name} ${name}`),
    );
    expect(all.filter((name) => name.includes('model-card'))).toEqual([
      'ai-models model-card-letter-summaries',
      'ai-models model-card-referral-triage',
    ]);
  });
});
