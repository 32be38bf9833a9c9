/** An event of each kind that reaches a digest, as AWS's documents show it, shortened. */

const from = (source: string, type: string, detail: object, more: object = {}) => ({
  id: `${source} ${type} ${JSON.stringify(detail)}`,
  source,
  'detail-type': type,
  account: '111122223333',
  region: 'eu-central-1',
  time: '2026-11-27T10:00:00Z',
  detail,
  ...more,
});

const called = (source: string, eventName: string, detail: object = {}) =>
  from(source, 'AWS API Call via CloudTrail', {
    eventSource: `${source.slice('aws.'.length)}.amazonaws.com`,
    eventName,
    userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::111122223333:assumed-role/Engineer/eva' },
    ...detail,
  });

export const brokenRule = (configRuleName: string, resourceId: string, more: object = {}) =>
  from(
    'aws.config',
    'Config Rules Compliance Change',
    {
      configRuleName: `${configRuleName}-conformance-pack-x1y2z3abc`,
      awsAccountId: '111122223333',
      resourceType: 'AWS::S3::Bucket',
      resourceId,
      newEvaluationResult: { complianceType: 'NON_COMPLIANT' },
    },
    more,
  );

export const digestEvents = {
  guardduty: from('aws.guardduty', 'GuardDuty Finding', {
    severity: 8,
    accountId: '222233334444',
    type: 'Recon:IAMUser/MaliciousIPCaller',
    title: 'A stranger looks around',
  }),
  macie: from('aws.macie', 'Macie Finding', {
    severity: { score: 2, description: 'Medium' },
    accountId: '222233334444',
    type: 'SensitiveData:S3Object/Personal',
    resourcesAffected: { s3Bucket: { name: 'acme-ai-data-training' } },
  }),
  'access-analyzer': from('aws.access-analyzer', 'Access Analyzer Finding', {
    accountId: '222233334444',
    isPublic: true,
    status: 'ACTIVE',
    resourceType: 'AWS::S3::Bucket',
    resource: 'arn:aws:s3:::open',
  }),
  'security-hub': from('aws.securityhub', 'Security Hub Findings - Imported', {
    findings: [
      {
        AwsAccountId: '222233334444',
        Severity: { Label: 'HIGH' },
        Title: 'Keys rotate',
        Resources: [{ Id: 'arn:aws:kms:eu-central-1:222233334444:key/1' }],
        ProductName: 'Security Hub',
        Compliance: { Status: 'FAILED' },
        RecordState: 'ACTIVE',
        Workflow: { Status: 'NEW' },
      },
    ],
  }),
  config: brokenRule('data-bucket-versioning', 'training'),
  failures: from('aws.cloudwatch', 'CloudWatch Alarm State Change', {
    alarmName: 'acme-ai-alarm-config-rules',
    state: { value: 'ALARM' },
    configuration: { description: 'A check failed' },
  }),
  health: from('aws.health', 'AWS Health Event', {
    service: 'RISK',
    eventTypeCode: 'AWS_RISK_CREDENTIALS_EXPOSED',
    eventTypeCategory: 'issue',
    eventDescription: [{ language: 'en_US', latestDescription: 'A key was found in public' }],
  }),
  'config-delivery': from('aws.config', 'Config Configuration Snapshot Delivery Status', {
    messageType: 'ConfigurationSnapshotDeliveryFailed',
    s3Bucket: 'acme-ai-config',
  }),
  'model-drift': from('aws.sagemaker', 'SageMaker Processing Job State Change', {
    ProcessingJobStatus: 'Completed',
    MonitoringScheduleArn: 'arn:aws:sagemaker:eu-central-1:111122223333:monitoring-schedule/triage',
    ExitMessage: 'CompletedWithViolations: Job completed successfully with 3 violations.',
  }),
  backup: from('aws.backup', 'Backup Job State Change', { state: 'FAILED', resourceArn: 'arn:aws:s3:::training' }),
  'break-glass': called('aws.sts', 'AssumeRole', {
    requestParameters: { roleArn: 'arn:aws:iam::111122223333:role/BreakGlass' },
  }),
  'root-use': called('aws.iam', 'CreateUser', { userIdentity: { type: 'Root' }, eventType: 'AwsApiCall' }),
  organization: called('aws.organizations', 'DetachPolicy'),
  blinding: called('aws.cloudtrail', 'StopLogging', { errorCode: 'AccessDenied' }),
  'model-access': called('aws.bedrock', 'DeleteModelInvocationLoggingConfiguration'),
  'model-approvals': called('aws.sagemaker', 'UpdateModelPackage', {
    requestParameters: {
      modelPackageArn: 'arn:aws:sagemaker:eu-central-1:1:model-package/a/1',
      modelApprovalStatus: 'Approved',
    },
  }),
} as const;
