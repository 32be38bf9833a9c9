const text = (maxLength: number) => ({ type: 'string', maxLength });
const named = (characters: number) => ({ type: 'string', pattern: `.{1,${characters}}` });
const closed = <T extends object>(properties: T, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...(required.length > 0 && { required }),
});
const upTo = (maxItems: number, items: object) => ({ type: 'array', maxItems, items });
const map = { type: 'object', additionalProperties: text(1024) };
const numbers = { type: 'array', items: { type: 'number' } };

const axis = text(63);
const axes = { type: 'array', items: text(63) };
const metric = (types: readonly string[], value: object, x: object, y: object) =>
  closed(
    {
      name: named(255),
      notes: text(1024),
      type: { type: 'string', enum: types },
      value,
      x_axis_name: x,
      y_axis_name: y,
    },
    ['name', 'type', 'value'],
  );
const metrics = [
  metric(['number', 'string', 'boolean'], { anyOf: [{ type: 'number' }, text(63), { type: 'boolean' }] }, axis, axis),
  metric(['linear_graph'], { type: 'array', minItems: 1, items: { ...numbers, minItems: 2, maxItems: 2 } }, axis, axis),
  metric(['bar_chart'], { ...numbers, minItems: 1 }, axes, axis),
  metric(
    ['matrix'],
    { type: 'array', minItems: 1, maxItems: 20, items: { ...numbers, minItems: 1, maxItems: 20 } },
    axes,
    axes,
  ),
];

const trainingMetrics = upTo(
  50,
  closed({ name: named(255), notes: text(1024), value: { type: 'number' } }, ['name', 'value']),
);
const hyperParameters = upTo(100, closed({ name: named(255), value: named(255) }, ['name', 'value']));

/**
 * The model card JSON schema as AWS publishes it, with definitions put in their place (SageMaker Developer Guide, model-cards, read
 * 2026-11-20). The page writes limits of lists as `maxContains`, or within `items` where they bind nothing: here they bind.
 */
export const modelCardSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'SageMakerModelCardSchema',
  ...closed({
    model_overview: closed({
      model_description: text(1024),
      model_creator: text(1024),
      model_artifact: upTo(15, text(1024)),
      algorithm_type: text(1024),
      problem_type: { type: 'string' },
      model_owner: text(1024),
    }),
    intended_uses: closed({
      purpose_of_model: text(2048),
      intended_uses: text(2048),
      factors_affecting_model_efficiency: text(2048),
      risk_rating: { type: 'string', enum: ['High', 'Medium', 'Low', 'Unknown'] },
      explanations_for_risk_rating: text(2048),
    }),
    business_details: closed({
      business_problem: text(2048),
      business_stakeholders: text(2048),
      line_of_business: text(2048),
    }),
    training_details: closed({
      objective_function: closed({
        function: closed({
          function: { type: 'string', enum: ['Maximize', 'Minimize'] },
          facet: text(63),
          condition: text(63),
        }),
        notes: text(1024),
      }),
      training_observations: text(1024),
      training_job_details: closed({
        training_arn: text(1024),
        training_datasets: upTo(15, text(1024)),
        training_environment: closed({ container_image: upTo(15, text(1024)) }),
        training_metrics: trainingMetrics,
        user_provided_training_metrics: trainingMetrics,
        hyper_parameters: hyperParameters,
        user_provided_hyper_parameters: hyperParameters,
      }),
    }),
    evaluation_details: {
      type: 'array',
      items: closed(
        {
          name: named(63),
          evaluation_observation: text(2096),
          evaluation_job_arn: text(256),
          datasets: upTo(10, text(1024)),
          metadata: map,
          metric_groups: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'metric_data'],
              properties: { name: named(63), metric_data: { type: 'array', items: { anyOf: metrics } } },
            },
          },
        },
        ['name'],
      ),
    },
    additional_information: closed({
      ethical_considerations: text(2048),
      caveats_and_recommendations: text(2048),
      custom_details: map,
    }),
  }),
};
