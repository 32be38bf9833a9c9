-- Use of root
-- Answers: what was done as root in any account, and who opened a root session for it
-- Parameters: since, until, account
-- Columns: time, account, region, event, service, outcome, mfa, target, who, source_ip
-- `target` is the account of a root session that the management account opened, `mfa` what the session says of itself. What AWS
-- does by itself in the name of root is left out.
SELECT
  eventtime AS time,
  account,
  region,
  eventname AS event,
  split_part(eventsource, '.', 1) AS service,
  coalesce(errorcode, errormessage, json_extract_scalar(responseelements, '$.ConsoleLogin'), 'done') AS outcome,
  coalesce(
    json_extract_scalar(additionaleventdata, '$.MFAUsed'),
    useridentity.sessioncontext.attributes.mfaauthenticated
  ) AS mfa,
  json_extract_scalar(requestparameters, '$.targetPrincipal') AS target,
  useridentity.arn AS who,
  sourceipaddress AS source_ip
FROM management_events
WHERE day BETWEEN ? AND ?
  AND account LIKE ?
  AND useridentity.invokedby IS NULL
  AND eventtype <> 'AwsServiceEvent'
  AND (
    useridentity.type = 'Root'
    OR (eventsource = 'sts.amazonaws.com' AND eventname = 'AssumeRoot')
  )
ORDER BY time, event
