-- Training data read outside training
-- Answers: who read how many objects of the training buckets without the role of a training job
-- Parameters: since, until, account, since, until, account
-- Columns: day, account, bucket, who, reads, objects, first_read, last_read
-- The role of a training job is one that a training, tuning or processing job of the same account was given from 90 days before
-- `since` on. CloudTrail does not tell a job from a notebook that has its role. A copy counts as a read of what is copied.
WITH requests AS (
  SELECT
    eventtime, account, useridentity,
    CASE
      WHEN eventname IN ('CopyObject', 'UploadPartCopy')
        THEN regexp_extract(json_extract_scalar(requestparameters, '$["x-amz-copy-source"]'), '^/?([^/]+)', 1)
      ELSE json_extract_scalar(requestparameters, '$.bucketName')
    END AS bucket,
    json_extract_scalar(requestparameters, '$.key') AS object,
    useridentity.sessioncontext.sessionissuer.arn AS role
  FROM data_events
  WHERE day BETWEEN ? AND ?
    AND account LIKE ?
    AND eventsource = 's3.amazonaws.com'
    AND eventname IN ('GetObject', 'SelectObjectContent', 'CopyObject', 'UploadPartCopy')
    AND errorcode IS NULL
),
job_roles AS (
  SELECT DISTINCT
    account,
    coalesce(
      json_extract_scalar(requestparameters, '$.roleArn'),
      json_extract_scalar(requestparameters, '$.trainingJobDefinition.roleArn')
    ) AS role
  FROM management_events
  WHERE day BETWEEN date_format(date_parse(?, '%Y/%m/%d') - INTERVAL '90' DAY, '%Y/%m/%d') AND ?
    AND account LIKE ?
    AND eventsource = 'sagemaker.amazonaws.com'
    AND eventname IN (
      'CreateTrainingJob', 'CreateHyperParameterTuningJob', 'CreateAutoMLJobV2', 'CreateProcessingJob'
    )
    AND errorcode IS NULL
)
SELECT
  substr(requests.eventtime, 1, 10) AS day,
  requests.account,
  requests.bucket,
  coalesce(requests.useridentity.arn, requests.useridentity.invokedby) AS who,
  count(*) AS reads,
  count(DISTINCT requests.object) AS objects,
  min(requests.eventtime) AS first_read,
  max(requests.eventtime) AS last_read
FROM requests
LEFT JOIN job_roles
  ON job_roles.account = requests.account
  AND job_roles.role = requests.role
WHERE requests.bucket LIKE '%-data-training-%'
  AND job_roles.role IS NULL
GROUP BY
  substr(requests.eventtime, 1, 10), requests.account, requests.bucket,
  coalesce(requests.useridentity.arn, requests.useridentity.invokedby)
ORDER BY day, requests.account, reads DESC, who
