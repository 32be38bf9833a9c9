import { z } from 'zod';
import { metricGroups } from './metrics';
import { details, line, list, text } from './text';

const modelOverview = z.strictObject({
  model_description: text(1024).optional(),
  model_creator: text(1024).optional(),
  /** Where the artifact is. */
  model_artifact: list(text(1024), 15).optional(),
  algorithm_type: text(1024).optional(),
  problem_type: text(1024).optional(),
  model_owner: text(1024).optional(),
});

const intendedUses = z.strictObject({
  purpose_of_model: text(2048).optional(),
  intended_uses: text(2048).optional(),
  factors_affecting_model_efficiency: text(2048).optional(),
  risk_rating: z.enum(['High', 'Medium', 'Low', 'Unknown']).optional(),
  explanations_for_risk_rating: text(2048).optional(),
});

const businessDetails = z.strictObject({
  business_problem: text(2048).optional(),
  business_stakeholders: text(2048).optional(),
  line_of_business: text(2048).optional(),
});

const trainingMetrics = list(
  z.strictObject({ name: line(255), notes: text(1024).optional(), value: z.number() }),
  50,
).optional();
const hyperParameters = list(z.strictObject({ name: line(255), value: line(255) }), 100).optional();

const trainingDetails = z.strictObject({
  objective_function: z
    .strictObject({
      function: z
        .strictObject({
          function: z.enum(['Maximize', 'Minimize']).optional(),
          /** What is maximized or minimized. */
          facet: text(63).optional(),
          condition: text(63).optional(),
        })
        .optional(),
      notes: text(1024).optional(),
    })
    .optional(),
  training_observations: text(1024).optional(),
  training_job_details: z
    .strictObject({
      training_arn: text(1024).optional(),
      /** Where the data is. */
      training_datasets: list(text(1024), 15).optional(),
      training_environment: z.strictObject({ container_image: list(text(1024), 15).optional() }).optional(),
      training_metrics: trainingMetrics,
      user_provided_training_metrics: trainingMetrics,
      hyper_parameters: hyperParameters,
      user_provided_hyper_parameters: hyperParameters,
    })
    .optional(),
});

const evaluationDetail = z.strictObject({
  name: line(63),
  evaluation_observation: text(2096).optional(),
  evaluation_job_arn: text(256).optional(),
  datasets: list(text(1024), 10).optional(),
  metadata: details.optional(),
  metric_groups: metricGroups.optional(),
});

/**
 * What a model card says, under the names of the JSON schema that AWS publishes. Limits: SageMaker Developer Guide,
 * "Model card JSON schema" (model-cards), read 2026-11-20.
 */
export const modelCardContent = z.strictObject({
  model_overview: modelOverview.optional(),
  intended_uses: intendedUses.optional(),
  business_details: businessDetails.optional(),
  training_details: trainingDetails.optional(),
  evaluation_details: z.array(evaluationDetail).optional(),
  additional_information: z
    .strictObject({
      ethical_considerations: text(2048).optional(),
      caveats_and_recommendations: text(2048).optional(),
      custom_details: details.optional(),
    })
    .optional(),
});
