/**
 * What thieves of model use do first: they sign for models, switch the record of prompts off, or, with a key that never expires, look
 * whether somebody records. Denied attempts are among them. Bursts of denied calls are counted by the audit query unusual-model-use.
 */
export const modelAccessCalls = {
  source: ['aws.bedrock'],
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: {
    eventSource: ['bedrock.amazonaws.com'],
    $or: [
      {
        eventName: [
          'CreateFoundationModelAgreement',
          'DeleteModelInvocationLoggingConfiguration',
          'PutFoundationModelEntitlement',
          'PutUseCaseForModelAccess',
        ],
      },
      {
        eventName: [
          'GetFoundationModelAvailability',
          'GetModelInvocationLoggingConfiguration',
          'GetUseCaseForModelAccess',
          'ListFoundationModelAgreementOffers',
        ],
        // The landing zone, its checks and people come with roles.
        userIdentity: { type: ['IAMUser'] },
      },
    ],
  },
};
