-- Access to models that nobody uses any more
-- Answers: which principals called models in the year before the period, and not once in it
-- Parameters: since, until, account, since, until, account, since
-- Columns: account, who, calls, models, last_call, last_model, last_region
-- Ask for the last 90 days. Whoever never called a model is in no trail: the unused access of Access Analyzer names those roles.
WITH calls AS (
  SELECT
    day, eventtime, account, region, useridentity,
    json_extract_scalar(requestparameters, '$.modelId') AS model
  FROM management_events
  WHERE day BETWEEN date_format(date_parse(?, '%Y/%m/%d') - INTERVAL '365' DAY, '%Y/%m/%d') AND ?
    AND account LIKE ?
    AND eventsource = 'bedrock.amazonaws.com'
    AND eventname IN (
      'InvokeModel', 'InvokeModelWithResponseStream', 'Converse', 'ConverseStream', 'CreateModelInvocationJob'
    )
    AND errorcode IS NULL
  UNION ALL
  SELECT
    day, eventtime, account, region, useridentity,
    coalesce(
      json_extract_scalar(requestparameters, '$.modelId'),
      json_extract_scalar(requestparameters, '$.model'),
      'endpoint/' || json_extract_scalar(requestparameters, '$.endpointName')
    ) AS model
  FROM data_events
  WHERE day BETWEEN date_format(date_parse(?, '%Y/%m/%d') - INTERVAL '365' DAY, '%Y/%m/%d') AND ?
    AND account LIKE ?
    AND (
      (
        eventsource IN ('bedrock.amazonaws.com', 'sagemaker.amazonaws.com')
        AND eventname IN (
          'InvokeEndpoint', 'InvokeEndpointAsync', 'InvokeEndpointWithResponseStream',
          'InvokeModelWithBidirectionalStream', 'StartAsyncInvoke'
        )
      )
      OR (eventsource = 'bedrock-mantle.amazonaws.com' AND eventname = 'CreateInference')
    )
    AND errorcode IS NULL
),
named AS (
  SELECT
    day, eventtime, account, region,
    regexp_replace(model, '^arn:.*:(foundation-model|inference-profile)/', '') AS model,
    CASE
      WHEN useridentity.sessioncontext.sessionissuer.arn LIKE '%AWSReservedSSO_%' THEN useridentity.arn
      ELSE coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby)
    END AS who
  FROM calls
)
SELECT
  account, who,
  count(*) AS calls,
  count(DISTINCT model) AS models,
  max(eventtime) AS last_call,
  max_by(model, eventtime) AS last_model,
  max_by(region, eventtime) AS last_region
FROM named
GROUP BY account, who
HAVING max(day) < ?
ORDER BY last_call, account, who
