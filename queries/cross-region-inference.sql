-- Inference outside the region that was asked
-- Answers: which prompts of which principal were answered in another region, through which profile
-- Parameters: since, until, account
-- Columns: day, account, asked_in, answered_in, model, who, calls, last_call
-- A call through an inference profile that stayed in its region is left out: the profile may send the next one elsewhere.
WITH calls AS (
  SELECT
    eventtime, account, region, useridentity,
    json_extract_scalar(requestparameters, '$.modelId') AS model,
    json_extract_scalar(additionaleventdata, '$.inferenceRegion') AS answered_in
  FROM management_events
  WHERE day BETWEEN ? AND ?
    AND account LIKE ?
    AND eventsource = 'bedrock.amazonaws.com'
    AND eventname IN ('InvokeModel', 'InvokeModelWithResponseStream', 'Converse', 'ConverseStream')
    AND errorcode IS NULL
),
named AS (
  SELECT
    substr(eventtime, 1, 10) AS day,
    eventtime, account, region, answered_in,
    regexp_replace(model, '^arn:.*:(foundation-model|inference-profile)/', '') AS model,
    CASE
      WHEN useridentity.sessioncontext.sessionissuer.arn LIKE '%AWSReservedSSO_%' THEN useridentity.arn
      ELSE coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby)
    END AS who
  FROM calls
  WHERE answered_in <> region
)
SELECT
  day, account,
  region AS asked_in,
  answered_in, model, who,
  count(*) AS calls,
  max(eventtime) AS last_call
FROM named
GROUP BY day, account, region, answered_in, model, who
ORDER BY day, account, asked_in, answered_in, calls DESC, model, who
