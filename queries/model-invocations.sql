-- Who invoked which model
-- Answers: how often each principal called each model or endpoint on each day
-- Parameters: since, until, account, since, until, account
-- Columns: day, account, region, model, who, calls, first_call, last_call
-- People who come through IAM Identity Center share a role, so `who` is their session. Of others it is the role. A batch job
-- counts as one call. SageMaker endpoints, streams in both directions and the endpoint bedrock-mantle are data events.
WITH calls AS (
  SELECT
    eventtime, account, region, useridentity,
    json_extract_scalar(requestparameters, '$.modelId') AS model
  FROM management_events
  WHERE day BETWEEN ? AND ?
    AND account LIKE ?
    AND eventsource = 'bedrock.amazonaws.com'
    AND eventname IN (
      'InvokeModel', 'InvokeModelWithResponseStream', 'Converse', 'ConverseStream', 'CreateModelInvocationJob'
    )
    AND errorcode IS NULL
  UNION ALL
  SELECT
    eventtime, account, region, useridentity,
    coalesce(
      json_extract_scalar(requestparameters, '$.modelId'),
      json_extract_scalar(requestparameters, '$.model'),
      'endpoint/' || json_extract_scalar(requestparameters, '$.endpointName')
    ) AS model
  FROM data_events
  WHERE day BETWEEN ? AND ?
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
    substr(eventtime, 1, 10) AS day,
    eventtime, account, region,
    regexp_replace(model, '^arn:.*:(foundation-model|inference-profile)/', '') AS model,
    CASE
      WHEN useridentity.sessioncontext.sessionissuer.arn LIKE '%AWSReservedSSO_%' THEN useridentity.arn
      ELSE coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby)
    END AS who
  FROM calls
)
SELECT
  day, account, region, model, who,
  count(*) AS calls,
  min(eventtime) AS first_call,
  max(eventtime) AS last_call
FROM named
GROUP BY day, account, region, model, who
ORDER BY day, account, region, calls DESC, model, who
