/**
 * Columns of a CloudTrail record with their Hive types, in the order of the Athena User Guide,
 * create-cloudtrail-table-partition-projection. `requestparameters`, `responseelements` and `additionaleventdata` are JSON as text.
 */
export const trailColumns: Readonly<Record<string, string>> = {
  eventversion: 'string',
  useridentity: struct({
    type: 'string',
    principalid: 'string',
    arn: 'string',
    accountid: 'string',
    invokedby: 'string',
    accesskeyid: 'string',
    username: 'string',
    onbehalfof: struct({ userid: 'string', identitystorearn: 'string' }),
    sessioncontext: struct({
      attributes: struct({ mfaauthenticated: 'string', creationdate: 'string' }),
      sessionissuer: struct({
        type: 'string',
        principalid: 'string',
        arn: 'string',
        accountid: 'string',
        username: 'string',
      }),
      ec2roledelivery: 'string',
      webidfederationdata: struct({ federatedprovider: 'string', attributes: 'map<string,string>' }),
    }),
  }),
  eventtime: 'string',
  eventsource: 'string',
  eventname: 'string',
  awsregion: 'string',
  sourceipaddress: 'string',
  useragent: 'string',
  errorcode: 'string',
  errormessage: 'string',
  requestparameters: 'string',
  responseelements: 'string',
  additionaleventdata: 'string',
  requestid: 'string',
  eventid: 'string',
  readonly: 'string',
  resources: `array<${struct({ arn: 'string', accountid: 'string', type: 'string' })}>`,
  eventtype: 'string',
  apiversion: 'string',
  recipientaccountid: 'string',
  serviceeventdetails: 'string',
  sharedeventid: 'string',
  vpcendpointid: 'string',
  vpcendpointaccountid: 'string',
  eventcategory: 'string',
  addendum: struct({
    reason: 'string',
    updatedfields: 'string',
    originalrequestid: 'string',
    originaleventid: 'string',
  }),
  sessioncredentialfromconsole: 'string',
  edgedevicedetails: 'string',
  tlsdetails: struct({ tlsversion: 'string', ciphersuite: 'string', clientprovidedhostheader: 'string' }),
};

function struct(fields: Readonly<Record<string, string>>): string {
  const written = Object.entries(fields).map(([name, type]) => `${name}:${type}`);
  return `struct<${written.join(',')}>`;
}
