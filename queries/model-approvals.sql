-- Who approved which model version
-- Answers: every decision about a version in the model registry: approved, rejected, sent back, or moved to another stage
-- Parameters: since, until, account
-- Columns: time, account, region, model_version, status, stage, reason, who, role
-- A version that was registered with a status is among them: nobody decided about it afterwards.
WITH decisions AS (
  SELECT
    eventtime, account, region, eventname, useridentity,
    coalesce(
      json_extract_scalar(requestparameters, '$.modelPackageArn'),
      json_extract_scalar(responseelements, '$.modelPackageArn')
    ) AS model_version,
    json_extract_scalar(requestparameters, '$.modelApprovalStatus') AS status,
    json_extract_scalar(requestparameters, '$.modelLifeCycle.stage') AS stage,
    json_extract_scalar(requestparameters, '$.modelLifeCycle.stageStatus') AS stage_status,
    coalesce(
      json_extract_scalar(requestparameters, '$.approvalDescription'),
      json_extract_scalar(requestparameters, '$.modelLifeCycle.stageDescription')
    ) AS reason
  FROM management_events
  WHERE day BETWEEN ? AND ?
    AND account LIKE ?
    AND eventsource = 'sagemaker.amazonaws.com'
    AND eventname IN ('UpdateModelPackage', 'CreateModelPackage')
    AND errorcode IS NULL
)
SELECT
  eventtime AS time,
  account,
  region,
  model_version,
  coalesce(status, stage_status) AS status,
  stage,
  reason,
  coalesce(useridentity.arn, useridentity.invokedby) AS who,
  useridentity.sessioncontext.sessionissuer.arn AS role
FROM decisions
WHERE (status IS NOT NULL OR stage IS NOT NULL)
  -- What every new version is until somebody decides.
  AND NOT (eventname = 'CreateModelPackage' AND status = 'PendingManualApproval')
ORDER BY time, model_version
