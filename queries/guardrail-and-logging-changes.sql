-- Changes of guardrails and of logging
-- Answers: who changed or removed a guardrail, the logging of model invocations, or a trail
-- Parameters: since, until, account
-- Columns: time, account, region, event, subject, outcome, who, role, source_ip
-- Attempts that failed are among them: `outcome` is the error, or `done`.
SELECT
  eventtime AS time,
  account,
  region,
  eventname AS event,
  coalesce(
    json_extract_scalar(requestparameters, '$.guardrailIdentifier'),
    json_extract_scalar(requestparameters, '$.guardrailInferenceConfig.guardrailIdentifier'),
    json_extract_scalar(requestparameters, '$.configId'),
    json_extract_scalar(requestparameters, '$.trailName'),
    json_extract_scalar(requestparameters, '$.name'),
    json_extract_scalar(requestparameters, '$.loggingConfig.s3Config.bucketName'),
    json_extract_scalar(requestparameters, '$.loggingConfig.cloudWatchConfig.logGroupName')
  ) AS subject,
  coalesce(errorcode, 'done') AS outcome,
  coalesce(useridentity.arn, useridentity.invokedby) AS who,
  useridentity.sessioncontext.sessionissuer.arn AS role,
  sourceipaddress AS source_ip
FROM management_events
WHERE day BETWEEN ? AND ?
  AND account LIKE ?
  AND (
    (
      eventsource = 'bedrock.amazonaws.com'
      AND eventname IN (
        'CreateGuardrail', 'CreateGuardrailVersion', 'UpdateGuardrail', 'DeleteGuardrail',
        'PutEnforcedGuardrailConfiguration', 'DeleteEnforcedGuardrailConfiguration',
        'PutModelInvocationLoggingConfiguration', 'DeleteModelInvocationLoggingConfiguration'
      )
    )
    OR (
      eventsource = 'cloudtrail.amazonaws.com'
      AND eventname IN ('StopLogging', 'StartLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors')
    )
  )
ORDER BY time, event
