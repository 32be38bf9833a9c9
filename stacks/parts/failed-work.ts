/**
 * AWS Config could not deliver what it recorded. EventBridge Reference, events-ref-config; the message types are those of its
 * notifications: AWS Config Developer Guide, notifications-for-AWS-Config.
 */
export const failedDeliveries = {
  source: ['aws.config'],
  'detail-type': ['Config Configuration History Delivery Status', 'Config Configuration Snapshot Delivery Status'],
  detail: { messageType: [{ suffix: 'DeliveryFailed' }] },
};

/** A backup did not come about. AWS Backup Developer Guide, eventbridge. */
export const failedBackups = {
  source: ['aws.backup'],
  'detail-type': ['Backup Job State Change'],
  detail: { state: ['ABORTED', 'EXPIRED', 'FAILED', 'PARTIAL'] },
};

/**
 * A model monitor found that data, quality, bias or attribution drifted, or could not look. SageMaker has no event of that name: a
 * monitor runs as a processing job, which ends with the message CompletedWithViolations (SageMaker Developer Guide,
 * model-monitor-interpreting-results; fields as in DescribeProcessingJob).
 */
export const modelDrift = {
  source: ['aws.sagemaker'],
  'detail-type': ['SageMaker Processing Job State Change'],
  detail: {
    MonitoringScheduleArn: [{ exists: true }],
    $or: [{ ExitMessage: [{ prefix: 'CompletedWithViolations' }] }, { ProcessingJobStatus: ['Failed'] }],
  },
};
