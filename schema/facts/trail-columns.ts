/**
 * Fields of a CloudTrail record as CloudTrail spells them, with their Hive types, in the order of the Athena User Guide,
 * create-cloudtrail-table-partition-projection. SQL knows no capital letters, so queries ask for them in small ones.
 */
export const trailColumns: Readonly<Record<string, string>> = {
  eventVersion: 'string',
  userIdentity: struct({
    type: 'string',
    principalId: 'string',
    arn: 'string',
    accountId: 'string',
    invokedBy: 'string',
    accessKeyId: 'string',
    userName: 'string',
    onBehalfOf: struct({ userId: 'string', identityStoreArn: 'string' }),
    sessionContext: struct({
      attributes: struct({ mfaAuthenticated: 'string', creationDate: 'string' }),
      sessionIssuer: struct({
        type: 'string',
        principalId: 'string',
        arn: 'string',
        accountId: 'string',
        userName: 'string',
      }),
      ec2RoleDelivery: 'string',
      webIdFederationData: struct({ federatedProvider: 'string', attributes: 'map<string,string>' }),
    }),
  }),
  eventTime: 'string',
  eventSource: 'string',
  eventName: 'string',
  awsRegion: 'string',
  sourceIPAddress: 'string',
  userAgent: 'string',
  errorCode: 'string',
  errorMessage: 'string',
  requestParameters: 'string',
  responseElements: 'string',
  additionalEventData: 'string',
  requestID: 'string',
  eventID: 'string',
  readOnly: 'string',
  resources: `array<${struct({ ARN: 'string', accountId: 'string', type: 'string' })}>`,
  eventType: 'string',
  apiVersion: 'string',
  recipientAccountId: 'string',
  serviceEventDetails: 'string',
  sharedEventID: 'string',
  vpcEndpointId: 'string',
  vpcEndpointAccountId: 'string',
  eventCategory: 'string',
  addendum: struct({
    reason: 'string',
    updatedFields: 'string',
    originalRequestID: 'string',
    originalEventID: 'string',
  }),
  sessionCredentialFromConsole: 'string',
  edgeDeviceDetails: 'string',
  tlsDetails: struct({ tlsVersion: 'string', cipherSuite: 'string', clientProvidedHostHeader: 'string' }),
};

/** Columns of text that hold JSON, which queries look into. */
export const jsonColumns: readonly string[] = ['requestParameters', 'responseElements', 'additionalEventData'];

/** The partitions of a trail: the folders that CloudTrail writes to. */
export const trailPartitions = ['account', 'region', 'day'] as const;

function struct(fields: Readonly<Record<string, string>>): string {
  const written = Object.entries(fields).map(([name, type]) => `${name}:${type}`);
  return `struct<${written.join(',')}>`;
}
