-- Model use that was not seen before
-- Answers: who called models for the first time, in a region or of a kind that the account never used, with a long-lived key, or was denied in a burst
-- Parameters: since, since, until, account, since, until, account
-- Columns: day, account, region, model, who, new_region, new_model, new_caller, long_lived_key, denied_burst, calls, denied, source_ips, first_call, last_call
-- New is what nobody of the account did from 90 days before `since` on: where the trails are younger, everything is. A burst is ten denied
-- calls of one principal within an hour of the clock. Stolen keys try many models and regions, and are denied most of them.
WITH period AS (
  SELECT ? AS first_day
),
calls AS (
  SELECT
    day, eventtime, account, region, errorcode, useridentity, sourceipaddress,
    json_extract_scalar(requestparameters, '$.modelId') AS model,
    json_extract_scalar(additionaleventdata, '$.callWithBearerToken') AS by_token
  FROM management_events
  WHERE day BETWEEN date_format(date_parse(?, '%Y/%m/%d') - INTERVAL '90' DAY, '%Y/%m/%d') AND ?
    AND account LIKE ?
    AND eventsource = 'bedrock.amazonaws.com'
    AND eventname IN (
      'InvokeModel', 'InvokeModelWithResponseStream', 'Converse', 'ConverseStream', 'CreateModelInvocationJob'
    )
  UNION ALL
  SELECT
    day, eventtime, account, region, errorcode, useridentity, sourceipaddress,
    coalesce(
      json_extract_scalar(requestparameters, '$.modelId'),
      json_extract_scalar(requestparameters, '$.model')
    ) AS model,
    coalesce(
      json_extract_scalar(additionaleventdata, '$.callWithBearerToken'),
      -- Where bedrock-mantle says it: Bedrock User Guide, logging-cloudtrail-mantle.
      json_extract_scalar(requestparameters, '$.callWithBearerToken')
    ) AS by_token
  FROM data_events
  WHERE day BETWEEN date_format(date_parse(?, '%Y/%m/%d') - INTERVAL '90' DAY, '%Y/%m/%d') AND ?
    AND account LIKE ?
    AND (
      (
        eventsource = 'bedrock.amazonaws.com'
        AND eventname IN ('InvokeModelWithBidirectionalStream', 'StartAsyncInvoke')
      )
      OR (eventsource = 'bedrock-mantle.amazonaws.com' AND eventname = 'CreateInference')
    )
),
named AS (
  SELECT
    day, eventtime, account, region, sourceipaddress,
    regexp_replace(model, '^arn:.*:(foundation-model|inference-profile)/', '') AS model,
    coalesce(errorcode, '') LIKE '%AccessDenied%' AS is_denied,
    coalesce(useridentity.accesskeyid, '') LIKE 'AKIA%'
      OR (coalesce(by_token, '') = 'true' AND useridentity.type = 'IAMUser') AS is_long_lived,
    CASE
      WHEN useridentity.sessioncontext.sessionissuer.arn LIKE '%AWSReservedSSO_%' THEN useridentity.arn
      ELSE coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby)
    END AS who
  FROM calls
),
compared AS (
  SELECT
    named.*,
    min(day) OVER (PARTITION BY account, region) AS region_since,
    min(day) OVER (PARTITION BY account, model) AS model_since,
    min(day) OVER (PARTITION BY account, who) AS caller_since,
    count(CASE WHEN is_denied THEN 1 END) OVER (PARTITION BY account, who, substr(eventtime, 1, 13)) AS denied_in_hour
  FROM named
)
SELECT
  substr(compared.eventtime, 1, 10) AS day,
  account, region, model, who,
  bool_or(region_since >= first_day) AS new_region,
  bool_or(model_since >= first_day) AS new_model,
  bool_or(caller_since >= first_day) AS new_caller,
  bool_or(is_long_lived) AS long_lived_key,
  bool_or(denied_in_hour >= 10) AS denied_burst,
  count(*) AS calls,
  count(CASE WHEN is_denied THEN 1 END) AS denied,
  count(DISTINCT sourceipaddress) AS source_ips,
  min(eventtime) AS first_call,
  max(eventtime) AS last_call
FROM compared
CROSS JOIN period
WHERE compared.day >= first_day
GROUP BY substr(compared.eventtime, 1, 10), account, region, model, who
HAVING bool_or(
  region_since >= first_day OR model_since >= first_day OR caller_since >= first_day
  OR is_long_lived OR denied_in_hour >= 10
)
ORDER BY day, account, denied_burst DESC, calls DESC, region, model, who
