-- Every model deployment
-- Answers: which model was put into service where, when, by whom, and what the model was made of
-- Parameters: since, until, account, since
-- Columns: time, account, region, event, target, model, made_of, who, role, source_ip
-- Endpoint configurations and models are looked up from 90 days before `since` on. A row without `model` belongs to a configuration
-- that is older. One without `made_of` belongs to an older model, or to one that Bedrock serves under its own id.
WITH calls AS (
  SELECT day, eventtime, account, region, eventsource, eventname, useridentity, sourceipaddress, requestparameters
  FROM management_events
  WHERE day BETWEEN date_format(date_parse(?, '%Y/%m/%d') - INTERVAL '90' DAY, '%Y/%m/%d') AND ?
    AND account LIKE ?
    AND errorcode IS NULL
    AND (
      (
        eventsource = 'sagemaker.amazonaws.com'
        AND eventname IN (
          'CreateModel', 'CreateEndpointConfig', 'CreateEndpoint', 'UpdateEndpoint', 'CreateInferenceComponent',
          'UpdateInferenceComponent'
        )
      )
      OR (
        eventsource = 'bedrock.amazonaws.com'
        AND eventname IN (
          'CreateCustomModelDeployment', 'UpdateCustomModelDeployment', 'CreateProvisionedModelThroughput',
          'UpdateProvisionedModelThroughput', 'CreateMarketplaceModelEndpoint', 'CreateModelImportJob'
        )
      )
    )
),
-- A name may be used again after a deletion: each description counts until the next one of that name.
configurations AS (
  SELECT
    account, region, eventtime AS made,
    json_extract_scalar(requestparameters, '$.endpointConfigName') AS name,
    regexp_extract_all(requestparameters, '"modelName"\s*:\s*"([^"]+)"', 1) AS models,
    lead(eventtime) OVER (
      PARTITION BY account, region, json_extract_scalar(requestparameters, '$.endpointConfigName') ORDER BY eventtime
    ) AS replaced
  FROM calls
  WHERE eventname = 'CreateEndpointConfig'
),
models AS (
  SELECT
    account, region, eventtime AS made,
    json_extract_scalar(requestparameters, '$.modelName') AS name,
    coalesce(
      regexp_extract(requestparameters, '"modelPackageName"\s*:\s*"([^"]+)"', 1),
      regexp_extract(requestparameters, '"modelDataUrl"\s*:\s*"([^"]+)"', 1),
      regexp_extract(requestparameters, '"s3Uri"\s*:\s*"([^"]+)"', 1),
      regexp_extract(requestparameters, '"image"\s*:\s*"([^"]+)"', 1)
    ) AS made_of,
    lead(eventtime) OVER (
      PARTITION BY account, region, json_extract_scalar(requestparameters, '$.modelName') ORDER BY eventtime
    ) AS replaced
  FROM calls
  WHERE eventname = 'CreateModel'
),
deployments AS (
  SELECT
    eventtime, account, region, eventname, useridentity, sourceipaddress,
    json_extract_scalar(requestparameters, '$.endpointConfigName') AS configuration,
    coalesce(
      json_extract_scalar(requestparameters, '$.inferenceComponentName'),
      json_extract_scalar(requestparameters, '$.endpointName'),
      json_extract_scalar(requestparameters, '$.modelDeploymentName'),
      json_extract_scalar(requestparameters, '$.customModelDeploymentIdentifier'),
      json_extract_scalar(requestparameters, '$.provisionedModelName'),
      json_extract_scalar(requestparameters, '$.provisionedModelId'),
      json_extract_scalar(requestparameters, '$.importedModelName')
    ) AS target,
    coalesce(
      json_extract_scalar(requestparameters, '$.specification.modelName'),
      json_extract_scalar(requestparameters, '$.modelArn'),
      json_extract_scalar(requestparameters, '$.modelId'),
      json_extract_scalar(requestparameters, '$.desiredModelId'),
      json_extract_scalar(requestparameters, '$.modelSourceIdentifier'),
      json_extract_scalar(requestparameters, '$.modelDataSource.s3DataSource.s3Uri')
    ) AS model
  FROM calls
  WHERE eventname NOT IN ('CreateModel', 'CreateEndpointConfig')
    AND day >= ?
),
placed AS (
  SELECT deployments.*, coalesce(deployments.model, variant.model) AS placed_model
  FROM deployments
  LEFT JOIN configurations
    ON configurations.account = deployments.account
    AND configurations.region = deployments.region
    AND configurations.name = deployments.configuration
    AND configurations.made <= deployments.eventtime
    AND (configurations.replaced IS NULL OR configurations.replaced > deployments.eventtime)
  LEFT JOIN UNNEST(configurations.models) AS variant (model) ON TRUE
)
SELECT DISTINCT
  placed.eventtime AS time,
  placed.account,
  placed.region,
  placed.eventname AS event,
  placed.target,
  placed.placed_model AS model,
  models.made_of,
  coalesce(placed.useridentity.arn, placed.useridentity.invokedby) AS who,
  placed.useridentity.sessioncontext.sessionissuer.arn AS role,
  placed.sourceipaddress AS source_ip
FROM placed
LEFT JOIN models
  ON models.account = placed.account
  AND models.region = placed.region
  AND models.name = placed.placed_model
  AND models.made <= placed.eventtime
  AND (models.replaced IS NULL OR models.replaced > placed.eventtime)
ORDER BY time, target, model
