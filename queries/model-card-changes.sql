-- Changes of model cards
-- Answers: who wrote, changed, approved, exported or deleted which model card
-- Parameters: since, until, account
-- Columns: time, account, region, event, model_card, status, outcome, who, role
-- CloudTrail hides what a card says. The versions of the card itself hold it.
SELECT
  eventtime AS time,
  account,
  region,
  eventname AS event,
  json_extract_scalar(requestparameters, '$.modelCardName') AS model_card,
  json_extract_scalar(requestparameters, '$.modelCardStatus') AS status,
  coalesce(errorcode, 'done') AS outcome,
  coalesce(useridentity.arn, useridentity.invokedby) AS who,
  useridentity.sessioncontext.sessionissuer.arn AS role
FROM management_events
WHERE day BETWEEN ? AND ?
  AND account LIKE ?
  AND eventsource = 'sagemaker.amazonaws.com'
  AND eventname IN ('CreateModelCard', 'UpdateModelCard', 'DeleteModelCard', 'CreateModelCardExportJob')
ORDER BY time, model_card
