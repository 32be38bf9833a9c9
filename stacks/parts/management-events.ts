const called = 'AWS API Call via CloudTrail';

/** What a root user does, and sessions as root in a member. CIS AWS Foundations Benchmark 3.0.0, 4.3, without what services do for it. */
export const rootUse = {
  'detail-type': [called, 'AWS Console Sign In via CloudTrail'],
  detail: {
    $or: [
      {
        userIdentity: { type: ['Root'], invokedBy: [{ exists: false }] },
        eventType: [{ 'anything-but': 'AwsServiceEvent' }],
      },
      { eventSource: ['sts.amazonaws.com'], eventName: ['AssumeRoot'] },
    ],
  },
};

/** What changes who is in the organization and what binds them. CIS AWS Foundations Benchmark 3.0.0, 4.15, and what has come since. */
export const organizationChanges = {
  source: ['aws.organizations'],
  'detail-type': [called],
  detail: {
    eventSource: ['organizations.amazonaws.com'],
    eventName: [
      'AcceptHandshake',
      'AttachPolicy',
      'CloseAccount',
      'CreateAccount',
      'CreatePolicy',
      'DeleteOrganization',
      'DeleteOrganizationalUnit',
      'DeletePolicy',
      'DeleteResourcePolicy',
      'DeregisterDelegatedAdministrator',
      'DetachPolicy',
      'DisableAWSServiceAccess',
      'DisablePolicyType',
      'InviteAccountToOrganization',
      'LeaveOrganization',
      'MoveAccount',
      'PutResourcePolicy',
      'RegisterDelegatedAdministrator',
      'RemoveAccountFromOrganization',
      'UpdatePolicy',
    ],
  },
};

/** Where global services report, sign-in of root users and Organizations among them. EventBridge User Guide, eb-service-event-cloudtrail. */
export const globalEventsRegion = 'us-east-1';
