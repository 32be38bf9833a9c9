/** A version is registered, approved or rejected: which one, and its status. SageMaker Developer Guide, automating-sagemaker-with-eventbridge. */
const modelVersionChanges = {
  source: ['aws.sagemaker'],
  'detail-type': ['SageMaker Model Package State Change'],
};

/** The call that approves or rejects: only CloudTrail says who it was. */
export const modelApprovalCalls = {
  source: ['aws.sagemaker'],
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: {
    eventSource: ['sagemaker.amazonaws.com'],
    eventName: ['UpdateModelPackage'],
    requestParameters: { modelApprovalStatus: [{ exists: true }] },
  },
};

/** What the findings bus hears of a model registry. */
export const modelEvents = [
  { name: 'model-versions', description: 'New and changed model versions', pattern: modelVersionChanges },
  { name: 'model-approvals', description: 'Who approved or rejected a version', pattern: modelApprovalCalls },
];
