import { defineModelCard } from '../../schema/forms/model-card';

/** A card that says something in every part. */
export const triage = defineModelCard({
  name: 'triage',
  account: 'models',
  status: 'Draft',
  group: 'triage',
  content: {
    model_overview: { model_owner: 'Patient intake', problem_type: 'Classification' },
    intended_uses: { intended_uses: 'Orders a list for a nurse who decides', risk_rating: 'High' },
    training_details: {
      objective_function: { function: { function: 'Maximize', facet: 'recall' } },
      training_job_details: {
        training_arn: 'arn:aws:sagemaker:eu-central-1:111122223333:training-job/triage',
        training_environment: { container_image: ['triage:1'] },
        training_metrics: [{ name: 'loss', value: 0.2 }],
        user_provided_training_metrics: [{ name: 'minutes', value: 40 }],
        hyper_parameters: [{ name: 'depth', value: '6' }],
        user_provided_hyper_parameters: [{ name: 'seed', value: '1' }],
      },
    },
    evaluation_details: [
      {
        name: 'holdout',
        metric_groups: [
          {
            name: 'all',
            metric_data: [
              { name: 'recall', type: 'number', value: 0.94 },
              { name: 'verdict', type: 'string', value: 'good' },
              { name: 'passed', type: 'boolean', value: true },
              { name: 'curve', type: 'linear_graph', value: [[0, 1]] },
              { name: 'wards', type: 'bar_chart', value: [1, 2], x_axis_name: ['A', 'B'] },
              { name: 'confusion', type: 'matrix', value: [[1, 0]], x_axis_name: ['A', 'B'], y_axis_name: ['A'] },
            ],
          },
        ],
      },
    ],
  },
  governance: { euAiActClass: 'limited', intendedUse: 'Orders referrals by urgency' },
});
