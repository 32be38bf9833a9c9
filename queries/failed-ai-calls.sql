-- Failed and denied AI calls
-- Answers: which calls of SageMaker and Bedrock failed, for whom, how often, and which of them were denied
-- Parameters: since, until, account, since, until, account
-- Columns: day, account, region, service, event, error, denied, who, calls, last_call, last_message
WITH failures AS (
  SELECT eventtime, account, region, eventsource, eventname, errorcode, errormessage, useridentity
  FROM management_events
  WHERE day BETWEEN ? AND ?
    AND account LIKE ?
    AND eventcategory = 'Management'
    AND (eventsource LIKE 'bedrock%.amazonaws.com' OR eventsource LIKE 'sagemaker%.amazonaws.com')
    AND errorcode IS NOT NULL
  UNION ALL
  SELECT eventtime, account, region, eventsource, eventname, errorcode, errormessage, useridentity
  FROM data_events
  WHERE day BETWEEN ? AND ?
    AND account LIKE ?
    AND eventcategory = 'Data'
    AND (eventsource LIKE 'bedrock%.amazonaws.com' OR eventsource LIKE 'sagemaker%.amazonaws.com')
    AND errorcode IS NOT NULL
),
named AS (
  SELECT
    substr(eventtime, 1, 10) AS day,
    eventtime, account, region, eventname, errorcode, errormessage,
    split_part(eventsource, '.', 1) AS service,
    (errorcode LIKE '%AccessDenied%' OR errorcode LIKE '%Unauthorized%') AS denied,
    CASE
      WHEN useridentity.sessioncontext.sessionissuer.arn LIKE '%AWSReservedSSO_%' THEN useridentity.arn
      ELSE coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby)
    END AS who
  FROM failures
)
SELECT
  day, account, region, service,
  eventname AS event,
  errorcode AS error,
  denied, who,
  count(*) AS calls,
  max(eventtime) AS last_call,
  max_by(errormessage, eventtime) AS last_message
FROM named
GROUP BY day, account, region, service, eventname, errorcode, denied, who
ORDER BY day, denied DESC, calls DESC, account, event, who
